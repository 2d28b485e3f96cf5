// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/import.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "engine/core/error.hpp"
#include "engine/core/hash.hpp"
#include "engine/core/interrupt.hpp"
#include "engine/overlay/normalise.hpp"
#include "engine/restoration/corrections.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/restoration/cut_headings.hpp"
#include "layers/restoration/import_notes.hpp"
#include "layers/restoration/model_file.hpp"
#include "layers/restoration/next_reports.hpp"
#include "layers/restoration/reserve_spelling.hpp"
#include "layers/restoration/row_looks.hpp"
#include "layers/restoration/row_reader.hpp"
#include "layers/restoration/serial_numbers.hpp"
#include "layers/restoration/side_bound.hpp"
#include "layers/restoration/stage_day_notes.hpp"
#include "layers/restoration/stated_totals.hpp"
#include "layers/restoration/store.hpp"
#include "layers/restoration/unnamed_sites.hpp"
#include "layers/restoration/unread_columns.hpp"
#include "layers/restoration/year_rows.hpp"
#include "layers/run/source_files.hpp"
#include "layers/workspace/workspace.hpp"

namespace redline {
namespace {

constexpr std::size_t MESSAGES_SHOWN = 20;
constexpr std::size_t ID_DIGITS = 12;

class Import {
 public:
  explicit Import(ImportOptions const& o)
      : m_options(o),
        m_model(read_restoration_model(o.workspace)),
        m_words(read_table_words(o.workspace)),
        m_plan(workspace_plan(o.workspace)),
        m_register(Register::load(m_plan.register_file)),
        m_file(file_of(o.source)) {}

  ImportResult run() {
    if (is_store(m_file)) throw Error(ErrorKind::input, "restoration.is_store", {m_file});
    auto sha256 = sha256_of_source(m_file) + (m_file == m_options.source ? "" : m_options.source.substr(m_file.size()));
    StoreWriter store(store_path(m_options.workspace), m_options.language, m_options.patience);
    m_result.before = store.imported_before(sha256);
    bool const of_another_day = !m_result.before.empty() && m_options.reported_on;
    if (!m_result.before.empty() && !of_another_day) return std::move(m_result);
    if (of_another_day) sha256 += "@" + to_string(m_options.reported_on);
    if (!store.imported_before(sha256).empty()) return std::move(m_result);
    auto const known = [&](auto const& heading) { return RowColumns::is_known(heading, m_model); };
    auto const source = by_year(open_rows(m_options.source, m_options.encoding, known), m_model, m_options.columns);
    RowColumns const columns(source->header(), m_model, m_options.columns, m_file, source->begins(), source->grouped());
    if (source->by_year()) tell({{"restoration.read_by_year", Severity::info, m_file, "", {m_file}}});
    m_result.unknown_columns = columns.unknown();
    transformation(*source);
    m_header = source->header();
    m_serials.emplace(store);
    m_next.emplace(store, m_model, m_options.reported_on ? m_options.reported_on : source->day_above());
    m_import_id = sha256_hex(sha256).substr(0, ID_DIGITS);  // two layers of one file are two imports
    rows(*source, columns, store);
    m_notes.headings(source->repeated_headings());
    refuse_bad_rows();
    m_unread.refuse_stages(m_file, source->header(), columns, m_model);
    tell(cut_findings(m_file, source->header(), source->begins(), columns, m_model));
    tell(m_totals.findings(m_file, columns));
    tell(m_unread.findings(m_file, source->header(), columns, m_model));
    tell(m_unnamed.findings(m_file, source->header(), columns));
    tell(m_notes.findings(m_file, columns, source->units_above(),
                          m_options.reported_on ? std::nullopt : source->day_above(), m_questions, m_options.language));
    tell(unread_day(m_file, *source, m_options));
    tell(m_day_notes.findings(m_file, m_stage_days, m_options.language));
    tell(reserve_findings(m_file, m_notes.reserves(), m_register));
    keep_totals(store);
    if (of_another_day && !says_more()) return std::move(m_result);
    m_result.before.clear();
    store.commit({m_import_id, std::filesystem::path(m_options.source).filename().string(), sha256, m_options.now,
                  m_result.rows, m_result.added, m_result.known});
    return std::move(m_result);
  }

