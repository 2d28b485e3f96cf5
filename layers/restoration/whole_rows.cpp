// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/whole_rows.hpp"

#include <algorithm>

#include "layers/restoration/further_figures.hpp"
#include "layers/restoration/site_names.hpp"
#include "layers/restoration/stated_totals.hpp"

namespace redline {
namespace {

constexpr std::size_t MOST_ROWS = 5000;  // of one site that are looked at together

// Bare numbers have one unit, that above the table.
std::optional<Amount> amount(std::string const& text, std::string const& unit) {
  auto const quoted = take_apart(text);
  if (quoted.at_least || quoted.approximate) return std::nullopt;
  return amount_of(text, unit.empty() && quoted.unit.empty() ? "m2" : unit);
}

bool differ(std::string const& a, std::string const& b) { return !a.empty() && !b.empty() && a != b; }

// Of one report, programme and measure.
bool alike(RowValues const& a, RowValues const& b) {
  constexpr std::array SAME{M_REPORTED_ON, M_PROGRAMME, M_MEASURE, M_BASIS};
  return std::none_of(SAME.begin(), SAME.end(), [&](Meaning m) { return differ(a[m], b[m]); });
}

}  // namespace

WholeRows::WholeRows(RowSource const& source, RowColumns const& columns, RestorationModel const& model,
                     TableWords const& words, std::string file)
    : m_columns(columns), m_model(model), m_words(words), m_file(std::move(file)) {
  for (std::size_t i = 0; i < source.header().size() && !source.spatial(); ++i)
    if (auto const m = columns.meaning_at(i); m == M_ZONE || m == M_KIND) m_names.push_back(i);
}

bool WholeRows::says(std::string const& cell) const {
  return !cell.empty() && std::find(m_words.empty.begin(), m_words.empty.end(), cell) == m_words.empty.end();
}

bool WholeRows::of_one(std::vector<std::string> const& a, std::vector<std::string> const& b) const {
  if (a.size() != b.size()) return false;
  auto const same = [&](Meaning m) {
    auto const &x = m_columns.cell(m, a), &y = m_columns.cell(m, b);
    return x == y || folded_site(x) == folded_site(y);
  };
  return same(M_SITE) && (m_columns.cell(M_RESERVE, b).empty() || same(M_RESERVE));
}

void WholeRows::add_figures(Row& out, TableRow const& r) const {
  if (r.role.state_alone) return;
  auto const values = m_columns.values(r.cells);
  for (auto const m : FIGURES)
    if (says(values[m])) out.figures[{r.part, m}] = {values[m], m == M_VALUE ? values[M_UNIT] : std::string{}};
}

WholeRows::Row WholeRows::read(TableRow const& r) const {
  Row out;
  out.number = r.number, out.cells = r.cells, out.values = m_columns.values(r.cells), out.drawn = !r.wkb.empty();
  for (auto const i : m_names) {
    auto const& cell = r.cells[i];
    auto const& whole = m_words.wholes;
    bool const word = total_word(cell, m_model) || std::find(whole.begin(), whole.end(), cell) != whole.end();
    out.word = out.word || word;
    out.names.push_back(word || !says(cell) ? std::string{} : cell);
    out.named += out.names.back().empty() ? 0 : 1;
  }
  add_figures(out, r);
  return out;
}

// All rows of one site that follow each other.
void WholeRows::gather(TableRow const& row, RowsAhead& ahead) {
  m_of_parts.clear(), m_block.assign(1, {});
  m_block.front().number = row.number;
  if (auto const* next = ahead.peek(0); !next || !of_one(row.cells, next->cells)) return;  // alone, as most are
  m_block.front() = read(row);
  for (std::size_t n = 0; m_block.size() < MOST_ROWS; ++n) {
    auto const* next = ahead.peek(n);
    if (!next || !of_one(row.cells, next->cells)) return;
    next->number == m_block.back().number ? add_figures(m_block.back(), *next) : m_block.push_back(read(*next));
  }
}

WholeRows::Parts WholeRows::parts_of(Row const& whole) const {
  auto const part = [&](Row const& r) {
    if (&r == &whole || r.whole || r.drawn || !alike(r.values, whole.values)) return false;
    bool more = false;
    for (std::size_t i = 0; i < m_names.size(); ++i) {
      if (!whole.names[i].empty() && whole.names[i] != r.names[i]) return false;
      more = more || (whole.names[i].empty() && !r.names[i].empty());
    }
    return more;
  };
  Parts out;
  for (auto const& r : m_block)
    if (part(r)) out.push_back(&r);
  return out;
}

// 破坏 60 is not the sum of what was restored, nor 验收 60; its stage is one from the least to the furthest of theirs.
bool WholeRows::same_work(Row const& whole, Parts const& parts) const {
  auto const* own = m_model.stage(whole.values[M_STAGE]);
  auto least = StageClass::accepted, most = StageClass::not_started;
  bool known = false, dated = whole.values[M_DATE].empty(), any_day = false;
  for (auto const* p : parts) {
    auto const& day = p->values[M_DATE];
    any_day = any_day || !day.empty(), dated = dated || day == whole.values[M_DATE];
    auto const* s = m_model.stage(p->values[M_STAGE]);
    if (!s || !own) continue;
    if (s->returns != own->returns || s->disturbs != own->disturbs) return false;
    least = std::min(least, s->stage_class), most = std::max(most, s->stage_class), known = true;
  }
  if (any_day && !dated) return false;
  return !known || (own->stage_class >= least && own->stage_class <= most);
}

bool WholeRows::take(Row const& whole, Parts const& parts) {
  Findings told;
  bool equal = false, no_less = true, less = true;
  for (auto const& [key, figure] : whole.figures) {
    auto const stated = amount(figure.text, figure.unit);
    Amount sum;
    bool any = false, vague = !stated;
    for (auto const* p : parts) {
      auto const it = p->figures.find(key);
      if (it == p->figures.end()) continue;
      auto const more = amount(it->second.text, it->second.unit);
      any = true, vague = vague || !more;
      if (more) sum += *more;
    }
    if (!any || vague) continue;
    auto const off = sum < *stated ? *stated - sum : sum - *stated;
    bool const fits = off <= half_digit(figure.text, figure.unit);
    equal = equal || (fits && !sum.zero());
    no_less = no_less && (fits || sum < *stated), less = less && *stated < sum && !fits;
    auto const row = std::to_string(whole.number);
    bool const bare = figure.unit.empty() && take_apart(figure.text).unit.empty();
    if (!fits)
      told.push_back(
          {"restoration.whole_differs",
           Severity::warning,
           m_file,
           row,
           {row, m_columns.heading_of(key.second), figure.text + figure.unit, sum.decimal() + (bare ? "" : " m²")}});
  }
  bool const one_subject = std::none_of(
      parts.begin(), parts.end(), [&](auto const* p) { return differ(p->values[M_SUBJECT], whole.values[M_SUBJECT]); });
  bool const several = parts.size() > 1 && no_less && !told.empty() && one_subject;
  auto const row = std::to_string(whole.number);
  if (equal || whole.word || several)
    m_told.insert(m_told.end(), told.begin(), told.end());
  else if (!less)
    m_told.push_back({"restoration.whole_doubtful", Severity::warning, m_file, row, {m_file, row}});
  return equal || whole.word || several;
}

// What a part says, too, is theirs; of acceptance and stages as well.
void WholeRows::clear(Row& whole, Parts const& parts) {
  auto& out = m_of_parts[whole.number];
  auto const spoken = [&](std::size_t c) {
    auto const m = m_columns.meaning_at(c);
    constexpr std::array STATE{M_STAGE, M_STATUS, M_PROGRESS, M_ACCEPTED_ON, M_DEADLINE};
    bool const figure = std::find(FIGURES.begin(), FIGURES.end(), m) != FIGURES.end();
    if (m != MEANING_COUNT && !figure && std::find(STATE.begin(), STATE.end(), m) == STATE.end()) return false;
    return std::any_of(parts.begin(), parts.end(),
                       [&](auto const* p) { return says(m == MEANING_COUNT ? p->cells[c] : p->values[m]); });
  };
  for (std::size_t c = 0; c < whole.cells.size(); ++c) {
    auto const name = std::find(m_names.begin(), m_names.end(), c) - m_names.begin();
    bool const of_part = name < static_cast<std::ptrdiff_t>(m_names.size());
    bool const time_limit = m_columns.meaning_at(c) == M_DEADLINE;
    auto const row = std::to_string(whole.number);
    if (time_limit && says(whole.cells[c]) && !spoken(c))
      m_told.push_back({"restoration.whole_deadline", Severity::warning, m_file, row, {row, whole.cells[c]}});
    if (of_part ? whole.names[static_cast<std::size_t>(name)].empty() : time_limit || spoken(c)) out.push_back(c);
  }
}

void WholeRows::judge(Row& whole) {
  auto const& v = whole.values;
  bool const of_reserve = folded_site(v[M_SITE]).empty();
  if (whole.word && of_reserve) return void(whole.whole = true);  // a total of the table
  if (whole.drawn || !v[M_TASK_STATE].empty() || !v[M_REPLACES].empty()) return;
  auto parts = parts_of(whole);
  if (parts.empty() || (!whole.word && !same_work(whole, parts))) return;
  Parts of_day;  // of one day first: the table may hold several reports
  std::copy_if(parts.begin(), parts.end(), std::back_inserter(of_day),
               [&](auto const* p) { return !v[M_DATE].empty() && p->values[M_DATE] == v[M_DATE]; });
  if (!of_day.empty() && of_day.size() < parts.size()) {
    auto const before = m_told.size();
    if (take(whole, of_day) && m_told.size() == before) parts = of_day;
    m_told.resize(before);
  }
  auto const shares = [&](auto const& f) {
    return std::any_of(parts.begin(), parts.end(), [&](auto const* p) { return p->figures.count(f.first) > 0; });
  };
  bool const any = std::any_of(whole.figures.begin(), whole.figures.end(), shares);
  if (!(any || whole.word) || !take(whole, parts)) return;
  whole.whole = true;
  m_rows += (m_rows.empty() ? "" : ", ") + std::to_string(whole.number);
  clear(whole, parts);
}

// Those that name more of a part first: they may be the sum of others themselves.
void WholeRows::look(TableRow& row, RowsAhead& ahead) {
  if (m_names.empty() || row.cells.size() <= m_names.back()) return;
  bool const known = !m_block.empty() && m_block.front().number <= row.number && row.number <= m_block.back().number;
  if (!known) {
    gather(row, ahead);
    for (std::size_t named = m_names.size(); named-- > 0 && m_block.size() > 1;)
      for (auto& r : m_block)
        if (r.named == named) judge(r);
  }
  if (auto const it = m_of_parts.find(row.number); it != m_of_parts.end()) row.of_parts = it->second;
}

Findings WholeRows::findings() const {
  auto out = m_told;
  if (!m_rows.empty()) out.push_back({"restoration.whole_rows", Severity::info, m_file, "", {m_file, m_rows}});
  return out;
}

}  // namespace redline
