// The map of a whole ledger as a piece of SVG: zones in the colours of the sector, overlaps as dots in the colour of
// their proposed verdict, graticule, scale bar, north arrow, legend of zones below; with names of reserves where they
// find room. Shapes are drawn to 0.7 units of the picture; dots stand on a grid of two units, one for all
// overlaps on it, the most severe seen: a ledger of any size gives a picture of bounded size. Needs ledger_views.hpp.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "engine/core/text.hpp"
#include "layers/ledger_report/ledger_file.hpp"

namespace redline {

struct SvgPiece {
  std::string svg;  // empty: nothing to draw
  double width = 0, height = 0;
};

struct RegionMapSize {
  double width, height;  // of the plot; legend and labels come on top
  bool with_names = false;
};

char const* verdict_colour(std::string_view verdict);
SvgPiece region_map(LedgerFile& ledger, RegionMapSize const& size, std::string const& id, Language language);

}  // namespace redline
