// SPDX-License-Identifier: Apache-2.0
#include "layers/verify/inputs.hpp"

#include <map>

#include "engine/core/error.hpp"
#include "engine/core/version.hpp"
#include "layers/gdal/session.hpp"
#include "layers/qgis/saved_styles.hpp"
#include "layers/run/basemap_run.hpp"
#include "layers/run/layer_input.hpp"
#include "layers/workspace/decisions.hpp"
#include "layers/workspace/register.hpp"

namespace redline {
namespace {

template <typename Compare>
void compare_styles(ManifestRows const& manifest, RunPlan const& plan, Compare const& compare) {
  std::map<std::string, std::string> now;
  for (auto const& [name, sha256] : style_inputs(read_saved_styles(plan.workspace_directory)))
    now["input." + name + ".sha256"] = sha256;
  for (auto const& [key, value] : manifest)
    if (key.rfind("input.styles/", 0) == 0 && key.ends_with(".sha256")) now.try_emplace(key);
  for (auto const& [key, value] : now) compare(key, value);
}

}  // namespace

std::string row_of(ManifestRows const& manifest, std::string_view key) {
  for (auto const& [k, value] : manifest)
    if (k == key) return value;
  return {};
}

std::string command_of(ManifestRows const& manifest) {
  return row_of(manifest, "format").rfind("redline-screening", 0) == 0 ? "screen" : "overlay";
}

void require_same_program(ManifestRows const& manifest, std::string const& path, Verification& out) {
  if (auto const then = row_of(manifest, "redline"); then != redline_version())
    throw Error(ErrorKind::input, "verify.other_version", {path, then, redline_version(), command_of(manifest)});
  std::array<std::string, LIBRARIES.size()> const now{gdal_version(), geos_version(), proj_version(),
                                                      proj_database_version()};
  for (std::size_t i = 0; i < now.size(); ++i)
    if (auto const then = row_of(manifest, LIBRARIES[i]); then != now[i])
      out.other_versions.emplace_back(LIBRARIES[i], then + " → " + now[i]);
}

void require_same_rules(ManifestRows const& manifest, std::string const& path, RunPlan const& plan) {
  auto const rules = load_rules(plan);
  if (rules.sha256() == row_of(manifest, "rules_sha256")) return;
  throw Error(
      ErrorKind::input, "verify.other_rules",
      {path, row_of(manifest, "rules") + " " + row_of(manifest, "rules_version"), rules.id() + " " + rules.version()});
}

Workspace repeated_plan(ManifestRows const& manifest, VerifyOptions const& options) {
  bool const with_workspace = !row_of(manifest, "workspace_sha256").empty();
  auto out = with_workspace ? options.workspace() : Workspace{};
  auto& plan = out.plan;
  if (!with_workspace) plan.layers = layers_of_settings(manifest);
  if (plan.layers.empty()) throw Error(ErrorKind::input, "verify.no_settings", {options.ledger, command_of(manifest)});
  if (!options.rules_file.empty()) plan.rules_file = options.rules_file;
  plan.as_of = parse_date(row_of(manifest, "as_of"));
  if (!plan.as_of) throw Error(ErrorKind::input, "verify.no_settings", {options.ledger, command_of(manifest)});
  plan.as_of_source = row_of(manifest, "as_of_source");
  plan.language = row_of(manifest, "language") == "en" ? Language::en : Language::zh;
  plan.area_method = area_method_named(row_of(manifest, "area_method"));
  plan.reserve = row_of(manifest, "filter_reserve"), plan.county = row_of(manifest, "filter_county");
  plan.allow_network = options.allow_network, plan.allow_vrt = options.allow_vrt;
  plan.threads = options.threads, plan.progress = options.progress;
  return out;
}

void compare_inputs(ManifestRows const& manifest, RunPlan const& plan, std::string const& table, Verification& out) {
  auto const compare = [&](std::string const& key, std::string const& now) {
    auto const then = row_of(manifest, key);
    if (then != now) out.differences.push_back({DifferenceKind::source, table, key, "value", then, now});
  };
  if (plan.with_register) compare("register_sha256", Register::load(plan.register_file).sha256());
  compare("decisions_sha256", DecisionBook(plan.decisions_file).sha256());
  compare_styles(manifest, plan, compare);
  std::vector<std::unique_ptr<LayerInput>> inputs;  // all are opened before the first is hashed
  for (auto const& layer : plan.layers) {
    if (row_of(manifest, "input." + layer.name + ".sha256").empty() && !layer.name.empty()) continue;
    Findings of_opening;
    inputs.push_back(std::make_unique<LayerInput>(layer, plan, of_opening));
  }
  for (auto const& in : inputs) {
    auto const now = in->description();
    compare("input." + in->plan().name + ".sha256", now.sha256);
    compare("input." + in->plan().name + ".coverage_sha256", now.coverage_sha256);
  }
}

}  // namespace redline
