// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/import.hpp"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "engine/core/error.hpp"
#include "engine/core/hash.hpp"
#include "engine/core/interrupt.hpp"
#include "engine/overlay/normalise.hpp"
#include "engine/restoration/corrections.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/restoration/cut_headings.hpp"
#include "layers/restoration/empty_cells.hpp"
#include "layers/restoration/footer_rows.hpp"
#include "layers/restoration/further_figures.hpp"
#include "layers/restoration/model_file.hpp"
#include "layers/restoration/reserve_spelling.hpp"
#include "layers/restoration/row_columns.hpp"
#include "layers/restoration/rows.hpp"
#include "layers/restoration/serial_numbers.hpp"
#include "layers/restoration/stated_totals.hpp"
#include "layers/restoration/store.hpp"
#include "layers/restoration/table_words.hpp"
#include "layers/restoration/units_above.hpp"
#include "layers/restoration/unread_columns.hpp"
#include "layers/run/source_files.hpp"
#include "layers/workspace/workspace.hpp"

namespace redline {
namespace {

constexpr std::size_t MESSAGES_SHOWN = 20;
constexpr std::size_t KEY_DIGITS = 32, ID_DIGITS = 12;

// The column that holds the stages or status words of a table.
std::string const& status_heading(RowColumns const& columns) {
  for (auto const m : {M_STATUS, M_PROGRESS})
    if (!columns.heading_of(m).empty()) return columns.heading_of(m);
  return columns.heading_of(M_TASK_STATE);
}

class Import {
 public:
  explicit Import(ImportOptions const& o)
      : m_options(o),
        m_model(read_restoration_model(o.workspace)),
        m_words(read_table_words(o.workspace)),
        m_plan(workspace_plan(o.workspace)),
        m_file(file_of(o.source)) {}

  ImportResult run() {
    if (is_store(m_file)) throw Error(ErrorKind::input, "restoration.is_store", {m_file});
    auto const sha256 =
        sha256_of_source(m_file) + (m_file == m_options.source ? "" : m_options.source.substr(m_file.size()));
    StoreWriter store(store_path(m_options.workspace), m_options.language, m_options.patience);
    m_result.before = store.imported_before(sha256);
    if (!m_result.before.empty()) return std::move(m_result);
    auto const source = open_rows(m_options.source, m_options.encoding,
                                  [&](auto const& heading) { return RowColumns::is_known(heading, m_model); });
    RowColumns const columns(source->header(), m_model, m_options.columns, m_file, source->cut_header());
    m_result.unknown_columns = columns.unknown();
    transformation(*source);
    m_units = source->units_above();
    m_serials.emplace(store);
    m_workbook = source->workbook();
    m_import_id = sha256_hex(sha256).substr(0, ID_DIGITS);  // two layers of one file are two imports
    rows(*source, columns, store);
    refuse_bad_rows();
    m_unread.refuse_stages(m_file, source->header(), columns, m_model);
    if (source->cut_header()) tell(cut_findings(m_file, source->header(), columns, m_model));
    tell_counted("restoration.days_counted", m_days_counted);
    tell(m_totals.findings(m_file, columns));
    tell(m_unread.findings(m_file, source->header(), columns, m_model));
    if (m_site_statuses > 0)
      m_result.findings.push_back({"restoration.site_statuses",
                                   Severity::info,
                                   m_file,
                                   "",
                                   {m_file, status_heading(columns), std::to_string(m_site_statuses)}});
    if (m_staged > 0)
      m_result.findings.push_back({"restoration.column_as_stage",
                                   Severity::info,
                                   m_file,
                                   "",
                                   {m_file, status_heading(columns), std::to_string(m_staged)}});
    tell_counted("restoration.area_under_way", m_opened);
    tell_counted("restoration.untasked", m_untasked);
    tell_counted("restoration.nothing_done", m_nothing);
    tell_layout();
    tell(reserve_findings(m_file, m_reserves, Register::load(m_plan.register_file)));
    store.commit({m_import_id, std::filesystem::path(m_options.source).filename().string(), sha256, m_options.now,
                  m_result.rows, m_result.added, m_result.known});
    return std::move(m_result);
  }

