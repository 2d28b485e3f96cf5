// SPDX-License-Identifier: Apache-2.0
#include "engine/basemap/near.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/crs/local_metric.hpp"
#include "engine/measure/length.hpp"

namespace redline {
namespace {

constexpr double METRES_PER_DEGREE = 110574;  // the shortest degree of latitude
constexpr double FIRST_RADIUS_M = 2000, METRIC_ERROR = 1.02;

Bounds around(Bounds const& b, double radius_m) {
  auto const dy = radius_m / METRES_PER_DEGREE;
  auto const lat = std::min(89.0, std::max(std::abs(b.min_y), std::abs(b.max_y)) + dy);
  return b.expanded(dy / std::cos(lat * RADIANS), dy);
}

Point closest_on(Point p, Point a, Point b) {
  auto const dx = b.x - a.x, dy = b.y - a.y;
  auto const length2 = dx * dx + dy * dy;
  if (length2 == 0) return a;
  auto const t = std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0);
  return {a.x + t * dx, a.y + t * dy};
}

double square(Point a, Point b) { return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y); }

double gap2(Bounds const& a, Bounds const& b) {
  auto const dx = std::max({0.0, a.min_x - b.max_x, b.min_x - a.max_x});
  auto const dy = std::max({0.0, a.min_y - b.max_y, b.min_y - a.max_y});
  return dx * dx + dy * dy;
}

struct Pair {
  double d2 = std::numeric_limits<double>::infinity();
  Point from, to;
  CellRef at;
  bool found = false;
  void offer(Point f, Point t) {
    if (auto const d = square(f, t); d < d2) d2 = d, from = f, to = t, found = true;
  }
};

struct Candidate {
  double least2;  // no point of the cell is nearer
  CellRef ref;
};

// The geometry in metres around its middle, and the search from there. Two outlines that do not cross are closest at a
// corner of one.
class From {
 public:
  From(Basemap const& basemap, Coordinates const& geometry) : m_basemap(basemap), m_metric(middle(geometry)) {
    for (auto const& part : geometry.parts)
      for (auto const& ring : part) {
        m_rings.emplace_back();
        for (auto const& p : ring) m_rings.back().push_back(m_metric.to_m(p)), m_box.add(m_rings.back().back());
      }
  }

  bool nothing() const { return m_bounds.empty(); }

  std::vector<Candidate> candidates(double radius_m) const {
    std::vector<Candidate> out;
    m_basemap.visit(around(m_bounds, radius_m), [&](CellRef ref, Bounds const& cell) {
      out.push_back({gap2(m_box, in_metres(cell)), ref});
    });
    return out;
  }

  void offer_cell(CellRef ref, Pair& best) const {
    auto const& ground = m_basemap.ground(ref.area);
    auto const& cell = ground.cells[ref.cell];
    for (std::uint32_t r = 0; r < cell.rings; ++r) offer_ring(ground.ring(cell, r), ground.boxes(cell, r), best);
  }

  Near result(Pair const& best) const {
    auto const from = m_metric.to_lonlat(best.from), to = m_metric.to_lonlat(best.to);
    return {best.at.area, m_basemap.cell(best.at).zone, geodesic_distance_m(from, to), from, to};
  }

