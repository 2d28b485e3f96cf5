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

// 治理措施, 恢复方式, 治理年度, 累计完成投资: of work that was begun, not of what is to be done or who does it.
bool work_heading(std::string const& heading) {
  constexpr std::array WORK{"治理", "恢复", "修复", "复垦", "复绿", "完成"};
  constexpr std::array OTHER{"未",   "待",   "需",   "应",   "拟",   "计划", "要求", "尚",
                             "方案", "目标", "期限", "时限", "任务", "问题", "单位", "责任",
                             "负责", "编号", "剩余", "是否", "前",   "难",   "面积", "前景"};
  auto const name = heading_of_column(narrow(heading)).name;
  return holds(name, WORK) && !holds(name, OTHER);
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
    : m_model(model), m_bare(bare_name(columns.heading_of(M_VALUE)) && !title_of_work(source.text_above())) {
  if (!m_bare || !columns.heading_of(M_DEADLINE).empty()) return;  // a list of tasks
  for (std::size_t i = 0; i < source.header().size(); ++i) {
    auto const m = columns.meaning_at(i);
    bool const free = m == MEANING_COUNT || m == M_PROGRAMME || m == M_SUBJECT;
    if (free && work_heading(source.header()[i])) m_work.emplace_back(i, source.header()[i]);
  }
}

bool BareAreas::says_work(RowValues const& v) const {
  constexpr std::array TELL{M_SUBJECT, M_PROGRAMME, M_REMARK, M_EVIDENCE};
  return !v[M_REMOVED].empty() || !v[M_VOLUME].empty() ||
         std::any_of(TELL.begin(), TELL.end(), [&](Meaning m) { return done_work(v[m]); });
}

// The heading of a cell that tells of work; empty: none.
std::string BareAreas::beside(std::vector<std::string> const& cells) const {
  constexpr std::array NOTHING{"未", "无", "否", "待", "拟", "计划", "尚"};
  for (auto const& [i, heading] : m_work)
    if (cells[i].find_first_not_of("-/—–－ 0") != std::string::npos && !holds(cells[i], NOTHING)) return heading;
  return {};
}

std::optional<std::string> BareAreas::take(RowValues& v, std::vector<std::string> const& cells,
                                           bool has_geometry) const {
  bool const other = !v[M_INCREMENT].empty() || !v[M_CUMULATIVE].empty();
  if (!m_bare || has_geometry || other || v[M_VALUE].empty() || evidence(v) || says_work(v)) return std::nullopt;
  if (auto const work = beside(cells); !work.empty() && !m_model.stage_of_open_task.empty()) {
    v[M_STAGE] = m_model.stage_of_open_task;
    return work;
  }
  auto const& stages = m_model.stages;
  auto const it = std::find_if(stages.begin(), stages.end(),
                               [](Stage const& s) { return s.stage_class == StageClass::not_started && !s.disturbs; });
  if (it == stages.end()) return std::nullopt;
  v[M_STAGE] = it->code, v[M_MEASURE] = BARE_AREA;
  return "";
}

bool BareAreas::take_unanswered(RowValues& v, bool has_geometry) const {
  bool const area = !v[M_VALUE].empty() || !v[M_INCREMENT].empty() || !v[M_CUMULATIVE].empty();
  if ((!area && !has_geometry) || evidence(v) || m_model.stage_of_open_task.empty()) return false;
  v[M_STAGE] = m_model.stage_of_open_task;
  return true;
}

}  // namespace redline
