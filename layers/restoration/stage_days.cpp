// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/stage_days.hpp"

#include <algorithm>
#include <array>

#include "engine/restoration/amount.hpp"
#include "engine/restoration/book.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/restoration/days.hpp"
#include "layers/restoration/empty_cells.hpp"
#include "layers/restoration/further_figures.hpp"

namespace redline {
namespace {

bool accepts(Stage const& s) { return s.stage_class == StageClass::accepted && !s.returns; }

// 县级验收 of 县级验收时间; empty: no such name.
std::string before_day(std::string const& name) {
  for (std::string_view const word : {"时间", "日期"})
    if (name.ends_with(word)) return name.substr(0, name.size() - word.size());
  return {};
}

// Done again: 重新验收, 再次整改完成, 复验.
std::string without_again(std::string const& name) {
  if (name == "复验") return "验收";
  for (std::string_view const word : {"重新", "再次", "第二次", "二次"})
    if (name.starts_with(word)) return name.substr(word.size());
  return {};
}

Stage const* stage_of_day(std::string const& name, RestorationModel const& model) {
  if (auto const again = without_again(name); !again.empty()) {
    auto const* s = model.stage(again);
    return s && s->stage_class >= StageClass::restored ? s : nullptr;
  }
  auto const* s = model.stage(name);
  bool const back = s && s->returns && name.find("退回") != std::string::npos;
  return s && (back || accepts(*s)) ? s : nullptr;
}

// What is accepted on a day after it was sent back was restored by then, with its polygon.
void renew(RecordDraft& r, RowDays const& days, std::optional<Date> day, bool drawn) {
  auto const back = [&](auto const& d) { return d.stage->returns && day && d.day < *day; };
  if (std::any_of(days.list.begin(), days.list.end(), back)) r.measure = ACCEPTED_TREATED, r.with_geometry = drawn;
}

}  // namespace

StageDays::StageDays(std::vector<std::string> const& header, RowColumns const& columns, RestorationModel const& model,
                     TableWords const& words, bool by_year, bool workbook)
    : m_model(model), m_words(words), m_workbook(workbook), m_area(header.size()) {
  if (by_year) return;
  for (std::size_t i = 0; i < header.size(); ++i) {
    auto const [name, unit] = heading_of_column(narrow(header[i]));
    if (columns.known(i) || !unit.empty()) continue;
    auto const dated = before_day(name);
    auto const* stage = stage_of_day(dated.empty() ? name : dated, model);
    if (stage && (!dated.empty() || accepts(*stage))) m_columns.push_back({i, header[i], stage, dated.empty()});
  }
  find_area(header, columns);
}

// 退回面积 beside the day of one kind of return.
void StageDays::find_area(std::vector<std::string> const& header, RowColumns const& columns) {
  constexpr std::string_view AREA = "面积";
  auto const back = [](auto const& c) { return c.stage->returns; };
  if (std::count_if(m_columns.begin(), m_columns.end(), back) != 1) return;
  for (std::size_t i = 0; i < header.size() && m_area == header.size(); ++i) {
    auto const [name, unit] = heading_of_column(narrow(header[i]));
    if (columns.known(i) || !name.ends_with(AREA)) continue;
    auto const* stage = stage_of_day(name.substr(0, name.size() - AREA.size()), m_model);
    if (stage && stage->returns) m_area = i, m_area_heading = header[i], m_area_unit = unit;
  }
}

bool StageDays::among(std::size_t column) const {
  return (column == m_area && !m_area_heading.empty()) ||
         std::any_of(m_columns.begin(), m_columns.end(), [&](auto const& c) { return c.index == column && !c.alone; });
}

bool StageDays::reads_day(std::size_t column) const {
  return std::any_of(m_columns.begin(), m_columns.end(), [&](auto const& c) { return c.index == column; });
}

std::vector<std::string> StageDays::headings() const {
  std::vector<std::string> out;
  for (auto const& c : m_columns) out.push_back(c.heading);
  if (!m_area_heading.empty()) out.push_back(m_area_heading);
  return out;
}

std::optional<Date> StageDays::day_in(std::string const& cell) const {
  auto const day = last_day_of(cell);
  return day || !m_workbook ? day : day_of_workbook(cell);
}

RowDays StageDays::read(std::vector<std::string> const& cells, bool corrects) const {
  RowDays out;
  for (auto const& c : m_columns) {
    auto const& cell = cells[c.index];
    bool const nothing = std::count(m_words.empty.begin(), m_words.empty.end(), cell) > 0 || no_day(cell, m_words);
    if (cell.empty() || nothing) continue;
    auto const day = day_in(cell);
    if (day && !corrects)
      out.list.push_back({c.stage, cell, *day});
    else if (day || !c.alone)
      out.unread = c.heading + "：" + cell;
  }
  std::stable_sort(out.list.begin(), out.list.end(), [](auto const& a, auto const& b) { return a.day < b.day; });
  return out;
}

// One that cannot be read, has no day or is more than the row has, is told, and the return is of all that the row says.
void StageDays::take_area(RowDays& days, std::vector<std::string> const& cells, RowValues const& v) const {
  if (m_area_heading.empty() || cells[m_area].empty()) return;
  auto const& cell = cells[m_area];
  if (std::count(m_words.empty.begin(), m_words.empty.end(), cell) > 0) return;
  auto const it = std::find_if(days.list.begin(), days.list.end(), [](auto const& d) { return d.stage->returns; });
  auto const quoted = take_apart(cell);
  auto const of = !quoted.unit.empty() ? quoted.unit : !m_area_unit.empty() ? m_area_unit : v[M_UNIT];
  auto const area = unit_of(of);
  Amount amount;
  if (area && area->dimension == Dimension::area) amount = parse_amount(quoted.number, *area).value_or(Amount{});
  auto const own = v[M_VALUE].empty() ? amount_of(v[M_CUMULATIVE], "") : amount_of(v[M_VALUE], v[M_UNIT]);
  if (it != days.list.end() && Amount{} < amount && amount <= own.value_or(amount))
    it->area = quoted.unit.empty() ? cell : quoted.number, it->unit = of;
  else
    days.unread = m_area_heading + "：" + cell;
}

RowDays StageDays::take(std::vector<std::string> const& cells, RowValues& v, bool accepted) const {
  auto out = read(cells, !v[M_REPLACES].empty());
  take_area(out, cells, v);
  auto const acceptance = [](auto const& d) { return accepts(*d.stage); };
  auto const kept = std::stable_partition(out.list.begin(), out.list.end(),
                                          [&](auto const& d) { return accepted || !acceptance(d); });
  out.denied = kept != out.list.end();
  out.list.erase(kept, out.list.end());
  auto const it = std::find_if(out.list.begin(), out.list.end(), acceptance);
  if (it == out.list.end() || !v[M_ACCEPTED_ON].empty()) return out;
  out.first = *it, v[M_ACCEPTED_ON] = it->written;
  out.list.erase(it);
  return out;
}

// A word of return is that of the day of return; one of done work that is older than it does not hold.
void StageDays::settle(RowDays& days, RowValues& v) const {
  auto const* stage = m_model.stage(v[M_STAGE]);
  auto const back = [](auto const& d) { return d.stage->returns; };
  if (!stage || std::none_of(days.list.begin(), days.list.end(), back)) return;
  if (stage->returns) {
    v[M_STAGE] = m_model.stage_of_restored;
    return;
  }
  auto const accepted = day_in(v[M_ACCEPTED_ON]);
  auto const& last = days.list.back();
  bool const done = stage->stage_class >= StageClass::restored;
  if (done && back(last) && !(accepted && *accepted > last.day)) days.returned = stage->zh;
}

// The figure and polygon of the row, as of another day.
RecordDraft StageDays::again(RowDraft const& draft, RowValues const& v) const {
  auto const& own = draft.records.front();
  RecordDraft out{"", TREATED, "", "", "", own.with_geometry};
  if (!own.suffix.empty() || m_model.measure(v[M_KIND], own.measure).quantity != Quantity::restored) return out;
  out.value = own.value, out.unit = own.unit;
  if (own.basis && stands_for_all(*own.basis)) out.basis = Basis::cumulative;
  return out;
}

// The acceptance of the row: a record beside its own, or its own. None: nothing is accepted.
std::optional<RecordDraft> StageDays::acceptance(RowDraft& draft, RowDays const& days, RowValues const& v,
                                                 bool drawn) const {
  for (auto& r : draft.records) {
    auto const* s = m_model.stage(r.stage);
    bool const beside = r.suffix == "/accepted";
    if (!(r.suffix.empty() || beside) || !s || !accepts(*s)) continue;
    auto const* own = m_model.stage(v[M_STAGE]);
    if (beside && days.first && !(own && accepts(*own))) r.stage = days.first->stage->code;
    auto const out = r;
    if (beside) renew(r, days, r.day ? r.day : draft.day, drawn);
    return out;
  }
  return std::nullopt;
}

void StageDays::add(RowDraft& draft, RowDays const& days, RowValues const& v) const {
  if (!days.any() || draft.records.empty()) return;
  auto const again = this->again(draft, v);
  bool const drawn = again.with_geometry && v[M_ACCEPTED_AREA].empty();
  auto const accepted = acceptance(draft, days, v, drawn);
  StageDay const* back = nullptr;
  for (auto const& d : days.list) {
    bool const acceptance = accepts(*d.stage);
    if (acceptance && !accepted) continue;
    auto r = acceptance ? *accepted : again;
    if (d.stage->returns && again.basis) r.value.clear(), r.unit.clear(), r.basis.reset();  // all that stands
    if (!d.area.empty()) back = &d;  // what is done again is what was sent back
    if (back) r.value = back->area, r.unit = back->unit, r.basis = Basis::fresh, r.with_geometry = false;
    r.stage = d.stage->code, r.day = d.day, r.day_text = d.written;
    r.suffix = std::string(STAGE_SUFFIX) + d.stage->code +
               (&d == &days.list.front() ? "" : "-" + std::to_string(&d - &days.list.front() + 1));
    if (acceptance) r.measure = TREATED, r.with_geometry = false, renew(r, days, d.day, drawn);
    draft.records.push_back(std::move(r));
  }
}

}  // namespace redline
