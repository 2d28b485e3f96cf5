// SPDX-License-Identifier: Apache-2.0
#include "engine/basemap/near.hpp"

#include <algorithm>
#include <cmath>

#include "engine/crs/local_metric.hpp"
#include "engine/measure/length.hpp"

namespace redline {
namespace {

constexpr double METRES_PER_DEGREE = 110574;  // the shortest degree of latitude

Bounds around(Bounds const& b, double radius_m) {
  auto const dy = radius_m / METRES_PER_DEGREE;
  auto const lat = std::min(89.0, std::max(std::abs(b.min_y), std::abs(b.max_y)) + dy);
  return b.expanded(dy / std::cos(lat * 3.14159265358979323846 / 180), dy);
}

Point closest_on(Point p, Point a, Point b) {
  auto const dx = b.x - a.x, dy = b.y - a.y;
  auto const length2 = dx * dx + dy * dy;
  if (length2 == 0) return a;
  auto const t = std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0);
  return {a.x + t * dx, a.y + t * dy};
}

double square(Point a, Point b) { return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y); }

struct Pair {
  double d2 = std::numeric_limits<double>::infinity();
  Point from, to;
  void offer(Point f, Point t) {
    if (auto const d = square(f, t); d < d2) d2 = d, from = f, to = t;
  }
};

// Both rings in metres; the closest pair of two polylines that do not cross lies at a vertex of one of them.
void offer_all(std::vector<Point> const& a, std::vector<Point> const& b, Pair& best) {
  for (auto const& p : a) {
    for (std::size_t j = 1; j < b.size(); ++j) best.offer(p, closest_on(p, b[j - 1], b[j]));
    if (b.size() == 1) best.offer(p, b[0]);
  }
  for (auto const& q : b)
    for (std::size_t i = 1; i < a.size(); ++i) best.offer(closest_on(q, a[i - 1], a[i]), q);
}

std::vector<std::vector<Point>> in_metres(Coordinates const& c, LocalMetric const& metric) {
  std::vector<std::vector<Point>> out;
  for (auto const& part : c.parts)
    for (auto const& ring : part) {
      out.emplace_back();
      for (auto const& p : ring) out.back().push_back(metric.to_m(p));
    }
  return out;
}

Bounds bounds_of(Coordinates const& c) {
  Bounds b;
  for (auto const& part : c.parts)
    for (auto const& ring : part)
      for (auto const& p : ring) b.add(p);
  return b;
}

}  // namespace

std::vector<Near> within(Basemap const& basemap, Coordinates const& geometry, double radius_m) {
  std::vector<Near> out;
  auto const bounds = bounds_of(geometry);
  if (bounds.empty()) return out;
  LocalMetric const metric(bounds.centre());
  auto const mine = in_metres(geometry, metric);
  std::vector<CellRef> refs;
  basemap.query(around(bounds, radius_m), refs);
  std::vector<Point> theirs;
  for (std::size_t i = 0; i < refs.size();) {
    auto const area = refs[i].area;
    auto const zone = basemap.cell(refs[i]).zone;
    Pair best;
    for (; i < refs.size() && refs[i].area == area && basemap.cell(refs[i]).zone == zone; ++i) {
      auto const& ground = basemap.ground(area);
      auto const& cell = ground.cells[refs[i].cell];
      for (std::uint32_t r = 0; r < cell.rings; ++r) {
        theirs.clear();
        for (auto const& p : ground.ring(cell, r)) theirs.push_back(metric.to_m(p));
        for (auto const& ring : mine) offer_all(ring, theirs, best);
      }
    }
    auto const from = metric.to_lonlat(best.from), to = metric.to_lonlat(best.to);
    if (auto const d = geodesic_distance_m(from, to); d <= radius_m) out.push_back({area, zone, d, from, to});
  }
  return out;
}

std::optional<Near> nearest(Basemap const& basemap, Coordinates const& geometry, double limit_m) {
  for (double radius = std::min(limit_m, 3000.0); limit_m > 0; radius = std::min(limit_m, radius * 4)) {
    auto const found = within(basemap, geometry, radius);
    auto const best = std::min_element(found.begin(), found.end(),
                                       [](Near const& a, Near const& b) { return a.distance_m < b.distance_m; });
    if (best != found.end()) return *best;
    if (radius >= limit_m) break;
  }
  return std::nullopt;
}

bool depth_is_at_least(Basemap const& basemap, std::size_t area, std::uint32_t zone, Point p, double depth_m) {
  LocalMetric const metric(p);
  std::vector<CellRef> refs;
  Bounds b;
  b.add(p);
  basemap.query(around(b, depth_m), refs);
  auto const& ground = basemap.ground(area);
  for (auto const& ref : refs) {
    auto const& cell = basemap.cell(ref);
    if (ref.area != area || cell.zone != zone) continue;
    for (std::uint32_t r = 0; r < cell.rings; ++r) {
      auto const ring = ground.ring(cell, r);
      for (std::size_t i = 1; i < ring.size(); ++i)
        if (!is_cut(cell.frame, ring[i - 1], ring[i]) &&
            square({0, 0}, closest_on({0, 0}, metric.to_m(ring[i - 1]), metric.to_m(ring[i]))) < depth_m * depth_m)
          return false;
    }
  }
  return true;
}

}  // namespace redline
