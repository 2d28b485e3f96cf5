// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/done_figures.hpp"

#include "engine/restoration/amount.hpp"
#include "layers/corners/corner_text.hpp"
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

}  // namespace redline
