// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/draft.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/restoration/amount.hpp"
#include "layers/restoration/task_rows.hpp"

namespace redline {
namespace {

using Problems = std::vector<Message>;

// Of ground that is being worked on the unit tells what a figure is; 25 个 is neither area nor volume.
std::string measure_under_way(RowValues const& v) {
  if (v[M_VALUE].empty()) return "";
  auto const written = v[M_UNIT].empty() ? take_apart(v[M_VALUE]).unit : v[M_UNIT];
  auto const unit = unit_of(written);
  if (unit && unit->dimension == Dimension::volume) return "回填方量";
  return written.empty() || (unit && unit->dimension == Dimension::area) ? "治理面积" : "";
}

std::string measure_or_default(RowValues const& v, Stage const* stage) {
  if (!v[M_MEASURE].empty()) return v[M_MEASURE];
  if (!stage && !v[M_REPLACES].empty()) return "";  // what the corrected row counts
  if (!stage || stage->stage_class >= StageClass::restored || stage->returns) return "治理面积";
  return stage->stage_class == StageClass::not_started ? "破坏面积" : measure_under_way(v);
}

bool is_area(Quantity q) { return q == Quantity::restored || q == Quantity::required || q == Quantity::disturbed; }

// Of a correction that does not say what it counts, the unit tells an area from a volume.
Quantity quantity_of(RecordDraft const& r, RowValues const& v, Stage const* stage, RestorationModel const& model) {
  if (stage || v[M_REPLACES].empty() || !r.measure.empty()) return model.measure(v[M_KIND], r.measure).quantity;
  auto const unit = unit_of(r.unit.empty() ? take_apart(r.value).unit : r.unit);
  return unit && unit->dimension == Dimension::volume ? Quantity::volume : Quantity::restored;
}

// Areas are more than nothing: where nothing was done, the cell is empty.
void check_sign(RecordDraft const& r, Amount a, Quantity q, Meaning m, Problems& problems) {
  if (a < Amount{} || (a.zero() && is_area(q)))
    problems.push_back({"restoration.not_positive", {r.value, column_mark(m)}});
}

Stage const* stage_of(RowValues const& v, RestorationModel const& model, Problems& problems) {
  if (v[M_STAGE].empty()) return nullptr;
  auto const* stage = model.stage(v[M_STAGE]);
  if (!stage) problems.push_back({"restoration.unknown_stage", {v[M_STAGE], model.stage_names()}});
  return stage;
}

// Damage in a column of its own, in a row of a stage of damage that has no other figure, is the figure of that row.
Meaning figure_column(RowValues const& v, Stage const* stage, bool has_geometry, RestorationModel const& model) {
  bool const alone = stage && !has_geometry && v[M_VALUE].empty() && !v[M_DISTURBED].empty();
  bool const of_damage =
      alone && model.measure(v[M_KIND], measure_or_default(v, stage)).quantity == Quantity::disturbed;
  return of_damage ? M_DISTURBED : M_VALUE;
}

void add_more(RowDraft& out, RowValues const& v, Meaning m, char const* suffix, char const* measure, Quantity q) {
  if (v[m].empty()) return;
  RecordDraft r{suffix, measure, v[m], "", "", false};
  check_figure(r, q, m, out.problems);
  out.records.push_back(std::move(r));
}

}  // namespace

std::string column_mark(Meaning m) { return "@column." + std::string(MEANING_NAMES[m]); }

void check_figure(RecordDraft& r, Quantity q, Meaning m, Problems& problems) {
  if (r.value.empty() || !(is_area(q) || q == Quantity::volume)) return;
  auto const quoted = take_apart(r.value);
  auto const& unit_text = r.unit.empty() ? quoted.unit : r.unit;
  // "1x" with ha in the column of units, or "nan"
  if (quoted.number.empty() || (!quoted.unit.empty() && quoted.unit != unit_text)) {
    problems.push_back({"restoration.bad_number", {r.value, column_mark(m)}});
    return;
  }
  auto const unit = unit_of(unit_text);
  auto const wanted = q == Quantity::volume ? Dimension::volume : Dimension::area;
  if (unit_text.empty())
    problems.push_back({"restoration.no_unit", {r.value, column_mark(m)}});
  else if (!unit || unit->dimension != wanted)
    problems.push_back(
        {is_area(q) ? "restoration.bad_area_unit" : "restoration.bad_volume_unit", {unit_text, column_mark(m)}});
  else if (auto const amount = parse_amount(quoted.number, *unit); !amount)
    problems.push_back({"restoration.bad_number", {r.value, column_mark(m)}});
  else
    check_sign(r, *amount, q, m, problems);
  if (r.unit.empty()) r.unit = quoted.unit;
}

std::optional<Date> read_day(RowValues const& v, Meaning m, bool workbook, RowDraft& out) {
  if (v[m].empty()) return std::nullopt;
  if (auto const day = last_day_of(v[m])) return day;
  auto const counted = day_of_workbook(v[m]);
  if (counted && workbook) return ++out.days_counted, counted;
  auto const* problem = counted                ? "restoration.day_number"
                        : may_be_october(v[m]) ? "restoration.may_be_october"
                                               : "restoration.bad_date";
  auto const year = v[m].substr(0, v[m].find('.'));
  out.problems.push_back({problem, {std::string(MEANING_NAMES[m]), v[m], counted ? to_string(counted) : year}});
  return std::nullopt;
}

std::optional<Basis> basis_of(std::string_view text) {
  if (text.empty()) return Basis::fresh;
  if (text == "new" || text == "新增" || text == "本次新增" || text == name(Basis::declared)) return Basis::declared;
  if (text == "cumulative" || text == "累计") return Basis::cumulative;
  if (text == "confirmed_new" || text == "新增已核") return Basis::confirmed_new;
  if (text == "of_year" || text == "分年度") return Basis::of_year;
  if (text == "of_quarter") return Basis::of_quarter;
  if (text == "of_month") return Basis::of_month;
  if (text == "standing") return Basis::standing;
  if (text == "situation" || text == "截至") return Basis::situation;
  if (text == "reported") return Basis::reported;
  if (text == "piece") return Basis::piece;
  if (text == "dated") return Basis::dated;
  return std::nullopt;
}

std::string const& day_text(RowValues const& v) {
  auto const& day = v[v[M_DATE].empty() ? M_REPORTED_ON : M_DATE];
  if (v[M_DATE_WRITTEN].empty()) return day;
  auto const written = days_of(v[M_DATE_WRITTEN]);
  return written && last_day_of(day) == written->last ? v[M_DATE_WRITTEN] : day;
}

RowDraft draft_row(RowValues const& v, bool has_geometry, RestorationModel const& model, bool workbook) {
  RowDraft out;
  auto const date = read_day(v, M_DATE, workbook, out), reported = read_day(v, M_REPORTED_ON, workbook, out);
  out.day = date ? date : reported;
  out.deadline = read_day(v, M_DEADLINE, workbook, out);
  if (!v[M_TASK_STATE].empty()) {
    draft_task(out, v, has_geometry, model);
    if (!speaks_of_work(v, has_geometry)) return out;
  }
  if (!basis_of(v[M_BASIS])) out.problems.push_back({"restoration.unknown_basis", {v[M_BASIS]}});
  auto const* stage = stage_of(v, model, out.problems);
  auto const own = figure_column(v, stage, has_geometry, model);
  constexpr std::array ACCEPTED{M_ACCEPTED_AREA, M_ACCEPTED_SUM, M_ACCEPTED_INCREMENT, M_ACCEPTED_ON};
  bool const accepted = std::any_of(ACCEPTED.begin(), ACCEPTED.end(), [&](Meaning m) { return !v[m].empty(); });
  bool const other_figures = accepted || !v[M_REQUIRED].empty() || !v[M_DISTURBED].empty() || !v[M_VOLUME].empty();
  if (!v[M_VALUE].empty() || stage || has_geometry || !v[M_MEASURE].empty() || !other_figures) {
    auto const& unit = own == M_VALUE ? v[M_UNIT] : std::string{};
    RecordDraft r{"", measure_or_default(v, stage), v[own], unit, stage ? stage->code : "", has_geometry};
    auto const quantity = quantity_of(r, v, stage, model);
    if (!stage && quantity == Quantity::restored && v[M_REPLACES].empty())
      r.stage = stage_unnamed(out, r.measure, model);
    check_figure(r, quantity, own, out.problems);
    out.records.push_back(std::move(r));
  }
  add_more(out, v, M_REQUIRED, "/required", "应治理面积", Quantity::required);
  if (own != M_DISTURBED) add_more(out, v, M_DISTURBED, "/disturbed", "破坏面积", Quantity::disturbed);
  add_more(out, v, M_VOLUME, "/volume", "回填方量", Quantity::volume);
  return out;
}

}  // namespace redline
