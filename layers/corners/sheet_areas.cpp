// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/sheet_areas.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <utility>

#include "layers/corners/ring_area.hpp"
#include "layers/corners/settled_areas.hpp"

namespace redline {
namespace {

constexpr double LAST_DEGREE = 1.36e6;  // packed ones, too: no metres

bool same(SaidArea const& said, double m2) { return m2 > 0 && same_area_said(said.m2, m2, said.step_m2 / 2); }

bool sheet_fits(SaidArea const& said, double m2) { return same(with_or_without(said, m2), m2); }

bool said_before(std::vector<SaidArea> const& all, SaidArea const& one) {
  return std::any_of(all.begin(), all.end(), [&](SaidArea const& a) {
    return a.less_m2 == one.less_m2 && same_area_said(a.m2, one.m2, std::max(a.step_m2, one.step_m2));
  });
}

std::vector<SaidArea> statements(CornerList const& sheet) {
  std::vector<SaidArea> out;
  if (sheet.declared_m2) out.push_back({*sheet.declared_m2, sheet.declared_step_m2});
  if (!out.empty()) out.back().less_m2 = sheet.declared_less_m2;
  out.insert(out.end(), sheet.said_areas.begin(), sheet.said_areas.end());
  return out;
}

void keep(CornerList& all, SaidArea const& area, std::string const& ground, bool bare) {
  auto& kept = all.sheet_areas;
  bool const again = std::any_of(kept.begin(), kept.end(),
                                 [&](SheetArea const& s) { return s.sheet == ground && said_before({s.area}, area); });
  if (!again) kept.push_back({ground, area, bare});
}

void declare(CornerList& list, SaidArea const& a) {
  if (!list.declared_m2)
    list.declared_m2 = a.m2, list.declared_step_m2 = a.step_m2, list.declared_less_m2 = a.less_m2;
  else if (!same_area_said(a.m2, *list.declared_m2, std::max(a.step_m2, list.declared_step_m2)))
    list.said_areas.push_back(a);
}

class SheetSettling {
 public:
  SheetSettling(CornerList& list, std::vector<double> const& m2) : m_list(&list), m_m2(&m2) {
    list.declared_m2.reset();
  }

  void work() {
    std::vector<SheetArea> left;
    for (auto& s : std::exchange(m_list->sheet_areas, {})) {
      bool const whole = sheet_fits(s.area, std::accumulate(m_m2->begin(), m_m2->end(), 0.0));
      if (whole && m_list->failed_parcels.empty())
        declare(*m_list, s.area);
      else if (!failed_on(s.sheet) && !give(s))
        left.push_back(std::move(s));
    }
    m_list->sheet_areas = std::move(left);
  }

 private:
  bool failed_on(std::string const& sheet) const {
    auto const& failed = m_list->failed_parcels;
    return std::any_of(failed.begin(), failed.end(), [&](auto const& f) { return f.sheet == sheet; });
  }

  // To its only parcel, or to the only one of several tables that has it.
  bool give(SheetArea const& s) {
    std::vector<std::size_t> own, fitting;
    bool below_text = false;
    for (std::size_t i = 0; i < m_list->parcels.size(); ++i) {
      if (m_list->parcels[i].worksheet != s.sheet) continue;
      own.push_back(i), below_text = below_text || m_list->parcels[i].below_text;
      if (sheet_fits(s.area, m_m2->at(i))) fitting.push_back(i);
    }
    if (own.size() != 1 && (!below_text || fitting.size() != 1)) return false;
    auto& parcel = m_list->parcels[own.size() == 1 ? own[0] : fitting[0]];
    if (!parcel.said.empty()) return said_before(parcel.said, s.area);
    parcel.said.push_back(s.area);
    return true;
  }

  CornerList* m_list;
  std::vector<double> const* m_m2;
};

}  // namespace

SaidArea with_or_without(SaidArea const& said, double m2) {
  auto out = said;
  if (!same(said, m2)) out.m2 -= said.less_m2;
  return out;
}

void take_sheet_areas(CornerList& all, CornerList const& sheet, std::string const& ground) {
  for (auto const& a : statements(sheet)) keep(all, a, ground, !sheet.without_unit.empty());
}

// What the sheet says may be the area of its rings; else it is said of what is left.
void deduct_from_sheet(CornerList& all, CornerList const& deducted, std::string const& ground) {
  double less = 0;
  bool metres = true;
  for (auto const& p : deducted.parcels)
    for (auto const& ring : p.rings) {
      less += m2_in_own_numbers(ring);
      auto const& c = ring.corners.front();
      metres = metres && std::max(std::abs(c.x), std::abs(c.y)) > LAST_DEGREE;
    }
  for (auto const& a : statements(deducted))
    if (metres && !same(a, less))
      keep(all, a, ground, !deducted.without_unit.empty());
    else if (!metres)
      less = a.m2;
  if (!metres && !deducted.declared_m2) return;
  for (auto& s : all.sheet_areas)
    if (s.sheet == ground) s.area.less_m2 += less;
}

void declare_of_sheets(CornerList& all) {
  std::set<std::string> grounds;
  for (auto const& p : all.parcels) grounds.insert(p.worksheet);
  if (grounds.size() < 2) {
    for (auto const& s : std::exchange(all.sheet_areas, {})) declare(all, s.area);
    return;
  }
  SaidArea sum;
  for (auto const& s : all.sheet_areas)
    if (grounds.erase(s.sheet) > 0) sum.m2 += s.area.m2, sum.step_m2 += s.area.step_m2, sum.less_m2 += s.area.less_m2;
  if (grounds.empty()) declare(all, sum);
}

void settle_sheet_areas(CornerList& placed, std::vector<double> const& m2) {
  if (!placed.sheet_areas.empty()) SheetSettling(placed, m2).work();
}

double area_of_sheet(CornerList const& placed, std::vector<double> const& m2, std::string const& sheet) {
  double out = 0;
  for (std::size_t i = 0; i < placed.parcels.size(); ++i)
    if (placed.parcels[i].worksheet == sheet) out += m2[i];
  return out;
}

}  // namespace redline
