// From longitude and latitude to the plane of a small map: x to the right from 0 to width, y down from 0 to height,
// north up, equal scale in both directions at the middle latitude (good to 1 % over 100 km at 45°). The box asked for
// is widened to the proportions of the map. graticule(): the round values of an axis, at most about `most` of them.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "engine/geometry/bounds.hpp"

namespace redline {

class MapFrame {
 public:
  MapFrame(Bounds const& wanted, Bounds const& known, double width, double height);
  Bounds const& box() const { return m_box; }
  double width() const { return m_width; }
  double height() const { return m_height; }
  double x(double lon) const;
  double y(double lat) const;
  double metres_per_unit() const { return m_metres_per_unit; }

 private:
  Bounds m_box;
  double m_width, m_height, m_metres_per_unit = 1;
};

struct Graticule {
  std::vector<double> degrees;
  double step_s = 1;  // seconds
};
Graticule graticule(double from, double to, int most);
std::string graticule_label(double degrees, double step_s, char hemisphere);  // 83°00′45″E, no finer than the step
double round_length(double at_most_m);                                        // 1, 2 or 5 times a power of ten

}  // namespace redline