 private:
  void transformation(RowSource const& source);
  void rows(RowSource& source, RowColumns const& columns, StoreWriter& store);
  void row(TableRow const& row, std::vector<std::string> const& header, RowColumns const& columns, StoreWriter& store);
  Wkb polygon(TableRow const& row, std::string const& id, RowDraft& draft);
  StoredRow stored(TableRow const& row, std::vector<std::string> const& header, RowColumns const& columns,
                   RowValues const& values);
  std::string take_shared_figures(TableRow const& row, std::vector<std::string>& cells,
                                  std::vector<std::string> const& header, RowColumns const& columns);
  static Message with_heading(Message problem, RowColumns const& columns);
  void total(TableRow const& row, StoredRow kept, RowValues const& values, std::vector<std::string> const& header,
             StoreWriter& store);
  void keep(StoredRow row, RowValues const& values, StoreWriter& store);
  RowValues values_of(std::vector<std::string> const& cells, RowColumns const& columns, int& served) const;
  bool footer(TableRow const& row, std::vector<std::string> const& header, RowColumns const& columns,
              StoreWriter& store);
  RowFate put(StoredRow& row, RowValues const& values, RowDraft const& draft, Wkb const& wkb, RowColumns const& columns,
              StoreWriter& store);
  void take_measure_of_heading(RowValues& values, RowColumns const& columns) const;
  void tell_layout();
  void check_replaced(StoreWriter const& store);
  void refuse_bad_rows() const;
  void tell(Findings const& more) { m_result.findings.insert(m_result.findings.end(), more.begin(), more.end()); }
  void tell_counted(char const* what, int rows) {
    if (rows > 0) m_result.findings.push_back({what, Severity::info, m_file, "", {std::to_string(rows)}});
  }
  void problem(std::int64_t number, Message const& message);

