// SPDX-License-Identifier: Apache-2.0
#include "layers/run/manifest.hpp"

#include <fmt/format.h>

#include "engine/core/version.hpp"
#include "layers/gdal/session.hpp"
#include "layers/run/layer_settings.hpp"
#include "layers/write/ledger_schema.hpp"

namespace redline {
namespace {

std::string number(double v) { return fmt::format("{}", v); }

}  // namespace

std::vector<std::pair<std::string, std::string>> manifest(
    RunPlan const& p, RuleSet const& rules, std::vector<LayerRow> const& layers, ReserveNames const& names,
    std::string const& decisions_sha256, std::vector<std::pair<std::string, std::string>> const& styles) {
  std::vector<std::pair<std::string, std::string>> out{
      {"format", LEDGER_FORMAT},
      {"redline", redline_version()},
      {"gdal", gdal_version()},
      {"geos", geos_version()},
      {"proj", proj_version()},
      {"proj_db", proj_database_version()},
      {"as_of", to_string(p.as_of)},
      {"as_of_source", p.as_of_source},
      {"language", p.language == Language::zh ? "zh" : "en"},
      {"rules", rules.id()},
      {"rules_version", rules.version()},
      {"rules_sha256", rules.sha256()},
      {"area_method", name_of(p.area_method)},
      {"densify_m", number(p.densify_m)},
      {"nearest_limit_m", number(p.nearest_limit_m)},
      {"three_zones_mapped", p.three_zones_mapped ? "true" : "false"},
      {"rounding", "none in the ledger; half-even (GB/T 8170) where printed"},
      {"datum", "CGCS2000 and WGS 84 count as one"}};
  if (p.with_register) {
    out.emplace_back("register_sha256", names.reserves().sha256());
    out.emplace_back("register_checked_on", to_string(names.reserves().checked_on()));
  }
  if (!decisions_sha256.empty()) out.emplace_back("decisions_sha256", decisions_sha256);
  if (!p.reserve.empty()) out.emplace_back("filter_reserve", p.reserve);
  for (auto const& name : names.taken()) out.emplace_back("filter_reserve_taken", name);
  if (!p.county.empty()) out.emplace_back("filter_county", p.county);
  if (!p.workspace_sha256.empty())
    out.emplace_back("workspace_sha256", p.workspace_sha256);
  else
    for (auto const& row : layer_settings(p.layers)) out.push_back(row);
  for (auto const& [kind, metres] : p.setbacks_m) out.emplace_back("setback." + kind, number(metres));
  for (auto const& d : p.datum_parameters) {
    std::string values;
    for (auto v : d.values) values += (values.empty() ? "" : " ") + number(v);
    out.emplace_back("transformation." + d.datum, values);
  }
  for (auto const& l : p.layers)
    if (!l.zones_of.empty()) out.emplace_back("input." + l.name + ".zones_of", l.zones_of);
  for (auto const& l : layers) {
    auto const key = "input." + l.layer + ".";
    for (auto const& [name, value] : {std::pair{"role", l.role},
                                      {"source", l.source},
                                      {"sha256", l.sha256},
                                      {"crs", l.crs},
                                      {"operation", l.operation},
                                      {"encoding", l.encoding}})
      out.emplace_back(key + name, value);
    if (!l.coverage_sha256.empty()) out.emplace_back(key + "coverage_sha256", l.coverage_sha256);
  }
  for (auto const& [name, sha256] : styles) {
    out.emplace_back("input." + name + ".role", "style");
    out.emplace_back("input." + name + ".sha256", sha256);
  }
  return out;
}

}  // namespace redline
