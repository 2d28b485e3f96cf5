// SPDX-License-Identifier: Apache-2.0
#include "engine/basemap/near.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "engine/basemap/around.hpp"
#include "engine/basemap/cell_index.hpp"
#include "engine/crs/local_metric.hpp"
#include "engine/geometry/closest_on.hpp"
#include "engine/measure/length.hpp"

namespace redline {
namespace {

constexpr double METRIC_ERROR = 1.02;

inline double larger(double a, double b) { return a > b ? a : b; }  // that compilers take several at a time

inline double gap2(Bounds const& a, Bounds const& b) {
  auto const dx = larger(0, larger(a.min_x - b.max_x, b.min_x - a.max_x));
  auto const dy = larger(0, larger(a.min_y - b.max_y, b.min_y - a.max_y));
  return dx * dx + dy * dy;
}

struct Pair {
  double d2 = std::numeric_limits<double>::infinity();
  Point from, to;
  CellRef at;
  std::uint32_t zone = 0;
  bool found = false;
  std::tuple<std::uint32_t, std::uint32_t, std::uint32_t> order() const { return {at.area, zone, at.cell}; }
  void offer(Point f, Point t) {
    if (auto const d = square_distance(f, t); d < d2) d2 = d, from = f, to = t, found = true;
  }
};

// The geometry in metres around its middle, and the search from there. Two outlines that do not cross are closest at a
// corner of one.
class From {
 public:
  From(Basemap const& basemap, Coordinates const& geometry, Bounds const& bounds)
      : m_basemap(basemap), m_bounds(bounds), m_metric(bounds.centre()) {
    for (auto const& part : geometry.parts)
      for (auto const& ring : part) {
        m_rings.emplace_back();
        for (auto const& p : ring) m_rings.back().push_back(m_metric.to_m(p)), m_box.add(m_rings.back().back());
      }
  }

  // The nearest of all within the radius: cells nearest first; of equal distances the first area and zone counts.
  Pair closest(double radius_m) const {
    auto const reach = in_metres(around(m_bounds, radius_m));
    auto const least2 = [&](Bounds const& box) {
      auto const b = in_metres(box);
      return gap2(reach, b) > 0 ? std::numeric_limits<double>::infinity() : gap2(m_box, b);
    };
    Pair best;
    m_basemap.index().nearest_first(least2, [&](CellIndex::Entry const& e) {
      Pair here;
      here.at = e.cell, here.zone = e.zone;
      here.d2 = std::nextafter(best.d2, std::numeric_limits<double>::infinity());
      offer(e, here);
      if (here.found && (here.d2 < best.d2 || here.order() < best.order())) best = here;
      return best.d2;
    });
    return best;
  }

  void offer_cell(CellRef ref, Pair& best) const {
    auto const& ground = m_basemap.ground(ref.area);
    auto const& cell = ground.cells[ref.cell];
    for (std::uint32_t r = 0; r < cell.rings; ++r) offer_ring(ground.ring(cell, r), ground.boxes(cell, r), best);
  }

  Near result(Pair const& best) const {
    auto const from = m_metric.to_lonlat(best.from), to = m_metric.to_lonlat(best.to);
    return {best.at.area, best.zone, geodesic_distance_m(from, to), from, to};
  }

 private:
  // Most cells without a look at the tables of their area, which lie far apart.
  void offer(CellIndex::Entry const& e, Pair& best) const {
    constexpr auto N = AreaCells::EDGES_IN_BOX;
    if (e.ring != nullptr)
      offer_ring({e.ring, e.corners}, {e.boxes, (e.corners - 1 + N - 1) / N}, best);
    else
      offer_cell(e.cell, best);
  }

  // The nearest box first: what is found there rules out most of the others.
  void offer_ring(std::span<Point const> ring, std::span<Bounds const> boxes, Pair& best) const {
    m_gaps.clear();
    for (auto const& b : boxes) m_gaps.push_back(gap2(m_box, in_metres(b)));
    auto const first = static_cast<std::size_t>(std::min_element(m_gaps.begin(), m_gaps.end()) - m_gaps.begin());
    if (boxes.empty() || m_gaps[first] >= best.d2) return;
    offer_edges(ring.subspan(first * AreaCells::EDGES_IN_BOX), best);
    for (std::size_t k = 0; k < boxes.size(); ++k)
      if (k != first && m_gaps[k] < best.d2) offer_edges(ring.subspan(k * AreaCells::EDGES_IN_BOX), best);
  }

  void offer_edges(std::span<Point const> points, Pair& best) const {
    auto const end = std::min(points.size(), AreaCells::EDGES_IN_BOX + 1);
    auto a = m_metric.to_m(points[0]);
    for (std::size_t i = 1; i < end; ++i) {
      auto const b = m_metric.to_m(points[i]);
      if (gap2(m_box, Bounds::of(a, b)) < best.d2) offer_edge(a, b, best);
      a = b;
    }
  }

  Bounds in_metres(Bounds const& b) const {
    auto const low = m_metric.to_m({b.min_x, b.min_y}), high = m_metric.to_m({b.max_x, b.max_y});
    return {low.x, low.y, high.x, high.y};
  }

  void offer_edge(Point a, Point b, Pair& best) const {
    for (auto const& ring : m_rings) {
      for (auto const& p : ring) best.offer(p, closest_on(p, a, b));
      for (std::size_t i = 1; i < ring.size(); ++i) best.offer(closest_on(b, ring[i - 1], ring[i]), b);
    }
  }

  Basemap const& m_basemap;
  Bounds m_bounds, m_box;  // in degrees, in metres
  LocalMetric m_metric;
  std::vector<std::vector<Point>> m_rings;
  mutable std::vector<double> m_gaps;  // of one ring's boxes, kept for its memory
};

bool same_zone(Basemap const& basemap, CellRef a, CellRef b) {
  return a.area == b.area && basemap.cell(a).zone == basemap.cell(b).zone;
}

Bounds bounds_of(Coordinates const& geometry) {
  Bounds out;
  for (auto const& part : geometry.parts)
    for (auto const& ring : part)
      for (auto const& p : ring) out.add(p);
  return out;
}

}  // namespace

std::vector<Near> within(Basemap const& basemap, Coordinates const& geometry, double radius_m) {
  std::vector<Near> out;
  auto const bounds = bounds_of(geometry);
  std::vector<CellRef> cells;
  if (!bounds.empty()) basemap.query(around(bounds, radius_m), cells);
  if (cells.empty()) return out;
  From const from(basemap, geometry, bounds);
  for (std::size_t i = 0; i < cells.size();) {
    Pair best;
    best.d2 = radius_m * radius_m * METRIC_ERROR * METRIC_ERROR;
    best.at = cells[i], best.zone = basemap.cell(cells[i]).zone;
    for (; i < cells.size() && same_zone(basemap, cells[i], best.at); ++i) from.offer_cell(cells[i], best);
    if (!best.found) continue;
    if (auto const near = from.result(best); near.distance_m <= radius_m) out.push_back(near);
  }
  return out;
}

std::optional<Near> nearest(Basemap const& basemap, Coordinates const& geometry, double limit_m) {
  auto const bounds = bounds_of(geometry);
  if (bounds.empty() || !(limit_m > 0)) return std::nullopt;
  From const from(basemap, geometry, bounds);
  auto const best = from.closest(limit_m);
  if (!best.found) return std::nullopt;
  auto const near = from.result(best);
  return near.distance_m <= limit_m ? std::optional(near) : std::nullopt;
}

}  // namespace redline