  ImportOptions const& m_options;
  RestorationModel m_model;
  TableWords m_words;
  UnitsAbove m_units;
  std::optional<SerialNumbers> m_serials;
  std::map<std::string, int> m_reserves;  // as written in rows without polygons
  std::string m_footers;                  // numbers of such rows
  int m_footer_count = 0, m_units_served = 0, m_serial_count = 0, m_nothing = 0;
  RunPlan m_plan;
  std::string m_file, m_import_id;
  std::optional<Transformation> m_transformation;
  std::unordered_map<std::string, int> m_occurrences;
  struct Replaced {
    std::int64_t number;
    std::string row, id;
  };
  std::vector<Replaced> m_replaced;
  std::vector<std::string> m_problems;
  std::size_t m_problem_count = 0;
  bool m_workbook = false;
  StatedTotals m_totals;
  UnreadColumns m_unread;
  int m_site_statuses = 0;
  int m_days_counted = 0, m_staged = 0, m_opened = 0, m_untasked = 0;  // m_staged: rows whose status is a stage
  ImportResult m_result;
};

void Import::transformation(RowSource const& source) {
  if (!source.spatial()) return;
  auto const& text = m_options.crs.empty() ? source.crs_text() : m_options.crs;
  if (text.empty()) throw Error(ErrorKind::input, "run.no_crs", {m_file, m_options.source});
  m_transformation.emplace(Crs::parse(text), m_plan.datum_parameters);
}

void Import::problem(std::int64_t number, Message const& message) {
  ++m_problem_count;
  if (m_problems.size() < MESSAGES_SHOWN)
    m_problems.push_back(
        render(Message{"restoration.row_problem", {std::to_string(number), render(message, m_options.language)}},
               m_options.language));
}

void Import::rows(RowSource& source, RowColumns const& columns, StoreWriter& store) {
  TableRow r;
  while (source.next(r)) {
    throw_if_interrupted();
    ++m_result.rows;
    row(r, source.header(), columns, store);
    if (m_options.progress && m_result.rows % 1024 == 0)
      m_options.progress->advance("stage.read_rows", static_cast<std::uint64_t>(m_result.rows), 0);
  }
  check_replaced(store);
}

// The content of a row: what it says by meaning, and its other cells, whatever the order and the names of columns;
// equal rows of one file are told apart by counting them.
StoredRow Import::stored(TableRow const& row, std::vector<std::string> const& header, RowColumns const& columns,
                         RowValues const& values) {
  std::map<std::string_view, std::string_view> content;
  auto raw = nlohmann::json::object();
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (row.cells[i].empty()) continue;
    raw[header[i].empty() ? std::to_string(i + 1) : header[i]] = row.cells[i];
    if (!columns.known(i)) content[header[i]] = row.cells[i];
  }
  for (std::size_t m = 0; m < MEANING_COUNT; ++m)
    if (!values[m].empty()) content[MEANING_NAMES[m]] = values[m];
  Sha256 hash;
  for (auto const& [name, value] : content) hash.add(name), hash.add("\x1f"), hash.add(value), hash.add("\x1e");
  hash.add({reinterpret_cast<char const*>(row.wkb.data()), row.wkb.size()});
  auto const digits = hash.hex().substr(0, KEY_DIGITS);
  auto const n = ++m_occurrences[digits];
  auto const suffix = n > 1 ? "-" + std::to_string(n) : std::string{};
  auto id = digits.substr(0, ID_DIGITS) + suffix;
  return {digits + suffix, std::move(id), raw.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
          row.number};
}

Wkb Import::polygon(TableRow const& row, std::string const& id, RowDraft& draft) {
  auto n = normalise(row.wkb, *m_transformation, {m_file, id, row.geometry_problem, m_plan.densify_m});
  if (n.outcome == Outcome::rejected) {
    draft.problems.push_back({n.reason, n.findings.empty() ? std::vector<std::string>{} : n.findings.back().args});
    return {};
  }
  if (n.geometry.dimension() != 2) {
    draft.problems.push_back({"restoration.not_polygon", {}});
    return {};
  }
  m_result.findings.insert(m_result.findings.end(), n.findings.begin(), n.findings.end());
  ++m_result.polygons;
  return n.geometry.wkb();
}

// One number over several merged cells is one number: the first row has it, the others say so.
std::string Import::take_shared_figures(TableRow const& row, std::vector<std::string>& cells,
                                        std::vector<std::string> const& header, RowColumns const& columns) {
  std::string remark;
  for (auto const c : row.merged) {
    if (!columns.figure(c) || cells[c].empty()) continue;
    std::vector<std::string> const args{std::to_string(row.number), header[c], cells[c]};
    m_result.findings.push_back({"restoration.merged_figure", Severity::warning, m_file, args[0], args});
    remark += (remark.empty() ? "" : "；") + render(Message{"restoration.merged_remark", args}, m_options.language);
    cells[c].clear();
  }
  return remark;
}

// Problems of a draft name columns by their meaning; people know them by their heading.
Message Import::with_heading(Message p, RowColumns const& columns) {
  constexpr std::string_view MARK = "@column.";
  for (auto& a : p.args)
    if (a.starts_with(MARK)) {
      auto const at = std::find(MEANING_NAMES.begin(), MEANING_NAMES.end(), a.substr(MARK.size()));
      auto const m = static_cast<Meaning>(at - MEANING_NAMES.begin());
      a = columns.heading_of(m).empty() ? a.substr(MARK.size()) : columns.heading_of(m);
    }
  return p;
}

RowValues Import::values_of(std::vector<std::string> const& cells, RowColumns const& columns, int& served) const {
  auto out = columns.values(cells);
  served = m_units.serve(out, m_model);
  return out;
}

// 种植面积（亩） over the figures says what they count, and with it their stage.
void Import::take_measure_of_heading(RowValues& v, RowColumns const& columns) const {
  auto const& heading = columns.heading_of(M_VALUE);
  if (heading.empty() || v[M_VALUE].empty()) return;
  if (!v[M_MEASURE].empty() || !v[M_STAGE].empty() || !v[M_REPLACES].empty()) return;
  auto const name = RowColumns::is_known(heading, m_model) ? heading_of_column(heading).name
                                                           : whole_name(heading, m_model).value_or(heading);
  if (m_model.stage_of_measure.count(name) > 0) v[M_MEASURE] = name;
}

// A number that rows of other sites have is no id.
RowFate Import::put(StoredRow& row, RowValues const& values, RowDraft const& draft, Wkb const& wkb,
                    RowColumns const& columns, StoreWriter& store) {
  auto const& number = values[M_ID];
  bool const serial = digits_only(number) && columns.heading_of(M_REPLACES).empty();
  auto fate = store.add(m_import_id, row, values, draft, wkb);
  if (serial && fate == RowFate::clashes && m_serials->of_another_site(number, values[M_SITE])) {
    row.id = SerialNumbers::id_of(number, row.key);
    fate = store.add(m_import_id, row, values, draft, wkb);
    m_serial_count += fate == RowFate::added ? 1 : 0;
  }
  if (fate == RowFate::clashes)
    problem(row.number, {serial ? "restoration.serial_clash" : "restoration.id_clash", {row.id}});
  if (fate == RowFate::added) m_serials->add(row.id, values[M_SITE]);
  return fate;
}

bool Import::footer(TableRow const& r, std::vector<std::string> const& header, RowColumns const& columns,
                    StoreWriter& store) {
  if (!r.wkb.empty() || r.cells.size() > header.size() || !is_footer(r.cells, columns, m_words)) return false;
  ++m_footer_count;
  m_footers += (m_footers.empty() ? "" : ", ") + std::to_string(r.number);
  keep(stored(r, header, columns, {}), {}, store);
  return true;
}

void Import::row(TableRow const& r, std::vector<std::string> const& header, RowColumns const& columns,
                 StoreWriter& store) {
  if (footer(r, header, columns, store)) return;
  if (r.cells.size() != header.size())
    return problem(r.number,
                   {"restoration.cell_count", {std::to_string(r.cells.size()), std::to_string(header.size())}});
  auto cells = r.cells;
  auto const remark = take_shared_figures(r, cells, header, columns);
  bool const has_geometry = !r.wkb.empty() || !r.geometry_problem.key.empty();
  int served = 0;
  auto values = values_of(cells, columns, served);
  auto kept = stored(r, header, columns, values);
  bool const blanked = blank_empty_cells(cells, values, columns, m_words, m_model, has_geometry);
  if (blanked) values = values_of(cells, columns, served);
  if (!values[M_ID].empty()) kept.id = values[M_ID];
  if (!remark.empty()) values[M_REMARK] += (values[M_REMARK].empty() ? "" : "；") + remark;
  if (m_options.reported_on && values[M_DATE].empty() && values[M_REPORTED_ON].empty())
    values[M_REPORTED_ON] = to_string(*m_options.reported_on);
  m_unread.count(r.cells);
  if (is_total_row(r.cells, values, columns, m_model)) return total(r, kept, values, header, store);
  m_totals.add(values);
  auto problems = columns.contradictions(cells);
  for (auto const c : r.uncomputed)
    if (columns.known(c)) problems.push_back({"restoration.uncomputed", {header[c]}});
  bool const unread = take_progress(values, m_model);
  bool const staged = take_stage_of_status(values, has_geometry, m_model, problems);
  if (blanked && problems.empty() && says_nothing(values, has_geometry)) return ++m_nothing, keep(kept, values, store);
  take_measure_of_heading(values, columns);
  if (auto const p = m_serials->resolve(values)) problems.push_back(*p);
  if (has_geometry) m_unread.count_polygon(r.cells, columns, m_model);
  if (has_geometry && values[M_STAGE].empty() && values[M_MEASURE].empty() && values[M_REPLACES].empty())
    m_unread.count_stageless();
  auto const further = take_further_figures(values, has_geometry, m_model, problems);
  auto draft = draft_row(values, has_geometry, m_model, m_workbook);
  if (!draft.is_task || !draft.records.empty()) add_further_figures(draft, further, values, m_workbook);
  draft.problems.insert(draft.problems.end(), problems.begin(), problems.end());
  auto const wkb = has_geometry ? polygon(r, kept.id, draft) : Wkb{};
  for (auto const& p : draft.problems) problem(r.number, with_heading(p, columns));
  if (!draft.problems.empty()) return;
  auto const fate = put(kept, values, draft, wkb, columns, store);
  if (fate == RowFate::clashes) return;
  ++(fate == RowFate::added ? m_result.added : m_result.known);
  if (fate == RowFate::known) return;
  m_days_counted += draft.days_counted;
  m_units_served += served;
  if (!has_geometry && !draft.records.empty()) ++m_reserves[values[M_RESERVE]];
  m_unread.count_progress(unread);
  m_site_statuses += !values[M_SITE].empty() && !values[M_STATUS].empty() ? 1 : 0;
  m_staged += staged ? 1 : 0;
  m_opened += draft.opened ? 1 : 0;
  m_untasked += draft.untasked ? 1 : 0;
  m_result.records += static_cast<std::int64_t>(draft.records.size());
  m_result.tasks += draft.is_task ? 1 : 0;
  for (auto const id : ids_of(values[M_REPLACES])) m_replaced.push_back({r.number, kept.id, std::string(id)});
}

// As it was read, with no record of it.
void Import::keep(StoredRow row, RowValues const& values, StoreWriter& store) {
  row.id = row.key;
  auto const fate = store.add(m_import_id, row, values, {}, {});
  ++(fate == RowFate::added ? m_result.added : m_result.known);
}

void Import::total(TableRow const& r, StoredRow kept, RowValues const& values, std::vector<std::string> const& header,
                   StoreWriter& store) {
  m_totals.close(values, r.number);
  for (auto const c : r.uncomputed) {
    std::vector<std::string> const args{std::to_string(r.number), header[c]};
    m_result.findings.push_back({"restoration.total_uncomputed", Severity::warning, m_file, args[0], args});
  }
  keep(std::move(kept), values, store);
}

// What was taken from around the table.
void Import::tell_layout() {
  auto const info = [&](char const* what, std::vector<std::string> args) {
    m_result.findings.push_back({what, Severity::info, m_file, "", std::move(args)});
  };
  if (m_units_served > 0) info("restoration.unit_above", {m_file, m_units.text(), std::to_string(m_units_served)});
  if (m_footer_count > 0) info("restoration.footers_kept", {std::to_string(m_footer_count), m_footers});
  if (m_serial_count > 0) info("restoration.serials", {m_file, std::to_string(m_serial_count)});
}

void Import::check_replaced(StoreWriter const& store) {
  std::vector<std::pair<std::string_view, std::string_view>> pairs;  // rows of before cannot name those of this file
  for (auto const& [number, row, id] : m_replaced) {
    if (!store.has_record(id)) problem(number, {"restoration.replaces_nothing", {id}});
    pairs.emplace_back(row, row_of(id));
  }
  for (auto const i : in_circles(pairs)) {
    auto const& [number, row, id] = m_replaced[i];
    problem(number, {row_of(id) == row ? "restoration.replaces_itself" : "restoration.replaces_circle", {row, id}});
  }
}

void Import::refuse_bad_rows() const {
  if (m_problem_count == 0) return;
  std::string list;
  for (auto const& p : m_problems) list += "\n" + p;
  throw Error(ErrorKind::input, "restoration.rows_unusable", {m_file, std::to_string(m_problem_count), list});
}

}  // namespace

ImportResult import_restoration(ImportOptions const& options) { return Import(options).run(); }

}  // namespace redline
