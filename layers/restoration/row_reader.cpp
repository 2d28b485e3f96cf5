// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/row_reader.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "engine/core/hash.hpp"
#include "layers/restoration/empty_cells.hpp"
#include "layers/restoration/footer_rows.hpp"
#include "layers/restoration/of_which.hpp"
#include "layers/restoration/part_states.hpp"
#include "layers/restoration/stage_remark.hpp"
#include "layers/restoration/stated_totals.hpp"
#include "layers/restoration/year_layout.hpp"

namespace redline {
namespace {

constexpr std::size_t KEY_DIGITS = 32, ROW_ID_DIGITS = 12;

// What stands on a day, so that another day makes another row of it: a running sum, or a stage without a figure. A
// plain new figure that is reported again is the same figure.
bool states_situation(RowValues const& v, bool has_geometry, RestorationModel const& model) {
  if (!v[M_DATE].empty() || !v[M_REPORTED_ON].empty()) return false;
  auto const* stage = model.stage(v[v[M_STAGE].empty() ? M_PROGRESS : M_STAGE]);
  bool const accepted = stage && stage->stage_class == StageClass::accepted && !v[M_ACCEPTED_ON].empty();
  if (accepted && v[M_ACCEPTED_AREA].empty() && v[M_ACCEPTED_SUM].empty()) return false;  // it stands on that day
  if (!v[M_CUMULATIVE].empty() || !v[M_ACCEPTED_SUM].empty()) return true;
  auto const basis = basis_of(v[M_BASIS]);
  if (basis == Basis::cumulative || basis == Basis::situation) return true;
  constexpr std::array WORDS{M_STAGE, M_STATUS, M_PROGRESS, M_TASK_STATE};
  bool const word = std::any_of(WORDS.begin(), WORDS.end(), [&](Meaning m) { return !v[m].empty(); });
  bool const figure = has_geometry || !v[M_VALUE].empty() || !v[M_INCREMENT].empty() || !v[M_ACCEPTED_AREA].empty();
  return word && !figure;
}

// 2018年10月 -> 2018.
std::optional<int> year_of(std::string const& period) {
  return period.empty() ? std::nullopt : std::optional(std::stoi(period));
}

// Neither a running sum nor done so far.
bool plain_areas(RowColumns const& columns) {
  auto const& heading = columns.heading_of(M_VALUE);
  return !heading.empty() && heading.find("已") == std::string::npos && columns.heading_of(M_CUMULATIVE).empty() &&
         columns.heading_of(M_INCREMENT).empty();
}

}  // namespace

RowReader::RowReader(RowSource const& source, RowColumns const& columns, RestorationModel const& model,
                     TableWords const& words, ImportOptions const& options, std::string file, IsReserve is_reserve)
    : m_columns(columns),
      m_model(model),
      m_words(words),
      m_options(options),
      m_file(std::move(file)),
      m_header(source.header()),
      m_units(source.units_above()),
      m_reported_on(options.reported_on ? options.reported_on : source.day_above()),
      m_period_above(source.period_above()),
      m_year_above(year_of(m_period_above)),
      m_titled_year(m_year_above && !source.by_year() && plain_areas(columns) &&
                    source.text_above().find(std::to_string(*m_year_above) + "年度") != std::string::npos),
      m_workbook(source.workbook()),
      m_by_year(source.by_year()),
      m_groups(columns, std::move(is_reserve),
               [this](std::vector<std::string> const& cells) {
                 return is_total_row(cells, m_columns.values(cells), m_columns, m_model);
               }),
      m_questions(m_header, columns, model, words),
      m_stage_days(m_header, columns, model, words, source.by_year(), source.workbook()),
      m_planned(source, columns, m_stage_days, model, words,
                {m_reported_on ? m_reported_on : source.latest_above(), options.reported_on.has_value(),
                 bare_heading(columns.heading_of(M_DATE), words), source.by_year(), options.language}),
      m_figures(source, columns),
      m_done(columns, source.by_year()),
      m_bare(source, columns, model),
      m_unsaid(columns, model, words),
      m_named(model),
      m_silent(columns, model, source.by_year()) {}

// The content of a row: what it says by meaning, and its other cells, whatever the order and the names of columns.
StoredRow RowReader::stored(TableRow const& row, RowValues const& values) {
  std::map<std::string_view, std::string_view> content;
  auto raw = nlohmann::json::object();
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (row.cells[i].empty()) continue;
    raw[m_header[i].empty() ? std::to_string(i + 1) : m_header[i]] = row.cells[i];
    if (!m_columns.known(i)) content[m_header[i]] = row.cells[i];
  }
  for (std::size_t m = 0; m < MEANING_COUNT; ++m)
    if (!values[m].empty() && (m != M_ACCEPTED_ON || row.part == 0)) content[MEANING_NAMES[m]] = values[m];
  bool const states = states_situation(values, !row.wkb.empty(), m_model) || m_figures.states(values, !row.wkb.empty());
  bool const of_report = states || (values[M_REPORTED_ON].empty() && m_planned.any_late(row.cells, values, m_workbook));
  auto const day = !of_report ? std::string{} : m_reported_on ? to_string(m_reported_on) : period_given(values);
  if (!day.empty()) content[MEANING_NAMES[M_REPORTED_ON]] = day;
  auto const year = of_titled_year(values, !row.wkb.empty()) ? std::to_string(*m_year_above) : std::string{};
  if (!year.empty()) content["year_above"] = year;
  Sha256 hash;
  for (auto const& [name, value] : content) hash.add(name), hash.add("\x1f"), hash.add(value), hash.add("\x1e");
  hash.add({reinterpret_cast<char const*>(row.wkb.data()), row.wkb.size()});
  auto const digits = hash.hex().substr(0, KEY_DIGITS);
  auto const n = ++m_occurrences[digits];
  auto const suffix = n > 1 ? "-" + std::to_string(n) : std::string{};
  auto id = digits.substr(0, ROW_ID_DIGITS) + suffix;
  return {digits + suffix, std::move(id), raw.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
          row.number};
}

