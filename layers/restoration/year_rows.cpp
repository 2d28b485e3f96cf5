// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/year_rows.hpp"

#include <algorithm>
#include <optional>

#include "layers/restoration/days.hpp"
#include "layers/restoration/year_figures.hpp"
#include "layers/restoration/year_sums.hpp"

namespace redline {
namespace {

class YearRows final : public RowSource {
 public:
  YearRows(std::unique_ptr<RowSource> source, YearLayout layout)
      : m_source(std::move(source)), m_layout(std::move(layout)) {
    for (auto const& c : m_layout.columns) m_header.push_back(c.name), m_grouped.push_back(c.grouped);
  }
  std::vector<std::string> const& header() const override { return m_header; }
  std::vector<std::string> const& grouped() const override { return m_grouped; }
  std::string const& crs_text() const override { return m_source->crs_text(); }
  bool spatial() const override { return false; }
  UnitsAbove units_above() const override { return m_source->units_above(); }
  std::optional<Date> day_above() const override { return m_source->day_above(); }
  std::optional<Date> latest_above() const override { return m_source->latest_above(); }
  std::string unread_above() const override { return m_source->unread_above(); }
  std::string text_above() const override { return m_source->text_above(); }
  bool workbook() const override { return m_source->workbook(); }
  std::vector<std::int64_t> const& repeated_headings() const override { return m_source->repeated_headings(); }
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
    for (auto const& [part, day] : m_layout.days)
      if (filled(part)) add(part);
    auto const last = [&](YearColumn const& c) { return c.goes == Goes::last && filled(c, REST); };
    bool const more = std::any_of(m_layout.columns.begin(), m_layout.columns.end(), last);
    if (m_parts.empty() || more || filled(REST)) add(REST);
    m_parts.back().findings = check_years(m_layout, m_row);
    share_state();
    return true;
  }
  void keep_whole() {  // cells are missing, or too many: refused where rows are read
    m_parts.push_back(m_row);
    auto const size = m_header.size();
    if (m_row.cells.size() == size) m_parts.back().cells.pop_back();
  }
  bool filled(YearColumn const& c, int part) const {
    auto const it = c.by_part.find(part);
    auto const index = it != c.by_part.end() ? it->second : c.goes == Goes::last && part == REST ? c.index : -1;
    return !cell_of(m_row.cells, index).empty();
  }
  bool filled(int part) const {
    return std::any_of(m_layout.columns.begin(), m_layout.columns.end(),
                       [&](auto const& c) { return c.goes == Goes::by_part && filled(c, part); });
  }
  // Of rows that correct others each part is a correction of its own.
  void share_state() {
    auto const replaces = m_layout.column(M_REPLACES);
    bool const corrects =
        replaces >= 0 && !cell_of(m_row.cells, m_layout.columns[static_cast<std::size_t>(replaces)].index).empty();
    YearFigures const figures(m_layout, m_row);
    if (corrects || m_parts.front().part == REST) return;
    for (auto& p : m_parts) p.role = figures.role(p.part), p.role.since = dated_itself(p) ? 0 : p.role.since;
    if (!figures.state_apart()) return;
    add(REST, true);
    m_parts.back().role = figures.state();
  }
  std::string const& own_day() const {
    static std::string const none;
    auto const c = m_layout.columns[static_cast<std::size_t>(m_layout.column(M_DATE))];
    return c.index < 0 ? none : m_row.cells[static_cast<std::size_t>(c.index)];
  }
  bool dated_itself(TableRow const& part) const {
    auto const& day = part.cells[static_cast<std::size_t>(m_layout.column(M_DATE))];
    return !day.empty() && day == own_day();
  }
  int source_of(YearColumn const& c, int part) const {
    auto const it = c.by_part.find(part);
    bool const absent = (c.goes == Goes::by_part && it == c.by_part.end()) ||
                        (c.goes == Goes::first && !m_parts.empty()) || (c.goes == Goes::last && part != REST);
    return absent ? -1 : c.goes == Goes::by_part ? it->second : c.index;
  }
  void add(int year, bool state = false) {
    TableRow part;
    part.number = m_row.number;
    part.part = year;
    auto const has = [](auto const& list, int i) {
      return std::find(list.begin(), list.end(), static_cast<std::size_t>(i)) != list.end();
    };
    for (std::size_t i = 0; i < m_layout.columns.size(); ++i) {
      auto const& c = m_layout.columns[i];
      bool const left_out = state && c.goes != Goes::everywhere && c.goes != Goes::day;
      auto const from = left_out ? -1 : source_of(c, year);
      part.cells.push_back(c.goes == Goes::day ? day(cell_of(m_row.cells, from), year) : cell_of(m_row.cells, from));
      if (from >= 0 && has(m_row.uncomputed, from)) part.uncomputed.push_back(i);
      if (from >= 0 && has(m_row.merged, from)) part.merged.push_back(i);
    }
    m_parts.push_back(std::move(part));
  }
  // Of a year: that year, or the day within it that the row has. Of the rest: the end of the last year, or later.
  std::string day(std::string const& own, int part) const {
    if (auto const it = m_layout.days.find(part); it != m_layout.days.end()) return to_string(it->second);
    auto const span = days_of(own);
    if (part != REST) {
      auto const [last, months] = months_of_part(part);
      auto const month = span ? static_cast<int>(static_cast<unsigned>(span->last.month())) : 0;
      bool const of_year = span && static_cast<int>(span->last.year()) == year_of_part(part);
      if (of_year && month <= last && month > last - months) return own;
      auto const year = std::to_string(year_of_part(part)) + "年";
      return part == year_of_part(part) ? year : year + std::to_string(last) + "月";
    }
    bool const years_given =
        std::any_of(m_layout.years.begin(), m_layout.years.end(), [&](int y) { return filled(y); });
    auto const reported = m_layout.column(M_REPORTED_ON);
    auto const said = own.empty() && reported >= 0
                          ? cell_of(m_row.cells, m_layout.columns[static_cast<std::size_t>(reported)].index)
                          : own;
    if (!years_given) return own;
    int last = 0;
    for (auto const y : m_layout.years) last = std::max(last, year_of_part(y));
    auto const told = days_of(said);
    if ((told && static_cast<int>(told->last.year()) > last) || (!said.empty() && !told)) return own;
    bool const later = said.empty() && (filled_last(M_INCREMENT) || filled_last(M_ACCEPTED_INCREMENT));
    return std::to_string(later ? last + 1 : last) + "年底";
  }
  bool filled_last(Meaning m) const {
    return std::any_of(m_layout.columns.begin(), m_layout.columns.end(),
                       [&](auto const& c) { return c.meaning == m && filled(c, REST); });
  }

  std::unique_ptr<RowSource> m_source;
  YearLayout m_layout;
  std::vector<std::string> m_header, m_grouped;
  TableRow m_row;
  std::vector<TableRow> m_parts;
  std::size_t m_at = 0;
};

}  // namespace

std::unique_ptr<RowSource> by_year(std::unique_ptr<RowSource> source, RestorationModel const& model,
                                   std::map<std::string, std::string> const& given) {
  if (source->spatial()) return source;
  YearLayout layout(*source, model, given);
  if (!layout.any()) return source;
  return std::make_unique<YearRows>(std::move(source), std::move(layout));
}

}  // namespace redline
