// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/datum_notes.hpp"

#include <algorithm>
#include <set>

#include "layers/corners/corner_text.hpp"
#include "layers/corners/datum_words.hpp"

namespace redline {
namespace {

constexpr int ROWS_ABOVE = 3;  // of a heading

using Cells = std::vector<std::string>;

// Bare numbers are no name for a header.
std::string named(std::string const& said) {
  if (!digits_only(said)) return said;
  return is_cgcs2000(said) ? "2000国家大地坐标系" : said.ends_with("80") ? "1980西安坐标系" : "1954年北京坐标系";
}

void set_header(CornerList& out, std::string const& said) {
  auto const value = named(said);
  for (auto& [key, old] : out.header)
    if (key == "坐标系") return void(old = value);
  out.header.emplace_back("坐标系", value);
}

std::size_t filled_cells(Cells const& cells) {
  return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [](auto const& c) { return !c.empty(); }));
}

// The datum over a column: of the last cell that is not empty up to it, over which it is merged.
std::string over(Cells const& cells, std::size_t column) {
  auto i = std::min(column + 1, cells.size());
  while (i > 0 && cells[i - 1].empty()) --i;
  return i == 0 ? std::string{} : datum_of_heading(cells[i - 1]);
}

// One for each pair; empty ones where the row does not tell.
Cells over_pairs(Cells const& row, std::size_t width, std::vector<CoordinatePair> const& pairs) {
  Cells named, out(pairs.size());
  for (auto const& cell : row)
    if (!datum_words(narrow(cell)).empty()) named.push_back(datum_of_heading(cell));
  if (filled_cells(row) < 2 || named.empty()) return out;
  if (row.size() != width && pairs.size() > 1 && named.size() == pairs.size()) return named;
  if (row.size() == width)
    for (std::size_t i = 0; i < pairs.size(); ++i) out[i] = over(row, pairs[i].from);
  return out;
}

}  // namespace

std::string DatumNotes::place(int line) const { return (m_sheet.empty() ? "" : m_sheet + ":") + std::to_string(line); }

std::string DatumNotes::columns_of(CoordinatePair const& pair) const {
  auto const name = [&](std::size_t i) { return i < m_letters.size() ? m_letters[i] : std::to_string(i + 1); };
  return name(pair.from) + "–" + name(pair.to);
}

void DatumNotes::row(int line, Cells const& cells) {
  bool any = false;
  for (auto const& cell : cells)
    for (auto const& word : datum_words(narrow(cell))) {
      m_notes.push_back({word.said, "", line, word.source, false});
      any = true;
    }
  if (any) m_above.push_back({line, cells});
}

std::vector<DatumNotes::Bound> DatumNotes::bind(int line, Cells const& cells,
                                                std::vector<CoordinatePair> const& pairs) const {
  std::vector<Bound> out(pairs.size());
  for (std::size_t i = 0; i < pairs.size(); ++i)
    for (auto const column : {pairs[i].from, pairs[i].to})
      if (column < cells.size() && out[i].said.empty()) out[i] = {datum_of_heading(cells[column]), line};
  for (auto r = m_above.rbegin(); r != m_above.rend(); ++r) {
    if (r->line >= line || line - r->line > ROWS_ABOVE) continue;
    auto const found = over_pairs(r->cells, cells.size(), pairs);
    for (std::size_t i = 0; i < pairs.size(); ++i)
      if (out[i].said.empty()) out[i] = {found[i], r->line};
  }
  return out;
}

void DatumNotes::choose(CornerColumns& columns, std::vector<Bound> const& bound) {
  auto const& pairs = columns.pairs;
  std::size_t used = 0;
  for (std::size_t i = bound.size(); i-- > 0;)
    if (is_cgcs2000(bound[i].said)) used = i;
  columns.first = static_cast<int>(pairs[used].first), columns.second = static_cast<int>(pairs[used].second);
  columns.order = pairs[used].order;
  if (pairs.size() > 1) m_columns = columns_of(pairs[used]);
  for (std::size_t i = 0; i < bound.size(); ++i) {
    if (bound[i].said.empty()) continue;
    (i == used ? m_used : m_unused).push_back({bound[i].said, columns_of(pairs[i]), bound[i].line, false, true});
    for (auto& n : m_notes)
      if (n.line == bound[i].line && same_datum(n.said) == same_datum(bound[i].said)) n.bound = true;
  }
}