// One number over several merged cells is one number: the first row has it, the others say so.
std::string RowReader::take_shared_figures(TableRow const& row, std::vector<std::string>& cells,
                                           Findings& findings) const {
  std::string remark;
  for (auto const c : row.merged) {
    if (!m_columns.figure(c) || cells[c].empty()) continue;
    std::vector<std::string> const args{std::to_string(row.number), m_header[c], cells[c]};
    findings.push_back({"restoration.merged_figure", Severity::warning, m_file, args[0], args});
    remark += (remark.empty() ? "" : "；") + render(Message{"restoration.merged_remark", args}, m_options.language);
    cells[c].clear();
  }
  return remark;
}

RowValues RowReader::values_of(std::vector<std::string> const& cells, PartRole const& role, int& served) const {
  auto out = m_columns.values(cells);
  if (role.state_alone) out[M_VALUE] = role.whole, out[M_UNIT].clear();
  m_named.take(out);
  served = m_units.serve(out, m_model);
  if (role.state_alone) served = 0;  // its figures are those of the other parts
  return out;
}

// What the parts of a row say of its state, when that has been read.
void RowReader::settle_state(ReadRow& out, TableRow const& r) const {
  if (!m_by_year || out.kind != RowKind::record) return;
  if (!settle_part(r, out.values, m_model, m_reported_on)) out.kind = RowKind::spare;
}

// 种植面积（亩） over the figures says what they count, and with it their stage.
void RowReader::take_measure_of_heading(RowValues& v) const {
  auto const& heading = m_columns.heading_of(M_VALUE);
  if (heading.empty() || v[M_VALUE].empty()) return;
  if (!v[M_MEASURE].empty() || !v[M_STAGE].empty() || !v[M_REPLACES].empty()) return;
  auto const& name = m_columns.name_of(M_VALUE);
  if (m_model.stage_of_measure.count(name) > 0) v[M_MEASURE] = name;
}

// In a list of tasks without numbers the name of a task stands for its number.
void RowReader::take_name_of_task(RowValues& v) const {
  if (!v[M_ITEM].empty() || v[M_TASK_STATE].empty()) return;
  auto const name = heading_of_column(m_columns.heading_of(M_SUBJECT)).name;
  bool const of_task = std::find(m_words.tasks.begin(), m_words.tasks.end(), name) != m_words.tasks.end();
  if (of_task) v[M_ITEM] = v[M_SUBJECT];
}

// The time above a table with columns of what is new in it serves all rows without a day, also those where nothing is.
std::string RowReader::period_given(RowValues const& v) const {
  auto const periodic = [&](Meaning m) { return m_by_year ? !v[m].empty() : !m_columns.heading_of(m).empty(); };
  bool const of_period = periodic(M_INCREMENT) || periodic(M_ACCEPTED_INCREMENT);
  bool const undated = v[M_DATE].empty() && v[M_REPORTED_ON].empty();
  return !m_reported_on && of_period && undated && v[M_REPLACES].empty() ? m_period_above : std::string{};
}

