// What stands on every map besides ground: frame with graticule, scale bar, north arrow, legend. Pieces of SVG in the
// coordinates of the frame. haloed(): text with a white rim, at the left end of its base line.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "layers/report/map_frame.hpp"
#include "layers/report/map_style.hpp"

namespace redline {

inline constexpr double MAP_TEXT = 10.5;

struct LegendItem {
  MapStyle style;
  std::string fill_pattern;  // url(#…) or empty
  std::string text;
  bool is_note = false;  // text alone
};

std::string haloed(Point at, std::string_view text, double size, bool bold = false);
std::string frame_and_graticule(MapFrame const& frame);
std::string graticule_lines(MapFrame const& frame);
std::string scale_bar(MapFrame const& frame, Bounds& taken);
std::string north_arrow(MapFrame const& frame, Bounds& taken);
double legend_height(std::vector<LegendItem> const& items, double width);
std::string legend(std::vector<LegendItem> const& items, double top, double width);
std::string shape_attributes(MapStyle const& style);

}  // namespace redline
