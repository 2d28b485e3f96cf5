// SPDX-License-Identifier: Apache-2.0
#include "engine/basemap/cell_index.hpp"

#include <cmath>

namespace redline {
namespace {

using Entry = CellIndex::Entry;
using Iterator = std::vector<Entry>::iterator;

// Groups of `width` neighbours, and groups of such groups: halves, cut where a group ends, across the longer side.
void group(Iterator begin, Iterator end, std::ptrdiff_t width) {
  auto const size = end - begin;
  if (size <= width) return;
  auto step = width;
  while (step * width < size) step *= width;
  auto const middle = begin + (size / step + 1) / 2 * step;
  Bounds box;
  for (auto it = begin; it != end; ++it) box.add(it->box.centre());
  bool const wide = box.max_x - box.min_x > box.max_y - box.min_y;
  std::nth_element(begin, middle, end, [wide](Entry const& a, Entry const& b) {
    auto const p = a.box.centre(), q = b.box.centre();
    auto const one = wide ? p.x : p.y, two = wide ? q.x : q.y;
    return one != two ? one < two : a.cell < b.cell;
  });
  group(begin, middle, width), group(middle, end, width);
}

constexpr float FAR = std::numeric_limits<float>::infinity();

float rounded_down(double d) { return std::nextafter(static_cast<float>(d), -FAR); }
float rounded_up(double d) { return std::nextafter(static_cast<float>(d), FAR); }

std::vector<Bounds> boxes_of_groups(std::vector<Bounds> const& boxes, std::size_t width) {
  std::vector<Bounds> out((boxes.size() + width - 1) / width);
  for (std::size_t i = 0; i < boxes.size(); ++i) out[i / width].add(boxes[i]);
  return out;
}

}  // namespace

CellIndex::CellIndex(std::vector<Entry> entries) {
  group(entries.begin(), entries.end(), WIDTH);
  std::vector<std::vector<Bounds>> levels(1);  // from the cells to the root
  for (auto const& e : entries) levels[0].push_back(e.box);
  while (!levels[0].empty() && (levels.size() == 1 || levels.back().size() > 1))
    levels.push_back(boxes_of_groups(levels.back(), WIDTH));
  for (auto level = levels.size() - 1; level > 0; --level) {
    m_first_leaf = static_cast<std::uint32_t>(m_nodes.size());
    auto const below = level > 1 ? m_nodes.size() + levels[level].size() : 0;
    add_level(levels[level - 1], static_cast<std::uint32_t>(below));
  }
  m_entries = std::move(entries);
}

void CellIndex::add_level(std::vector<Bounds> const& children, std::uint32_t first) {
  for (std::size_t i = 0; i < children.size(); ++i) {
    auto const k = i % WIDTH;
    if (k == 0) m_nodes.push_back(Node{}), m_nodes.back().first = first + static_cast<std::uint32_t>(i);
    auto& node = m_nodes.back();
    node.min_x[k] = rounded_down(children[i].min_x), node.min_y[k] = rounded_down(children[i].min_y);
    node.max_x[k] = rounded_up(children[i].max_x), node.max_y[k] = rounded_up(children[i].max_y);
    ++node.children;
  }
}

}  // namespace redline
