// SPDX-License-Identifier: Apache-2.0
#include "engine/geometry/simple.hpp"

#include <algorithm>
#include <tuple>

#include "engine/geometry/orientation.hpp"

namespace redline {
namespace {

constexpr std::size_t RUN = 8;  // edges in a leaf, boxes in a box

struct Edge {
  Point a, b;
  std::uint32_t next;  // in its ring
  std::uint32_t ring;
  Bounds box() const { return Bounds::of(a, b); }
};

// Two edges with a corner in common meet nowhere else where they go on forwards or do not lie on one line.
bool surely_turns(Edge const& e, Edge const& f) {
  auto const along = (e.b.x - e.a.x) * (f.b.x - f.a.x) + (e.b.y - e.a.y) * (f.b.y - f.a.y);
  return along > 0 || side(e.a, e.b, f.b) != 0;
}

enum class Side { left, right, unsure };

// Of the way a - b - c, on which p lies. Where it is told, b - p surely meets the way in b alone: on the line of one of
// its edges, p and the far end of that edge lie on different sides of the other.
Side side_of_way(Point a, Point b, Point c, Point p) {
  auto const turn = side(a, b, c), first = side(a, b, p), second = side(b, c, p);
  if (first > 0 && second > 0) return Side::left;
  if (first < 0 && second < 0) return Side::right;
  if (turn > 0 && (first < 0 || second < 0)) return Side::right;
  if (turn < 0 && (first > 0 || second > 0)) return Side::left;
  return Side::unsure;
}

bool share_one_corner(Edge const& e, Edge const& f) {
  return (e.a == f.a) + (e.a == f.b) + (e.b == f.a) + (e.b == f.b) == 1;
}

bool same_place_twice(std::vector<Touch>& touches) {
  auto const key = [](Touch const& t) { return std::tie(t.at.x, t.at.y); };
  std::sort(touches.begin(), touches.end(), [&](auto const& a, auto const& b) { return key(a) < key(b); });
  return std::adjacent_find(touches.begin(), touches.end(),
                            [](auto const& a, auto const& b) { return a.at == b.at; }) != touches.end();
}

class EdgeTree {
 public:
  explicit EdgeTree(Coordinates const& c) {
    for (auto const& part : c.parts)
      for (auto const& ring : part) add(ring);
    stack_boxes();
  }

  std::optional<std::vector<Touch>> run() {
    for (auto const& e : m_edges)
      if (e.a == e.b || !surely_turns(e, m_edges[e.next])) return std::nullopt;
    if (!m_levels.empty() && !within(m_levels.size() - 1, 0)) return std::nullopt;
    if (same_place_twice(m_touches)) return std::nullopt;
    return std::move(m_touches);
  }

 private:
  void add(Ring const& ring) {
    auto const first = m_edges.size();
    for (std::size_t i = 1; i < ring.size(); ++i)
      m_edges.push_back({ring[i - 1], ring[i], static_cast<std::uint32_t>(m_edges.size() + 1), m_rings});
    if (m_edges.size() > first) m_edges.back().next = static_cast<std::uint32_t>(first);
    ++m_rings;
  }

  template <class Items, class Box>
  static std::vector<Bounds> boxes_over(Items const& items, Box box) {
    std::vector<Bounds> out((items.size() + RUN - 1) / RUN);
    for (std::size_t i = 0; i < items.size(); ++i) out[i / RUN].add(box(items[i]));
    return out;
  }

  void stack_boxes() {
    if (m_edges.empty()) return;
    m_levels.push_back(boxes_over(m_edges, [](Edge const& e) { return e.box(); }));
    while (m_levels.back().size() > 1)
      m_levels.push_back(boxes_over(m_levels.back(), [](Bounds const& b) { return b; }));
  }

  std::size_t count(std::size_t level) const { return level == 0 ? m_edges.size() : m_levels[level - 1].size(); }

  bool edges_apart(std::size_t i, std::size_t j) {
    auto const &e = m_edges[i], &f = m_edges[j];
    return e.next == j || f.next == i || !may_meet(e.a, e.b, f.a, f.b) || touch(e, f);
  }

  // Of the four pairs of edges around a place where two rings touch, the pair that ends there is looked at for all: no
  // other edge on the line of one of them, and both of one ring on the same side of the other.
  bool touch(Edge const& e, Edge const& f) {
    if (e.ring == f.ring || !share_one_corner(e, f)) return false;
    if (!(e.b == f.b)) return true;
    auto const end = m_edges[e.next].b;
    auto const before = side_of_way(e.a, e.b, end, f.a), after = side_of_way(e.a, e.b, end, m_edges[f.next].b);
    if (before == Side::unsure || before != after) return false;
    m_touches.push_back({e.ring, f.ring, e.b});
    return true;
  }

  // Box i of a level holds items RUN·i … of the level below.
  bool within(std::size_t level, std::size_t i) {
    auto const end = std::min((i + 1) * RUN, count(level));
    for (auto c = i * RUN; c < end; ++c) {
      if (level > 0 && !within(level - 1, c)) return false;
      for (auto d = c + 1; d < end; ++d)
        if (!items_apart(level, c, d)) return false;
    }
    return true;
  }

  bool items_apart(std::size_t level, std::size_t c, std::size_t d) {
    if (level == 0) return edges_apart(c, d);
    auto const& boxes = m_levels[level - 1];
    return !boxes[c].intersects(boxes[d]) || between(level - 1, c, d);
  }

  bool between(std::size_t level, std::size_t i, std::size_t j) {
    auto const end_i = std::min((i + 1) * RUN, count(level)), end_j = std::min((j + 1) * RUN, count(level));
    auto const& other = m_levels[level][j];
    for (auto c = i * RUN; c < end_i; ++c) {
      if (!(level == 0 ? m_edges[c].box() : m_levels[level - 1][c]).intersects(other)) continue;
      for (auto d = j * RUN; d < end_j; ++d)
        if (!items_apart(level, c, d)) return false;
    }
    return true;
  }

  std::vector<Edge> m_edges;
  std::uint32_t m_rings = 0;
  std::vector<std::vector<Bounds>> m_levels;  // from boxes over edges up to one box
  std::vector<Touch> m_touches;
};

}  // namespace

std::optional<std::vector<Touch>> sure_touches(Coordinates const& c) { return EdgeTree(c).run(); }

bool surely_simple(Coordinates const& c) {
  auto const touches = sure_touches(c);
  return touches && touches->empty();
}

}  // namespace redline
