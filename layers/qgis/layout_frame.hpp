// What the pages of a layout are about, and the expressions that place their maps: the 3-degree Gauss-Krüger zone of
// the place (UTM outside China), at the largest scale of a list that holds it (frame.mustache). The table of conflicts
// has no geometry, so QGIS cannot do it by itself. Throws nothing of its own.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

struct LayoutSubject {
  char const *coverage, *filter, *sort, *page, *lon, *lat, *ground, *theme;
};

LayoutSubject const& layout_subject(std::string const& name);  // "conflict", else the reserves
std::string crs_expression(LayoutSubject const& s);
// With @scale, @ground and @crs of a map of w × h mm: what an expression of these three gives.
std::string of_frame(LayoutSubject const& s, double w, double h, std::string const& result);
std::string frame_side(LayoutSubject const& s, double w, double h, char axis, char sign);

}  // namespace redline
