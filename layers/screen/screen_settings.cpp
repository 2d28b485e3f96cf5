// SPDX-License-Identifier: Apache-2.0
#include "layers/screen/screen_settings.hpp"

#include "engine/core/error.hpp"
#include "layers/read/json_text.hpp"
#include "layers/run/layer_settings.hpp"

namespace redline {
namespace {

using Json = nlohmann::ordered_json;

// Calls each(key, value) for every setting of its type, in a fixed order; Plan is const or not.
template <class Plan, class Text, class Day, class Number, class Flag>
void settings(Plan& p, Text const& text, Day const& day, Number const& number, Flag const& flag) {
  auto& a = p.attributes;
  text("id", p.id), text("kind", a.kind), text("action", a.action), text("name", a.name);
  text("licence_no", a.licence_no), text("holder", a.holder), text("mineral", a.mineral), text("status", a.status);
  day("valid_from", a.valid_from), day("valid_to", a.valid_to), day("granted_on", a.granted_on);
  day("act_date", a.act_date), day("renewal_filed_on", a.renewal_filed_on);
  number("accuracy_m", a.accuracy_m), number("top_m", a.top_m), number("bottom_m", a.bottom_m);
  number("declared_m2", p.declared_m2), number("registered_m2", p.intake.hints.registered_m2);
  text("crs", p.intake.crs), text("encoding", p.intake.encoding);
  flag("accept", p.intake.accept), flag("against_rights", p.against_rights), flag("with_cut", p.with_cut);
}

}  // namespace

std::string screen_settings(ScreenPlan const& plan) {
  Json out{{"files", Json::array()}};
  for (auto const& file : plan.files) out["files"].push_back(as_json(file));
  settings(
      plan,
      [&](char const* key, std::string const& v) {
        if (!v.empty()) out[key] = as_json(v);
      },
      [&](char const* key, std::optional<PossibleDays> const& v) {
        if (v) out[key] = to_string(*v);
      },
      [&](char const* key, auto const& v) {
        if (v) out[key] = *v;
      },
      [&](char const* key, bool v) {
        if (v) out[key] = true;
      });
  if (auto const d = plan.intake.hints.degrees; d != DegreeForm::unknown)
    out["degrees"] = d == DegreeForm::pointed ? "dms" : "decimal";
  if (auto const& c = plan.intake.hints.county) out["county"] = {c->min_x, c->min_y, c->max_x, c->max_y};
  if (plan.draft) out["draft"] = layer_settings({*plan.draft}).front().second;
  return out.dump();
}

ScreenPlan with_settings(ScreenPlan plan, std::string const& json, std::string const& path) try {
  auto const parsed = parse_json(json);
  if (!parsed) throw std::runtime_error("options");
  auto const& in = *parsed;
  plan.files.clear();
  for (auto const& file : in.at("files")) plan.files.push_back(text_of_json(file));
  settings(
      plan, [&](char const* key, std::string& v) { v = in.contains(key) ? text_of_json(in[key]) : ""; },
      [&](char const* key, std::optional<PossibleDays>& v) {
        if (in.contains(key)) v = parse_date(in[key].get<std::string>());
      },
      [&](char const* key, auto& v) {
        if (in.contains(key)) v = in[key].get<double>();
      },
      [&](char const* key, bool& v) { v = in.value(key, false); });
  plan.intake.hints.degrees = degree_form(in.value("degrees", ""));
  if (in.contains("county")) {
    auto const& c = in["county"];
    plan.intake.hints.county = Bounds{c.at(0), c.at(1), c.at(2), c.at(3)};
  }
  if (in.contains("draft")) plan.draft = layers_of_settings({{"layer.1", in["draft"].get<std::string>()}}).at(0);
  return plan;
} catch (std::exception const& e) {  // edited by hand, or of an older version
  throw Error(ErrorKind::input, "verify.no_settings", {path, "screen"});
}

}  // namespace redline
