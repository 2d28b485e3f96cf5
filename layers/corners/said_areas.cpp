// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/said_areas.hpp"

#include <algorithm>
#include <cmath>
#include <regex>
#include <utility>

#include "layers/corners/containment.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/page_words.hpp"
#include "layers/corners/remarks.hpp"

namespace redline {
namespace {

using Areas = std::vector<SaidArea>;

constexpr std::size_t LONGEST = 200, NOWHERE = static_cast<std::size_t>(-1);
constexpr double SAME = 1e-3;

bool same(double a, double b, double step) { return std::abs(a - b) <= std::max(SAME * b, step * (1 + SAME)); }

SaidArea sum_of(Areas const& areas) {
  SaidArea out;
  for (auto const& a : areas) out.m2 += a.m2, out.step_m2 += a.step_m2;
  return out;
}

// The first or the last is what the others add up to.
void find_total(Areas& areas) {
  if (areas.size() < 3 || std::any_of(areas.begin(), areas.end(), [](auto const& a) { return a.total; })) return;
  auto const all = sum_of(areas);
  for (auto* a : {&areas.back(), &areas.front()})
    if (!a->titled && same(all.m2 - a->m2, a->m2, all.step_m2)) return void(a->total = true);
}

std::optional<SaidArea> take_total(Areas& areas) {
  find_total(areas);
  std::optional<SaidArea> out;
  for (auto const& a : areas)
    if (a.total) out = a;
  std::erase_if(areas, [](auto const& a) { return a.total; });
  return out;
}

bool has_holes(Parcel const& p) { return parts_by_containment(p.rings).size() < p.rings.size(); }

struct Block {  // a ring, or a parcel that failed
  int line = 0;
  std::size_t parcel = NOWHERE;
};

class Giving {
 public:
  explicit Giving(CornerList& list) : m_list(&list), m_areas(list.said_areas), m_total(take_total(m_areas)) {
    for (std::size_t p = 0; p < list.parcels.size(); ++p)
      for (auto const& ring : list.parcels[p].rings) m_blocks.push_back({ring.corners.front().line, p});
    for (auto const& f : list.failed_parcels) m_blocks.push_back({f.line, NOWHERE});
    std::sort(m_blocks.begin(), m_blocks.end(), [](auto const& a, auto const& b) { return a.line < b.line; });
    if (m_total) declare(*m_total);
  }

  void work() {
    m_list->said_areas.clear();
    if (m_blocks.size() < 2 || !have_places()) return of_list();
    bool const footers = are_footers();
    for (auto& a : m_areas) {
      auto const gap = before(a);
      auto const block = a.titled || !footers ? gap : gap - 1;  // of 0 behind none
      if (block >= m_blocks.size() || m_blocks[block].parcel == NOWHERE) continue;
      a.rows = static_cast<int>(block);
      give(m_list->parcels[m_blocks[block].parcel].said, a);
    }
    if (!m_total) m_list->declared_m2.reset(), m_list->declared_step_m2 = 0;
  }

 private:
  std::size_t before(SaidArea const& a) const {
    return static_cast<std::size_t>(
        std::count_if(m_blocks.begin(), m_blocks.end(), [&](auto const& b) { return b.line < a.line; }));
  }

  bool between(SaidArea const& a) const { return before(a) > 0 && before(a) < m_blocks.size(); }

  bool have_places() const {
    if (m_areas.size() == 1 && !m_areas[0].titled && between(m_areas[0])) {
      auto const at = before(m_areas[0]);
      return m_blocks[at - 1].parcel != m_blocks[at].parcel;
    }
    return std::any_of(m_areas.begin(), m_areas.end(), [&](auto const& a) { return a.titled || between(a); });
  }

  // The last one counts; those that say something else are kept.
  void of_list() {
    for (auto const& a : m_areas)
      if (!same(a.m2, *m_list->declared_m2, std::max(a.step_m2, m_list->declared_step_m2)))
        m_list->said_areas.push_back(a);
  }

  bool are_footers() const {
    bool first = false, last = false;
    for (auto const& a : m_areas)
      if (!a.titled) first = first || before(a) == 0, last = last || before(a) == m_blocks.size();
    return last || !first;
  }

