// How ground looks on the maps of reports: colour for the screen and a pattern beside it, so that a copy in black and
// white still tells the zones apart. Sizes in units of the map (CSS pixels).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace redline {

enum class Pattern { none, hatch, back_hatch, cross, horizontal, vertical, dots, sparse, dense };

struct MapStyle {
  std::string fill, outline;  // #rrggbb; empty: none
  Pattern pattern = Pattern::none;
  double width = 1;
  std::string dash;  // of SVG; empty: a full line
  bool operator==(MapStyle const&) const = default;
};

MapStyle zone_style(std::string_view area_kind, std::string_view zone);
MapStyle activity_style();
MapStyle overlap_style();
MapStyle remaining_style();                                          // what a cut leaves
MapStyle right_style();                                              // an existing right
std::string pattern_tile(Pattern pattern, std::string_view colour);  // what stands inside <pattern>, 8 × 8 units

}  // namespace redline
