// The records of a row of a table of restoration, from what it says by meaning.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/restoration/site_parts.hpp"
#include "layers/restoration/further_figures.hpp"
#include "layers/restoration/part_states.hpp"
#include "layers/restoration/row_reader.hpp"
#include "layers/restoration/standing_figures.hpp"

namespace redline {
namespace {

void append(std::vector<Message>& to, std::vector<Message> const& more) {
  to.insert(to.end(), more.begin(), more.end());
}

Basis basis_of_months(int months) {
  constexpr int YEAR = 12;
  return months == 1 ? Basis::of_month : months < YEAR ? Basis::of_quarter : Basis::of_year;
}

void give_basis(RowDraft& draft, Basis basis) {  // to areas restored and accepted that say none
  for (auto& r : draft.records)
    if (!r.basis && (r.suffix.empty() || r.suffix == "/accepted")) r.basis = basis;
}

void give_to_site(RowDraft& draft, RestorationModel const& model) {
  if (model.measure("", REQUIRED_OF_SITE).quantity != Quantity::required) return;  // words of the workspace
  for (auto& r : draft.records)
    if (r.suffix == "/required") r.measure = REQUIRED_OF_SITE;
}

}  // namespace

// A polygon of which no more is said than how much of it was accepted: as much was restored.
void RowReader::take_accepted_figure(RowDraft& draft, RowValues const& before) const {
  if (draft.records.empty() || !before[M_STAGE].empty() || !before[M_DATE].empty()) return;
  auto& r = draft.records.front();
  if (!r.with_geometry || !r.value.empty() || r.stage != m_model.stage_of_restored) return;
  for (auto const& other : draft.records)
    if (other.suffix == "/accepted") r.value = other.value, r.unit = other.unit;
}

// When the work was done (完成时间, 验收时间, 2017年) does not tell since when it was asked for, nor does an empty
// cell.
bool RowReader::says_when_done(RowValues const& v) const {
  if (m_by_year) return true;
  auto const& heading = m_columns.heading_of(M_DATE);
  constexpr char const* DONE[] = {"完成", "竣工", "验收", "治理"};
  auto const speaks = [&](auto const* word) { return heading.find(word) != std::string::npos; };
  if (std::any_of(std::begin(DONE), std::end(DONE), speaks)) return true;
  return v[M_DATE].empty() && !m_columns.heading_of(M_ACCEPTED_ON).empty();
}

void RowReader::draft(ReadRow& read) const {
  auto const before = read.values;
  draft_figures(read, before);
  settle_figures(read, before);
}

void RowReader::draft_figures(ReadRow& read, RowValues const& before) const {
  auto problems = std::move(read.draft.problems);
  m_figures.take_sum(read.values);
  auto const further = take_further_figures(read.values, read.has_geometry, m_model, read.accepted_at, problems);
  read.draft = draft_row(read.values, read.has_geometry, m_model, m_workbook);
  auto& records = read.draft.records;
  if (read.less_than_done == LessThanDone::under_way && !records.empty())
    if (auto& r = records.front(); r.suffix.empty() && r.stage == m_model.stage_of_restored)
      r.stage = m_model.stage_of_open_task;
  read.draft.planned = read.planned.text;
  if ((read.bare || read.planned.bare || read.unsaid == Unsaid::outline) && !records.empty())
    check_figure(records.front(), Quantity::restored, M_VALUE, read.draft.problems);
  if (!read.draft.is_task || !records.empty()) add_further_figures(read.draft, further, read.values, m_workbook);
  take_accepted_figure(read.draft, before);
  append(read.draft.problems, problems);
}

void RowReader::settle_figures(ReadRow& read, RowValues const& before) const {
  auto const& v = read.values;
  if (read.required_of_site) give_to_site(read.draft, m_model);
  if (read.of_titled_year) give_basis(read.draft, Basis::of_year);
  bool const back = sends_back(read.draft, m_model);
  bool const done = !read.status.done_so_far.empty() || (back && m_done.calls_done(before));
  if (!m_by_year) split_standing(read.draft, before, done, m_model);
  read.of_situation = m_figures.settle(read.draft, before, v, back, m_reported_on);
  drop_parts_back(read.draft, before, m_model);
  m_done.call_treated(read.draft, before, m_model);
  m_stage_days.add(read.draft, read.days, v);
  add_none(read.draft, read.none);
  if (!v[M_REPLACES].empty()) return;
  if (read.of_year && v[M_BASIS].empty()) give_basis(read.draft, basis_of_months(read.months));
  if (says_when_done(before))
    for (auto& r : read.draft.records)
      if (r.suffix == "/required" || r.suffix == "/disturbed") r.basis = Basis::standing;
}

}  // namespace redline
