// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/narrow.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "engine/core/error.hpp"
#include "engine/crs/local_metric.hpp"
#include "engine/geometry/coordinates.hpp"
#include "engine/measure/area.hpp"
#include "engine/overlay/ladder.hpp"

namespace redline {
namespace {

constexpr double ALONG = 0.25;  // of its border

struct Strip {  // m², m
  double twice = 0, border = 0;
};

// By a local metric, which is good enough to tell a strip from ground.
Strip strip_of(RingsOfPart const& part) {
  if (part.empty() || part.front().empty()) return {};
  LocalMetric const metric(part.front().front());
  double twice = 0, border = 0;
  for (auto const& ring : part) {
    Ring local(ring.size());
    std::transform(ring.begin(), ring.end(), local.begin(), [&](Point p) { return metric.to_m(p); });
    for (std::size_t i = 1; i < local.size(); ++i)
      border += std::hypot(local[i].x - local[i - 1].x, local[i].y - local[i - 1].y);
    twice += (&ring == &part.front() ? 2 : -2) * std::abs(signed_area(local));
  }
  return {twice, border};
}

double width_of(RingsOfPart const& part) {
  auto const strip = strip_of(part);
  return strip.border > 0 ? strip.twice / strip.border : 0;
}

// Strips that hang together can hide a wider one in their mean. Narrowed from both sides, something is left of that one
// alone; where this cannot be told it is taken to be there.
bool holds_wider(RingsOfPart const& part, double width_m) {
  try {
    LocalMetric const metric(part.front().front());
    Coordinates local{2, {part}};
    for (auto& ring : local.parts.front())
      for (auto& p : ring) p = metric.to_m(p);
    auto const left = geos::own(GEOSBuffer_r(geos::context(), build(local).get(), -width_m / 2, 1), "narrow");
    return !geos::answer(GEOSisEmpty_r(geos::context(), left.get()), "empty");
  } catch (GeometryError const&) {
    return true;
  }
}

double distance_m(Point p, Point a, Point b) {
  auto const dx = b.x - a.x, dy = b.y - a.y, l2 = dx * dx + dy * dy;
  auto const t = l2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / l2, 0.0, 1.0) : 0.0;
  return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

// Polygons that may take what lies along their sides.
class Neighbour {
 public:
  explicit Neighbour(Geometry const& g) : m_shape(coordinates(g)), m_bounds(g.bounds()) {}

  // By the middle of its sides: overlays of lines that nearly meet leave no corners in common.
  bool lies_along(Coordinates const& part, Bounds bounds) const {
    constexpr double MARGIN = 1e-7;  // a centimetre
    bounds = {bounds.min_x - MARGIN, bounds.min_y - MARGIN, bounds.max_x + MARGIN, bounds.max_y + MARGIN};
    if (!bounds.intersects(m_bounds)) return false;
    LocalMetric const metric(bounds.centre());
    auto const near = sides_near(bounds, metric);
    double along = 0, all = 0;
    for (auto const& rings : part.parts)
      for (auto const& ring : rings)
        for (std::size_t i = 1; i < ring.size(); ++i) {
          auto const a = metric.to_m(ring[i - 1]), b = metric.to_m(ring[i]);
          auto const length = std::hypot(b.x - a.x, b.y - a.y);
          Point const middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
          auto const meets = [&](auto const& s) { return distance_m(middle, s.first, s.second) <= GROUND_WIDTH_M; };
          all += length, along += std::any_of(near.begin(), near.end(), meets) ? length : 0;
        }
    return along > ALONG * all;
  }

 private:
  std::vector<std::pair<Point, Point>> sides_near(Bounds const& bounds, LocalMetric const& metric) const {
    std::vector<std::pair<Point, Point>> out;
    for (auto const& rings : m_shape.parts)
      for (auto const& ring : rings)
        for (std::size_t i = 1; i < ring.size(); ++i) {
          Bounds side;
          side.add(ring[i - 1]), side.add(ring[i]);
          if (side.intersects(bounds)) out.emplace_back(metric.to_m(ring[i - 1]), metric.to_m(ring[i]));
        }
    return out;
  }

