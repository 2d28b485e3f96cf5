// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <map>
#include <optional>
#include <set>

#include "engine/core/error.hpp"
#include "engine/geometry/bounds.hpp"
#include "layers/restoration/store.hpp"
#include "layers/restoration/store_lock.hpp"
#include "layers/restoration/store_schema.hpp"
#include "layers/write/atomic_file.hpp"
#include "layers/write/geopackage_geometry.hpp"
#include "layers/write/geopackage_sql.hpp"
#include "layers/write/sqlite.hpp"

namespace redline {
namespace {

namespace fs = std::filesystem;

// The copy is worthless until it is renamed; publish() brings it to the disk.
constexpr char const* FILLING =
    "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536;"
    "PRAGMA encoding='UTF-8'; PRAGMA trusted_schema=ON; BEGIN";

std::string insert_sql(TableSpec const& spec) {
  std::string names, places;
  for (auto const& c : spec.columns)
    names += (names.empty() ? "" : ",") + sql_name(c.name), places += places.empty() ? "?" : ",?";
  if (spec.spatial()) names += "," + sql_name(GEOMETRY_COLUMN), places += ",?";
  return "INSERT INTO " + sql_name(spec.name) + "(" + names + ") VALUES(" + places + ")";
}

// One row: values in the order of the columns.
class Insert {
 public:
  Insert(Database& db, TableSpec const& spec) : m_statement(db.prepare(insert_sql(spec))) {}
  Insert& text(std::string_view v) {
    if (v.empty())
      m_statement.null(m_next++);
    else
      m_statement.text(m_next++, v);
    return *this;
  }
  Insert& whole(std::int64_t v) { return m_statement.integer(m_next++, v), *this; }
  Insert& blob(std::vector<unsigned char> const& v) {
    if (v.empty())
      m_statement.null(m_next++);
    else
      m_statement.blob(m_next++, v);
    return *this;
  }
  void done() {
    m_statement.execute();
    m_next = 1;
  }

 private:
  Statement m_statement;
  int m_next = 1;
};

void create(Database& db, TableSpec const& spec, Language language) {
  create_table(db, spec);
  TableFiller empty(db, spec);
  if (spec.spatial()) create_rtree(db, spec);
  register_table(db, empty, language);
}

void create(Database& db, Language language) {
  create_standard_tables(db);
  for (auto const& spec : store_tables()) create(db, spec, language);
  for (auto const& sql : store_indexes()) db.run(sql);
}

// A store of before may lack a table, or its last columns.
void add_columns(Database& db, TableSpec const& spec, Language language) {
  if (db.number("SELECT count(*) FROM sqlite_master WHERE type='table' AND name=" + sql_text(spec.name)) == 0)
    return create(db, spec, language);
  std::set<std::string, std::less<>> there;
  auto row = db.prepare("SELECT name FROM pragma_table_info(" + sql_text(spec.name) + ")");
  while (row.step()) there.emplace(row.column_text(0));
  for (auto const& c : spec.columns)
    if (!there.contains(c.name))
      db.run("ALTER TABLE " + sql_name(spec.name) + " ADD COLUMN " + sql_name(c.name) + " " + c.type);
}

// What a killed import left beside the store; nobody else can be writing while we hold the lock.
std::string const& swept(std::string const& path) {
  fs::path const p(path);
  auto const begin = "." + p.filename().string() + ".";
  std::error_code ignored;
  for (auto const& e : fs::directory_iterator(p.parent_path().empty() ? "." : p.parent_path(), ignored)) {
    auto const name = e.path().filename().string();
    if (name.rfind(begin, 0) == 0 && e.path().extension() == ".part") fs::remove(e.path(), ignored);
  }
  return path;
}

// Triggers serve other programs; while we write they would only cost time, and theirs call functions that SQLite alone
// has not.
void drop_triggers(Database& db) {
  std::vector<std::string> names;
  auto list = db.prepare("SELECT name FROM sqlite_master WHERE type='trigger'");
  while (list.step()) names.emplace_back(list.column_text(0));
  for (auto const& n : names) db.run("DROP TRIGGER " + sql_name(n));
}

}  // namespace

struct StoreWriter::State {
  State(std::string const& path, Language l, std::chrono::milliseconds patience)
      : lock(path, patience), file(swept(path), true), language(l) {
    std::error_code error;
    bool const old = fs::exists(path);
    if (old) fs::copy_file(path, file.temporary(), fs::copy_options::overwrite_existing, error);
    if (error) throw Error(ErrorKind::output, "write.failed", {path, error.message()});
    try {
      open(path, old);
    } catch (Error const& e) {
      if (!old || e.kind() != ErrorKind::output) throw;
      throw Error(ErrorKind::input, "restoration.store_unreadable", {path, e.message().args.back()});
    }
  }

  StoreLock lock;
  AtomicFile file;
  Language language;
  std::optional<Database> db;
  std::optional<Insert> records, tasks, rows, imports, again, totals;
  std::optional<Statement> box, row_known, record_known;
  std::map<std::string, std::int64_t> before, added;
  Bounds extent;
  std::vector<unsigned char> blob;

