// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/core/printed_number.hpp"
#include "layers/corners/checks.hpp"
#include "layers/corners/containment.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/inside_parcels.hpp"
#include "layers/corners/listed_parcels.hpp"
#include "layers/corners/said_areas.hpp"
#include "layers/corners/said_kind.hpp"
#include "layers/corners/said_terms.hpp"
#include "layers/corners/unsaid_units.hpp"

// The end of a printed list: what it says of all its parcels, held against them.
namespace redline {

namespace {

constexpr double M2_PER_KM2 = 1e6;

struct CornersOfParcel {
  std::size_t corners = 0, outer = 0, rings = 0, shells = 0;
  std::size_t again = 0, outer_again = 0;  // printed twice: closing ones
  bool fit(std::size_t said) const {
    return said == corners || said == corners + again || said == outer || said == outer + outer_again;
  }
  bool fit_closed(std::size_t said) const { return said == corners + rings || said == outer + shells; }
  void add(CornersOfParcel const& p) { corners += p.corners, rings += p.rings, again += p.again; }
};

CornersOfParcel corners_of(Parcel const& p) {
  CornersOfParcel out;
  for (auto const& r : p.rings) {
    bool const shell = !r.said_hole.value_or(false);
    auto const again = std::max<std::size_t>(r.passed.size(), r.closed ? 1 : 0);
    out.corners += r.corners.size(), out.again += again, ++out.rings;
    if (shell) out.outer += r.corners.size(), out.outer_again += again, ++out.shells;
  }
  return out;
}

// A count by one more for each ring, where no corner is printed again: closing ones, or one that was lost.
char const* lie_of_count(bool closing) { return closing ? "corner.count_closing" : "corner.count_lies"; }

}  // namespace

// 共有12个拐点 is of the list or of one of its parcels, with the closing corners that are printed or without, with what
// is deducted or not. One behind or before each parcel is its own.
void ListedParcels::compare_count() {
  auto const& counts = m_out->said_counts;
  if (counts.empty() || m_out->parcels.empty() || !m_out->failed_parcels.empty()) return;
  bool const alike =
      std::all_of(counts.begin(), counts.end(), [&](auto const& c) { return c.second == counts[0].second; });
  if (counts.size() > 1 && counts.size() == m_out->parcels.size()) return compare_counts_of_parcels();
  if (!alike) return;
  auto const [line, said] = counts.front();
  CornersOfParcel all;
  bool fits = false, closing = false;
  for (auto const& p : m_out->parcels) {
    auto const n = corners_of(p);
    fits = fits || n.fit(said), closing = closing || n.fit_closed(said);
    all.add(n);
  }
  if (fits || said == all.corners || said == all.corners + all.again) return;
  m_book->find(lie_of_count(closing || said == all.corners + all.rings), Severity::warning, line,
               {std::to_string(said), std::to_string(all.corners)});
}

void ListedParcels::compare_counts_of_parcels() {
  for (std::size_t i = 0; i < m_out->parcels.size(); ++i) {
    auto const [line, said] = m_out->said_counts[i];
    auto const n = corners_of(m_out->parcels[i]);
    if (!n.fit(said))
      m_book->find(lie_of_count(n.fit_closed(said)), Severity::warning, line,
                   {std::to_string(said), std::to_string(n.corners)}, parcel_title(m_out->parcels[i], i));
  }
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
  give_terms_to_parcels(*m_out), give_kinds_to_parcels(*m_out);
  compare_count(), compare_regions();
  m_out->only_parcels_failed = m_book->failures() == m_failures_of_parcels;
}

}  // namespace redline
