// A QGIS project over a ledger, as one .qgz (or a plain .qgs, where the name ends so): layers grouped and styled,
// relations, bookmarks, map themes, print layouts. Nothing is copied: layers name their files relative to the project,
// so both move together. The ledger is only read. restoration: a GeoPackage of `restoration report --gpkg`; report: the
// HTML page that a feature's action opens (empty: the ledger's name with .html). The same inputs give the same bytes.
// Errors: read.missing, write.not_a_ledger (input), those of read_saved_styles (input), of check_project_replaced and
// AtomicFile's (output).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "engine/core/finding.hpp"
#include "engine/core/text.hpp"
#include "layers/qgis/map_layers.hpp"

namespace redline {

struct ProjectOptions {
  std::string ledger, output, restoration, report;
  DatabasePlace database;                          // where layers find the ledger, if not in the file
  std::string workspace_directory, register_file;  // for styles/ and names; empty: none, the built-in register
  bool overwrite = false;
  Language language = Language::zh;
};

struct ProjectResult {
  std::size_t layers = 0, bookmarks = 0, layouts = 0;
  Findings findings;                // about files of styles
  std::vector<std::string> styles;  // the files that were used
  std::string ledger_language;      // zh, en; empty: not said
};

ProjectResult write_project(ProjectOptions const& options);

}  // namespace redline
