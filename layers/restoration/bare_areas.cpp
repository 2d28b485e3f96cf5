// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/bare_areas.hpp"

#include <algorithm>
#include <array>

#include "layers/corners/corner_text.hpp"
#include "layers/restoration/work_names.hpp"

namespace redline {
namespace {

template <std::size_t N>
bool holds(std::string const& text, std::array<char const*, N> const& words) {
  return std::any_of(words.begin(), words.end(), [&](auto const* w) { return text.find(w) != std::string::npos; });
}

bool bare_name(std::string const& heading) {
  constexpr std::array BARE{"面积", "area", "整改面积", "整治面积"};
  auto const name = heading_of_column(narrow(heading)).name;
  return std::find(BARE.begin(), BARE.end(), name) != BARE.end();
}

// 恢复治理情况统计表; what is still to be done is no work.
bool title_of_work(std::string const& text) {
  return says_treated(text) && !holds(text, std::array{"问题", "任务", "计划", "清单", "方案"});
}

bool done_work(std::string const& text) {
  return says_treated(text) && !holds(text, std::array{"未", "待", "需", "应", "拟", "计划", "要求", "尚", "限期"});
}

// That the work of a row was done.
bool evidence(RowValues const& v) {
  constexpr std::array SAY{M_STAGE,       M_STATUS,        M_PROGRESS,     M_TASK_STATE,         M_DATE,
                           M_ACCEPTED_ON, M_ACCEPTED_AREA, M_ACCEPTED_SUM, M_ACCEPTED_INCREMENT, M_REPLACES,
                           M_MEASURE,     M_BASIS};
  return std::any_of(SAY.begin(), SAY.end(), [&](Meaning m) { return !v[m].empty(); });
}

}  // namespace

BareAreas::BareAreas(RowSource const& source, RowColumns const& columns, RestorationModel const& model)
    : m_model(model), m_bare(bare_name(columns.heading_of(M_VALUE)) && !title_of_work(source.text_above())) {}

bool BareAreas::says_work(RowValues const& v) const {
  constexpr std::array TELL{M_SUBJECT, M_PROGRAMME, M_REMARK, M_EVIDENCE};
  return !v[M_REMOVED].empty() || !v[M_VOLUME].empty() ||
         std::any_of(TELL.begin(), TELL.end(), [&](Meaning m) { return done_work(v[m]); });
}

bool BareAreas::take(RowValues& v, bool has_geometry) const {
  bool const other = !v[M_INCREMENT].empty() || !v[M_CUMULATIVE].empty();
  if (!m_bare || has_geometry || other || v[M_VALUE].empty() || evidence(v) || says_work(v)) return false;
  auto const& stages = m_model.stages;
  auto const it = std::find_if(stages.begin(), stages.end(),
                               [](Stage const& s) { return s.stage_class == StageClass::not_started && !s.disturbs; });
  if (it == stages.end()) return false;
  v[M_STAGE] = it->code, v[M_MEASURE] = BARE_AREA;
  return true;
}

bool BareAreas::take_unanswered(RowValues& v, bool has_geometry) const {
  bool const area = !v[M_VALUE].empty() || !v[M_INCREMENT].empty() || !v[M_CUMULATIVE].empty();
  if ((!area && !has_geometry) || evidence(v) || m_model.stage_of_open_task.empty()) return false;
  v[M_STAGE] = m_model.stage_of_open_task;
  return true;
}

}  // namespace redline
