// SPDX-License-Identifier: Apache-2.0
#include "engine/cut/inward.hpp"

#include <algorithm>
#include <array>
#include <boost/geometry.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <cmath>
#include <cstdint>
#include <queue>

#include "engine/core/interrupt.hpp"
#include "engine/geometry/orientation.hpp"

namespace redline {
namespace {

namespace bg = boost::geometry;

using Id = std::uint32_t;
using BoxPoint = bg::model::point<double, 2, bg::cs::cartesian>;
using Box = bg::model::box<BoxPoint>;
using Entry = std::pair<Box, Id>;  // an edge, by the corner it starts from

struct Corner {
  Point at;
  Id before = 0, after = 0, ring = 0, version = 0;
  bool alive = true, kept = false;
};

enum class Step { drop_corner, drop_edge };

struct Offer {
  double cost;
  Id corner;
  Step step;
  Id version;
  bool operator<(Offer const& o) const {  // the cheapest on top, ties by place in the input
    return cost != o.cost ? cost > o.cost : corner != o.corner ? corner > o.corner : step > o.step;
  }
};

double cross(Point a, Point b, Point c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

class Simplifier {
 public:
  Simplifier(std::vector<RingsOfPart> const& parts, std::function<bool(Point)> const& keep) {
    for (auto const& part : parts)
      for (auto const& ring : part) add(ring, keep);
    std::vector<Entry> edges;
    for (Id i = 0; i < m_corners.size(); ++i) edges.push_back(entry(i));
    m_edges = Tree(edges);
    for (Id i = 0; i < m_corners.size(); ++i) offer(i);
  }

  double run(double budget) {
    double lost = 0;
    for (std::size_t n = 0; !m_offers.empty(); ++n) {
      if (n % 1024 == 0) throw_if_interrupted();
      auto const o = m_offers.top();
      m_offers.pop();
      if (o.version != m_corners[o.corner].version || !m_corners[o.corner].alive) continue;
      if (lost + o.cost > budget) break;
      if (o.step == Step::drop_corner ? drop_corner(o.corner) : drop_edge(o.corner)) lost += o.cost;
    }
    return lost;
  }

  void write(std::vector<RingsOfPart>& parts) const {
    Id from = 0;
    for (auto& part : parts)
      for (auto& ring : part) {
        auto const n = static_cast<Id>(ring.size());
        ring.clear();
        for (Id i = from; i < from + n; ++i)
          if (m_corners[i].alive) ring.push_back(m_corners[i].at);
        from += n;
      }
  }

 private:
  using Tree = bg::index::rtree<Entry, bg::index::quadratic<16>>;

  void add(Ring const& ring, std::function<bool(Point)> const& keep) {
    auto const first = static_cast<Id>(m_corners.size()), n = static_cast<Id>(ring.size());
    for (Id i = 0; i < n; ++i) {
      Corner c;
      c.at = ring[i], c.kept = keep(ring[i]);
      c.before = first + (i + n - 1) % n, c.after = first + (i + 1) % n;
      c.ring = static_cast<Id>(m_left.size());
      m_corners.push_back(c);
    }
    m_left.push_back(n);
  }

  Point at(Id i) const { return m_corners[i].at; }
  Id before(Id i) const { return m_corners[i].before; }
  Id after(Id i) const { return m_corners[i].after; }

  Entry entry(Id i) const {
    auto const a = at(i), b = at(after(i));
    return {Box({std::min(a.x, b.x), std::min(a.y, b.y)}, {std::max(a.x, b.x), std::max(a.y, b.y)}), i};
  }

  bool convex(Id i) const { return side(at(before(i)), at(i), at(after(i))) > 0; }
  bool reflex(Id i) const { return side(at(before(i)), at(i), at(after(i))) < 0; }
  bool straight(Id i) const { return side(at(before(i)), at(i), at(after(i))) == 0; }

  // Where the edges before a and after b meet when those that end in a reflex corner are drawn on, into the ground that
  // remains; one that ends in a convex corner is shortened.
  bool meeting(Id a, Id b, Point& q) const {
    auto const p = at(before(a)), n = at(after(b)), pa = at(a), pb = at(b);
    Point const u{pa.x - p.x, pa.y - p.y}, v{pb.x - n.x, pb.y - n.y};
    auto const d = u.x * v.y - u.y * v.x;
    if (d == 0) return false;
    auto const s = ((pb.x - pa.x) * v.y - (pb.y - pa.y) * v.x) / d, t = ((pb.x - pa.x) * u.y - (pb.y - pa.y) * u.x) / d;
    q = {pa.x + s * u.x, pa.y + s * u.y};
    auto const fits = [](double along, bool drawn_on) { return drawn_on ? along > 0 : along > -1 && along < 0; };
    if (!std::isfinite(q.x) || !std::isfinite(q.y) || !(reflex(a) || reflex(b))) return false;
    return (reflex(a) || convex(a)) && (reflex(b) || convex(b)) && fits(s, reflex(a)) && fits(t, reflex(b));
  }

  void offer(Id i) {
    auto& c = m_corners[i];
    ++c.version;
    if (!c.kept && m_left[c.ring] > 3 && (convex(i) || straight(i)))
      m_offers.push({std::max(0.0, cross(at(c.before), c.at, at(c.after)) / 2), i, Step::drop_corner, c.version});
    auto const b = c.after;
    Point q;
    if (c.kept || m_corners[b].kept || m_left[c.ring] < 4 || !meeting(i, b, q)) return;
    m_offers.push({std::abs(cross(c.at, q, at(b))) / 2, i, Step::drop_edge, c.version});
  }

  void offer_around(Id i) {
    for (Id const k : {before(before(i)), before(i), i, after(i)}) offer(k);
  }

  // Does any boundary but that of the corners themselves reach into the closed triangle?
  template <std::size_t N>
  bool blocked(std::array<Point, 3> t, std::array<Id, N> const& own) const {
    if (cross(t[0], t[1], t[2]) < 0) std::swap(t[1], t[2]);
    Bounds b;
    for (auto const& p : t) b.add(p);
    auto const is_own = [&](Id i) { return std::find(own.begin(), own.end(), i) != own.end(); };
    auto const inside = [&](Point p) {
      return side(t[0], t[1], p) >= 0 && side(t[1], t[2], p) >= 0 && side(t[2], t[0], p) >= 0;
    };
    auto const reaches = [&](Entry const& e) {
      auto const i = e.second, j = after(i);
      if ((!is_own(i) && inside(at(i))) || (!is_own(j) && inside(at(j)))) return true;
      if (is_own(i) || is_own(j)) return false;  // one end is a corner of the triangle, the other lies outside
      for (std::size_t k = 0; k < 3; ++k)
        if (may_meet(at(i), at(j), t[k], t[(k + 1) % 3])) return true;
      return false;
    };
    auto const box = Box({b.min_x, b.min_y}, {b.max_x, b.max_y});
    return m_edges.qbegin(bg::index::intersects(box) && bg::index::satisfies(reaches)) != m_edges.qend();
  }

  bool drop_corner(Id i) {
    auto const p = before(i), n = after(i);
    if (blocked(std::array{at(p), at(i), at(n)}, std::array{p, i, n})) return false;
    m_edges.remove(entry(p));
    m_edges.remove(entry(i));
    unlink(i);
    m_edges.insert(entry(p));
    offer_around(p);
    return true;
  }

  bool drop_edge(Id a) {
    auto const b = after(a), p = before(a);
    Point q;
    if (!meeting(a, b, q) || blocked(std::array{at(a), at(b), q}, std::array{a, b})) return false;
    if (reflex(a) && reflex(b) && crosses_own(a, b, q)) return false;
    for (Id const i : {p, a, b}) m_edges.remove(entry(i));
    unlink(b);
    m_corners[a].at = q;
    m_edges.insert(entry(p));
    m_edges.insert(entry(a));
    offer_around(a);
    return true;
  }

  // The edges next to the triangle share a corner with it; the ones behind them are seen by blocked().
  bool crosses_own(Id a, Id b, Point q) const {
    auto const p = at(before(a)), n = at(after(b));
    return side(p, q, n) == 0 || may_meet(p, at(a), at(b), q) || may_meet(n, at(b), at(a), q);
  }

  void unlink(Id i) {
    auto& c = m_corners[i];
    m_corners[c.before].after = c.after;
    m_corners[c.after].before = c.before;
    c.alive = false;
    --m_left[c.ring];
  }

  std::vector<Corner> m_corners;
  std::vector<Id> m_left;  // corners of each ring
  Tree m_edges;
  std::priority_queue<Offer> m_offers;
};

}  // namespace

double simplify_inward(std::vector<RingsOfPart>& parts, double budget, std::function<bool(Point)> const& keep) {
  if (parts.empty() || !(budget > 0)) return 0;
  Simplifier s(parts, keep);
  auto const lost = s.run(budget);
  s.write(parts);
  return lost;
}

}  // namespace redline
