// SPDX-License-Identifier: Apache-2.0
#include "engine/screen/corner_parts.hpp"

#include <algorithm>
#include <functional>

#include "engine/crs/local_metric.hpp"
#include "engine/geometry/edge_distance.hpp"
#include "engine/measure/area.hpp"

namespace redline {
namespace {

constexpr double STRAIGHT_M = 1e-4;
constexpr std::size_t LONGEST_RUN = 1000;

// The outermost vertex in x and y is a corner but for rounding, whatever the others are.
void start_at_a_corner(Ring& open) {
  auto const first = std::min_element(open.begin(), open.end(),
                                      [](Point a, Point b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
  std::rotate(open.begin(), first, open.end());
}

bool straight(Point p, Point a, Point b) { return edge_distance(p, a, b) <= STRAIGHT_M; }

Ring without_straight(Ring const& open, std::function<Point(Point)> const& metres) {
  Ring flat;
  for (auto const& p : open) flat.push_back(metres(p));
  auto const n = open.size();
  std::vector<std::size_t> kept{0};
  for (std::size_t i = 1; i < n; ++i) {
    auto const anchor = kept.back();
    auto const next = flat[(i + 1) % n];
    bool passed = i - anchor < LONGEST_RUN;
    for (auto k = anchor + 1; passed && k <= i; ++k) passed = straight(flat[k], flat[anchor], next);
    if (!passed) kept.push_back(i);
  }
  if (kept.size() > 3 && straight(flat[0], flat[kept.back()], flat[kept[1]])) kept.erase(kept.begin());
  if (kept.size() < 3) return open;
  Ring out;
  for (auto const i : kept) out.push_back(open[i]);
  return out;
}

Ring corners_of(Ring ring, Transformation const& printed) {
  ring.pop_back();  // rings of polygons are closed
  start_at_a_corner(ring);
  LocalMetric const metric(ring.front());
  ring = without_straight(ring, [&](Point p) { return metric.to_m(p); });
  if (printed.crs().geographic()) return ring;
  return without_straight(ring, [&](Point p) { return printed.inverse(p); });
}

ScreenedPart part_of(RingsOfPart const& rings, Transformation const& printed) {
  ScreenedPart out;
  Coordinates one;
  one.dimension = 2;
  one.parts = {rings};
  out.m2 = exact_area_m2(one);
  for (auto const& ring : rings) {
    auto& r = out.rings.emplace_back();
    r.hole = out.rings.size() > 1;
    for (auto const& p : corners_of(ring, printed)) r.corners.push_back({"", printed.inverse(p), p});
  }
  return out;
}

}  // namespace

std::vector<ScreenedPart> corner_parts(Geometry const& lonlat, Transformation const& printed) {
  std::vector<ScreenedPart> out;
  for (auto const& part : coordinates(lonlat).parts)
    if (!part.empty() && part.front().size() > 3) out.push_back(part_of(part, printed));
  std::stable_sort(out.begin(), out.end(), [](auto const& a, auto const& b) { return a.m2 > b.m2; });
  int number = 0;
  for (auto& part : out)
    for (auto& ring : part.rings)
      for (auto& corner : ring.corners) corner.name = "C" + std::to_string(++number);
  return out;
}

}  // namespace redline
