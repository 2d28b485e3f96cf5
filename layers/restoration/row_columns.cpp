// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/row_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "engine/core/error.hpp"
#include "engine/restoration/amount.hpp"
#include "layers/restoration/cut_headings.hpp"
#include "layers/restoration/further_figures.hpp"
#include "layers/restoration/header_groups.hpp"
#include "layers/restoration/work_names.hpp"

namespace redline {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// 治理面积 says more than 面积.
bool more_specific(std::string const& name, std::string const& than) {
  return name.size() > than.size() && name.find(than) != std::string::npos;
}

std::size_t listed_meaning(std::string const& name, RestorationModel const& model) {
  for (std::size_t m = 0; m < MEANING_COUNT; ++m) {
    auto const it = model.columns.find(MEANING_NAMES[m]);
    if (it != model.columns.end() && std::find(it->second.begin(), it->second.end(), name) != it->second.end())
      return m;
  }
  return MEANING_COUNT;
}

std::size_t meaning_in(std::string const& name, RestorationModel const& model) {
  auto const listed = listed_meaning(name, model);
  return listed != MEANING_COUNT ? listed : meaning_by_words(name);
}

// The months of the time in which a figure is new: what was done in the year so far, in this month.
int months_of(std::string const& name) {
  constexpr int YEAR = 12, QUARTER = 3;
  switch (new_in(name).basis) {
    case Basis::of_year:
      return YEAR;
    case Basis::of_quarter:
      return QUARTER;
    case Basis::of_month:
      return 1;
    default:
      return 0;
  }
}

// 种植面积, a measure with a stage of its own, gives way to 面积 and 治理面积; what may be planned (治理面积) to what
// is called done (完成面积), 本月完成面积 to 本年累计完成面积, a name by its words alone (整改面积) to one of the list.
bool goes_before(std::string const& name, std::string const& than, RestorationModel const& model) {
  auto const special = [&](std::string const& n) { return model.stage_of_measure.count(n) > 0; };
  auto const listed = [&](std::string const& n) { return listed_meaning(n, model) != MEANING_COUNT; };
  if (special(name) != special(than)) return special(than);
  auto const months = months_of(name), other = months_of(than);
  if (months > 0 && other > 0 && months != other) return months > other;
  if (more_specific(name, than) || more_specific(than, name)) return more_specific(name, than);
  bool const area = meaning_in(name, model) == M_VALUE;
  return area && says_done(name) != says_done(than) ? says_done(name) : listed(name) && !listed(than);
}

// 治理面积 of 完成面积: it may be planned, or being worked on.
bool less_than(std::string const& name, std::string const& done, RestorationModel const& model) {
  return says_done(done) && says_treated(name) && !says_done(name) && model.stage_of_measure.count(name) == 0;
}

// As it is called, or without what it says of time: 年度完成治理面积 is new, what 治理面积 is.
std::size_t meaning_of(std::string const& name, RestorationModel const& model) {
  auto const own = meaning_in(name, model);
  if (own != MEANING_COUNT) return own;
  constexpr std::string_view YEAR = "本年";
  if (auto const time = new_in(name); of_period(time.basis) && time.word != YEAR && name.starts_with(time.word))
    if (auto const m = meaning_in(std::string(YEAR) + name.substr(time.word.size()), model); m != MEANING_COUNT)
      return m;
  auto const timed = timed_name(name);
  if (timed.kind == GroupKind::other || timed.name == "面积") return MEANING_COUNT;
  bool const running = timed.kind == GroupKind::running;
  switch (meaning_in(timed.name, model)) {
    case M_VALUE:
      return running ? M_CUMULATIVE : M_INCREMENT;
    case M_ACCEPTED_AREA:
      return running ? M_ACCEPTED_SUM : M_ACCEPTED_INCREMENT;
    default:
      return MEANING_COUNT;
  }
}

// A workbook keeps the item number 55.14 as 55.140000000000001.
std::string as_excel_shows(std::string const& text) {
  constexpr std::size_t SHOWN = 15;
  auto const point = text.find('.');
  if (point == std::string::npos || text.size() <= SHOWN + 1) return text;
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  bool const number = error == std::errc{} && end == text.data() + text.size();
  return number ? fmt::format("{:.15g}", value) : text;
}

bool same_in_another_unit(ColumnHeading const& h, std::string const& heading) {
  auto const of = heading_of_column(heading);
  return of.name == h.name && !of.unit.empty() && of.unit != h.unit;
}

// Within half of the coarser last digit. What is no figure is asked about elsewhere.
bool same_figure(std::string const& a, std::string const& b) {
  auto const x = amount_of(a, ""), y = amount_of(b, "");
  if (!x || !y) return true;
  return (*x < *y ? *y - *x : *x - *y) <= std::max(half_digit(a, ""), half_digit(b, ""));
}

bool other_unit(Unit const& a, Unit const& b) {
  return a.dimension == b.dimension && a.numerator * b.denominator != b.numerator * a.denominator;
}

bool bare_number(std::string const& text) { return !text.empty() && take_apart(text).unit.empty(); }

// The only heading whose end was surely cut that may be called so in whole.
std::optional<std::size_t> index_of_begun(std::vector<std::string> const& header,
                                          std::vector<std::string> const& begins, std::string const& text) {
  std::optional<std::size_t> out;
  for (std::size_t i = 0; i < begins.size(); ++i) {
    if (begins[i] == header[i] || !text.starts_with(begins[i])) continue;
    if (out) return std::nullopt;
    out = i;
  }
  return out;
}

std::optional<std::size_t> index_of(std::vector<std::string> const& header, std::vector<std::string> const& begins,
                                    std::vector<std::string> const& grouped, std::string const& text) {
  if (auto const it = std::find(header.begin(), header.end(), text); it != header.end())
    return static_cast<std::size_t>(it - header.begin());
  auto const name = heading_of_column(text).name;
  for (std::size_t i = 0; i < grouped.size(); ++i)
    if (!grouped[i].empty() && (grouped[i] == text || heading_of_column(grouped[i]).name == name)) return i;
  return index_of_begun(header, begins, text);
}

bool names_pits(std::string const& heading) { return heading.find("坑") != std::string::npos; }

// 采矿（1号坑）: both tell the rows of a site apart.
std::string with_pit(std::string const& kind, std::string const& pit) {
  return kind.empty() || pit.empty() ? kind + pit : kind + "（" + pit + "）";
}

}  // namespace

