// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/part_states.hpp"

#include <algorithm>

#include "engine/restoration/amount.hpp"

namespace redline {
namespace {

bool sent_back(Stage const* s) { return s && s->returns; }

bool accepted(Stage const* s, RowValues const& v) {
  if (sent_back(s)) return false;
  if (s && s->stage_class == StageClass::accepted) return true;
  return (!s || s->stage_class == StageClass::restored) && !v[M_ACCEPTED_ON].empty();
}

std::optional<DaySpan> span(std::string const& text) {
  auto const counted = day_of_workbook(text);
  return counted ? DaySpan{*counted, *counted} : days_of(text);
}

bool within(PartRole const& role, RowValues const& v) {
  auto const own = days_of(v[M_DATE]), day = span(v[M_ACCEPTED_ON]);
  return role.since > 0 && own && day && day->last <= own->last && static_cast<int>(day->first.year()) >= role.since;
}

void stand_on_report(PartRole const& role, RowValues& v, std::optional<Date> reported_on) {
  auto const own = days_of(v[M_DATE]);
  bool const behind = role.since > 0 && v[M_ACCEPTED_ON].empty() && own && reported_on && *reported_on > own->last;
  if (behind) v[M_ACCEPTED_ON] = to_string(*reported_on);
}

bool settle_state(RowValues& v, Stage const* stage) {
  if (sent_back(stage)) return true;
  auto const whole = v[M_VALUE] + (take_apart(v[M_VALUE]).unit.empty() ? v[M_UNIT] : "");
  v[M_VALUE].clear(), v[M_UNIT].clear();
  if (!accepted(stage, v)) return false;
  v[M_ACCEPTED_AREA] = whole;
  if (stage && stage->stage_class == StageClass::restored) v[M_STAGE].clear();
  return true;
}

bool any_restored(RowValues const& v) {
  return !v[M_VALUE].empty() || !v[M_INCREMENT].empty() || !v[M_CUMULATIVE].empty();
}

bool any_figure(RowValues const& v) {
  return std::any_of(FIGURES.begin(), FIGURES.end(), [&](Meaning m) { return !v[m].empty(); });
}

}  // namespace

bool settle_part(TableRow const& part, RowValues& v, RestorationModel const& model, std::optional<Date> reported_on) {
  auto const& role = part.role;
  auto const* stage = model.stage(v[M_STAGE]);
  bool const of_whole = stage && (stage->returns || stage->stage_class == StageClass::accepted);
  if (accepted(stage, v) && within(role, v)) v[M_DATE] = v[M_ACCEPTED_ON];
  if (role.figures_alone && of_whole) v[M_STAGE] = any_restored(v) ? model.stage_of_restored : "";
  if (part.part != 0 || role.figures_alone) {
    v[M_ACCEPTED_ON].clear();
    return !(role.figures_alone && of_whole) || any_figure(v);
  }
  if (accepted(stage, v)) stand_on_report(role, v, reported_on);
  return !role.state_alone || settle_state(v, stage);
}

}  // namespace redline
