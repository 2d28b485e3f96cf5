// SPDX-License-Identifier: Apache-2.0
#include "cli/layer_options.hpp"

#include <chrono>

#include "engine/core/error.hpp"
#include "layers/read/action_words.hpp"

namespace redline::cli {

std::optional<Date> date_option(std::string const& text) {
  if (text.empty()) return std::nullopt;
  auto const d = parse_date(text);
  if (!d) throw Error(ErrorKind::usage, "cli.bad_date", {text});
  return d;
}

void action_option(CLI::App& app, std::string& action, std::string const& help) {
  auto const as_word = [](std::string& text) {
    text = action_word(text).value_or(text);
    return std::string{};
  };
  app.add_option("--action", action, help)
      ->check(CLI::IsMember({"new", "renew", "change", "transfer", "reduce", "operate"}).description(""))
      ->transform(CLI::Validator(as_word, ""))
      ->type_name("new|renew|change|transfer|reduce|operate");
}

Date today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

void set_day(RunPlan& plan, std::string const& as_of) {
  if (auto const d = date_option(as_of)) plan.as_of = d, plan.as_of_source = "given";
  if (!plan.as_of) plan.as_of = today(), plan.as_of_source = "today";
}

void put_field(LayerPlan& plan, char const* meaning, std::string const& value) {
  if (!value.empty()) plan.fields[meaning] = value;
}

LayerPlan area_layer(std::string const& source, AreaOptions const& o) {
  LayerPlan p;
  p.source = source;
  p.role = Role::areas;
  p.crs = o.crs;
  p.encoding = o.encoding;
  put_field(p, "id", o.id);
  put_field(p, "name", o.name);
  put_field(p, "kind", o.kind);
  put_field(p, "zone", o.zone);
  for (auto const& m : o.zone_map) {
    auto const eq = m.find('=');
    if (eq == std::string::npos) throw Error(ErrorKind::usage, "cli.bad_map", {m});
    p.zone_map[m.substr(0, eq)] = m.substr(eq + 1);
  }
  return p;
}

}  // namespace redline::cli
