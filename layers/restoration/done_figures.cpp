// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/done_figures.hpp"

#include <algorithm>
#include <array>

#include "engine/restoration/amount.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/restoration/further_figures.hpp"
#include "layers/restoration/work_names.hpp"

namespace redline {
namespace {

bool done(std::string const& heading) { return says_done(heading_of_column(narrow(heading)).name); }

bool treated(std::string const& heading) { return says_treated(heading_of_column(narrow(heading)).name); }

bool any_area(RowValues const& v) {
  auto const area = [&](Meaning m) {
    if (v[m].empty()) return false;
    auto const written = take_apart(v[m]).unit;
    auto const unit = unit_of(written.empty() && m == M_VALUE ? v[M_UNIT] : written);
    return unit && unit->dimension == Dimension::area;
  };
  return area(M_VALUE) || area(M_INCREMENT) || area(M_CUMULATIVE);
}

}  // namespace

DoneFigures::DoneFigures(RowColumns const& columns, bool by_year)
    : m_by_year(by_year),
      m_value(done(columns.heading_of(M_VALUE))),
      m_increment(done(columns.heading_of(M_INCREMENT))),
      m_treated_value(treated(columns.heading_of(M_VALUE)) && (m_value || columns.heading_of(M_STAGE).empty())),
      m_treated_increment(treated(columns.heading_of(M_INCREMENT)) && columns.heading_of(M_STAGE).empty()),
      m_treated_sum(treated(columns.heading_of(M_CUMULATIVE))) {}

bool DoneFigures::treats(RowValues const& v) const {
  if (!v[M_CUMULATIVE].empty()) return m_by_year || m_treated_sum;
  if (!v[M_VALUE].empty()) return m_by_year || m_treated_value;
  return !v[M_INCREMENT].empty() && m_treated_increment;
}

// Of a row that is itself the acceptance. In a ledger of events with a column of stages a plain figure is that of its
// event alone.
void DoneFigures::call_treated(RowDraft& draft, RowValues const& before, RestorationModel const& model) const {
  if (draft.records.empty() || !treats(before)) return;
  auto& r = draft.records.front();
  auto const* stage = model.stage(r.stage);
  bool const accepted = stage && stage->stage_class == StageClass::accepted && !stage->returns;
  bool const own = r.suffix.empty() && !r.with_geometry && !r.value.empty() && before[M_MEASURE].empty();
  if (accepted && own && r.measure == TREATED) r.measure = ACCEPTED_TREATED;
}

bool DoneFigures::calls_done(RowValues const& v) const {
  if (m_by_year || !v[M_CUMULATIVE].empty()) return true;
  return v[M_VALUE].empty() ? m_increment && !v[M_INCREMENT].empty() : m_value;
}

void DoneFigures::settle(RowValues& v, StatusReading& status, std::string const& own, std::string const& word,
                         bool has_geometry, RestorationModel const& model) const {
  auto const* stage = model.stage(v[M_STAGE]);
  if (!stage || stage->code != model.stage_of_open_task || !any_area(v) || !status.lowered.empty()) return;
  bool const of_work = word == stage->zh || word == stage->code;
  bool const of_site = !own.empty() || status.staged || status.answered || !status.doubtful.empty();
  auto const* restored = model.stage(model.usual_stage(v[M_MEASURE]));
  if (of_work || !of_site || !restored || restored->stage_class != StageClass::restored) return;
  if (!calls_done(v)) {
    if (status.doubtful.empty() && !has_geometry) status.under_way = word;
    return;
  }
  if (has_geometry) {  // the outline of the site: see standing_figures.hpp
    status.done_so_far = word, status.doubtful.clear();
    return;
  }
  v[M_STAGE] = model.stage_of_restored;
  status.done_so_far = word;
  status.doubtful.clear();
  if (status.unaccepted.empty()) return;  // else the site is not accepted
  if (v[M_DATE].empty() && v[M_REPORTED_ON].empty()) v[M_DATE] = v[M_ACCEPTED_ON];
  v[M_ACCEPTED_ON].clear();
}

LessThanDone take_less_than_done(RowValues& v, std::vector<std::string> const& cells, RowColumns const& columns,
                                 TableWords const& words, bool has_geometry) {
  auto const [figure, unit] = columns.less_than_done(cells);
  bool const none = figure.empty() || std::count(words.empty.begin(), words.empty.end(), figure) > 0;
  constexpr std::array OTHER{M_VALUE, M_REPLACES, M_CUMULATIVE, M_INCREMENT};
  constexpr std::array STATE{M_STAGE, M_STATUS, M_PROGRESS, M_TASK_STATE, M_MEASURE, M_DATE};
  auto const filled = [&](Meaning m) { return !v[m].empty(); };
  if (none || has_geometry || std::any_of(OTHER.begin(), OTHER.end(), filled)) return LessThanDone::none;
  auto const read = amount_of(figure, unit.empty() ? v[M_UNIT] : unit);
  if (!read || read->zero()) return LessThanDone::none;
  v[M_VALUE] = figure;
  if (!unit.empty()) v[M_UNIT] = unit;
  bool const all_accepted = filled(M_ACCEPTED_ON) && !filled(M_ACCEPTED_AREA) && !filled(M_ACCEPTED_SUM);
  bool const said = all_accepted || std::any_of(STATE.begin(), STATE.end(), filled);
  return said ? LessThanDone::as_said : LessThanDone::under_way;
}

}  // namespace redline
