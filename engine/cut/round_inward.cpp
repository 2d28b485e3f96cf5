// SPDX-License-Identifier: Apache-2.0
#include "engine/cut/round_inward.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/cut/print_frame.hpp"

namespace redline {
namespace {

constexpr int REACH = 5;            // steps
constexpr double WOBBLE = 1e-4;     // steps: a corner that lies on a border but for the rounding of doubles
constexpr double PRINTABLE = 1e-3;  // steps: nearer to a whole point than this counts as being it

class Ground {
 public:
  explicit Ground(Geometry const& g) : m_prepared(GEOSPrepare_r(geos::context(), g.get())) {}
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

std::optional<Point> rounded(Point before, Point p, Point after, Ground const& ground) {
  Point const middle{std::round(p.x), std::round(p.y)};
  if (distance2(middle, p) < PRINTABLE * PRINTABLE && ground.holds(middle)) return middle;
  std::vector<Point> candidates;
  for (int i = -REACH; i <= REACH; ++i)
    for (int j = -REACH; j <= REACH; ++j) {
      Point const c{middle.x + i, middle.y + j};
      if (inner_side(before, p, c) >= -WOBBLE && inner_side(p, after, c) >= -WOBBLE) candidates.push_back(c);
    }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [&](Point a, Point b) { return distance2(a, p) < distance2(b, p); });
  auto const found = std::find_if(candidates.begin(), candidates.end(), [&](Point c) { return ground.holds(c); });
  if (found != candidates.end()) return *found;
  if (inner_side(before, p, after) > 0) return std::nullopt;
  return middle;
}

Ring rounded(Ring const& ring, Ground const& ground) {
  Ring out;
  auto const n = ring.size();
  for (std::size_t i = 0; i < n; ++i)
    if (auto const p = rounded(ring[(i + n - 1) % n], ring[i], ring[(i + 1) % n], ground)) out.push_back(*p);
  return without_collinear(without_collinear(out, 0), 0);
}

}  // namespace

std::vector<RingsOfPart> round_inward(std::vector<RingsOfPart> const& parts, Geometry const& bounds) {
  Ground const ground(bounds);
  std::vector<RingsOfPart> out;
  for (auto const& part : parts) {
    RingsOfPart rings;
    for (auto const& ring : part) {
      auto r = rounded(ring, ground);
      if (r.size() >= 3)
        rings.push_back(std::move(r));
      else if (rings.empty())
        break;  // no shell
    }
    if (!rings.empty()) out.push_back(std::move(rings));
  }
  return out;
}

}  // namespace redline
