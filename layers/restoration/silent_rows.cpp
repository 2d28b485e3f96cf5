// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/silent_rows.hpp"

#include <algorithm>
#include <array>

#include "layers/restoration/task_rows.hpp"

namespace redline {
namespace {

constexpr std::array WORK{M_VALUE, M_INCREMENT, M_CUMULATIVE};

template <std::size_t N>
bool any(RowValues const& v, std::array<Meaning, N> const& of) {
  return std::any_of(of.begin(), of.end(), [&](Meaning m) { return !v[m].empty(); });
}

bool of_completion(std::string const& heading) {
  constexpr std::array SAY{"完成", "竣工", "治理", "整改"};
  return std::any_of(SAY.begin(), SAY.end(), [&](auto const* w) { return heading.find(w) != std::string::npos; });
}

}  // namespace

SilentRows::SilentRows(RowColumns const& columns, RestorationModel const& model, bool by_year)
    : m_columns(columns), m_model(model), m_completion(!by_year && of_completion(columns.heading_of(M_DATE))) {}

void SilentRows::take_stage(RowValues& v, std::vector<std::string> const& cells) const {
  constexpr std::array OTHER{M_STAGE, M_MEASURE, M_REPLACES};
  if (any(v, OTHER) || any(v, WORK)) return;
  bool const none_done = std::any_of(WORK.begin(), WORK.end(), [&](Meaning m) {
    auto const& cell = m_columns.cell(m, cells);
    return !cell.empty() && cell.front() == '0' && cell.find_first_of("123456789") == std::string::npos;
  });
  auto const says_open = [&](Meaning m) { return task_state_of(v[m], m_model) == TaskState::open; };
  bool const open = says_open(M_TASK_STATE) || says_open(M_STATUS);
  bool const of_volume = !v[M_VOLUME].empty() && v[M_REQUIRED].empty() && v[M_DISTURBED].empty();
  if (m_completion && !v[M_DATE].empty() && !none_done && !open && !of_volume) v[M_STAGE] = m_model.stage_of_restored;
  if (!v[M_STAGE].empty() || v[M_DEADLINE].empty() || !v[M_TASK_STATE].empty() || has_figures(v)) return;
  auto const& stages = m_model.stages;
  auto const begins = std::find_if(stages.begin(), stages.end(), [](Stage const& s) {
    return s.stage_class == StageClass::not_started && !s.disturbs;
  });
  if (begins != stages.end()) v[M_STAGE] = begins->code;
}

bool SilentRows::says_nothing(RowValues const& v, bool has_geometry) const {
  constexpr std::array SAY{M_TASK_STATE, M_REPLACES};
  if (any(v, SAY) || speaks_of_work(v, has_geometry)) return false;
  return v[M_MEASURE].empty() || m_model.measure(v[M_KIND], v[M_MEASURE]).quantity != Quantity::status;
}

}  // namespace redline
