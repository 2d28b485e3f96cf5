// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/named_figures.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/restoration/amount.hpp"
#include "layers/restoration/header_groups.hpp"
#include "layers/restoration/report_figures.hpp"
#include "layers/restoration/row_columns.hpp"
#include "layers/restoration/work_names.hpp"

namespace redline {
namespace {

bool accepted_figure(std::size_t m) { return m == M_ACCEPTED_AREA || m == M_ACCEPTED_SUM || m == M_ACCEPTED_INCREMENT; }

bool of_work(std::string const& name) { return says_treated(name) || says_done(name); }

std::string basis_named(std::string const& text) {
  auto const basis = new_in(text).basis;
  return basis == Basis::fresh ? std::string{} : std::string(name(basis));
}

// The slot of a column with that heading.
void move(RowValues& v, Meaning to) {
  v[to] = take_apart(v[M_VALUE]).unit.empty() ? v[M_VALUE] + v[M_UNIT] : v[M_VALUE];
  for (auto const m : {M_VALUE, M_UNIT, M_MEASURE}) v[m].clear();
}

char const* canonical(std::size_t m) {
  return m == M_REQUIRED ? "应治理面积" : m == M_DISTURBED ? "破坏面积" : m == M_VOLUME ? "回填方量" : TREATED;
}

}  // namespace

NamedFigures::Word const& NamedFigures::word(std::string const& text) const {
  auto const it = m_words.find(text);
  if (it != m_words.end()) return it->second;
  auto const year = year_heading(text);
  auto const heading = heading_of_column(year.year > 0 ? year.name : text);
  auto m = RowColumns::meaning_named(heading.name, m_model);
  if (m == M_VALUE && !of_work(heading.name)) m = MEANING_COUNT;  // 面积, 数值
  Word out{m, heading_of_column(text).unit, basis_named(heading.name), "", done_so_far(heading.name)};
  if (year.months > 0) out.meaning = MEANING_COUNT;  // 2018年一季度治理面积
  if (year.year > 0) out.day = year.day ? to_string(year.day) : std::to_string(year.year) + "年";
  if (year.year > 0 && !year.day) out.basis = name(Basis::of_year);
  return m_words.emplace(text, std::move(out)).first->second;
}

void NamedFigures::take(RowValues& v, Word const& w) const {
  auto const before = v[M_DATE];
  if (!w.day.empty()) v[M_DATE] = w.day;
  if (!w.day.empty() && v[M_REPORTED_ON].empty()) v[M_REPORTED_ON] = before;
  if (!w.unit.empty() && v[M_UNIT].empty()) v[M_UNIT] = w.unit;
  if (v[M_BASIS].empty()) v[M_BASIS] = w.basis;
  bool const work = w.meaning == M_VALUE || w.meaning == M_ACCEPTED_AREA;
  if (work && v[M_BASIS].empty() && w.so_far && v[M_REPLACES].empty())
    v[M_BASIS] = name(v[M_DATE].empty() ? Basis::situation : Basis::reported);
  if (w.meaning == M_ACCEPTED_INCREMENT) return move(v, M_ACCEPTED_AREA);
  if (w.meaning == M_CUMULATIVE || accepted_figure(w.meaning)) return move(v, static_cast<Meaning>(w.meaning));
  v[M_MEASURE] = canonical(w.meaning);
}

void NamedFigures::take(RowValues& v) const {
  auto const& text = v[M_MEASURE];
  if (text.empty() || v[M_VALUE].empty()) return;
  bool const known = m_model.measures.count(v[M_KIND] + "." + text) + m_model.measures.count(text) > 0;
  auto const& w = word(text);
  auto const* stage = m_model.stage(v[M_STAGE]);
  bool const of_acceptance = v[M_STAGE].empty() || (stage && stage->stage_class == StageClass::accepted);
  if (accepted_figure(w.meaning) ? !of_acceptance : known) return;
  constexpr std::array FIGURE{M_VALUE, M_INCREMENT, M_CUMULATIVE, M_REQUIRED, M_DISTURBED, M_VOLUME};
  if (accepted_figure(w.meaning) || std::count(FIGURE.begin(), FIGURE.end(), w.meaning) > 0) take(v, w);
}

std::string NamedFigures::unknown(RowValues const& v) const {
  auto const& text = v[M_MEASURE];
  if (text.empty() || v[M_VALUE].empty() || !v[M_REPLACES].empty()) return {};
  if (m_model.measures.count(v[M_KIND] + "." + text) + m_model.measures.count(text) > 0) return {};
  auto const written = take_apart(v[M_VALUE]).unit;
  return unit_of(written.empty() ? v[M_UNIT] : written) ? text : std::string{};
}

}  // namespace redline
