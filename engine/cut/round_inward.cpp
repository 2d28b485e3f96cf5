// SPDX-License-Identifier: Apache-2.0
#include "engine/cut/round_inward.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/cut/print_frame.hpp"

namespace redline {
namespace {

constexpr int REACH = 5;                   // steps
constexpr double WOBBLE = 1e-4;            // steps: a corner that lies on a border but for the rounding of doubles
constexpr double NEARLY_PRINTABLE = 1e-3;  // steps: nearer to a whole point than this counts as being it

class GroundToKeep {
 public:
  explicit GroundToKeep(Geometry const& g) : m_prepared(GEOSPrepare_r(geos::context(), g.get())) {}
  bool holds(Point p) const {
    auto const point = Geometry::point(p);
    return geos::answer(GEOSPreparedCovers_r(geos::context(), m_prepared.get(), point.get()), "covers");
  }

 private:
  geos::PreparedPtr m_prepared;
};

double inner_side(Point a, Point b, Point p) {  // distance to the left of the line
  auto const length = std::hypot(b.x - a.x, b.y - a.y);
  return length == 0 ? 0 : ((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) / length;
}

double distance2(Point a, Point b) { return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y); }

struct TurningCorner {
  Point before, at, after;
  bool convex() const { return inner_side(before, at, after) > 0; }
};

// The nearest to the corner of the whole points around a place that will do.
std::optional<Point> whole_point(TurningCorner const& c, Point place, int reach, GroundToKeep const& ground) {
  Point const middle{std::round(place.x), std::round(place.y)};
  std::vector<Point> candidates;
  for (int i = -reach; i <= reach; ++i)
    for (int j = -reach; j <= reach; ++j) {
      Point const p{middle.x + i, middle.y + j};
      if (inner_side(c.before, c.at, p) >= -WOBBLE && inner_side(c.at, c.after, p) >= -WOBBLE) candidates.push_back(p);
    }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [&](Point a, Point b) { return distance2(a, c.at) < distance2(b, c.at); });
  auto const found = std::find_if(candidates.begin(), candidates.end(), [&](Point p) { return ground.holds(p); });
  return found == candidates.end() ? std::nullopt : std::optional(*found);
}

// A tip so sharp that no whole point lies near its end is given up as far back as needed.
std::optional<Point> blunted(TurningCorner const& c, GroundToKeep const& ground) {
  auto const to_before = std::sqrt(distance2(c.before, c.at)), to_after = std::sqrt(distance2(c.after, c.at));
  auto const shorter = std::min(to_before, to_after);
  auto const on_the_bisector = [&](double t) {
    auto const a = t / to_before, b = t / to_after;
    return Point{c.at.x + ((c.before.x - c.at.x) * a + (c.after.x - c.at.x) * b) / 2,
                 c.at.y + ((c.before.y - c.at.y) * a + (c.after.y - c.at.y) * b) / 2};
  };
  for (double t = 2 * REACH; t < shorter; t *= 1.5)
    if (auto const p = whole_point(c, on_the_bisector(t), 1, ground)) return p;
  return std::nullopt;
}

std::optional<Point> in_steps(TurningCorner const& c, GroundToKeep const& ground) {
  Point const nearest{std::round(c.at.x), std::round(c.at.y)};
  if (distance2(nearest, c.at) < NEARLY_PRINTABLE * NEARLY_PRINTABLE && ground.holds(nearest)) return nearest;
  if (auto const p = whole_point(c, c.at, REACH, ground)) return p;
  return c.convex() ? blunted(c, ground) : nearest;
}

Ring rounded(Ring const& ring, GroundToKeep const& ground) {
  Ring out;
  auto const n = ring.size();
  for (std::size_t i = 0; i < n; ++i)
    if (auto const p = in_steps({ring[(i + n - 1) % n], ring[i], ring[(i + 1) % n]}, ground)) out.push_back(*p);
  return out;
}

std::vector<RingsOfPart> without_vanished(std::vector<RingsOfPart> parts) {
  for (auto& part : parts) {
    bool const shell = !part.empty() && part.front().size() >= 3;
    std::erase_if(part, [&](Ring const& r) { return !shell || r.size() < 3; });
  }
  std::erase_if(parts, [](RingsOfPart const& part) { return part.empty(); });
  return parts;
}

}  // namespace

std::vector<RingsOfPart> round_inward(std::vector<RingsOfPart> parts, Geometry const& bounds) {
  GroundToKeep const ground(bounds);
  for (auto& part : parts)
    for (auto& ring : part) ring = rounded(ring, ground);
  return without_vanished(without_straight(without_straight(std::move(parts), 0), 0));
}

}  // namespace redline
