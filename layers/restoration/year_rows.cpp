// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/year_rows.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "engine/restoration/amount.hpp"
#include "layers/restoration/days.hpp"
#include "layers/restoration/header_groups.hpp"
#include "layers/restoration/row_columns.hpp"

namespace redline {
namespace {

using Cells = std::vector<std::string>;

enum class Goes { everywhere, first, last, by_year, day };  // into which of the rows a cell goes

Goes goes(std::size_t meaning) {
  switch (meaning) {
    case M_DATE:
      return Goes::day;
    case M_INCREMENT:
    case M_CUMULATIVE:
    case M_ACCEPTED_AREA:
    case M_ACCEPTED_SUM:
    case M_ACCEPTED_INCREMENT:
    case M_ACCEPTED_ON:
      return Goes::last;
    case M_ID:
    case M_REQUIRED:
    case M_DISTURBED:
    case M_VOLUME:
      return Goes::first;
    default:
      return Goes::everywhere;
  }
}

struct Column {
  std::string name, grouped;
  std::size_t meaning = MEANING_COUNT;
  Goes goes = Goes::everywhere;
  int index = -1;                // in the source, but of what is given by year
  std::map<int, int> by_year{};  // year -> in the source
};

// 本年治理面积（亩） of 已治理面积（亩）; empty where no figure by year is so called.
std::string new_figure(std::string const& heading, RestorationModel const& model) {
  auto const [name, unit] = heading_of_column(heading);
  for (auto const& text : {"本年" + name, "本年" + without_done(name)})
    if (auto const m = RowColumns::meaning_named(text, model); m == M_INCREMENT || m == M_ACCEPTED_INCREMENT)
      return unit.empty() ? text : text + "（" + unit + "）";
  return {};
}

std::string of(Cells const& cells, int index) {
  auto const i = static_cast<std::size_t>(index);  // none: beyond all
  return i < cells.size() ? cells[i] : std::string{};
}

class Layout {
 public:
  Layout(RowSource const& source, RestorationModel const& model, std::map<std::string, std::string> const& given) {
    auto const& header = source.header();
    std::set<std::string> named;
    for (auto const& [meaning, text] : given) named.insert(text);
    for (std::size_t i = 0; i < header.size(); ++i) {
      auto const grouped = i < source.grouped().size() ? source.grouped()[i] : std::string{};
      auto const [year, what] = year_heading(header[i]);
      auto const figure = year == 0 ? std::string{} : new_figure(what, model);
      bool const kept = named.count(header[i]) > 0 || (!grouped.empty() && named.count(grouped) > 0);
      if (figure.empty() || kept || !take(figure, year, static_cast<int>(i), model))
        add({header[i], grouped, RowColumns::meaning_named(header[i], model), {}, static_cast<int>(i)});
    }
    if (!years.empty()) settle(model);
  }
  int column(Meaning m) const {
    auto const it = std::find_if(columns.begin(), columns.end(), [&](auto const& c) { return c.meaning == m; });
    return it == columns.end() ? -1 : static_cast<int>(it - columns.begin());
  }

  std::vector<Column> columns;
  std::set<int> years;

 private:
  void add(Column c) {
    c.goes = goes(c.meaning);
    columns.push_back(std::move(c));
  }
  bool take(std::string const& figure, int year, int index, RestorationModel const& model) {
    auto it = std::find_if(columns.begin(), columns.end(),
                           [&](auto const& c) { return c.goes == Goes::by_year && c.name == figure; });
    if (it == columns.end()) {
      columns.push_back({figure, "", RowColumns::meaning_named(figure, model), Goes::by_year});
      it = columns.end() - 1;
    }
    years.insert(year);
    return it->by_year.emplace(year, index).second;
  }
  // A plain figure beside the years stays unread, and so do ids by which nothing is corrected.
  void settle(RestorationModel const& model) {
    bool const corrects = column(M_REPLACES) >= 0;
    for (auto& c : columns) {
      if (c.meaning == M_VALUE) c.grouped = c.name, c.name = "合计/" + c.name, c.meaning = MEANING_COUNT;
      if (c.meaning == M_ID && !corrects) c.grouped = c.name, c.name += "（行）", c.meaning = MEANING_COUNT;
    }
    if (column(M_DATE) >= 0) return;
    auto const& names = model.columns.find(MEANING_NAMES[M_DATE])->second;
    columns.push_back({names.front(), "", M_DATE, Goes::day});
  }
};

class YearRows final : public RowSource {
 public:
  YearRows(std::unique_ptr<RowSource> source, Layout layout)
      : m_source(std::move(source)), m_layout(std::move(layout)) {
    for (auto const& c : m_layout.columns) m_header.push_back(c.name), m_grouped.push_back(c.grouped);
  }
  std::vector<std::string> const& header() const override { return m_header; }
  std::vector<std::string> const& grouped() const override { return m_grouped; }
  std::string const& crs_text() const override { return m_source->crs_text(); }
  bool spatial() const override { return false; }
  UnitsAbove units_above() const override { return m_source->units_above(); }
  std::optional<Date> day_above() const override { return m_source->day_above(); }
  bool workbook() const override { return m_source->workbook(); }
  bool by_year() const override { return true; }
  bool next(TableRow& row) override {
    if (m_at == m_parts.size() && !read()) return false;
    row = std::move(m_parts[m_at++]);
    return true;
  }