 private:
  bool says_more();
  void keep_totals(StoreWriter& store) const;
  void transformation(RowSource const& source);
  void leave_out_answers(RowReader const& reader);
  void rows(RowSource& source, RowColumns const& columns, StoreWriter& store);
  void row(TableRow const& row, RowReader& reader, RowsAhead& ahead, RowColumns const& columns, StoreWriter& store);
  void count_polygon(TableRow const& row, ReadRow const& read, RowColumns const& columns);
  void record(ReadRow& read, Wkb const& wkb, RowColumns const& columns, StoreWriter& store);
  void total(TableRow const& row, ReadRow const& read, StoreWriter& store);
  void keep(StoredRow row, RowValues const& values, StoreWriter& store);
  Wkb polygon(TableRow const& row, std::string const& id, RowDraft& draft);
  static Message with_heading(Message problem, RowColumns const& columns);
  RowFate put(StoredRow& row, RowValues const& values, RowDraft const& draft, Wkb const& wkb, RowColumns const& columns,
              StoreWriter& store);
  void problems(std::int64_t number, RowDraft const& draft, RowColumns const& columns);
  void check_replaced(StoreWriter const& store);
  void refuse_bad_rows() const;
  void tell(Findings const& more) { m_result.findings.insert(m_result.findings.end(), more.begin(), more.end()); }
  void problem(std::int64_t number, Message const& message);