// 治理面积（亩）, 治理面积（单位：亩）, 治理面积/亩
ColumnHeading heading_of_column(std::string text) {
  constexpr std::string_view LABEL = "单位:";
  for (auto const& [from, to] : std::initializer_list<std::pair<char const*, char const*>>{
           {"（", "("}, {"）", ")"}, {"：", ":"}, {"／", "/"}, {" ", ""}, {"\n", ""}, {"\r", ""}, {"\ufeff", ""}})
    replace_all(text, from, to);
  bool const bracket = text.ends_with(')');
  auto const open = bracket ? text.find('(') : text.rfind('/');
  if (open == std::string::npos) return {text, ""};
  auto inside = text.substr(open + 1, text.size() - open - (bracket ? 2 : 1));
  if (auto const label = inside.find(LABEL); label != std::string::npos) inside.erase(0, label + LABEL.size());
  return unit_of(inside) ? ColumnHeading{text.substr(0, open), inside} : ColumnHeading{text, ""};
}

std::size_t RowColumns::meaning_named(std::string const& heading, RestorationModel const& model) {
  auto const name = heading_of_column(heading).name;
  return name.empty() ? static_cast<std::size_t>(MEANING_COUNT) : meaning_of(name, model);
}

bool RowColumns::is_known(std::string const& heading, RestorationModel const& model) {
  auto const& sites = model.site_headings;
  auto const year = year_heading(heading);
  return meaning_named(heading, model) != MEANING_COUNT ||
         (year.year > 0 && meaning_named(year.day ? year.name : "本年" + year.name, model) != MEANING_COUNT) ||
         std::find(sites.begin(), sites.end(), heading_of_column(heading).name) != sites.end();
}

RowColumns::RowColumns(std::vector<std::string> const& header, RestorationModel const& model,
                       std::map<std::string, std::string> const& given, std::string const& file,
                       std::vector<std::string> const& begins, std::vector<std::string> const& grouped) {
  recognise(header, model, begins);
  apply(given, header, begins, grouped, file);
  if (given.count(std::string(MEANING_NAMES[M_SITE])) == 0) find_sites(header, model, begins);
  if (given.count(std::string(MEANING_NAMES[M_KIND])) == 0) find_parts(header, model);
}

