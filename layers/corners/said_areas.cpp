// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/said_areas.hpp"

#include <algorithm>
#include <iterator>
#include <regex>
#include <utility>

#include "layers/corners/area_statements.hpp"
#include "layers/corners/containment.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/page_words.hpp"
#include "layers/corners/remarks.hpp"
#include "layers/corners/said_counts.hpp"
#include "layers/corners/said_kind.hpp"
#include "layers/corners/said_terms.hpp"
#include "layers/corners/settled_areas.hpp"

namespace redline {
namespace {

using Areas = std::vector<SaidArea>;

constexpr std::size_t LONGEST_SAID = 500, NOWHERE = static_cast<std::size_t>(-1);

bool same(double a, double b, double step) { return same_area_said(a, b, step); }

bool names_parcel(SaidArea const& a) { return a.titled || !named_area(a.words).empty(); }

SaidArea sum_of(Areas const& areas) {
  SaidArea out;
  for (auto const& a : areas) out.m2 += a.m2, out.step_m2 += a.step_m2, out.less_m2 += a.less_m2;
  return out;
}

bool is_again(SaidArea const& a, SaidArea const& total) {
  return !names_parcel(a) && same(a.m2, total.m2, std::max(a.step_m2, total.step_m2));
}

// The first or the last, perhaps said twice, is what the others add up to.
void find_total(Areas& areas) {
  if (areas.size() < 3 || std::any_of(areas.begin(), areas.end(), [](auto const& a) { return a.total; })) return;
  for (auto* a : {&areas.back(), &areas.front()}) {
    Areas others;
    std::copy_if(areas.begin(), areas.end(), std::back_inserter(others),
                 [&](auto const& b) { return !is_again(b, *a); });
    auto const all = sum_of(others);
    if (others.size() > 1 && !names_parcel(*a) && same(all.m2, a->m2, all.step_m2 + a->step_m2))
      return void(a->total = true);
  }
}

std::optional<SaidArea> take_total(Areas& areas) {
  find_total(areas);
  std::optional<SaidArea> out;
  for (auto const& a : areas)
    if (a.total) out = a;
  std::erase_if(areas, [&](auto const& a) { return a.total || (out && is_again(a, *out)); });
  return out;
}

bool has_holes(Parcel const& p) { return parts_by_containment(p.rings).size() < p.rings.size(); }

struct Block {  // a ring, or a parcel that failed
  int line = 0;
  std::size_t parcel = NOWHERE;
};

class Giving {
 public:
  explicit Giving(CornerList& list) : m_list(&list) {
    auto settled = settled_areas(list.said_areas);
    m_areas = std::move(settled.kept), m_left = std::move(settled.left);
    m_total = take_total(m_areas);
    for (std::size_t p = 0; p < list.parcels.size(); ++p)
      for (auto const& ring : list.parcels[p].rings) m_blocks.push_back({ring.corners.front().line, p});
    for (auto const& f : list.failed_parcels) m_blocks.push_back({f.line, NOWHERE});
    std::sort(m_blocks.begin(), m_blocks.end(), [](auto const& a, auto const& b) { return a.line < b.line; });
    declare(m_total ? *m_total : m_areas.empty() ? SaidArea{} : m_areas.back());
    if (!m_total && m_areas.empty()) list.declared_m2.reset();
  }

  Areas work() {
    place();
    return std::move(m_left);
  }

 private:
  void place() {
    m_list->said_areas.clear();
    if (m_blocks.size() < 2 || !have_places()) return of_list();
    bool const footers = are_footers();
    add_unplaced();
    for (auto& a : m_areas) {
      if (give_by_name(a)) continue;
      auto const gap = before(a);
      auto const block = a.titled || !footers ? gap : gap - 1;  // of 0 behind none
      if (block >= m_blocks.size() || m_blocks[block].parcel == NOWHERE) continue;
      a.rows = static_cast<int>(block);
      give(m_list->parcels[m_blocks[block].parcel].said, a);
    }
    if (!m_total) m_list->declared_m2.reset(), m_list->declared_step_m2 = 0, m_list->declared_less_m2 = 0;
  }

  // 矿区一面积…，矿区二面积… of parcels that have no such names: together.
  void add_unplaced() {
    Areas unplaced;
    for (auto const& a : m_areas)
      if (!a.titled && names_parcel(a) && block_of_name(a) == NOWHERE) unplaced.push_back(a);
    std::erase_if(m_areas, [&](auto const& a) { return !a.titled && names_parcel(a) && block_of_name(a) == NOWHERE; });
    if (unplaced.empty() || m_total) return;
    m_total = sum_of(unplaced);
    declare(*m_total);
  }

  std::size_t block_of_name(SaidArea const& a) const {
    auto const name = named_area(a.words);
    for (std::size_t i = 0; i < m_blocks.size() && !name.empty(); ++i)
      if (m_blocks[i].parcel != NOWHERE && m_list->parcels[m_blocks[i].parcel].name == name) return i;
    return NOWHERE;
  }

