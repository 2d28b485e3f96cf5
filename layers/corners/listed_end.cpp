// SPDX-License-Identifier: Apache-2.0
#include "engine/core/printed_number.hpp"
#include "layers/corners/containment.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/inside_parcels.hpp"
#include "layers/corners/listed_parcels.hpp"
#include "layers/corners/said_areas.hpp"
#include "layers/corners/said_terms.hpp"
#include "layers/corners/unsaid_units.hpp"

// The end of a printed list: what it says of all its parcels, held against them.
namespace redline {

namespace {

constexpr double M2_PER_KM2 = 1e6;

}  // namespace

// 共有12个拐点 is of the list or of one of its parcels, with closing corners or without, with what is deducted or not.
void ListedParcels::compare_count() {
  if (m_out->said_counts.size() != 1 || m_out->parcels.empty() || !m_out->failed_parcels.empty()) return;
  auto const [line, said] = m_out->said_counts.front();
  std::size_t all = 0, rings = 0;
  bool fits = false;
  for (auto const& p : m_out->parcels) {
    std::size_t corners = 0, outer = 0, deducted = 0;
    for (auto const& r : p.rings) {
      bool const less = r.said_hole.value_or(false);
      corners += r.corners.size(), outer += less ? 0 : r.corners.size(), deducted += less ? 1 : 0;
    }
    auto const shells = p.rings.size() - deducted;
    fits = fits || said == corners || said == corners + p.rings.size() || said == outer || said == outer + shells;
    all += corners, rings += p.rings.size();
  }
  if (!fits && said != all && said != all + rings)
    m_book->find("corner.count_lies", Severity::warning, line, {std::to_string(said), std::to_string(all)});
}

void ListedParcels::compare_regions() {
  if (m_out->said_regions.size() != 1 || m_out->parcels.empty() || !m_out->failed_parcels.empty()) return;
  auto const [line, said] = m_out->said_regions.front();
  std::size_t there = 0;
  for (auto const& p : m_out->parcels) there += parts_by_containment(p.rings).size();
  if (said != there)
    m_book->find("corner.regions_lie", Severity::warning, line, {std::to_string(said), std::to_string(there)});
}

void ListedParcels::finish() {
  m_finishing = true;
  for (auto const& a : leave_without_unit(*m_out))
    m_book->find("corner.area_unit_unsaid", Severity::info, a.line, {a.number});
  end_parcel();
  say_unlisted();
  look_at_insides(*m_out, said_of_rings(*m_out, m_rows), *m_book);
  for (auto const& a : give_areas_to_parcels(*m_out))
    if (!a.number.empty())
      m_book->find("corner.area_unit_unsaid", Severity::info, a.line, {a.number});
    else
      m_book->find("corner.area_of_other", Severity::info, a.line, {shortened(a.words), printed(a.m2 / M2_PER_KM2, 4)});
  give_terms_to_parcels(*m_out);
  compare_count(), compare_regions();
  m_out->only_parcels_failed = m_book->failures() == m_failures_of_parcels;
}

}  // namespace redline
