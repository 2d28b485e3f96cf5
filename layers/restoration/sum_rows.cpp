// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/sum_rows.hpp"

#include <algorithm>

namespace redline {
namespace {

constexpr std::array STATE{M_STAGE, M_STATUS, M_PROGRESS, M_ACCEPTED_ON, M_DATE, M_DEADLINE};

bool ends_in(std::string const& name, std::vector<std::string> const& endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](auto const& e) { return name.size() > e.size() && name.ends_with(e); });
}

}  // namespace

bool is_state(std::size_t m) { return std::find(STATE.begin(), STATE.end(), m) != STATE.end(); }

SumRows::SumRows(RowSource const& source, RowColumns const& columns, RestorationModel const& model,
                 TableWords const& words, ReserveSpellings const& names, std::string file)
    : m_reader(columns, model, words, names),
      m_columns(columns),
      m_words(words),
      m_file(std::move(file)),
      m_reads(!source.spatial() && columns.heading_of(M_MEASURE).empty() && !columns.heading_of(M_SITE).empty()) {}

// Without its number and without what stands in brackets behind it: 一、哈密市（2处）
SumRows::Name SumRows::name_of(std::vector<std::string> const& cells) const {
  auto const level = level_of(cells, m_columns);
  Name out{level.rank, level.name};
  for (auto const* sign : {"(", "（", ":", "："}) out.text = out.text.substr(0, out.text.find(sign));
  out.county = ends_in(out.text, m_words.counties), out.group = ends_in(out.text, m_words.groups);
  return out;
}

bool SumRows::speaks_of_state(RowValues const& v) const {
  return std::any_of(STATE.begin(), STATE.end(), [&](Meaning m) { return m != M_DATE && m_reader.says(v[m]); });
}

void SumRows::look(TableRow& row, RowsAhead& ahead) {
  if (!m_reads || !row.wkb.empty() || m_columns.cell(M_SITE, row.cells).empty()) return;
  if (row.number != m_last.number) {
    m_last = {}, m_last.number = row.number;
    decide(row, ahead);
    m_last.take_sum(row);
  }
  row.take_sum(m_last);
}

void SumRows::decide(TableRow& row, RowsAhead& ahead) {
  auto const* next = ahead.behind(row);
  if (!next || next->cells.size() != row.cells.size() || !row.of_parts.empty()) return;
  auto name = name_of(row.cells);
  auto const below = name_of(next->cells);
  name.over = below.rank > 0 && level_of(row.cells, m_columns).unnumbered;
  bool const begins = !name.text.empty() && below.text.size() > name.text.size() && below.text.starts_with(name.text);
  bool const higher = name.rank > 0 && below.rank > name.rank;
  if (!higher && !begins && !name.county && !name.group && !name.over) return;
  auto const whole = m_reader.read_whole(row, ahead);
  if (m_reader.is_total(whole) || !whole.values[M_TASK_STATE].empty() || !whole.values[M_REPLACES].empty()) return;
  if (!higher || !by_number(row, whole, name, ahead)) by_name(row, whole, name, ahead);
}

// Those below up to the next number of its rank; of several ranks those of the first, perhaps with parts of theirs.
bool SumRows::by_number(TableRow& row, FigureRow const& whole, Name const& name, RowsAhead& ahead) {
  RowsBelow rows(whole, m_reader, ahead);
  FigureSums sums, numbered;
  std::vector<FigureRow> below;
  int first = 0;
  while (auto const* r = rows.next()) {
    auto const rank = name_of(r->cells).rank;
    if (rank > 0 && rank <= name.rank) break;
    if (first == 0) first = rank;
    if (rank <= first) sums.add(*r), below.push_back(*r);
    if (rank == first) numbered.add(*r);
  }
  if (numbered.match(whole).whole()) sums = numbered;
  auto const match = sums.match(whole);
  row.sum_rank = name.rank;
  bool const silent = whole.figures.empty() && !speaks_of_state(whole.values);
  bool const fits = match.equal > 0 || (name.county && match.other > 0);
  if (silent) return row.sum = RowSum::heads, true;
  if (fits) return heads(row, whole, match, below), true;
  auto const number = std::to_string(row.number);
  if (!whole.figures.empty())
    m_told.push_back({"restoration.sums_doubtful", Severity::warning, m_file, number, {m_file, number, name.text}});
  return true;
}

// By the name alone all figures must be sums, of two rows or more (of a county: of one; without a number: of one where
// another such row was found), and not by chance. Above rows with numbers one without ends them, or, of a county, is a
// part of one.
void SumRows::by_name(TableRow& row, FigureRow const& whole, Name const& name, RowsAhead& ahead) {
  RowsBelow rows(whole, m_reader, ahead);
  FigureSums all, numbered;
  SumMatch match;
  std::vector<FigureRow> below;
  bool begin = true, found = false;
  while (auto const* r = found ? nullptr : rows.next()) {
    auto const other = name_of(r->cells);
    begin = begin && other.text.starts_with(name.text);
    bool const alike = (name.county && other.county) || (name.group && other.group && !begin);
    if (alike || (name.over && other.rank == 0 && !name.county) ||
        (!name.county && !name.group && !begin && !name.over))
      break;
    all.add(*r), below.push_back(*r);
    if (other.rank > 0) numbered.add(*r);
    auto const& sums = numbered.match(whole).whole() ? numbered : all;
    match = sums.match(whole);
    if (!match.less && (numbered.rows == 0 || !numbered.match(whole).less)) break;
    bool const sure = name.county || (name.group && begin) || name.over || match.equal > 1 || sums.rows > 2;
    bool const enough = sums.rows > 1 || name.county || (m_found && match.equal > 1);
    found = match.whole() && sure && enough;
  }
  if (found || (name.county && match.equal > 0)) sums_up(row, whole, match, below);
}

void SumRows::sums_up(TableRow& row, FigureRow const& whole, SumMatch const& match,
                      std::vector<FigureRow> const& below) {
  row.sum_rank = 0;
  m_rows += (m_rows.empty() ? "" : ", ") + std::to_string(row.number) + " (" + whole.values[M_SITE] + ")";
  heads(row, whole, match, below);
}

void SumRows::heads(TableRow& row, FigureRow const& whole, SumMatch const& match, std::vector<FigureRow> const& below) {
  m_found = true;
  bool const own = match.alone > 0;
  row.sum_fits = match.whole();
  std::string more;
  for (std::size_t c = 0; c < whole.cells.size(); ++c) {
    auto const m = m_columns.meaning_at(c);
    if (!m_reader.says(whole.cells[c]) || (!m_columns.figure(c) && !is_state(m))) continue;
    bool const said = std::any_of(below.begin(), below.end(), [&](auto const& r) { return m_reader.says(r.cells[c]); });
    if (own && (said || is_state(m))) row.of_parts.push_back(c);
    auto const& heading = m_columns.heading_of(static_cast<Meaning>(m));
    if (!said && m != M_DATE) more += (more.empty() ? "" : ", ") + heading;
  }
  if (!own) row.sum = RowSum::heads;
  auto const number = std::to_string(row.number);
  auto const* code = own ? "restoration.sums_own_figures" : "restoration.sums_say_more";
  if (!more.empty()) m_told.push_back({code, Severity::warning, m_file, number, {m_file, number, more}});
}

Findings SumRows::findings() const {
  auto out = m_told;
  if (!m_rows.empty()) out.push_back({"restoration.sums_below", Severity::warning, m_file, "", {m_file, m_rows}});
  return out;
}

}  // namespace redline