void DatumNotes::heading(int line, Cells const& cells, CornerColumns& columns) {
  if (columns.pairs.empty()) return;
  auto const bound = bind(line, cells, columns.pairs);
  std::set<std::string> datums;
  for (auto const& b : bound)
    if (!b.said.empty()) datums.insert(same_datum(b.said));
  if (datums.size() > 1) columns.repeats = false, columns.compares = true;
  if (columns.repeats) return;
  auto const alike = [&](CoordinatePair const& p) { return p.order == columns.pairs[0].order; };
  if (datums.empty())
    m_sets =
        std::max(m_sets, static_cast<std::size_t>(std::count_if(columns.pairs.begin(), columns.pairs.end(), alike)));
  choose(columns, bound);
}

std::optional<DatumNotes::Note> DatumNotes::used() const {
  std::set<std::string> datums;
  for (auto const& u : m_used) datums.insert(same_datum(u.said));
  return datums.size() == 1 ? std::optional(m_used[0]) : std::nullopt;
}

void DatumNotes::say(CornerList& out, char const* code, Severity severity, std::vector<std::string> args) const {
  out.datum_evidence.push_back({code, severity, "", "", std::move(args)});
}

// Each place where a datum is named, and the one that is proposed.
void DatumNotes::contest(CornerList& out) const {
  std::set<std::string> left;
  Note const* proposed = nullptr;
  for (auto const& n : m_notes)
    if (!n.source) {
      left.insert(same_datum(n.said));
      if (proposed == nullptr || (is_cgcs2000(n.said) && !is_cgcs2000(proposed->said))) proposed = &n;
    }
  if (proposed == nullptr) proposed = &m_notes.front();
  auto const known = used();
  auto const said = known ? known->said : proposed->said;
  std::set<std::string> told;
  for (auto const& n : m_notes)
    if (told.insert(same_datum(n.said) + ":" + std::to_string(n.line)).second)
      say(out, n.source ? "corner.datum_source" : "corner.datum_named",
          same_datum(n.said) == same_datum(said) ? Severity::info : Severity::warning, {n.said, place(n.line)});
  if (known) say(out, "corner.datum_of_columns", Severity::info, {known->said, place(known->line), known->columns});
  say(out, left.size() == 1 && !known ? "corner.datum_converted" : "corner.datums_contested", Severity::warning,
      {said});
  set_header(out, said);
}

// The columns decide where the other words of the list, but for what was converted from, name their datum, too.
void DatumNotes::one_of(CornerList& out) const {
  auto const known = used();
  bool others = false, named = false;
  for (auto const& n : m_notes) {
    if (n.bound || n.source || !known) continue;
    (same_datum(n.said) == same_datum(known->said) ? named : others) = true;
  }
  if (!known || (others && !named)) return contest(out);
  say(out, "corner.datum_of_columns", Severity::info, {known->said, place(known->line), known->columns});
  for (auto const& u : m_unused) say(out, "corner.datum_unused", Severity::info, {u.said, place(u.line), u.columns});
  set_header(out, known->said);
}

void DatumNotes::settle(CornerList& out) {
  for (auto const* bound : {&m_used, &m_unused})  // X80, which is no word elsewhere
    for (auto const& b : *bound)
      if (std::none_of(m_notes.begin(), m_notes.end(), [&](Note const& n) {
            return n.bound && n.line == b.line && same_datum(n.said) == same_datum(b.said);
          }))
        m_notes.push_back(b);
  std::set<std::string> datums;
  for (auto const& n : m_notes) datums.insert(same_datum(n.said));
  if (datums.size() == 1 && out.header_value("坐标系").empty()) set_header(out, m_notes.front().said);
  if (datums.size() > 1) one_of(out);
  if (m_sets > 1)
    say(out, "corner.two_sets", Severity::warning, {std::to_string(m_sets), m_columns});
  else if (!m_columns.empty() && datums.size() > 1 && !used())
    say(out, "corner.columns_used", Severity::info, {m_columns});
}

}  // namespace redline
