// The layers of a project and the tree they stand in, as a director reads them: conflicts by verdict, activities by
// kind, restoration by stage, findings, reserves by zone, red lines, other protected areas, tables. A rule of the
// palette with features becomes a layer of its own; what no layer draws today stands in one more layer per table, so
// that every row has exactly one place also after the ledger is written anew. Ids are stable between runs. In a large
// ledger (Palette::detail) conflicts and activities show only from near; before that, a sign in each area counts them.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "engine/core/text.hpp"
#include "layers/qgis/ledger_facts.hpp"
#include "layers/qgis/style.hpp"

namespace redline {

// A ledger in PostGIS as QGIS connects to it; no password.
struct DatabasePlace {
  std::vector<std::pair<std::string, std::string>> words;  // host, dbname, …
  std::string schema;                                      // empty: the ledger is a file
};

struct ProjectLayer {
  std::string id, name, source, subset;
  bool in_database = false;
  StyledTable table;
  LayerLook const* look = nullptr;  // null: a table
  std::vector<MapRule> rules;
  double scale = 0, beyond = 0;  // denominators: shown only nearer than the one, only further away than the other
  bool counted = true;           // the tree shows the number of features: QGIS reads them all for it
  bool checked = true, hidden = false, labelled = true, overview = false;
};

struct TreeNode {
  std::string name;
  bool checked = true, expanded = false;
  std::vector<std::size_t> layers;  // places in MapProject::layers
  std::vector<TreeNode> nodes;      // below the layers
  bool untitled = false;            // in printed legends
  bool on_sheets = true;            // drawn on printed sheets, so that these and their legends have room
};

struct MapProject {
  std::vector<ProjectLayer> layers;
  TreeNode tree;
};

struct RestorationFile {
  std::string source;  // empty: none
  bool with_sites = true;
};

// ledger (where it is no database), restoration: paths as the project names them.
MapProject map_project(LedgerFacts const& facts, std::string const& ledger, DatabasePlace const& database,
                       RestorationFile const& restoration, Language l);

}  // namespace redline
