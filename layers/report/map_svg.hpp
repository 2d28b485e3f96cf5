// A map as SVG that needs nothing else: ground in the order given, graticule with labels in degrees, minutes and
// seconds, scale bar, north arrow, numbered corners, legend below. Geometry: EPSG:4490, x = longitude; what lies
// outside the box is not drawn. Sizes in CSS pixels. `id` is unique in the page. A corner number that would lie on
// another one is left out and the legend says how many were. Layers with the same legend text stand in the legend once,
// empty ones never.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "engine/core/text.hpp"
#include "engine/geometry/geometry.hpp"
#include "layers/report/map_style.hpp"

namespace redline {

struct MapLayer {
  Wkb geometry;
  MapStyle style;
  std::string legend;
};

struct MapMark {  // a numbered corner, or a place in a colour of its own
  Point at;
  std::string label, fill = {};
};

struct MapLine {  // a distance
  Point from, to;
  std::string label;
};

struct MapName {  // of a protected area, inside it
  Wkb ground;
  std::string text;
};

struct MapRequest {
  std::string id, title;
  Bounds box, known;                 // to be shown; where the layers are complete (empty: everywhere)
  double width = 640, height = 340;  // of the plot, without legend and labels
  std::vector<MapLayer> layers;      // later over earlier
  std::vector<MapMark> marks;
  std::vector<MapLine> lines;
  std::vector<MapName> names;
  std::string note;           // inside the plot, such as: schematic, not the legal boundary
  double detail = 0;          // outlines are drawn no finer than so many pixels
  bool number_names = false;  // a name that finds no room becomes a number that the legend explains
};

std::string map_svg(MapRequest const& request, Language language);

}  // namespace redline
