// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/stated_totals.hpp"

#include <algorithm>
#include <limits>

#include "engine/restoration/amount.hpp"
#include "layers/restoration/further_figures.hpp"
#include "layers/restoration/site_names.hpp"

namespace redline {
namespace {

// 合计（亩）, 合计：2处, 合 计（2个保护区）, 合计2处: without what stands behind the word.
std::string before_remark(std::string const& cell) {
  constexpr std::size_t CHARACTER = 3;  // bytes of 处, 个
  auto const text = folded_site(cell);
  auto const remark = std::min(text.find('('), text.find(':'));
  if (remark != std::string::npos) return text.substr(0, remark);
  auto const digit = text.find_first_of("0123456789");
  auto const behind = text.find_first_not_of("0123456789", digit);
  bool const counted = digit != std::string::npos && behind != std::string::npos && behind + CHARACTER == text.size();
  return text.substr(0, counted ? digit : text.size());
}

// Most cells begin with the first letter of no word, which is quick to see.
bool in_whole(std::string const& cell, std::vector<std::string> const& words) {
  constexpr std::size_t LETTER = 3;  // bytes
  auto const begins = [&](auto const& w) { return cell.compare(0, LETTER, w, 0, LETTER) == 0; };
  if (cell.empty() || std::none_of(words.begin(), words.end(), begins)) return false;
  return std::find(words.begin(), words.end(), before_remark(cell)) != words.end();
}

// Of a row that was read as several the first that has a figure holds these.
int part_of(Meaning m, int part) {
  constexpr std::array ONCE{M_REQUIRED, M_DISTURBED, M_VOLUME};
  return std::find(ONCE.begin(), ONCE.end(), m) == ONCE.end() ? part : 0;
}

std::string const& unit_for(RowValues const& v, Meaning m) {
  static std::string const none;
  return m == M_VALUE ? v[M_UNIT] : none;
}

}  // namespace

bool total_word(std::string const& cell, RestorationModel const& model) {
  auto const word = before_remark(cell);
  return std::any_of(model.total_words.begin(), model.total_words.end(), [&](auto const& w) {
    bool const chinese = !w.empty() && static_cast<unsigned char>(w.front()) >= 0x80;
    return word == w || (chinese && word.ends_with(w));
  });
}

bool total_name(std::string const& cell, RestorationModel const& model) { return in_whole(cell, model.total_names); }

bool reserve_word(std::string const& cell, RestorationModel const& model) {
  return in_whole(cell, model.reserve_words);
}

bool is_total_row(std::vector<std::string> const& cells, RowValues const& v, RowColumns const& columns,
                  RestorationModel const& model) {
  auto const says = [&](Meaning m) { return total_word(v[m], model); };
  constexpr std::array PLACES{M_RESERVE, M_SITE, M_ITEM};
  if (std::any_of(PLACES.begin(), PLACES.end(), [&](Meaning m) { return says(m) || total_name(v[m], model); }))
    return true;
  bool const no_reserve = columns.cell(M_RESERVE, cells).empty() && !columns.heading_of(M_RESERVE).empty();
  if (no_reserve && reserve_word(v[M_SITE], model)) return true;
  if (!v[M_SITE].empty()) return false;
  constexpr std::array NAMES{M_ID, M_ZONE, M_SUBJECT, M_PROGRAMME, M_KIND, M_RESPONSIBLE, M_COUNTY};
  if (std::any_of(NAMES.begin(), NAMES.end(), says)) return true;
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (!columns.known(i) && total_word(cells[i], model)) return true;
  return false;
}

void StatedTotals::add(RowValues const& v, int part, std::int64_t row) {
  if (row != m_last_row) m_last.clear();
  m_last_row = row;
  auto& last = m_last.emplace_back();
  last.part = part, last.site = v[M_SITE], last.unit = v[M_UNIT];
  for (std::size_t i = 0; i < FIGURES.size(); ++i) last.figures[i] = v[FIGURES[i]];
  for (auto const m : FIGURES) {
    if (v[m].empty()) continue;
    auto const quoted = take_apart(v[m]);
    auto const amount = amount_of(v[m], unit_for(v, m));
    auto& sum = m_sums[{part_of(m, part), m}];
    ++sum.rows;
    if (!amount || quoted.at_least || quoted.approximate) ++sum.vague;
    if (amount) sum.amount += *amount;
  }
}

void StatedTotals::close(RowValues const& v, std::int64_t row, int part, std::optional<int> rank) {
  m_totals.push_back({row, part, rank, v, m_sums});
}

void StatedTotals::heading(std::int64_t row, int rank, bool names) {
  if (m_headings.empty() || m_headings.back().row != row) m_headings.push_back({row, rank, names, m_sums});
}

StatedTotals::Sum StatedTotals::sum_in(Sums const& sums, Meaning m, int part) const {
  auto const it = sums.find({part_of(m, part), m});
  return it == sums.end() ? Sum{} : it->second;
}

// The rows below a heading with sums, or those above a total up to the headings that it stands under.
void StatedTotals::of_groups(Total const& t, Meaning m, Spans& out) const {
  auto const of = [&](Sums const& sums) { return sum_in(sums, m, t.part); };
  auto const here = of(t.above);
  auto const below =
      std::partition_point(m_headings.begin(), m_headings.end(), [&](auto const& h) { return h.row <= t.row; });
  if (t.rank) {
    auto const until = [&](auto const& ends) {
      auto const end = std::find_if(below, m_headings.end(), ends);
      out.emplace_back(here, of(end == m_headings.end() ? m_sums : end->above));
    };
    until([&](auto const& h) { return h.rank <= *t.rank; });
    until([&](auto const& h) { return h.names || h.rank <= *t.rank; });
    return;
  }
  auto lowest = std::numeric_limits<int>::max();
  for (auto h = std::make_reverse_iterator(below); h != m_headings.rend(); ++h) {
    if (h->rank < lowest) out.emplace_back(of(h->above), here), lowest = h->rank;
    if (h->names || h->rank <= 1) return;
  }
}

// Rows from one place of the table to another, as the sums above these places.
StatedTotals::Spans StatedTotals::spans(std::size_t at, Meaning m) const {
  auto const& t = m_totals[at];
  auto const of = [&](Sums const& sums) { return sum_in(sums, m, t.part); };
  auto const here_at = m_totals.begin() + static_cast<std::ptrdiff_t>(at);
  auto const another = [&](Total const& other) { return other.row != t.row; };
  auto const after = std::find_if(here_at, m_totals.end(), another);
  auto const ahead = std::find_if(std::make_reverse_iterator(here_at), m_totals.rend(), another);
  Sum const none, here = of(t.above), all = of(m_sums), before = ahead == m_totals.rend() ? none : of(ahead->above);
  Sum const next = after == m_totals.end() ? all : of(after->above);
  std::vector<std::pair<Sum, Sum>> out{{before, here}, {here, next}, {none, here}, {here, all}, {none, all}};
  of_groups(t, m, out);
  return out;
}

bool StatedTotals::agrees(std::size_t at, Meaning m, Amount& nearest) const {
  auto const& t = m_totals[at];
  auto const quoted = take_apart(t.values[m]);
  auto const stated = amount_of(t.values[m], unit_for(t.values, m));
  auto const half = half_digit(t.values[m], unit_for(t.values, m));
  if (!stated || quoted.at_least || quoted.approximate) return true;
  std::optional<Amount> least;  // by how much the nearest is off
  for (auto const& [from, to] : spans(at, m)) {
    if (to.rows == from.rows && stated->zero()) return true;  // 0, where its rows say nothing
    if (to.rows == from.rows) continue;
    if (to.vague != from.vague) return true;
    auto const sum = to.amount - from.amount;
    auto const off = sum < *stated ? *stated - sum : sum - *stated;
    if (off <= half) return true;
    if (!least || off < *least) least = off, nearest = sum;
  }
  return !least;
}

// Two figures, or one of three rows and more: else it may well be chance.
void StatedTotals::look_at_last(std::string const& file, Findings& out) const {
  constexpr int FEW = 3;
  int figures = 0, rows = 0;
  for (auto const& last : m_last)
    for (std::size_t i = 0; i < FIGURES.size(); ++i) {
      auto const& text = last.figures[i];
      auto const unit = FIGURES[i] == M_VALUE ? last.unit : std::string{};
      auto const own = amount_of(text, unit);
      auto const all = sum_in(m_sums, FIGURES[i], last.part);
      if (text.empty() || (own && own->zero())) continue;
      if (!own || all.vague > 0 || all.rows < FEW) return;
      auto const above = all.amount - *own;
      if ((above < *own ? *own - above : above - *own) > half_digit(text, unit)) return;
      ++figures, rows = std::max(rows, all.rows - 1);
    }
  if (figures == 0 || (figures == 1 && rows < FEW) || m_last.front().site.empty()) return;
  auto const row = std::to_string(m_last_row);
  out.push_back({"restoration.sums_all_above", Severity::warning, file, row, {file, row, m_last.front().site}});
}

Findings StatedTotals::findings(std::string const& file, RowColumns const& columns) const {
  Findings out;
  std::string rows;
  int count = 0;
  for (std::size_t i = 0; i < m_totals.size(); ++i) {
    auto const row = std::to_string(m_totals[i].row);
    if (i == 0 || m_totals[i].row != m_totals[i - 1].row) rows += (rows.empty() ? "" : ", ") + row, ++count;
    for (auto const m : FIGURES) {
      Amount nearest;
      if (m_totals[i].values[m].empty() || agrees(i, m, nearest)) continue;
      out.push_back(
          {"restoration.stated_total",
           Severity::warning,
           file,
           row,
           {row, columns.heading_of(m), m_totals[i].values[m] + unit_for(m_totals[i].values, m), nearest.decimal()}});
    }
  }
  look_at_last(file, out);
  if (!m_totals.empty())
    out.push_back({"restoration.totals_kept", Severity::info, file, "", {std::to_string(count), rows}});
  return out;
}

}  // namespace redline