  ImportOptions const& m_options;
  RestorationModel m_model;
  TableWords m_words;
  std::optional<SerialNumbers> m_serials;
  std::optional<NextReports> m_next;
  RunPlan m_plan;
  Register m_register;
  std::string m_file, m_import_id;
  std::optional<Transformation> m_transformation;
  std::vector<std::string> m_header, m_questions, m_stage_days;
  struct Replaced {
    std::int64_t number;
    std::string row, id;
  };
  std::vector<Replaced> m_replaced;
  std::vector<std::string> m_problems;
  std::set<std::string> m_reserves;  // of rows that count
  std::size_t m_problem_count = 0;
  StatedTotals m_totals;
  UnreadColumns m_unread;
  UnnamedSites m_unnamed;
  ImportNotes m_notes;
  StageDayNotes m_day_notes;
  ImportResult m_result;
};

// The file was imported before, and comes again with the day of another report: has it states of that day?
bool Import::says_more() {
  bool const more = m_result.records + m_result.tasks > 0;
  auto const day = to_string(m_options.reported_on);
  auto const* code = more ? "restoration.again_on_day" : "restoration.day_changes_nothing";
  if (!more) m_result.findings.clear();
  m_result.findings.push_back({code, Severity::info, m_file, "", {m_file, m_result.before, day}});
  return more;
}

// Totals that contradict their rows, and rows that may be parts of another; of the reserve where all rows speak of one.
void Import::keep_totals(StoreWriter& store) const {
  auto const reserve = m_reserves.size() == 1 ? *m_reserves.begin() : std::string{};
  for (auto const& f : m_result.findings)
    if (f.code == "restoration.stated_total" || f.code == "restoration.whole_differs")
      store.total(m_import_id, {std::stoll(f.args[0]), reserve, f.args[1], f.args[2], f.args[3]});
    else if (f.code == "restoration.numbered_doubtful")
      store.total(m_import_id, {std::stoll(f.args[0]), reserve, "", f.args[1], f.args[2]});
}

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
  auto const is_reserve = [this](std::string const& name) {
    return name.find("自然保护区") != std::string::npos || m_register.resolve(name).reserve;
  };
  RowReader reader(source, columns, m_model, m_words, m_options, m_file, is_reserve);
  ReserveSpellings const names(m_register);
  reader.reserve_names(names);
  leave_out_answers(reader);
  bool const column = !columns.heading_of(M_RESERVE).empty();
  if (!column) reader.reserve_above(reserve_in(source.text_above(), m_register));
  if (!column) reader.titles([this](std::string const& title) { return reserve_in(title, m_register); });
  RowsAhead ahead(source);
  TableRow r;
  RowLooks looks(source, columns, m_model, m_words, names, m_file);
  while (ahead.next(r)) {
    throw_if_interrupted();
    ++m_result.rows;
    looks.look(r, ahead);
    row(r, reader, ahead, columns, store);
    if (m_options.progress && m_result.rows % 1024 == 0)
      m_options.progress->advance("stage.read_rows", static_cast<std::uint64_t>(m_result.rows), 0);
  }
  tell(looks.findings());
  check_replaced(store);
}

// Questions and days of stages are read, though they have no meaning of their own.
void Import::leave_out_answers(RowReader const& reader) {
  m_questions = reader.questions().headings(), m_stage_days = reader.stage_days().headings();
  for (std::size_t i = 0; i < m_header.size(); ++i)
    if (reader.questions().among(i) || reader.stage_days().among(i)) m_unread.leave_out(i);
  auto& unknown = m_result.unknown_columns;
  for (auto const* headings : {&m_questions, &m_stage_days})
    for (auto const& heading : *headings)
      unknown.erase(std::remove(unknown.begin(), unknown.end(), heading), unknown.end());
}

Wkb Import::polygon(TableRow const& row, std::string const& id, RowDraft& draft) {
  auto const bound = side_bound_m(row.wkb, *m_transformation, m_plan.densify_m);
  auto n = normalise(row.wkb, *m_transformation, {m_file, id, row.geometry_problem, bound});
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

// Problems of a draft name columns by their meaning; people know them by their heading.
Message Import::with_heading(Message p, RowColumns const& columns) {
  constexpr std::string_view PREFIX_OF_COLUMN = "@column.";
  for (auto& a : p.args)
    if (a.starts_with(PREFIX_OF_COLUMN)) {
      auto const at = std::find(MEANING_NAMES.begin(), MEANING_NAMES.end(), a.substr(PREFIX_OF_COLUMN.size()));
      auto const m = static_cast<Meaning>(at - MEANING_NAMES.begin());
      a = columns.heading_of(m).empty() ? a.substr(PREFIX_OF_COLUMN.size()) : columns.heading_of(m);
    }
  return p;
}

// A number that rows of other sites have is no id; a running sum of another day under one is the next report.
RowFate Import::put(StoredRow& row, RowValues const& values, RowDraft const& draft, Wkb const& wkb,
                    RowColumns const& columns, StoreWriter& store) {
  auto const& number = values[M_ID];
  bool const serial = digits_only(number) && columns.heading_of(M_REPLACES).empty();
  auto fate = store.add(m_import_id, row, values, draft, wkb);
  if (serial && fate == RowFate::clashes && m_serials->of_another_site(number, values[M_SITE])) {
    row.id = SerialNumbers::id_of(number, row.key);
    fate = store.add(m_import_id, row, values, draft, wkb);
    if (fate == RowFate::added) m_notes.serial();
  }
  bool const next = fate == RowFate::clashes &&
                    (m_next->is_next(row.id, values, draft) || m_next->is_next_task(row.id, values, draft));
  if (next) {
    row.id = SerialNumbers::id_of(row.id, row.key);
    fate = store.add(m_import_id, row, values, draft, wkb);
    if (fate == RowFate::added) m_notes.next_report();
  }
  if (fate == RowFate::clashes)
    problem(row.number, {serial ? "restoration.serial_clash" : "restoration.id_clash", {row.id}});
  if (fate == RowFate::added) m_serials->add(row.id, values[M_SITE]), m_next->add(row.id, values, draft);
  return fate;
}

void Import::row(TableRow const& r, RowReader& reader, RowsAhead& ahead, RowColumns const& columns,
                 StoreWriter& store) {
  auto read = reader.read(r, ahead);
  tell(read.findings);
  if (read.kind == RowKind::spare) return void(--m_result.rows);
  if (read.kind == RowKind::bad) return problems(r.number, read.draft, columns);
  if (read.kind == RowKind::of_which) return keep(read.kept, read.values, store);
  if (read.kind == RowKind::footer) return m_notes.footer(r.number), keep(read.kept, read.values, store);
  if (read.group_rank) m_totals.heading(r.number, *read.group_rank, read.group_names);
  if (read.kind == RowKind::group) {
    m_notes.group(r.number);
    return read.group_sums ? total(r, read, store) : keep(read.kept, read.values, store);
  }
  m_unread.count(r.cells);
  if (read.kind == RowKind::total) return total(r, read, store);
  if (!r.role.state_alone) m_totals.add(read.values, r.part, r.number);
  if (read.kind == RowKind::nothing && !r.of_parts.empty()) return keep(read.kept, read.values, store);
  if (read.kind == RowKind::nothing) return m_notes.nothing(read), keep(read.kept, read.values, store);
  if (auto const p = m_serials->resolve(read.values)) read.draft.problems.push_back(*p);
  if (read.has_geometry) count_polygon(r, read, columns);
  reader.draft(read);
  auto const wkb = read.has_geometry ? polygon(r, read.kept.id, read.draft) : Wkb{};
  if (!read.draft.problems.empty()) return problems(r.number, read.draft, columns);
  m_unnamed.count(read, r.cells, columns);
  record(read, wkb, columns, store);
}

void Import::count_polygon(TableRow const& r, ReadRow const& read, RowColumns const& columns) {
  auto const& v = read.values;
  m_unread.count_polygon(r.cells, columns, m_model);
  bool const stageless = v[M_STAGE].empty() && v[M_MEASURE].empty() && v[M_REPLACES].empty();
  if (stageless || read.unsaid != Unsaid::none) m_unread.count_stageless();
}

void Import::problems(std::int64_t number, RowDraft const& draft, RowColumns const& columns) {
  for (auto const& p : draft.problems) problem(number, with_heading(p, columns));
}

void Import::record(ReadRow& read, Wkb const& wkb, RowColumns const& columns, StoreWriter& store) {
  m_reserves.insert(read.values[M_RESERVE]);
  auto const fate = put(read.kept, read.values, read.draft, wkb, columns, store);
  if (fate == RowFate::clashes) return;
  ++(fate == RowFate::added ? m_result.added : m_result.known);
  if (fate == RowFate::known) return m_notes.known(read);
  m_notes.record(read), m_day_notes.add(read.days, read.kept.number);
  m_result.records += static_cast<std::int64_t>(read.draft.records.size());
  m_result.tasks += read.draft.is_task ? 1 : 0;
  for (auto const id : ids_of(read.values[M_REPLACES]))
    m_replaced.push_back({read.kept.number, read.kept.id, std::string(id)});
}

// As it was read, with no record of it.
void Import::keep(StoredRow row, RowValues const& values, StoreWriter& store) {
  row.id = row.key;
  auto const fate = store.add(m_import_id, row, values, {}, {});
  ++(fate == RowFate::added ? m_result.added : m_result.known);
}

void Import::total(TableRow const& r, ReadRow const& read, StoreWriter& store) {
  m_totals.close(read.values, r.number, r.part, read.group_rank);
  for (auto const c : r.uncomputed) {
    std::vector<std::string> const args{std::to_string(r.number), m_header[c]};
    m_result.findings.push_back({"restoration.total_uncomputed", Severity::warning, m_file, args[0], args});
  }
  keep(read.kept, read.values, store);
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