  void open(std::string const& path, bool old);
  bool there(Statement& s, std::string_view value) {
    s.text(1, value);
    bool const found = s.step();
    if (found) s.reset();
    return found;
  }
  std::optional<std::string> known_as(std::string_view key) {
    row_known->text(1, key);
    if (!row_known->step()) return std::nullopt;
    std::string id(row_known->column_text(0));
    row_known->reset();
    return id;
  }
  void put_record(std::string const& import_id, StoredRow const& row, RowValues const& v, RowDraft const& d,
                  RecordDraft const& r, Wkb const& wkb);
  void put_geometry(Bounds const& b);
  void update_contents();
  void close();
};

void StoreWriter::State::open(std::string const& path, bool old) {
  db.emplace(file.temporary(), path, Database::Mode::write);
  db->run(FILLING);
  if (old)
    drop_triggers(*db);
  else
    create(*db, language);
  auto const& t = store_tables();
  if (old)
    for (auto const& spec : t) add_columns(*db, spec, language);
  for (auto const& spec : t) before[spec.name] = db->number("SELECT count(*) FROM " + sql_name(spec.name));
  records.emplace(*db, t[STORE_RECORDS]), tasks.emplace(*db, t[STORE_TASKS]), rows.emplace(*db, t[STORE_ROWS]);
  imports.emplace(*db, t[STORE_IMPORTS]), again.emplace(*db, t[STORE_ROWS_AGAIN]);
  totals.emplace(*db, t[STORE_TOTALS]);
  box.emplace(
      db->prepare("INSERT INTO " + sql_name(rtree_name(t[STORE_RECORDS])) + " VALUES(last_insert_rowid(),?,?,?,?)"));
  row_known.emplace(db->prepare("SELECT record_id FROM rows WHERE row_key=?"));
  record_known.emplace(db->prepare("SELECT 1 FROM rows WHERE record_id=?"));
}

void StoreWriter::State::put_record(std::string const& import_id, StoredRow const& row, RowValues const& v,
                                    RowDraft const& d, RecordDraft const& r, Wkb const& wkb) {
  blob.clear();
  Bounds bounds;
  if (r.with_geometry && !wkb.empty()) bounds = geopackage_blob(wkb, 2, blob);
  auto const id = row.id + r.suffix;
  auto const day = to_string(r.day ? r.day : d.day), deadline = to_string(d.deadline);
  bool const main = r.suffix.empty();
  auto const only_main = [&](Meaning m) { return main ? std::string_view(v[m]) : std::string_view{}; };
  bool const first = &r == &d.records.front();  // holds the relations of all figures of its row
  auto const relation = [&](Meaning m) { return first ? std::string_view(v[m]) : std::string_view{}; };
  bool const inherits = v[M_BASIS].empty() && !v[M_REPLACES].empty();
  auto const of_row = basis_of(v[M_BASIS]).value_or(Basis::fresh);
  auto const basis = inherits && !r.basis ? std::string{} : std::string(name(r.basis.value_or(of_row)));
  records->text(id)
      .text(v[M_ITEM])
      .text(v[M_RESERVE])
      .text(v[M_ZONE])
      .text(v[M_SITE])
      .text(v[M_SUBJECT])
      .text(v[M_PROGRAMME])
      .text(v[M_KIND]);
  records->text(r.measure).text(r.value).text(r.unit).text(r.stage).text(day).text(deadline).text(basis).text(
      only_main(M_STATUS));
  records->text(v[M_REPLACES])
      .text(relation(M_PART_OF))
      .text(relation(M_RESTATES))
      .text(relation(M_SUMS_TO))
      .text(relation(M_SHARE_OF));
  records->text(relation(M_MAY_OVERLAP)).text(relation(M_RELATION_SOURCE));
  for (auto const m : {M_RESPONSIBLE, M_COUNTY, M_ACCEPTED_BY, M_REMOVED, M_DOCUMENT, M_EVIDENCE, M_REMARK})
    records->text(v[m]);
  records->text(r.day ? r.day_text : day_text(v)).text(import_id).whole(row.number);
  records->text(to_string(r.reported)).text(main ? std::string_view(d.planned) : std::string_view{}).blob(blob).done();
  ++added["records"];
  if (!bounds.empty()) put_geometry(bounds);
}

void StoreWriter::State::put_geometry(Bounds const& b) {
  box->real(1, b.min_x), box->real(2, b.max_x), box->real(3, b.min_y), box->real(4, b.max_y);
  box->execute();
  extent.add(b);
}

void StoreWriter::State::update_contents() {
  for (auto const& spec : store_tables()) {
    auto s = db->prepare("UPDATE gpkg_ogr_contents SET feature_count=?2 WHERE table_name=?1");
    s.text(1, spec.name);
    s.integer(2, before[spec.name] + added[spec.name]);
    s.execute();
  }
  if (extent.empty()) return;
  auto s = db->prepare(
      "UPDATE gpkg_contents SET min_x=min(ifnull(min_x,?1),?1), min_y=min(ifnull(min_y,?2),?2),"
      " max_x=max(ifnull(max_x,?3),?3), max_y=max(ifnull(max_y,?4),?4) WHERE table_name='records'");
  s.real(1, extent.min_x), s.real(2, extent.min_y), s.real(3, extent.max_x), s.real(4, extent.max_y);
  s.execute();
}

void StoreWriter::State::close() {
  for (auto* s : {&records, &tasks, &rows, &imports, &again, &totals}) s->reset();
  for (auto* s : {&box, &row_known, &record_known}) s->reset();
}

StoreWriter::StoreWriter(std::string const& path, Language language, std::chrono::milliseconds patience)
    : m_state(std::make_unique<State>(path, language, patience)) {}
StoreWriter::~StoreWriter() {
  m_state->close();
  m_state->db.reset();
}

std::string StoreWriter::imported_before(std::string const& sha256) const {
  auto s = m_state->db->prepare("SELECT imported_at FROM imports WHERE sha256=?");
  s.text(1, sha256);
  return s.step() ? std::string(s.column_text(0)) : std::string{};
}

bool StoreWriter::has_record(std::string_view id) const { return m_state->there(*m_state->record_known, id); }

void StoreWriter::each_site(std::function<void(std::string_view, std::string_view)> const& take) const {
  auto s = m_state->db->prepare("SELECT record_id, site FROM records");
  while (s.step()) take(row_of(s.column_text(0)), s.column_text(1));
}

void StoreWriter::each_state(std::function<void(StoredState const&)> const& take) const {
  auto s = m_state->db->prepare(
      "SELECT record_id, reserve, site, day, stage, value, unit FROM records WHERE basis IN ('cumulative','situation') "
      "OR value IS NULL");
  while (s.step())
    if (row_of(s.column_text(0)) == s.column_text(0))
      take({s.column_text(0), s.column_text(1), s.column_text(2), s.column_text(3), s.column_text(4), s.column_text(5),
            s.column_text(6)});
}

void StoreWriter::each_task(
    std::function<void(std::string_view, std::string_view, std::string_view)> const& take) const {
  auto s = m_state->db->prepare(
      "SELECT rows.record_id, tasks.item, tasks.day FROM tasks JOIN rows ON rows.import_id=tasks.import_id AND "
      "rows.row_number=tasks.row_number");
  while (s.step()) take(s.column_text(0), s.column_text(1), s.column_text(2));
}

std::vector<std::string> StoreWriter::reports_of(std::string const& id) const {
  auto s = m_state->db->prepare("SELECT record_id FROM rows WHERE record_id > ?1||'@' AND record_id < ?1||'A'");
  s.text(1, id);
  std::vector<std::string> out;
  while (s.step()) out.emplace_back(s.column_text(0));
  return out;
}

RowFate StoreWriter::add(std::string const& import_id, StoredRow const& row, RowValues const& v, RowDraft const& d,
                         Wkb const& wkb) {
  auto& s = *m_state;
  if (auto const id = s.known_as(row.key)) {
    if (d.records.empty()) return RowFate::known;
    s.again->text(import_id).whole(row.number).text(*id).done();
    ++s.added["rows_again"];
    return RowFate::known;
  }
  if (has_record(row.id)) return RowFate::clashes;
  s.rows->text(import_id).whole(row.number).text(row.key).text(row.id).text(row.raw).done();
  ++s.added["rows"];
  if (d.is_task) {
    auto const day = to_string(d.day), deadline = to_string(d.deadline);
    s.tasks->text(v[M_ITEM]).text(d.task_state).text(v[M_TASK_STATE]).text(v[M_SUBJECT]).text(v[M_RESPONSIBLE]);
    s.tasks->text(day).text(deadline).text(import_id).whole(row.number).done();
    ++s.added["tasks"];
  }
  for (auto const& r : d.records) s.put_record(import_id, row, v, d, r, wkb);
  return RowFate::added;
}

void StoreWriter::total(std::string const& import_id, StatedTotal const& t) {
  m_state->totals->text(import_id).whole(t.row).text(t.reserve).text(t.heading).text(t.stated).text(t.summed).done();
  ++m_state->added["totals"];
}

void StoreWriter::commit(ImportRow const& row) {
  auto& s = *m_state;
  s.imports->text(row.id)
      .text(row.file)
      .text(row.sha256)
      .text(row.imported_at)
      .whole(row.rows)
      .whole(row.added)
      .whole(row.known)
      .done();
  ++s.added["imports"];
  s.update_contents();
  s.close();
  for (auto const& spec : store_tables()) {
    create_count_triggers(*s.db, spec);
    if (spec.spatial()) create_rtree_triggers(*s.db, spec);
  }
  s.db->run("COMMIT");
  for (auto const& spec : store_tables()) {
    auto const found = s.db->number("SELECT count(*) FROM " + sql_name(spec.name)),
               expected = s.before[spec.name] + s.added[spec.name];
    if (found != expected)
      throw Error(ErrorKind::invariant, "write.unbalanced",
                  {spec.name, std::to_string(expected), std::to_string(found)});
  }
  s.db.reset();
  s.file.publish();
}

std::string store_path(std::string const& directory) { return (fs::path(directory) / "restoration.gpkg").string(); }

}  // namespace redline