 private:
  Point middle(Coordinates const& c) {
    for (auto const& part : c.parts)
      for (auto const& ring : part)
        for (auto const& p : ring) m_bounds.add(p);
    return m_bounds.empty() ? Point{} : m_bounds.centre();
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
  Bounds m_bounds, m_box;
  LocalMetric m_metric;
  std::vector<std::vector<Point>> m_rings;
  mutable std::vector<double> m_gaps;  // of one ring's boxes, kept for its memory
};

bool same_zone(Basemap const& basemap, CellRef a, CellRef b) {
  return a.area == b.area && basemap.cell(a).zone == basemap.cell(b).zone;
}

// The best of all candidates, nearest boxes first; of equal distances the first area and zone counts.
void search(From const& from, Basemap const& basemap, std::vector<Candidate> candidates, Pair& best) {
  std::sort(candidates.begin(), candidates.end(),
            [](auto const& a, auto const& b) { return a.least2 != b.least2 ? a.least2 < b.least2 : a.ref < b.ref; });
  auto const order = [&](CellRef r) { return std::pair(r.area, basemap.cell(r).zone); };
  for (auto const& c : candidates) {
    if (c.least2 > best.d2) break;
    Pair here;
    here.d2 = std::nextafter(best.d2, std::numeric_limits<double>::infinity());
    from.offer_cell(c.ref, here);
    if (!here.found || (here.d2 == best.d2 && order(best.at) < order(c.ref))) continue;
    best = here;
    best.at = c.ref;
  }
}

// Whether `holds` does for the squares of the distances from p to all true edges of a zone within a radius.
template <class Holds>
bool every_edge_near(Basemap const& basemap, std::pair<std::size_t, std::uint32_t> area_and_zone, Point p,
                     double radius_m, Holds const& holds) {
  LocalMetric const metric(p);
  std::vector<CellRef> refs;
  Bounds b;
  b.add(p);
  basemap.query(around(b, radius_m), refs);
  auto const& ground = basemap.ground(area_and_zone.first);
  for (auto const& ref : refs) {
    auto const& cell = basemap.cell(ref);
    if (std::pair<std::size_t, std::uint32_t>(ref.area, cell.zone) != area_and_zone) continue;
    for (std::uint32_t r = 0; r < cell.rings; ++r) {
      auto const ring = ground.ring(cell, r);
      for (std::size_t i = 1; i < ring.size(); ++i)
        if (!is_cut(cell.frame, ring[i - 1], ring[i]) &&
            !holds(square({0, 0}, closest_on({0, 0}, metric.to_m(ring[i - 1]), metric.to_m(ring[i])))))
          return false;
    }
  }
  return true;
}

}  // namespace

std::vector<Near> within(Basemap const& basemap, Coordinates const& geometry, double radius_m) {
  std::vector<Near> out;
  From const from(basemap, geometry);
  if (from.nothing()) return out;
  auto all = from.candidates(radius_m);
  std::sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return a.ref < b.ref; });
  for (std::size_t i = 0; i < all.size();) {
    Pair best;
    best.d2 = radius_m * radius_m * METRIC_ERROR * METRIC_ERROR;
    best.at = all[i].ref;
    for (; i < all.size() && same_zone(basemap, all[i].ref, best.at); ++i)
      if (all[i].least2 < best.d2) from.offer_cell(all[i].ref, best);
    if (!best.found) continue;
    if (auto const near = from.result(best); near.distance_m <= radius_m) out.push_back(near);
  }
  return out;
}

std::optional<Near> nearest(Basemap const& basemap, Coordinates const& geometry, double limit_m) {
  From const from(basemap, geometry);
  if (from.nothing() || !(limit_m > 0)) return std::nullopt;
  double radius = std::min(limit_m, FIRST_RADIUS_M);
  for (;;) {
    Pair best;
    search(from, basemap, from.candidates(radius), best);
    bool const last = radius >= limit_m;
    if (best.found && (last || best.d2 * METRIC_ERROR * METRIC_ERROR <= radius * radius)) {
      auto const near = from.result(best);
      return near.distance_m <= limit_m ? std::optional(near) : std::nullopt;
    }
    if (last) return std::nullopt;
    radius = std::min(limit_m, radius * 4);
  }
}

bool depth_is_at_least(Basemap const& basemap, std::size_t area, std::uint32_t zone, Point p, double depth_m) {
  return every_edge_near(basemap, {area, zone}, p, depth_m, [&](double d2) { return d2 >= depth_m * depth_m; });
}

double depth_up_to(Basemap const& basemap, std::size_t area, std::uint32_t zone, Point p, double limit_m) {
  auto least2 = limit_m * limit_m;
  every_edge_near(basemap, {area, zone}, p, limit_m, [&](double d2) {
    least2 = std::min(least2, d2);
    return true;
  });
  return least2 < limit_m * limit_m ? std::sqrt(least2) : limit_m;
}

}  // namespace redline
