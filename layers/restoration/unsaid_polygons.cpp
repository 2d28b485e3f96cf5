// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/unsaid_polygons.hpp"

#include <algorithm>
#include <array>

#include "layers/corners/corner_text.hpp"
#include "layers/restoration/task_rows.hpp"

namespace redline {
namespace {

template <std::size_t N>
bool any_of(RowValues const& v, std::array<Meaning, N> const& meanings) {
  return std::any_of(meanings.begin(), meanings.end(), [&](Meaning m) { return !v[m].empty(); });
}

}  // namespace

bool bare_heading(std::string const& heading, TableWords const& words) {
  auto const name = heading_of_column(narrow(heading)).name;
  return std::find(words.bare.begin(), words.bare.end(), name) != words.bare.end();
}

UnsaidPolygons::UnsaidPolygons(RowColumns const& columns, RestorationModel const& model, TableWords const& words)
    : m_model(model),
      m_bare_area(bare_heading(columns.heading_of(M_VALUE), words)),
      m_bare_day(bare_heading(columns.heading_of(M_DATE), words)) {}

// 全面完成, or the state of a task, from which its stage is read elsewhere.
bool UnsaidPolygons::done_by_state(RowValues const& v) const {
  auto const complete = [&](std::string const& word) {
    return !m_model.statuses.empty() && (m_model.statuses.front().zh == word || m_model.statuses.front().code == word);
  };
  auto const task = task_state_of(v[M_TASK_STATE], m_model);
  return complete(v[M_STATUS]) || (task && *task != TaskState::standing);
}

bool UnsaidPolygons::says_done(RowValues const& v) const {
  constexpr std::array DONE{M_INCREMENT,    M_CUMULATIVE,         M_ACCEPTED_AREA,
                            M_ACCEPTED_SUM, M_ACCEPTED_INCREMENT, M_ACCEPTED_ON};
  if (any_of(v, DONE) || !v[M_MEASURE].empty() || done_by_state(v)) return true;
  return (!v[M_VALUE].empty() && !m_bare_area) || (!v[M_DATE].empty() && !m_bare_day);
}

Unsaid UnsaidPolygons::take(RowValues& v) const {
  if (!v[M_STAGE].empty() || !v[M_REPLACES].empty() || says_done(v)) return Unsaid::none;
  auto const& stages = m_model.stages;
  auto const begins = std::find_if(stages.begin(), stages.end(), [](Stage const& s) {
    return s.stage_class == StageClass::not_started && !s.disturbs;
  });
  constexpr std::array ASKED{M_REQUIRED, M_DISTURBED, M_DEADLINE};
  bool const outline = begins != stages.end() && v[M_VOLUME].empty() && any_of(v, ASKED);
  if (!outline && m_model.stage_of_open_task.empty()) return Unsaid::none;
  v[M_STAGE] = outline ? begins->code : m_model.stage_of_open_task;
  if (outline && !v[M_VALUE].empty()) v[M_MEASURE] = BARE_AREA;
  return outline ? Unsaid::outline : Unsaid::under_way;
}

}  // namespace redline