  bool give_by_name(SaidArea& a) {
    auto const block = block_of_name(a);
    if (block == NOWHERE) return false;
    a.rows = static_cast<int>(block);
    give(m_list->parcels[m_blocks[block].parcel].said, a);
    return true;
  }

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
    return std::any_of(m_areas.begin(), m_areas.end(), [&](auto const& a) { return names_parcel(a) || between(a); });
  }

  // The last one counts; those that say something else are kept.
  void of_list() {
    for (auto const& a : m_areas)
      if (auto const step = std::max(a.step_m2, m_list->declared_step_m2);
          !same(a.m2, *m_list->declared_m2, step) && !same(a.m2 - a.less_m2, *m_list->declared_m2, step))
        m_list->said_areas.push_back(a);
  }

  bool are_footers() const {
    bool first = false, last = false;
    for (auto const& a : m_areas)
      if (!names_parcel(a)) first = first || before(a) == 0, last = last || before(a) == m_blocks.size();
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

  void declare(SaidArea const& a) {
    m_list->declared_m2 = a.m2, m_list->declared_step_m2 = a.step_m2, m_list->declared_less_m2 = a.less_m2;
  }

  CornerList* m_list;
  Areas m_areas, m_left;
  std::optional<SaidArea> m_total;
  std::vector<Block> m_blocks;
};

void take_count(int line, std::string const& text, CornerList& list) {
  if (text.size() > LONGEST_SAID) return;
  if (auto const n = said_count(text)) list.said_counts.emplace_back(line, *n);
}

// 由两个区域组成; not two ore bodies or sections, which one boundary may hold.
void take_regions(int line, std::string const& text, CornerList& list) {
  static std::string const numbers = "一二三四五六七八九";
  static std::regex const words(
      "([2-9]|两|二|三|四|五|六|七|八|九)\\s*(?:个|块|片)(?:独立|不相连|不相邻|分)?(?:的)?(?:区域|区块|片区|地块|区|"
      "部分|范围)?"
      "(?:共同)?(?:组成|构成)");
  std::smatch m;
  if (text.size() > LONGEST_SAID || !std::regex_search(text, m, words)) return;
  auto const said = m[1].str() == "两" ? std::string("二") : m[1].str();
  auto const n = said.size() == 1 ? std::stoul(said) : numbers.find(said) / said.size() + 1;
  list.said_regions.emplace_back(line, n);
}

}  // namespace

bool take_remarks_of_line(int line, int rows, std::string const& text, CornerList& list) {
  auto const before = std::exchange(list.declared_m2, std::nullopt);
  auto const step = list.declared_step_m2;
  bool const said = take_remarks(text, list);
  if (!list.declared_m2) list.declared_m2 = before, list.declared_step_m2 = step;
  auto const narrowed = narrow(text.substr(0, LONGEST_SAID + 1));
  take_count(line, narrowed, list), take_regions(line, narrowed, list), take_kinds_of_line(line, text, list);
  bool const titled = !titled_area(text).empty();
  for (auto const& a : area_statements(text))
    list.said_areas.push_back({a.m2, a.step_m2, line, rows, a.total, titled && !a.total, a.words, a.of});
  bool bare = take_terms_of_line(line, text, list);
  for (auto const& a : areas_without_unit(text)) {
    list.said_areas.push_back({a.m2, a.step_m2, line, rows, a.total, false, a.words, a.of, 0, a.number});
    bare = bare || a.alone;
  }
  return said || bare;
}

SaidOfRings said_of_rings(CornerList const& list, int rows) {
  SaidOfRings out;
  auto areas = settled_areas(list.said_areas).kept;
  if (areas.empty()) return out;
  auto const last = areas.back();
  auto const total = take_total(areas);
  bool const beside = std::all_of(areas.begin(), areas.end(),
                                  [&](auto const& a) { return !names_parcel(a) && (a.rows == 0 || a.rows == rows); });
  auto const all = beside && !total ? last : total.value_or(sum_of(areas));
  out.area_m2 = all.m2, out.step_m2 = all.step_m2;
  if (!beside && !total && !names_parcel(last)) out.other_m2 = last.m2;
  if (all.less_m2 > 0) out.other_m2 = all.m2 - all.less_m2;
  return out;
}

Areas give_areas_to_parcels(CornerList& list) { return list.said_areas.empty() ? Areas{} : Giving(list).work(); }

SaidArea area_declared(CornerList const& list, double computed_m2) {
  SaidArea out{list.declared_m2.value_or(0), list.declared_step_m2};
  bool const with = same(out.m2, computed_m2, out.step_m2 / 2);
  if (!with) out.m2 -= list.declared_less_m2;
  return out;
}

std::optional<SaidArea> area_said_of(Parcel const& parcel, double computed_m2) {
  if (parcel.said.empty()) return std::nullopt;
  auto const all = sum_of(parcel.said), &first = parcel.said.front(), &last = parcel.said.back();
  auto const fits = [&](SaidArea const& a) { return same(a.m2, computed_m2, a.step_m2 / 2); };
  auto net = all;
  net.m2 -= all.less_m2;
  if (fits(all) || parcel.said.size() == 1) return fits(all) ? all : net;
  if (fits(net)) return net;
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
