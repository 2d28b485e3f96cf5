// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/further_figures.hpp"

#include <algorithm>
#include <utility>

#include "engine/restoration/amount.hpp"
#include "engine/restoration/rounding.hpp"

namespace redline {
namespace {

std::string with_unit(std::string const& value, std::string const& unit) {
  return take_apart(value).unit.empty() ? value + unit : value;
}

void contradict(RowValues const& v, Meaning other, std::vector<Message>& problems) {
  problems.push_back({"restoration.figures_contradict",
                      {with_unit(v[M_VALUE], v[M_UNIT]), column_mark(M_VALUE), v[other], column_mark(other)}});
}

void stand_in(RowValues& v, Meaning figure) { v[M_VALUE] = v[figure], v[M_UNIT].clear(); }

void take_sums(FurtherFigures& out, RowValues& v, std::vector<Message>& problems) {
  auto const& sum = v[M_CUMULATIVE];
  auto const& added = v[M_INCREMENT];
  auto const own = amount_of(v[M_VALUE], v[M_UNIT]);
  if (sum.empty() && added.empty()) return;
  bool const as_added = own == amount_of(added, ""), as_sum = own == amount_of(sum, "");
  if (!v[M_VALUE].empty() && !added.empty() && !as_added && !as_sum) contradict(v, M_INCREMENT, problems);
  if (sum.empty()) return stand_in(v, M_INCREMENT);
  out.cumulative = true;
  out.increment = !added.empty() ? added : v[M_VALUE].empty() || as_sum ? "" : with_unit(v[M_VALUE], v[M_UNIT]);
  stand_in(v, M_CUMULATIVE);
}

Stage const* first_standing_acceptance(RestorationModel const& model) {
  auto const it = std::find_if(model.stages.begin(), model.stages.end(),
                               [](auto const& s) { return s.stage_class == StageClass::accepted && !s.returns; });
  return it == model.stages.end() ? nullptr : &*it;
}

// Of what was sent back, or disturbed again: the day is that on which it did not pass, unless it was sent back on a
// later one.
bool failed(RowValues const& v) {
  if (!v[M_ACCEPTED_AREA].empty()) return false;
  auto const own = days_of(v[M_DATE]), accepted = days_of(v[M_ACCEPTED_ON]);
  return v[M_DATE].empty() || (own && accepted && own->last <= accepted->last);
}

void take_acceptance(FurtherFigures& out, RowValues& v, bool has_geometry, RestorationModel const& model,
                     std::string const& at) {
  auto const added = std::exchange(v[M_ACCEPTED_INCREMENT], {});
  out.accepts_sum = !v[M_ACCEPTED_SUM].empty(), out.accepts_new = !out.accepts_sum && !added.empty();
  if (out.accepts_sum) v[M_ACCEPTED_AREA] = std::exchange(v[M_ACCEPTED_SUM], {}), out.accepted_increment = added;
  if (out.accepts_new) v[M_ACCEPTED_AREA] = added;
  if (v[M_ACCEPTED_AREA].empty() && v[M_ACCEPTED_ON].empty()) return;
  auto const* stage = model.stage(v[M_STAGE]);
  if (stage && (stage->returns || stage->again) && failed(v)) {
    v[M_DATE] = std::exchange(v[M_ACCEPTED_ON], {});
    return;
  }
  bool const own = stage && stage->stage_class == StageClass::accepted;
  bool const work = has_geometry || !v[M_VALUE].empty();
  if (own && (!work || (v[M_ACCEPTED_AREA].empty() && v[M_DATE].empty()))) {  // the row is the acceptance
    if (!work && !v[M_ACCEPTED_AREA].empty()) stand_in(v, M_ACCEPTED_AREA), out.cumulative = out.accepts_sum;
    if (out.accepts_sum && !work) out.increment = std::exchange(out.accepted_increment, {});
    if (!v[M_ACCEPTED_ON].empty()) v[M_DATE] = v[M_ACCEPTED_ON];
    v[M_ACCEPTED_AREA].clear(), v[M_ACCEPTED_ON].clear();
    return;
  }
  auto const* accepted = own ? stage : at.empty() ? first_standing_acceptance(model) : model.stage(at);
  if (!accepted) return;
  out.accepts = true;
  out.stage = accepted->code;
  if (own) v[M_STAGE] = model.stage_of_restored, stage = model.stage(v[M_STAGE]);
  out.restored = !stage || stage->stage_class == StageClass::restored;
  if (!v[M_ACCEPTED_AREA].empty())
    out.figure = v[M_ACCEPTED_AREA];
  else if (out.restored)
    out.figure = v[M_VALUE], out.unit = v[M_UNIT];
}

}  // namespace

std::optional<Amount> amount_of(std::string const& value, std::string const& unit) {
  auto const quoted = take_apart(value);
  auto const u = unit_of(quoted.unit.empty() ? unit : quoted.unit);
  return u && !quoted.number.empty() ? parse_amount(quoted.number, *u) : std::nullopt;
}

Amount half_digit(std::string const& value, std::string const& unit) {
  auto const quoted = take_apart(value);
  auto const u = unit_of(quoted.unit.empty() ? unit : quoted.unit);
  return u ? rounding_of(quoted.number, *u) : Amount{};
}

std::string acceptance_named(std::string const& heading, RestorationModel const& model) {
  Stage const* out = nullptr;
  for (auto const& s : model.stages)
    for (auto const& [word, code] : model.stage_words)
      if (code == s.code && s.stage_class == StageClass::accepted && !s.returns && heading.find(word) != heading.npos)
        out = &s;
  return out ? out->code : "";
}

FurtherFigures take_further_figures(RowValues& v, bool has_geometry, RestorationModel const& model,
                                    std::string const& at, std::vector<Message>& problems) {
  FurtherFigures out;
  take_sums(out, v, problems);
  take_acceptance(out, v, has_geometry, model, at);
  return out;
}

void add_further_figures(RowDraft& draft, FurtherFigures const& f, RowValues const& v, bool workbook) {
  if (f.cumulative && !draft.records.empty() && draft.records.front().suffix.empty())
    draft.records.front().basis = Basis::cumulative;
  if (!f.increment.empty()) draft.records.push_back({"/increment", "本年治理面积", f.increment, "", "", false});
  if (!f.accepts) return;
  RecordDraft r{"/accepted", "治理面积", f.figure, f.unit, f.stage, false};
  if ((f.cumulative && !f.accepts_new) || f.accepts_sum) r.basis = Basis::cumulative;
  check_figure(r, Quantity::restored, v[M_ACCEPTED_AREA].empty() ? M_VALUE : M_ACCEPTED_AREA, draft.problems);
  r.day = read_day(v, M_ACCEPTED_ON, workbook, draft);
  if (r.day) r.day_text = v[M_ACCEPTED_ON];
  bool const undated = f.restored && v[M_DATE].empty() && v[M_REPLACES].empty();
  if (r.day && undated && !draft.records.empty() && draft.records.front().suffix.empty())
    draft.records.front().day = r.day, draft.records.front().day_text = r.day_text;
  if (r.day && !v[M_REPLACES].empty() && draft.day && *r.day < *draft.day)  // a correction takes effect on its day
    r.day = draft.day, r.day_text = day_text(v);
  auto const day = r.day;
  auto const written = r.day_text;
  draft.records.push_back(std::move(r));
  if (!f.accepted_increment.empty())
    draft.records.push_back({"/accepted_increment", "本年验收面积", f.accepted_increment, "", "", false, day, written});
}

}  // namespace redline