// A plain area under 2018年度治理情况表, of a row without a day of its own, is the work of that year.
bool RowReader::of_titled_year(RowValues const& v, bool has_geometry) const {
  constexpr std::array OTHER{M_MEASURE, M_BASIS, M_REPLACES, M_DATE, M_REPORTED_ON, M_ACCEPTED_ON, M_ID};
  auto const empty = [&](Meaning m) { return v[m].empty(); };
  return m_titled_year && !has_geometry && !v[M_VALUE].empty() && std::all_of(OTHER.begin(), OTHER.end(), empty);
}

void RowReader::complete(ReadRow& out, std::string const& remark) const {
  auto& v = out.values;
  if (!v[M_ID].empty()) out.kept.id = v[M_ID];
  if (!remark.empty()) v[M_REMARK] += (v[M_REMARK].empty() ? "" : "；") + remark;
  if (auto const period = period_given(v); !period.empty()) v[M_REPORTED_ON] = out.year_given = period;
  out.of_titled_year = of_titled_year(v, out.has_geometry);
  bool const within = m_reported_on && m_year_above && int(m_reported_on->year()) == *m_year_above;
  if (out.of_titled_year) out.year_given = std::to_string(*m_year_above) + "年";
  if (out.of_titled_year && !within) v[M_REPORTED_ON] = out.year_given;
  out.day_given = m_reported_on && v[M_DATE].empty() && v[M_REPORTED_ON].empty();
  if (out.day_given) v[M_REPORTED_ON] = to_string(*m_reported_on);
}

// Its kind where that says all; true: it goes on.
bool RowReader::begin(ReadRow& out, TableRow const& r, RowsAhead& ahead) {
  for (auto f : r.findings) f.layer = m_file, out.findings.push_back(std::move(f));
  if (r.wkb.empty() && r.cells.size() <= m_header.size() && is_footer(r.cells, m_columns, m_words)) {
    out.kind = RowKind::footer, out.kept = stored(r, {});
    return false;
  }
  if (r.cells.size() <= m_header.size() && r.sum != RowSum::part) take_group(out, r, ahead);
  if (out.kind == RowKind::record && r.sum != RowSum::none) take_sum(out, r);
  if (out.kind == RowKind::of_which) return false;
  if (out.kind == RowKind::group && r.role.state_alone) out.kind = RowKind::spare;
  if (out.kind == RowKind::group || out.kind == RowKind::spare) return false;
  if (r.cells.size() == m_header.size()) return true;
  out.kind = RowKind::bad;
  out.draft.problems.push_back(
      {"restoration.cell_count", {std::to_string(r.cells.size()), std::to_string(m_header.size())}});
  return false;
}

// Its values, those of titles, groups and empty cells among them.
void RowReader::take_values(ReadRow& out, TableRow const& r, RowText& text) {
  auto& cells = text.cells;
  auto const remark = take_shared_figures(r, cells, out.findings);
  out.has_geometry = !r.wkb.empty() || !r.geometry_problem.key.empty();
  auto const group = out.values[M_RESERVE];
  auto const with_reserve = [&] {
    auto v = values_of(cells, r.role, out.units_served);
    if (out.reserve_of_group || out.reserve_of_block) v[M_RESERVE] = group;
    out.reserve_of_title = v[M_RESERVE].empty() && !m_reserve_above.empty();
    if (out.reserve_of_title) v[M_RESERVE] = m_reserve_above;
    return v;
  };
  out.values = with_reserve();
  out.kept = stored(r, out.values);
  auto const written = out.values;
  text.blanked = blank_empty_cells(cells, out.values, m_columns, m_words, m_model, out.has_geometry);
  for (auto const c : r.of_parts) cells[c].clear(), text.blanked = true;
  text.blanked = m_planned.take_days(cells, out.values, m_workbook, out.planned) || text.blanked;
  text.day = out.values[M_DATE];
  auto const deadline = out.values[M_DEADLINE];
  if (text.blanked) out.values = with_reserve();
  if (out.values[M_DEADLINE].empty() && std::count(m_words.standing.begin(), m_words.standing.end(), deadline) > 0)
    out.standing = deadline;
  m_planned.take_deadline(out.values, !out.standing.empty(), out.planned);
  if (!out.has_geometry) out.none = none_figures(written, out.values, m_figures, m_words, m_model);
  out.accepted_at = accepted_at(written, cells);
  out.less_than_done = take_less_than_done(out.values, cells, m_columns, m_words, out.has_geometry);
  bool const states = states_situation(out.values, out.has_geometry, m_model);
  out.new_figures = !states && out.values[M_ACCEPTED_ON].empty() && !m_figures.states(out.values, out.has_geometry) &&
                    !out.none.any();
  complete(out, remark);
  out.unknown_measure = m_named.unknown(out.values);
}

