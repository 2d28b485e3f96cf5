// What one overlay run works on, resolved from the command line or from a workspace before any file is opened.
// Paths are as the user may read them in the manifest; field names and value maps are overrides of what is recognised.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/date.hpp"
#include "engine/core/finding.hpp"
#include "engine/core/progress.hpp"
#include "engine/core/text.hpp"
#include "engine/crs/transformation.hpp"
#include "engine/ledger/assess.hpp"

namespace redline {

enum class Role { areas, activities };

struct LayerPlan {
  std::string name;            // unique; empty: the layer's own name
  std::string source;          // FILE[:LAYER], as GDAL opens it
  std::string shown_source;    // as the manifest prints it (relative to the workspace)
  std::string shown_coverage;  // likewise
  Role role = Role::areas;
  std::string kind;  // area or activity kind for all features; empty: from a field, else "other"
  std::string crs;   // override
  std::string encoding, where, action, coverage;  // coverage: WKT or a file with polygons
  std::optional<double> accuracy_m;
  std::optional<Date> valid_from, valid_to;
  bool schematic = false, enabled = true;
  std::string zones_of;  // areas only: the layer of boundaries whose zones these are
  std::map<std::string, std::string> fields, zone_map, kind_map;
};

struct RunPlan {
  std::vector<LayerPlan> layers;
  std::string output;
  std::vector<std::string>
      exports;         // to be written from the ledger afterwards: their places are looked at before any work
  bool aside = false;  // the ledger under a new name where another program has the old one open
  bool overwrite = false, allow_network = false, allow_vrt = false;
  Language language = Language::zh;
  std::optional<Date> as_of;
  std::string as_of_source;  // given, workspace or default
  std::string rules_file;    // empty: the built-in set
  std::string workspace_directory, workspace_sha256;
  AreaMethod area_method = AreaMethod::exact;
  double densify_m = 0.01, nearest_limit_m = 20000;
  bool three_zones_mapped = false;
  std::map<std::string, double> setbacks_m;
  std::vector<DatumParameters> datum_parameters;
  std::string reserve, county;  // filters
  bool with_register = false;   // every reserve in force appears in the summary
  std::string register_file;    // empty: the built-in register
  std::string decisions_file;   // empty: none
  bool use_prepared = false;    // the prepared basemap of the workspace, where it fits
  int threads = 1;
  Progress* progress = nullptr;
};

struct RunResult {     // what the person is told at the end
  std::string output;  // where the ledger stands
  std::map<std::string, std::uint64_t> conflicts_by_verdict;
  std::map<std::string, std::uint64_t> activities_by_verdict;
  std::uint64_t activities = 0, areas = 0, conflicts = 0, rejected = 0, findings = 0;
  std::uint64_t other_counties = 0, county_unknown = 0;     // activities left out by --county
  Findings layer_warnings;                                  // of layers as a whole
  std::vector<std::pair<std::string, double>> stages;       // seconds of wall time each, in order
  std::vector<std::string> reserves_taken;                  // names of the areas that --reserve stands for
  std::vector<std::string> coverage_not_stated;             // layers
  std::vector<std::pair<std::string, std::string>> styles;  // files of the workspace and their SHA-256
};

RunResult run_overlay(RunPlan plan);

}  // namespace redline
