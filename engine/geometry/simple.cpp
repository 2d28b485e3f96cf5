// SPDX-License-Identifier: Apache-2.0
#include "engine/geometry/simple.hpp"

#include "engine/geometry/orientation.hpp"

namespace redline {
namespace {

constexpr std::size_t RUN = 8;  // edges in a leaf, boxes in a box

struct Edge {
  Point a, b;
  std::size_t next;  // in its ring
  Bounds box() const { return Bounds::of(a, b); }
};

// Two edges with a corner in common meet nowhere else where they go on forwards or do not lie on one line.
bool surely_turns(Edge const& e, Edge const& f) {
  auto const along = (e.b.x - e.a.x) * (f.b.x - f.a.x) + (e.b.y - e.a.y) * (f.b.y - f.a.y);
  return along > 0 || side(e.a, e.b, f.b) != 0;
}

class EdgeTree {
 public:
  explicit EdgeTree(Coordinates const& c) {
    for (auto const& part : c.parts)
      for (auto const& ring : part) add(ring);
    stack_boxes();
  }

  bool surely_apart() const {
    for (auto const& e : m_edges)
      if (e.a == e.b || !surely_turns(e, m_edges[e.next])) return false;
    return m_levels.empty() || within(m_levels.size() - 1, 0);
  }

 private:
  void add(Ring const& ring) {
    auto const first = m_edges.size();
    for (std::size_t i = 1; i < ring.size(); ++i) m_edges.push_back({ring[i - 1], ring[i], m_edges.size() + 1});
    if (m_edges.size() > first) m_edges.back().next = first;
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

  bool edges_apart(std::size_t i, std::size_t j) const {
    auto const &e = m_edges[i], &f = m_edges[j];
    return e.next == j || f.next == i || !may_meet(e.a, e.b, f.a, f.b);
  }

  // Box i of a level holds items RUN·i … of the level below.
  bool within(std::size_t level, std::size_t i) const {
    auto const end = std::min((i + 1) * RUN, count(level));
    for (auto c = i * RUN; c < end; ++c) {
      if (level > 0 && !within(level - 1, c)) return false;
      for (auto d = c + 1; d < end; ++d)
        if (!items_apart(level, c, d)) return false;
    }
    return true;
  }

  bool items_apart(std::size_t level, std::size_t c, std::size_t d) const {
    if (level == 0) return edges_apart(c, d);
    auto const& boxes = m_levels[level - 1];
    return !boxes[c].intersects(boxes[d]) || between(level - 1, c, d);
  }

  bool between(std::size_t level, std::size_t i, std::size_t j) const {
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
  std::vector<std::vector<Bounds>> m_levels;  // from boxes over edges up to one box
};

}  // namespace

bool surely_simple(Coordinates const& c) { return EdgeTree(c).surely_apart(); }

}  // namespace redline