 private:
  bool read() {
    m_parts.clear(), m_at = 0;
    if (!m_source->next(m_row)) return false;
    if (m_row.cells.size() != m_source->header().size()) return keep_whole(), true;
    for (auto const year : m_layout.years)
      if (filled(year)) add(year);
    auto const last = [&](Column const& c) { return c.goes == Goes::last && !of(m_row.cells, c.index).empty(); };
    if (m_parts.empty() || std::any_of(m_layout.columns.begin(), m_layout.columns.end(), last)) add(0);
    compare();
    return true;
  }
  void keep_whole() {  // cells are missing, or too many: refused where rows are read
    m_parts.push_back(m_row);
    auto const size = m_header.size();
    if (m_row.cells.size() == size) m_parts.back().cells.pop_back();
  }
  bool filled(int year) const {
    return std::any_of(m_layout.columns.begin(), m_layout.columns.end(), [&](auto const& c) {
      auto const it = c.by_year.find(year);
      return it != c.by_year.end() && !of(m_row.cells, it->second).empty();
    });
  }
  int source_of(Column const& c, int year) const {
    auto const it = c.by_year.find(year);
    bool const absent = (c.goes == Goes::by_year && it == c.by_year.end()) ||
                        (c.goes == Goes::first && !m_parts.empty()) || (c.goes == Goes::last && year != 0);
    return absent ? -1 : c.goes == Goes::by_year ? it->second : c.index;
  }
  void add(int year) {
    TableRow part;
    part.number = m_row.number;
    part.part = year;
    auto const has = [](auto const& list, int i) {
      return std::find(list.begin(), list.end(), static_cast<std::size_t>(i)) != list.end();
    };
    for (std::size_t i = 0; i < m_layout.columns.size(); ++i) {
      auto const& c = m_layout.columns[i];
      auto const from = source_of(c, year);
      part.cells.push_back(c.goes == Goes::day ? day(of(m_row.cells, from), year) : of(m_row.cells, from));
      if (from >= 0 && has(m_row.uncomputed, from)) part.uncomputed.push_back(i);
      if (from >= 0 && has(m_row.merged, from)) part.merged.push_back(i);
    }
    m_parts.push_back(std::move(part));
  }
  // Of a year: that year, or the day within it that the row has. Of the rest: the end of the last year, or later.
  std::string day(std::string const& own, int year) const {
    auto const span = days_of(own);
    if (year != 0) {
      bool const within = span && static_cast<int>(span->last.year()) == year;
      return within ? own : std::to_string(year) + "年";
    }
    bool const years_given =
        std::any_of(m_layout.years.begin(), m_layout.years.end(), [&](int y) { return filled(y); });
    auto const reported = m_layout.column(M_REPORTED_ON);
    auto const said = own.empty() && reported >= 0
                          ? of(m_row.cells, m_layout.columns[static_cast<std::size_t>(reported)].index)
                          : own;
    auto const last = *m_layout.years.rbegin();
    auto const told = days_of(said);
    if (!years_given || (told && static_cast<int>(told->last.year()) > last) || (!said.empty() && !told)) return own;
    bool const later = said.empty() && (filled_last(M_INCREMENT) || filled_last(M_ACCEPTED_INCREMENT));
    return std::to_string(later ? last + 1 : last) + "年底";
  }
  bool filled_last(Meaning m) const {
    return std::any_of(m_layout.columns.begin(), m_layout.columns.end(), [&](auto const& c) {
      return c.meaning == m && c.goes == Goes::last && !of(m_row.cells, c.index).empty();
    });
  }
  void compare() {
    compare(M_INCREMENT, M_CUMULATIVE);
    compare(M_ACCEPTED_INCREMENT, M_ACCEPTED_SUM);
  }
  std::optional<Amount> figure(std::string const& cell, std::string const& heading) const {
    auto const quoted = take_apart(cell);
    auto const unit = unit_of(quoted.unit.empty() ? heading_of_column(heading).unit : quoted.unit);
    return quoted.number.empty() ? std::nullopt : parse_amount(quoted.number, unit.value_or(Unit{Dimension::area}));
  }
  void compare(Meaning by_year, Meaning running) {
    std::optional<Amount> stated;
    Amount sum;
    std::string text;
    for (auto const& c : m_layout.columns) {
      auto const cell = of(m_row.cells, c.index);
      if (c.meaning == running && !cell.empty()) stated = figure(cell, c.name), text = cell;
      if (c.meaning != by_year || c.goes != Goes::by_year) continue;
      for (auto const& [year, index] : c.by_year)
        if (auto const a = figure(of(m_row.cells, index), c.name)) sum += *a;
    }
    if (!stated || sum.zero() || *stated == sum) return;
    auto const row = std::to_string(m_row.number);
    m_parts.back().findings.push_back({"restoration.years_contradict",
                                       Severity::warning,
                                       "",
                                       row,
                                       {row, m_header[static_cast<std::size_t>(m_layout.column(running))], text}});
  }

  std::unique_ptr<RowSource> m_source;
  Layout m_layout;
  std::vector<std::string> m_header, m_grouped;
  TableRow m_row;
  std::vector<TableRow> m_parts;
  std::size_t m_at = 0;
};

}  // namespace

std::unique_ptr<RowSource> by_year(std::unique_ptr<RowSource> source, RestorationModel const& model,
                                   std::map<std::string, std::string> const& given) {
  if (source->spatial()) return source;
  Layout layout(*source, model, given);
  if (layout.years.empty()) return source;
  return std::make_unique<YearRows>(std::move(source), std::move(layout));
}

}  // namespace redline
