// SPDX-License-Identifier: Apache-2.0
#include "engine/measure/width.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/measure/deepest_point.hpp"

namespace redline {
namespace {

// By how much distances in the metric of the middle may be short of those at another place of the geometry (see
// LocalMetric).
double stretch(Bounds const& b) {
  LocalMetric const metric(b.centre());
  auto const corner = metric.to_m({b.max_x, b.max_y});
  double const r = std::hypot(corner.x, corner.y) / 6.37e6, lat = std::max(std::abs(b.min_y), std::abs(b.max_y));
  return 1 + 1.1 * std::tan(lat * RADIANS) * r + r * r;
}

double distance2_from_origin(Point a, Point b) {
  double const dx = b.x - a.x, dy = b.y - a.y, l2 = dx * dx + dy * dy;
  double const t = l2 > 0 ? std::clamp(-(a.x * dx + a.y * dy) / l2, 0.0, 1.0) : 0;
  double const x = a.x + t * dx, y = a.y + t * dy;
  return x * x + y * y;
}

// The distance once more in the metric of the centre itself: that of the whole geometry is poor far from its middle.
double width_at(Point centre, RingsOfPart const& rings) {
  LocalMetric const metric(centre);
  double least2 = std::numeric_limits<double>::infinity();
  for (auto const& ring : rings)
    for (std::size_t i = 1; i < ring.size(); ++i)
      least2 = std::min(least2, distance2_from_origin(metric.to_m(ring[i - 1]), metric.to_m(ring[i])));
  return 2 * std::sqrt(least2);
}

}  // namespace

InscribedCircle largest_circle(Geometry const& lonlat) {
  InscribedCircle out;
  auto const c = coordinates(lonlat);
  if (c.dimension != 2 || c.parts.empty()) return out;
  out.centre = c.parts.front().front().front();
  LocalMetric const metric(lonlat.bounds().centre());
  std::vector<Outline> outlines;
  outlines.reserve(c.parts.size());
  for (auto const& part : c.parts) outlines.emplace_back(part, metric);
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < outlines.size(); ++i) order.emplace_back(-outlines[i].deepest_possible(), i);
  std::sort(order.begin(), order.end());
  Deepest best;
  double most = 0;
  for (auto const& [minus_cap, i] : order) {
    bool const hopeless = best.depth > 0 && -minus_cap <= good_enough(best.depth);
    most = std::max(most, hopeless ? -minus_cap : deepest_possible_after_search(outlines[i], best));
  }
  if (best.depth <= 0) return out;
  auto const part = static_cast<std::size_t>(best.outline - outlines.data());
  out.centre = best.outline->given_back(best.at);
  out.width_m = width_at(out.centre, c.parts[part]);
  out.upper_m = std::max(out.width_m, 2 * std::max(most, best.depth) * stretch(lonlat.bounds()));
  return out;
}

}  // namespace redline