// false: a total, or a part that has said it all.
bool RowReader::of_its_own(ReadRow& out, TableRow const& r) {
  if (is_total_row(r.cells, out.values, m_columns, m_model)) out.kind = RowKind::total;
  if (out.kind == RowKind::total) m_block.end();
  bool const sums_up = out.kind == RowKind::total || !r.of_parts.empty();
  if (sums_up && r.role.state_alone) out.kind = RowKind::spare;
  return out.kind != RowKind::total && out.kind != RowKind::spare;
}

// The stage: its words, answers to questions, days of stages.
void RowReader::take_state(ReadRow& out, RowText& text) const {
  auto& problems = out.draft.problems;
  take_name_of_task(out.values);
  auto const progress = out.values[M_PROGRESS];
  drop_remarks(out.values, m_model, m_words);
  text.own_stage = out.values[M_STAGE];
  auto const answers = m_questions.answer(text.cells, out.values);
  out.days = m_stage_days.take(text.cells, out.values, answers.unaccepted.empty());
  auto const said = word_of_state(out.values, answers);
  bool const named_status = m_columns.heading_of(M_PROGRESS).find("状态") != std::string::npos;
  out.status = take_status(out.values, out.has_geometry, named_status, m_model, problems);
  out.status.add(answers);
  if (out.days.denied) out.status.denied = answers.unaccepted;
  if (!out.status.sent_back.empty() && m_reported_on && out.values[M_REPORTED_ON].empty())
    out.values[M_REPORTED_ON] = to_string(*m_reported_on);
  m_planned.take_late_acceptance(out.values, m_workbook, out.planned);
  m_planned.take_prose(out.values, out.status, progress, out.planned);
  m_stage_days.settle(out.days, out.values);
  if (!out.days.any() && !answers.unanswered.empty() && m_bare.take_unanswered(out.values, out.has_geometry))
    out.status.doubtful = answers.unanswered;
  m_done.settle(out.values, out.status, text.own_stage, said, out.has_geometry, m_model);
}

// What is planned, not finished or an area of which nothing is said.
void RowReader::hold_back(ReadRow& out, RowText const& text) const {
  bool const lacks_day = !m_by_year && !out.days.any() && m_planned.lacks_actual_day(out.values);
  auto const& in_place = lacks_day && !m_words.unfinished.empty() ? m_words.unfinished.front() : text.day;
  out.unfinished = lower_unfinished(out.values, in_place, m_words, m_model, out.has_geometry);
  out.no_actual_day = lacks_day && std::exchange(out.unfinished, false);
  if (out.no_actual_day) m_planned.quote_deadline(out.values, out.planned);
  m_planned.settle(out.values, text.own_stage, out.has_geometry, out.planned);
  if (out.kind != RowKind::record || out.days.any()) return;
  if (!out.of_titled_year && !m_by_year)
    if (auto const beside = m_bare.take(out.values, text.cells, out.has_geometry))
      out.bare = beside->empty(), out.bare_beside = *beside;
  if (out.has_geometry) out.unsaid = m_unsaid.take(out.values);
}

ReadRow RowReader::read(TableRow const& r, RowsAhead& ahead) {
  ReadRow out;
  if (!begin(out, r, ahead)) return out;
  out.of_year = r.part != 0, out.required_of_site = r.required_of_site;
  out.months = months_of_part(r.part).months;
  RowText text{r.cells, {}, {}, false};
  take_values(out, r, text);
  if (!of_its_own(out, r)) return out;
  take_whole_reserve(out);
  out.values[M_SITE] = OfWhich::name_without(out.values[M_SITE], m_words);
  out.draft.problems = m_columns.contradictions(text.cells);
  for (auto const c : r.uncomputed)
    if (m_columns.known(c)) out.draft.problems.push_back({"restoration.uncomputed", {m_header[c]}});
  take_state(out, text);
  if (out.kind == RowKind::record) take_measure_of_heading(out.values);
  hold_back(out, text);
  settle_state(out, r);
  if (out.kind == RowKind::record && out.draft.problems.empty()) settle_silent(out, r, text.blanked);
  return out;
}

}  // namespace redline
