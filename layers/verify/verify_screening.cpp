// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "engine/core/error.hpp"
#include "layers/run/source_files.hpp"
#include "layers/run/workspace_inputs.hpp"
#include "layers/screen/read_screening.hpp"
#include "layers/screen/screen_settings.hpp"
#include "layers/screen/screening_json.hpp"
#include "layers/verify/inputs.hpp"

namespace redline {
namespace {

using Json = nlohmann::ordered_json;

std::string shown(Json const& v) { return v.is_string() ? v.get<std::string>() : v.dump(); }

// Value by value; the row is the way to an object, the column its key.
class Comparison {
 public:
  explicit Comparison(Verification& out) : m_out(out) {}

  void compare(Json const& file, Json const& now, std::string const& way, std::string const& key) {
    if (file.is_object() && now.is_object()) return objects(file, now, key.empty() ? way : join(way, key));
    if (file.is_array() && now.is_array()) return arrays(file, now, way, key);
    ++m_out.rows;
    if (file != now)
      m_out.differences.push_back({DifferenceKind::value, "screening", way, key, shown(file), shown(now)});
  }

 private:
  static std::string join(std::string const& way, std::string const& key) {
    return way.empty() ? key : way + "." + key;
  }

  void objects(Json const& file, Json const& now, std::string const& way) {
    for (auto const& [key, value] : file.items()) {
      if (way == "manifest" && std::count(LIBRARIES.begin(), LIBRARIES.end(), key) > 0) continue;
      if (now.contains(key))
        compare(value, now[key], way, key);
      else
        only(DifferenceKind::only_in_file, join(way, key));
    }
    for (auto const& [key, value] : now.items())
      if (!file.contains(key)) only(DifferenceKind::only_recomputed, join(way, key));
  }

  void arrays(Json const& file, Json const& now, std::string const& way, std::string const& key) {
    auto const at = [&](std::size_t i) { return key + "[" + std::to_string(i) + "]"; };
    auto const both = std::min(file.size(), now.size());
    for (std::size_t i = 0; i < both; ++i) compare(file[i], now[i], way, at(i));
    for (auto i = both; i < file.size(); ++i) only(DifferenceKind::only_in_file, join(way, at(i)));
    for (auto i = both; i < now.size(); ++i) only(DifferenceKind::only_recomputed, join(way, at(i)));
  }

  void only(DifferenceKind kind, std::string const& row) {
    m_out.differences.push_back({kind, "screening", row, "", "", ""});
  }

  Verification& m_out;
};

ScreenPlan plan_of(ManifestRows const& manifest, VerifyOptions const& options) {
  auto workspace = repeated_plan(manifest, options);
  ScreenPlan plan;
  plan.run = std::move(workspace.plan);
  plan.workspace_accuracy_m = workspace.accuracy_m;
  if (!row_of(manifest, "counties_sha256").empty()) plan.counties_file = workspace.counties.source;
  plan.intake.language = plan.run.language;
  plan.intake.allow_network = options.allow_network, plan.intake.allow_vrt = options.allow_vrt;
  plan = with_settings(std::move(plan), row_of(manifest, "options"), options.ledger);
  bool const draft_among_layers = row_of(manifest, "workspace_sha256").empty() && plan.draft;
  if (draft_among_layers) plan.run.layers.pop_back();
  std::erase_if(plan.run.layers, [&](auto const& l) { return l.role == Role::activities && !plan.against_rights; });
  if (std::count(plan.files.begin(), plan.files.end(), "-") > 0)
    throw Error(ErrorKind::input, "verify.pasted", {options.ledger});
  return plan;
}

void compare_source(ManifestRows const& manifest, std::string const& key, std::string const& source,
                    Verification& out) {
  auto const then = row_of(manifest, key), now = sha256_of_source(named_file(source));
  if (then != now) out.differences.push_back({DifferenceKind::source, "manifest", key, "value", then, now});
}

// What is no layer of the workspace; a draft may since have become one that cannot be read.
void compare_further_sources(ManifestRows const& manifest, ScreenPlan const& plan, Verification& out) {
  if (!plan.counties_file.empty()) compare_source(manifest, "counties_sha256", plan.counties_file, out);
  if (plan.draft) compare_source(manifest, "input." + row_of(manifest, "draft") + ".sha256", plan.draft->source, out);
}

void compare_applications(Json const& then, Json const& now, Verification& out) {
  constexpr std::string_view PREFIX = "application.";
  for (auto const& [key, value] : then.items())
    if (key.starts_with(PREFIX) && now.contains(key) && now[key] != value)
      out.differences.push_back({DifferenceKind::source, "manifest", key, "value", shown(value), shown(now[key])});
}

}  // namespace

bool is_screening(std::string const& path) {
  std::ifstream in(path, std::ios::binary);
  char first = 0;
  return in >> first && first == '{' && std::filesystem::path(path).extension() == ".json";
}

Verification verify_screening(VerifyOptions const& options) {
  Verification out;
  auto const file = read_screening(options.ledger);
  ManifestRows manifest;
  for (auto const& [key, value] : file["manifest"].items()) manifest.emplace_back(key, shown(value));
  out.made_by = command_of(manifest);
  require_same_program(manifest, options.ledger, out);
  auto plan = plan_of(manifest, options);
  require_same_rules(manifest, options.ledger, plan.run);
  compare_inputs(manifest, plan.run, "manifest", out);
  compare_further_sources(manifest, plan, out);
  out.recomputed = out.same();
  if (!out.recomputed) return out;
  auto const language = plan.run.language;
  auto const now = Json::parse(screening_json(run_screen(std::move(plan)), language));
  compare_applications(file["manifest"], now["manifest"], out);
  out.recomputed = out.same();
  if (!out.recomputed) return out;
  out.tables = 1;
  Comparison(out).compare(file, now, "", "");
  return out;
}

}  // namespace redline