  Coordinates m_shape;
  Bounds m_bounds;
};

}  // namespace

double wide_m2(Geometry const& ground, double width_m) {
  if (ground.null() || ground.empty()) return 0;
  auto c = coordinates(ground);
  std::erase_if(c.parts, [&](auto const& part) { return width_of(part) <= width_m; });
  return exact_area_m2(c);
}

double narrow_m2(Geometry const& ground, double width_m) {
  if (ground.null() || ground.empty()) return 0;
  auto c = coordinates(ground);
  std::erase_if(c.parts, [&](auto const& part) { return width_of(part) > width_m || holds_wider(part, width_m); });
  return c.parts.empty() ? 0 : exact_area_m2(c);
}

double border_m(Geometry const& ground) {
  if (ground.null() || ground.empty()) return 0;
  double out = 0;
  for (auto const& part : coordinates(ground).parts) out += strip_of(part).border;
  return out;
}

Geometry take_narrow(Geometry& ground, double width_m) {
  auto c = coordinates(ground);
  auto const wide =
      std::stable_partition(c.parts.begin(), c.parts.end(), [&](auto const& part) { return width_of(part) > width_m; });
  if (wide == c.parts.end()) return collect({}, 2);
  Coordinates const narrow{2, {std::make_move_iterator(wide), std::make_move_iterator(c.parts.end())}};
  c.parts.erase(wide, c.parts.end());
  ground = c.parts.empty() ? collect({}, 2) : build(c);
  return build(narrow);
}

void join_along(std::vector<Geometry>& ground, std::vector<Geometry> narrow, std::vector<std::size_t> const& of,
                std::function<bool(std::size_t part, std::size_t piece)> const& first) {
  std::vector<std::vector<Geometry>> joined(ground.size());
  std::vector<std::optional<Neighbour>> known(ground.size());
  auto const takes = [&](std::size_t k, std::size_t j, Coordinates const& part, Bounds const& bounds) {
    if (j == of[k] || ground[j].empty()) return false;
    if (!known[j]) known[j].emplace(ground[j]);
    return known[j]->lies_along(part, bounds);
  };
  for (std::size_t k = 0; k < narrow.size(); ++k) {
    auto const part = coordinates(narrow[k]);
    auto const bounds = narrow[k].bounds();
    auto to = of[k];  // stays
    for (bool const of_first : {true, false})
      for (std::size_t j = 0; j < ground.size() && to == of[k]; ++j)
        if (first(k, j) == of_first && takes(k, j, part, bounds)) to = j;
    joined[to].push_back(std::move(narrow[k]));
  }
  for (std::size_t j = 0; j < ground.size(); ++j) {
    if (joined[j].empty()) continue;
    if (!ground[j].empty()) joined[j].push_back(std::move(ground[j]));
    ground[j] = union_by_ladder(std::move(joined[j]), 2).geometry;
  }
}

void settle_narrow(std::vector<StandingPiece>& pieces) {
  if (pieces.size() < 2) return;
  std::vector<Geometry> ground, narrow;
  std::vector<std::size_t> of;  // the piece that each narrow part came from
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    auto const parts = take_narrow(pieces[i].geometry, GROUND_WIDTH_M);
    for (std::size_t k = 0; k < parts.parts(); ++k) narrow.push_back(parts.part(k)), of.push_back(i);
  }
  if (narrow.empty()) return;
  for (auto& p : pieces) ground.push_back(std::move(p.geometry));
  join_along(ground, std::move(narrow), of,
             [&](std::size_t k, std::size_t j) { return pieces[of[k]].site == pieces[j].site; });
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    pieces[i].geometry = std::move(ground[i]);
    pieces[i].bounds = pieces[i].geometry.empty() ? Bounds{} : pieces[i].geometry.bounds();
  }
  std::erase_if(pieces, [](auto const& p) { return p.bounds.empty(); });
}

}  // namespace redline
