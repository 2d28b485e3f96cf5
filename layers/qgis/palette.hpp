// What the maps look like, as data (palette.toml, built in): classes of rules (verdict, area, activity, finding,
// stage), each rule a line of the legend with its symbol, and the look of each layer. A feature meets exactly one rule
// of its class: the values of `where` must agree, and `not_column` must hold none of `not_values` (absent counts as
// ''). Rules stand in the order of the legend. Colours are #rrggbb, lengths millimetres on paper, scales denominators
// (0: no limit). Titles are text keys. Errors: Error(invariant, "qgis.palette" {what}). Immutable after load, any
// thread.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace redline {

struct MapSymbol {
  std::string fill, outline, line = "solid";   // fill empty: none; line: solid, dash, dot, dash dot
  std::string marker = "circle", marker_fill;  // empty: as the outline
  double opacity = 1, width = 0.3, hatch_width = 0.25, spacing = 2.2, size = 2;
  std::vector<double> hatch;  // directions, degrees anticlockwise from east
  std::string place;          // an expression: the marker stands there, whatever the feature's own shape
};

struct MapRule {
  std::vector<std::pair<std::string, std::string>> where;
  std::string not_column;
  std::vector<std::string> not_values;
  std::string expression;  // instead of these, where given
  std::string title;
  MapSymbol symbol;
};

struct LayerLook {
  std::string table, rules;  // the name of a class
  std::string label, label_once, label_first, name;
  std::vector<std::string> tip, tip_long;  // columns
  double label_scale = 0, label_rest_scale = 0, label_size = 8, priority = 5, dots = 0, scale = 0;
  bool timed = false;          // rows hold from valid_from to valid_to
  bool single_points = false;  // POINT, not MULTIPOINT
};

struct Palette {
  std::map<std::string, std::vector<MapRule>, std::less<>> classes;
  std::vector<LayerLook> layers;
  std::map<long, double> detail;  // above so many conflicts and activities, they show only nearer than this scale

  LayerLook const* look_of(std::string_view table) const;  // null: not drawn
  std::vector<MapRule> const& rules_of(LayerLook const& look) const { return classes.find(look.rules)->second; }
};

Palette const& palette();

// The condition of a rule, both as QGIS expression and as SQL.
std::string condition(MapRule const& rule);

}  // namespace redline