void RowColumns::recognise(std::vector<std::string> const& header, RestorationModel const& model,
                           std::vector<std::string> const& begins) {
  for (std::size_t i = 0; i < header.size(); ++i) {
    auto h = heading_of_column(header[i]);
    bool const whole = begins.empty() || (begins[i] == header[i] && is_known(header[i], model));
    auto const begun = whole ? std::nullopt : whole_name(begins[i], model);
    h.name = begun.value_or(h.name);
    bool const nothing = h.name.empty() || (!begins.empty() && begins[i] != header[i] && !begun);
    auto const m = nothing ? static_cast<std::size_t>(MEANING_COUNT) : meaning_of(h.name, model);
    bool const taken = m != MEANING_COUNT && m_columns[m].index >= 0;
    bool const beside = m == M_KIND && names_pits(h.name) != names_pits(m_columns[m].heading);  // 活动类型, 矿坑名称
    if (taken && (m == M_ACCEPTED_ON || beside)) {  // 验收时间, else 销号时间
      m_columns[m].others.push_back({static_cast<int>(i), "", header[i]});
      continue;
    }
    if (taken && !h.unit.empty() && same_in_another_unit(h, m_columns[m].heading)) {
      m_columns[m].others.push_back({static_cast<int>(i), h.unit, header[i]});
      continue;
    }
    auto const& before = taken ? m_columns[m] : Column{};
    if (m == M_VALUE && taken && less_than(h.name, before.name, model))
      m_less = {static_cast<int>(i), h.unit, header[i]};
    else if (m == M_VALUE && taken && less_than(before.name, h.name, model))
      m_less = {before.index, before.unit, before.heading};
    if (m == MEANING_COUNT || (taken && !goes_before(h.name, m_columns[m].name, model))) {
      if (!h.name.empty()) m_unknown.push_back(header[i]);
      continue;
    }
    if (taken) m_unknown.push_back(m_columns[m].heading);
    for (auto const& other : m_columns[m].others) m_unknown.push_back(other.heading);
    m_columns[m] = {static_cast<int>(i), h.unit, "", header[i], {}, h.name};
  }
}

void RowColumns::apply(std::map<std::string, std::string> const& given, std::vector<std::string> const& header,
                       std::vector<std::string> const& begins, std::vector<std::string> const& grouped,
                       std::string const& file) {
  for (auto const& [meaning, text] : given) {
    auto const at = std::find(MEANING_NAMES.begin(), MEANING_NAMES.end(), meaning);
    if (at == MEANING_NAMES.end()) throw Error(ErrorKind::usage, "restoration.unknown_meaning", {meaning});
    auto& column = m_columns[static_cast<std::size_t>(at - MEANING_NAMES.begin())];
    column = {}, m_less = {-1, "", ""};
    if (!text.empty() && text.front() == '=') {
      column.constant = text.substr(1);
      continue;
    }
    auto const at_name = index_of(header, begins, grouped, text);
    if (!at_name) throw Error(ErrorKind::input, "restoration.no_column", {file, text, meaning});
    auto const& heading = header[*at_name];
    for (auto const m : FIGURES)  // a figure is read as what it is said to be alone
      if (m_columns[m].index == static_cast<int>(*at_name)) m_columns[m] = {};
    column.index = static_cast<int>(*at_name);
    column.unit = heading_of_column(heading).unit;
    column.heading = heading;
    column.name = begins.empty() || begins[*at_name] == heading ? heading_of_column(heading).name : text;
    m_unknown.erase(std::remove(m_unknown.begin(), m_unknown.end(), heading), m_unknown.end());
  }
}

bool RowColumns::at(Column const& c, std::size_t column) {
  auto const here = [&](auto const& x) { return x.index == static_cast<int>(column); };
  return here(c) || std::any_of(c.others.begin(), c.others.end(), here);
}

std::size_t RowColumns::meaning_at(std::size_t column) const {
  auto const it = std::find_if(m_columns.begin(), m_columns.end(), [&](Column const& c) { return at(c, column); });
  return static_cast<std::size_t>(it - m_columns.begin());
}

