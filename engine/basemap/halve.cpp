// SPDX-License-Identifier: Apache-2.0
#include "engine/basemap/halve.hpp"

#include <algorithm>
#include <cmath>

#include "engine/geometry/oriented_rings.hpp"

namespace redline {
namespace {

constexpr double TOO_NEAR = 1e-12;

struct Stretch {  // of a ring on one side of the line, from one crossing to the next
  Ring corners;
  std::size_t from = 0, to = 0;
  bool above = false, used = false;
};

struct Crossing {
  double along = 0;
  Point at;
  std::size_t leaves = 0;  // the stretch that begins here
  bool upwards = false;
  std::size_t partner = 0;  // the other end of the ground between them on the line
};

class LineSplit {
 public:
  LineSplit(std::vector<Ring>& rings, Axis axis, double at) : m_rings(rings), m_axis(axis), m_at(at) {}

  std::optional<RingHalves> run() {
    for (auto& ring : m_rings) {
      auto const first =
          std::find_if(ring.begin(), ring.end(), [&](Point p) { return is_above(p) != is_above(ring.front()); });
      if (first != ring.end()) cut(ring, static_cast<std::size_t>(first - ring.begin()));
      m_whole.push_back(first == ring.end());
    }
    if (!pair_up()) return std::nullopt;
    RingHalves out;
    for (auto& s : m_stretches)
      if (!s.used) (s.above ? out.above : out.below).push_back(stitch(s));
    if (!area_kept(out)) return std::nullopt;
    for (std::size_t i = 0; i < m_rings.size(); ++i)
      if (m_whole[i]) (is_above(m_rings[i].front()) ? out.above : out.below).push_back(std::move(m_rings[i]));
    return out;
  }

 private:
  double across(Point p) const { return m_axis == Axis::x ? p.x : p.y; }
  double along(Point p) const { return m_axis == Axis::x ? p.y : p.x; }
  bool is_above(Point p) const { return across(p) > m_at; }

  Point crossing(Point a, Point b) const {
    auto const t = (m_at - across(a)) / (across(b) - across(a));
    if (m_axis == Axis::x) return {m_at, a.y + t * (b.y - a.y)};
    return {a.x + t * (b.x - a.x), m_at};
  }

  // `first`: the corner after the first crossing. The ring is walked once from there.
  void cut(Ring const& ring, std::size_t first) {
    auto const edges = ring.size() - 1;
    auto const begin_crossing = m_crossings.size();
    m_crossings.emplace_back();
    begin(begin_crossing, ring[first - 1], ring[first % edges]);
    for (std::size_t k = 0; k < edges; ++k) {
      auto const a = ring[(first + k) % edges], b = ring[(first + k + 1) % edges];
      m_stretches.back().corners.push_back(a);
      if (is_above(a) == is_above(b)) continue;
      bool const last = k + 1 == edges;
      auto const x = last ? begin_crossing : m_crossings.size();
      if (!last) m_crossings.emplace_back();
      m_stretches.back().to = x;
      if (!last) begin(x, a, b);
    }
  }

  void begin(std::size_t x, Point a, Point b) {
    auto& c = m_crossings[x];
    c.at = crossing(a, b);
    c.along = along(c.at);
    c.upwards = is_above(b);
    c.leaves = m_stretches.size();
    auto& s = m_stretches.emplace_back();
    s.from = x;
    s.above = c.upwards;
  }

  // Along the line, ground begins and ends in turn; the direction in which the border crosses tells which.
  bool pair_up() {
    std::vector<std::size_t> order(m_crossings.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](std::size_t i, std::size_t j) { return m_crossings[i].along < m_crossings[j].along; });
    bool const begins_upwards = m_axis == Axis::x;
    for (std::size_t i = 0; i < order.size(); ++i) {
      auto& c = m_crossings[order[i]];
      bool const begins = i % 2 == 0;
      if (c.upwards != (begins == begins_upwards)) return false;
      if (i > 0 && !(c.along - m_crossings[order[i - 1]].along > TOO_NEAR)) return false;
      c.partner = order[begins ? i + 1 : i - 1];
    }
    return true;
  }

  // Of the rings that the line crosses.
  bool area_kept(RingHalves const& halves) const {
    double before = 0, sizes = 0;
    for (std::size_t i = 0; i < m_rings.size(); ++i)
      if (!m_whole[i]) {
        auto const a = signed_area(m_rings[i]);
        before += a, sizes += std::abs(a);
      }
    return std::abs(planar_area(halves.below) + planar_area(halves.above) - before) <= 1e-9 * sizes;
  }

  Ring stitch(Stretch& first) {
    Ring ring;
    auto* s = &first;
    do {
      s->used = true;
      ring.push_back(m_crossings[s->from].at);
      ring.insert(ring.end(), s->corners.begin(), s->corners.end());
      ring.push_back(m_crossings[s->to].at);
      s = &m_stretches[m_crossings[m_crossings[s->to].partner].leaves];
    } while (s != &first);
    ring.push_back(ring.front());
    return ring;
  }

  std::vector<Ring>& m_rings;
  Axis m_axis;
  double m_at;
  std::vector<bool> m_whole;
  std::vector<Stretch> m_stretches;
  std::vector<Crossing> m_crossings;
};

}  // namespace

bool any_corner_at(std::vector<Ring> const& rings, Axis axis, double at) {
  for (auto const& r : rings)
    for (auto const& p : r)
      if ((axis == Axis::x ? p.x : p.y) == at) return true;
  return false;
}

std::optional<RingHalves> split_by_line(std::vector<Ring>& rings, Axis axis, double at) {
  if (any_corner_at(rings, axis, at)) return std::nullopt;
  return LineSplit(rings, axis, at).run();
}

}  // namespace redline
