// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/sweep.hpp"

#include <algorithm>
#include <tuple>

namespace redline {

void Sweep::add(Bounds const& bounds) { m_boxes.push_back({bounds, static_cast<std::uint32_t>(m_boxes.size())}); }

void Sweep::sort() {
  auto const key = [](Box const& b) {
    return std::tie(b.bounds.min_x, b.bounds.min_y, b.bounds.max_x, b.bounds.max_y, b.number);
  };
  std::sort(m_boxes.begin(), m_boxes.end(), [&](auto const& a, auto const& b) { return key(a) < key(b); });
  m_sorted = true;
  m_with = 1;
}

bool Sweep::next(Partners& out, std::size_t at_once) {
  if (!m_sorted) sort();
  out.with.clear();
  for (; m_at < m_boxes.size(); m_with = ++m_at + 1) {
    auto const& box = m_boxes[m_at].bounds;
    out.of = m_boxes[m_at].number;
    for (; m_with < m_boxes.size() && m_boxes[m_with].bounds.min_x < box.max_x; ++m_with) {
      if (out.with.size() == at_once) return true;
      auto const& other = m_boxes[m_with].bounds;
      if (other.min_y < box.max_y && box.min_y < other.max_y) out.with.push_back(m_boxes[m_with].number);
    }
    if (out.with.empty()) continue;
    m_with = ++m_at + 1;
    return true;
  }
  return false;
}

}  // namespace redline