std::string const& RowColumns::cell(Meaning m, std::vector<std::string> const& cells) const {
  static std::string const none;
  auto const i = static_cast<std::size_t>(m_columns[m].index);  // none: beyond all
  return i < cells.size() ? cells[i] : none;
}

std::string const& RowColumns::heading_in(Meaning m, std::vector<std::string> const& cells) const {
  auto const& c = m_columns[m];
  auto const filled = [&](int i) { return i >= 0 && std::size_t(i) < cells.size() && !cells[std::size_t(i)].empty(); };
  auto const other = std::find_if(c.others.begin(), c.others.end(), [&](auto const& o) { return filled(o.index); });
  return filled(c.index) || other == c.others.end() ? c.heading : other->heading;
}

bool RowColumns::known(std::size_t column) const { return meaning_at(column) != MEANING_COUNT; }

bool RowColumns::figure(std::size_t column) const {
  return std::any_of(FIGURES.begin(), FIGURES.end(), [&](Meaning m) { return at(m_columns[m], column); });
}

std::string RowColumns::in_unit(std::vector<std::string> const& cells, InUnit const& column) {
  auto const i = static_cast<std::size_t>(column.index);  // none: beyond all
  auto const text = i < cells.size() ? cells[i] : std::string{};
  return bare_number(text) ? text + column.unit : text;
}

std::vector<Message> RowColumns::contradictions(std::vector<std::string> const& cells) const {
  std::vector<Message> out;
  auto const& value = m_columns[M_VALUE];
  auto const cell = in_unit(cells, {m_columns[M_UNIT].index, "", ""});
  if (auto const said = unit_of(cell), headed = unit_of(value.unit);
      said && headed && other_unit(*said, *headed) && bare_number(in_unit(cells, {value.index, "", ""})))
    out.push_back({"restoration.unit_of_heading", {value.heading, m_columns[M_UNIT].heading, cell}});
  for (auto const& c : m_columns) {
    if (c.others.empty()) continue;
    InUnit const first{c.index, c.unit, c.heading};
    auto const said = in_unit(cells, first);
    for (auto const& other : c.others)
      if (auto const again = in_unit(cells, other); !same_figure(said, again))
        out.push_back({"restoration.units_contradict", {said, first.heading, again, other.heading}});
  }
  return out;
}

std::pair<std::string, std::string> RowColumns::less_than_done(std::vector<std::string> const& cells) const {
  auto const text = in_unit(cells, {m_less.index, "", ""});
  return {text, bare_number(text) ? m_less.unit : std::string{}};
}

// The unit in the heading goes before. Beside it a column 单位 that holds no unit names who is responsible.
void RowColumns::take_unit_of_heading(RowValues& v) const {
  auto const& unit = m_columns[M_VALUE].unit;
  if (unit.empty() || !bare_number(v[M_VALUE])) return;
  if (!v[M_UNIT].empty() && !unit_of(v[M_UNIT]) && v[M_RESPONSIBLE].empty()) v[M_RESPONSIBLE] = v[M_UNIT];
  v[M_UNIT] = unit;
}

RowValues RowColumns::values(std::vector<std::string> const& cells) const {
  RowValues out;
  for (std::size_t m = 0; m < MEANING_COUNT; ++m) {
    auto const& c = m_columns[m];
    if (c.index < 0) {
      out[m] = c.constant;
      continue;
    }
    auto const i = static_cast<std::size_t>(c.index);
    if (i < cells.size()) out[m] = cells[i];
    if (!c.unit.empty() && m != M_VALUE && bare_number(out[m])) out[m] += c.unit;
    for (auto const& other : c.others)
      if (m == M_KIND)
        out[m] = with_pit(out[m], in_unit(cells, other));
      else if (out[m].empty())
        out[m] = in_unit(cells, other);
  }
  // The column of units serves the figures that have none of their own.
  auto const unit = unit_of(out[M_UNIT]);
  for (auto const m : FIGURES)
    if (m != M_VALUE && unit && bare_number(out[m]) && (unit->dimension == Dimension::volume) == (m == M_VOLUME))
      out[m] += out[M_UNIT];
  for (auto const m : {M_ID, M_ITEM}) out[m] = as_excel_shows(out[m]);
  take_unit_of_heading(out);
  return out;
}

}  // namespace redline
