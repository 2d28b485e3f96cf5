// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/of_which.hpp"

#include <algorithm>

#include "layers/corners/corner_text.hpp"

namespace redline {

OfWhich::OfWhich(RowSource const& source, RowColumns const& columns, RestorationModel const& model,
                 TableWords const& words, ReserveSpellings const& names, std::string file)
    : m_reader(columns, model, words, names),
      m_columns(columns),
      m_words(words),
      m_file(std::move(file)),
      m_reads(!source.spatial() && !columns.heading_of(M_SITE).empty()) {}

std::string OfWhich::name_without(std::string const& site, TableWords const& words) {
  for (auto const& word : words.of_which) {
    if (!site.starts_with(word) || site.size() == word.size()) continue;
    auto const rest = site.substr(word.size());
    for (std::string_view const mark : {"：", ":", "，", ",", "、", "包括", "有"})
      if (rest.starts_with(mark) && rest.size() > mark.size()) return trimmed_text(rest.substr(mark.size()));
    return trimmed_text(rest);
  }
  return site;
}

// 其中：一号坑, 甲矿其中一号坑
bool OfWhich::marked(TableRow const& row) const {
  std::string_view site = m_columns.cell(M_SITE, row.cells);
  if (!m_name.empty() && site.size() > m_name.size() && site.starts_with(m_name)) {
    site.remove_prefix(m_name.size());
    for (std::string_view const mark : {"，", ",", "：", ":", "、", " ", "的"})
      if (site.starts_with(mark)) site.remove_prefix(mark.size());
  }
  return std::any_of(m_words.of_which.begin(), m_words.of_which.end(),
                     [&](auto const& w) { return site.starts_with(w); });
}

bool OfWhich::begins_with_mark(TableRow const& row) const {
  auto const& site = m_columns.cell(M_SITE, row.cells);
  return std::any_of(m_words.of_which_marks.begin(), m_words.of_which_marks.end(),
                     [&](auto const& w) { return site.size() > w.size() && site.starts_with(w); });
}

void OfWhich::look(TableRow& row, RowsAhead& ahead) {
  if (!m_reads) return;
  bool const part = m_parent && row.number > m_whole && (row.number <= m_until || marked(row));
  if (part && row.sum == RowSum::none) {
    row.sum = RowSum::of_which;
    if (row.number != m_number) m_rows += (m_rows.empty() ? "" : ", ") + std::to_string(row.number);
  } else if (row.number != m_number) {
    m_parent = false, m_until = -1;
    take_parent(row, ahead);
  }
  m_number = row.number;
}

void OfWhich::take_parent(TableRow const& row, RowsAhead& ahead) {
  auto const* next = ahead.behind(row);
  m_name = m_columns.cell(M_SITE, row.cells);
  if (!next || m_name.empty() || row.sum != RowSum::none) return;
  bool const sure = marked(*next);
  if (!sure && (!begins_with_mark(*next) || begins_with_mark(row))) return;
  auto const whole = m_reader.read_whole(row, ahead);
  if (m_reader.is_total(whole)) return;
  m_parent = true, m_whole = row.number;
  RowsBelow rows(whole, m_reader, ahead);
  FigureSums sums;
  std::string more;
  while (auto const* r = rows.next()) {
    sums.add(*r);
    auto const match = sums.match(whole);
    if (match.whole()) m_until = r->number;
    if (match.whole() || !match.less) break;
  }
  if (!sure && m_until < 0) return void(m_parent = false);
  for (auto const m : FIGURES)
    if (!m_columns.heading_of(m).empty() && whole.figures.count({0, m}) == 0 && sums.states({0, m}))
      more += (more.empty() ? "" : ", ") + m_columns.heading_of(m);
  auto const number = std::to_string(row.number);
  if (!more.empty())
    m_told.push_back({"restoration.of_which_more", Severity::warning, m_file, number, {m_file, number, more}});
}

Findings OfWhich::findings() const {
  auto out = m_told;
  if (!m_rows.empty()) out.push_back({"restoration.of_which", Severity::info, m_file, "", {m_file, m_rows}});
  return out;
}

}  // namespace redline