  // What is said twice of a ring counts once; a contradiction is kept.
  static void give(Areas& to, SaidArea const& a) {
    for (auto& b : to)
      if (b.rows == a.rows && same(a.m2, b.m2, std::max(a.step_m2, b.step_m2))) {
        if (a.step_m2 < b.step_m2) b = a;
        return;
      }
    to.push_back(a);
  }

  void declare(SaidArea const& a) { m_list->declared_m2 = a.m2, m_list->declared_step_m2 = a.step_m2; }

  CornerList* m_list;
  Areas m_areas;
  std::optional<SaidArea> m_total;
  std::vector<Block> m_blocks;
};

}  // namespace

bool take_remarks_of_line(int line, int rows, std::string const& text, CornerList& list) {
  auto const before = std::exchange(list.declared_m2, std::nullopt);
  auto const step = list.declared_step_m2;
  bool const said = take_remarks(text, list);
  static std::regex const of_part("^[ (]*(?:其中|建筑|构筑|基底|绿化)");
  if (!list.declared_m2 || std::regex_search(narrow(text.substr(0, LONGEST)), of_part))
    return list.declared_m2 = before, list.declared_step_m2 = step, said;
  static std::regex const total("总面积|总计|合计|共计|累计");
  bool const is_total = text.size() <= LONGEST && std::regex_search(text, total);
  bool const titled = !is_total && !named_area(without_area(text)).empty();
  list.said_areas.push_back({*list.declared_m2, list.declared_step_m2, line, rows, is_total, titled});
  return said;
}

std::string without_area(std::string const& title) {
  static std::string const number = "[0-9]+(?:\\.[0-9]+)?", unit = std::string("(?:") + AREA_UNITS + ")";
  static std::regex const area("(?:[ :;,(\\[]|，|、)*(?:(?:矿区|宗地|占地|用地)?面积[^0-9]{0,12}|S\\s*=\\s*)" + number +
                               "\\s*" + unit + "?\\s*[)\\]]?[ :;,.]*");
  if (title.size() > LONGEST) return title;
  return trimmed_text(std::regex_replace(narrow(title), area, "", std::regex_constants::format_first_only));
}

bool is_area_line(std::string const& text) {
  static std::regex const begin("^\\s*(?:(?:矿区|宗地|占地|用地|地块|图斑)?面积|S\\s*=)");
  return text.size() <= LONGEST && std::regex_search(narrow(text), begin);
}

SaidOfRings said_of_rings(CornerList const& list, int rows) {
  SaidOfRings out;
  auto areas = list.said_areas;
  if (areas.empty()) return out;
  auto const last = areas.back();
  auto const total = take_total(areas);
  bool const beside = std::all_of(areas.begin(), areas.end(),
                                  [&](auto const& a) { return !a.titled && (a.rows == 0 || a.rows == rows); });
  auto const all = beside && !total ? last : total.value_or(sum_of(areas));
  out.area_m2 = all.m2, out.step_m2 = all.step_m2;
  if (!beside && !total && !last.titled) out.other_m2 = last.m2;
  return out;
}

void give_areas_to_parcels(CornerList& list) {
  if (!list.said_areas.empty()) Giving(list).work();
}

std::optional<SaidArea> area_said_of(Parcel const& parcel, double computed_m2) {
  if (parcel.said.empty()) return std::nullopt;
  auto const all = sum_of(parcel.said), &first = parcel.said.front(), &last = parcel.said.back();
  auto const fits = [&](SaidArea const& a) { return same(a.m2, computed_m2, a.step_m2 / 2); };
  if (fits(all) || parcel.said.size() == 1) return all;
  if (has_holes(parcel)) {  // what is deducted has its own
    auto less = all;
    less.m2 = 2 * first.m2 - all.m2;
    if (fits(less)) return less;
    if (fits(last)) return last;
  }
  bool const again =
      std::all_of(parcel.said.begin(), parcel.said.end(), [&](auto const& a) { return a.m2 == last.m2; });
  return again && fits(last) ? last : all;
}

}  // namespace redline
