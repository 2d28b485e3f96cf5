// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/region_ground.hpp"

#include <algorithm>

#include "engine/ledger/dissolve.hpp"
#include "engine/measure/area.hpp"

namespace redline {

void RegionGround::add(std::string const& reserve, StageClass stage_class, Geometry const& standing, double m2) {
  m_items.push_back({reserve, stage_class, standing.clone(), standing.bounds(), m2});
}

void RegionGround::mark_shared() {
  std::stable_sort(m_items.begin(), m_items.end(),
                   [](Item const& a, Item const& b) { return a.bounds.min_x < b.bounds.min_x; });
  for (std::size_t i = 0; i < m_items.size(); ++i)
    for (auto j = i + 1; j < m_items.size() && m_items[j].bounds.min_x <= m_items[i].bounds.max_x; ++j)
      if (m_items[i].reserve != m_items[j].reserve && m_items[i].bounds.intersects(m_items[j].bounds))
        m_items[i].shared = m_items[j].shared = true;
}

GroundTotals RegionGround::totals() {
  mark_shared();
  std::array<Dissolver, STAGE_CLASSES> of_class;
  Dissolver all;
  GroundTotals out;
  for (auto& item : m_items) {
    auto const c = static_cast<std::size_t>(item.stage_class);
    if (item.shared) {
      of_class[c].add(item.geometry.clone(), item.m2);
      all.add(std::move(item.geometry), item.m2);
    } else {
      out.m2[c] += item.m2;
      out.disturbed_m2 += item.m2;
    }
  }
  for (std::size_t c = 0; c < STAGE_CLASSES; ++c) out.m2[c] += of_class[c].total();
  out.disturbed_m2 += all.total();
  m_items.clear();
  check_balance(out);
  return out;
}

}  // namespace redline
