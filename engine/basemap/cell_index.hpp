// A packed R-tree over the boxes of cells, built once: the nodes of a level one after another from the root down, each
// with the boxes of its children in flat arrays, rounded outwards to single precision. visit(): all cells whose box
// meets the given one, in any order. nearest_first(): `least2(box)` is a lower bound on the square of the distance to
// what lies in a box, infinite where it does not count; cells are offered roughly in its order until the next bound is
// above what the last offer returned.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "engine/basemap/cells.hpp"

namespace redline {

class CellIndex {
 public:
  struct alignas(64) Entry {  // a line of the processor's cache
    Bounds box;
    CellRef cell;
    std::uint32_t zone = 0, corners = 0;
    Point const* ring = nullptr;    // where the cell has one ring and that lies in memory
    Bounds const* boxes = nullptr;  // of its edges
    void fetch() const {            // into the cache of the processor, ahead of its turn
      __builtin_prefetch(boxes), __builtin_prefetch(boxes + 2), __builtin_prefetch(ring);
    }
  };

  CellIndex() = default;
  explicit CellIndex(std::vector<Entry> entries);
  std::size_t size() const { return m_entries.size(); }

  template <class F>
  void visit(Bounds const& box, F&& f) const {
    if (!m_nodes.empty()) visit(0, box, f);
  }

  template <class Least2, class Offer>
  void nearest_first(Least2 const& least2, Offer&& offer) const;

 private:
  static constexpr std::uint32_t WIDTH = 16;
  using Row = std::array<float, WIDTH>;
  struct alignas(64) Node {
    Row min_x, min_y, max_x, max_y;
    std::uint32_t first, children;  // nodes; on the last level entries
  };
  struct Next {
    double least2;
    std::uint32_t at;  // a node, or behind all nodes an entry
  };

  template <class F>
  void visit(std::uint32_t n, Bounds const& box, F& f) const;
  void add_level(std::vector<Bounds> const& children, std::uint32_t first);

  std::vector<Node> m_nodes;
  std::vector<Entry> m_entries;
  std::uint32_t m_first_leaf = 0;
};

template <class F>
void CellIndex::visit(std::uint32_t n, Bounds const& box, F& f) const {
  auto const& node = m_nodes[n];
  std::array<int, WIDTH> meets;
  auto const min_x = static_cast<float>(box.min_x), min_y = static_cast<float>(box.min_y);
  auto const max_x = static_cast<float>(box.max_x), max_y = static_cast<float>(box.max_y);
  for (std::size_t k = 0; k < WIDTH; ++k)
    meets[k] = static_cast<int>(node.min_x[k] <= max_x) & static_cast<int>(min_x <= node.max_x[k]) &
               static_cast<int>(node.min_y[k] <= max_y) & static_cast<int>(min_y <= node.max_y[k]);
  for (std::uint32_t k = 0; k < node.children; ++k) {
    if (meets[k] == 0) continue;
    if (n < m_first_leaf)
      visit(node.first + k, box, f);
    else if (auto const& entry = m_entries[node.first + k]; entry.box.intersects(box))
      f(entry);
  }
}

template <class Least2, class Offer>
void CellIndex::nearest_first(Least2 const& least2, Offer&& offer) const {
  if (m_nodes.empty()) return;
  auto most2 = std::numeric_limits<double>::max();
  auto const nodes = static_cast<std::uint32_t>(m_nodes.size());
  auto const later = [](Next const& a, Next const& b) { return a.least2 > b.least2; };
  std::vector<Next> waiting;
  waiting.reserve(std::size_t{WIDTH} * 4);
  waiting.push_back({0, 0});
  while (!waiting.empty() && waiting.front().least2 <= most2) {
    auto const next = waiting.front();
    std::pop_heap(waiting.begin(), waiting.end(), later);
    waiting.pop_back();
    if (!waiting.empty() && waiting.front().at >= nodes) m_entries[waiting.front().at - nodes].fetch();
    if (next.at >= nodes) {
      most2 = std::min(most2, offer(m_entries[next.at - nodes]));
      continue;
    }
    auto const& node = m_nodes[next.at];
    std::array<double, WIDTH> bounds;
    for (std::size_t k = 0; k < WIDTH; ++k)
      bounds[k] = least2(Bounds{node.min_x[k], node.min_y[k], node.max_x[k], node.max_y[k]});
    auto const first = node.first + (next.at < m_first_leaf ? 0 : nodes);
    for (std::uint32_t k = 0; k < node.children; ++k)
      if (bounds[k] <= most2) {
        waiting.push_back({bounds[k], first + k});
        std::push_heap(waiting.begin(), waiting.end(), later);
        if (first >= nodes) __builtin_prefetch(&m_entries[first + k - nodes]);
      }
  }
}

}  // namespace redline
