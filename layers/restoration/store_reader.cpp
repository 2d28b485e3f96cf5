// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <filesystem>
#include <unordered_map>

#include "engine/core/error.hpp"
#include "engine/measure/area.hpp"
#include "engine/restoration/inherited.hpp"
#include "engine/restoration/partly_done.hpp"
#include "layers/read/field_map.hpp"
#include "layers/restoration/none_figures.hpp"
#include "layers/restoration/store.hpp"
#include "layers/restoration/stored_rows.hpp"
#include "layers/write/geopackage_geometry.hpp"
#include "layers/write/sqlite.hpp"

namespace redline {
namespace {

constexpr char const* RECORDS =
    "SELECT "
    "record_id,item,reserve,zone,site,subject,programme,kind,measure,value,unit,stage,day,deadline,basis,status,"
    "replaces,part_of,"
    "restates,sums_to,share_of,may_overlap,import_id,geom,remark,date_written,"
    "ifnull(document,'')||ifnull(responsible,'')||ifnull(county,'')||ifnull(accepted_by,''),responsible,";
constexpr char const* ORDERED = " FROM records ORDER BY fid";
constexpr int COLUMNS = 30;  // of RECORDS, the day of the report and what is planned
constexpr char const* TASKS = "SELECT item,state,subject,responsible,day,deadline,import_id FROM tasks ORDER BY fid";

constexpr char const* DETAILS =
    "SELECT record_id,responsible,accepted_by,removed,document,evidence,remark FROM records WHERE "
    "coalesce(responsible,accepted_by,removed,document,evidence,remark) IS NOT NULL";

class Loader {
 public:
  Loader(Database& db, RestorationModel const& model, ReserveOf const& reserve_of, RestorationBook& book)
      : m_db(db), m_model(model), m_reserve_of(reserve_of), m_book(book) {}

  void records() {
    m_book.records.reserve(static_cast<std::size_t>(m_db.number("SELECT count(*) FROM records")));
    auto s = m_db.prepare(RECORDS + column("reported_on") + "," + column("planned") + ORDERED);
    each_stored_row(s, COLUMNS, [&](StoredRowText const& row) { m_book.records.push_back(record(row)); });
    rows_again();
  }

  // Rows that came again in other files.
  void rows_again() {
    if (m_db.number("SELECT count(*) FROM sqlite_master WHERE name='rows_again'") == 0) return;  // a store of before
    auto s = m_db.prepare("SELECT DISTINCT record_id, import_id FROM rows_again ORDER BY 1, 2");
    while (s.step()) m_book.also_in[m_book.keep(s.column_text(0))].push_back(m_book.keep(s.column_text(1)));
    if (m_book.also_in.empty()) return;
    for (auto& r : m_book.records)
      if (auto const it = m_book.also_in.find(row_of(r.id)); it != m_book.also_in.end()) r.also_in = &it->second;
  }

  // Those of the last import of a file that had rows of the ones before.
  void totals() {
    if (m_db.number("SELECT count(*) FROM sqlite_master WHERE name='totals'") == 0) return;
    auto s = m_db.prepare(
        "SELECT DISTINCT i.file, t.row_number, t.reserve, t.heading, t.stated, t.summed FROM totals t JOIN imports i "
        "ON "
        "i.import_id=t.import_id WHERE NOT EXISTS(SELECT 1 FROM imports n WHERE n.file=i.file AND n.fid>i.fid AND "
        "n.known>0) ORDER BY 1,2,4");
    while (s.step()) {
      std::vector<std::string> args;
      for (int i : {0, 1, 3, 4, 5}) args.emplace_back(s.column_text(i));
      bool const parts = args[2].empty();  // rows that may be parts of it
      m_book.totals.push_back({parts ? "restoration.parts_doubtful" : "restoration.totals_differ",
                               parts ? Severity::warning : Severity::error,
                               std::string(reserve(m_book.keep(s.column_text(2)))), "", std::move(args)});
    }
  }

  void tasks() {
    auto s = m_db.prepare(TASKS);
    while (s.step()) {
      RestorationTask t;
      t.item = keep(s, 0), t.subject = keep(s, 2), t.responsible = keep(s, 3), t.source = keep(s, 6);
      auto const state = s.column_text(1);
      t.state = state == "done" ? TaskState::done : state == "standing" ? TaskState::standing : TaskState::open;
      t.day = day(s, 4), t.deadline = day(s, 5);
      m_book.tasks.push_back(t);
    }
  }

 private:
  std::string column(std::string const& name) {  // a store of before may lack it
    auto const there = m_db.number("SELECT count(*) FROM pragma_table_info('records') WHERE name='" + name + "'") > 0;
    return there ? name : "NULL";
  }

  // What the row before said is often said again.
  template <class Row>
  std::string_view keep(Row const& s, int i) {
    auto const text = s.column_text(i);
    if (text.empty()) return {};
    auto& last = m_last[static_cast<std::size_t>(i)];
    return text == last ? last : last = m_book.keep(text);
  }

  template <class Row>
  static std::optional<Date> day(Row const& s, int i) {  // as the store writes it: 2019-03-31
    auto const t = s.column_text(i);
    if (t.size() != 10) return std::nullopt;
    auto const n = [&](std::size_t from, std::size_t count) {
      int v = 0;
      for (auto const c : t.substr(from, count)) v = v * 10 + (c - '0');
      return v;
    };
    return Date{std::chrono::year{n(0, 4)}, std::chrono::month{static_cast<unsigned>(n(5, 2))},
                std::chrono::day{static_cast<unsigned>(n(8, 2))}};
  }

  // Of a row whose words leave several days.
  std::optional<DaySpan> between(std::optional<Date> day, std::string_view stored, std::string_view written) {
    if (!day || written.empty() || written == stored) return std::nullopt;
    auto const [it, fresh] = m_days.try_emplace(std::string(written));
    if (fresh) it->second = days_of(written);
    auto const& days = it->second;
    return days && days->last == *day && days->first != *day ? days : std::nullopt;
  }

  std::string_view reserve(std::string_view text) {
    auto const it = m_reserves.find(text);
    if (it != m_reserves.end()) return it->second;
    return m_reserves[text] = m_book.keep(m_reserve_of(text));
  }

  std::string_view zone(std::string_view text) {  // 核心区 -> core; an unknown word stays
    if (text.empty()) return {};
    auto const [it, fresh] = m_zones.emplace(text, text);
    if (fresh)
      if (auto const word = zone_word(text)) it->second = m_book.keep(*word);
    return it->second;
  }

  Stage const* stage(std::string_view code) {
    if (code.empty()) return nullptr;
    auto const it = m_stages.find(code);
    if (it != m_stages.end()) return it->second;
    auto const* s = m_model.stage(code);
    if (!s) throw Error(ErrorKind::input, "restoration.stage_not_in_model", {std::string(code)});
    return m_stages[m_book.keep(code)] = s;
  }

  RestorationRecord record(StoredRowText const& s) {
    RestorationRecord r;
    r.id = m_book.keep_alone(s.column_text(0)), r.item = keep(s, 1), r.reserve_text = keep(s, 2),
    r.zone = zone(keep(s, 3)), r.site = r.site_text = keep(s, 4), r.subject = keep(s, 5);
    r.programme = keep(s, 6), r.kind = keep(s, 7), r.measure = keep(s, 8), r.value = keep(s, 9), r.unit = keep(s, 10);
    r.reserve = reserve(r.reserve_text);
    r.stage = stage(s.column_text(11));
    r.day = day(s, 12), r.deadline = day(s, 13);
    r.between = between(r.day, s.column_text(12), s.column_text(25));
    r.reported = day(s, 28), r.planned = keep(s, 29);
    auto const basis = s.column_text(14);
    r.basis = basis == name(Basis::fresh) ? Basis::fresh : basis_of(basis).value_or(Basis::fresh);
    r.basis_blank = s.column_text(14).empty();
    r.claimed_status = keep(s, 15), r.replaces = keep(s, 16), r.part_of = keep(s, 17), r.restates = keep(s, 18),
    r.sums_to = keep(s, 19);
    r.share_of = keep(s, 20), r.may_overlap = keep(s, 21), r.source = keep(s, 22), r.said_by = keep(s, 26),
    r.office = keep(s, 27);
    if (auto const blob = s.column_blob(23); !blob.empty()) {
      auto const wkb = wkb_of_blob(blob);
      r.wkb.assign(wkb.begin(), wkb.end());
    }
    figures(r);
    if (r.stage && r.stage->again) disturbed(r);
    if (r.measure == NONE_TREATED || r.measure == NONE_ACCEPTED) nothing_done(r);
    bool const of_ground = r.quantity == Quantity::required || r.quantity == Quantity::disturbed;
    r.reference = of_ground && r.wkb.empty() && m_model.for_reference(s.column_text(24));
    return r;
  }

  void figures(RestorationRecord& r) {
    r.treated = r.measure == ACCEPTED_TREATED;
    r.returned = r.measure == RETURNED_TREATED;
    if (r.treated || r.returned) r.measure = TREATED;
    auto const measure = m_model.measure(r.kind, r.measure);
    r.measure_blank = r.measure.empty() && !r.replaces.empty() && !r.stage;
    r.quantity = r.measure_blank ? Quantity::restored : measure.quantity;
    auto const quoted = take_apart(r.value);
    r.at_least = measure.at_least || quoted.at_least;
    if (r.quantity == Quantity::status || r.quantity == Quantity::other) return;
    auto const unit = unit_of(r.unit);
    if (unit) r.amount = parse_amount(quoted.number, *unit);
    r.approximate = quoted.approximate && r.amount;
    if (!r.amount && !r.wkb.empty() && r.quantity != Quantity::volume)
      r.amount = Amount::from_double(exact_area_m2(Geometry::from_wkb(r.wkb)));
  }

  // Of the first stage of acceptance, as areas are whose row names none.
  void nothing_done(RestorationRecord& r) {
    auto const& stages = m_model.stages;
    auto const first = std::find_if(stages.begin(), stages.end(),
                                    [](Stage const& s) { return s.stage_class == StageClass::accepted && !s.returns; });
    bool const accepted = r.measure == NONE_ACCEPTED;
    if (accepted && first == stages.end()) return;
    r.stage = stage(accepted ? first->code : m_model.stage_of_restored);
    r.measure = TREATED, r.quantity = Quantity::restored, r.amount = Amount{};
  }

  // What is disturbed again is ground, whatever its row counts; what is no area says not how much.
  static void disturbed(RestorationRecord& r) {
    if (r.quantity == Quantity::volume) r.amount.reset();
    r.quantity = Quantity::disturbed;
  }

  Database& m_db;
  RestorationModel const& m_model;
  ReserveOf const& m_reserve_of;
  RestorationBook& m_book;
  std::array<std::string_view, COLUMNS> m_last;  // by column
  std::unordered_map<std::string_view, std::string_view> m_reserves, m_zones;
  std::unordered_map<std::string_view, Stage const*> m_stages;
  std::unordered_map<std::string, std::optional<DaySpan>> m_days;  // by what was written
};

void read_store(std::string const& path, std::function<void(Database&)> const& read) {
  if (!std::filesystem::exists(path)) return;
  try {
    Database db(path, path, Database::Mode::read);
    read(db);
  } catch (Error const& e) {
    if (e.kind() != ErrorKind::output) throw;  // of SQLite: here nothing is written
    throw Error(ErrorKind::input, "restoration.store_unreadable", {path, e.message().args.back()});
  }
}

}  // namespace

RecordDetailsById load_details(std::string const& path) {
  RecordDetailsById out;
  read_store(path, [&](Database& db) {
    auto s = db.prepare(DETAILS);
    while (s.step()) {
      auto const at = [&](int i) { return std::string(s.column_text(i)); };
      out[at(0)] = {at(1), at(2), at(3), at(4), at(5), at(6)};
    }
  });
  return out;
}

std::vector<ImportedFile> load_imports(std::string const& path) {
  std::vector<ImportedFile> out;
  read_store(path, [&](Database& db) {
    auto s = db.prepare("SELECT file,sha256 FROM imports ORDER BY fid");
    while (s.step()) out.push_back({std::string(s.column_text(0)), std::string(s.column_text(1))});
  });
  return out;
}

std::vector<RowPlace> places_of(std::string const& path, std::vector<std::string_view> const& rows) {
  std::vector<RowPlace> out;
  read_store(path, [&](Database& db) {
    auto s = db.prepare(
        "SELECT file,row_number FROM rows JOIN imports ON imports.import_id=rows.import_id WHERE record_id=?");
    for (auto const id : rows) {
      s.text(1, id);
      if (!s.step()) continue;
      out.push_back({std::string(s.column_text(0)), s.column_integer(1)});
      s.reset();
    }
  });
  return out;
}

bool is_store(std::string const& path) {
  try {
    Database db(path, path, Database::Mode::read);
    return db.number(
               "SELECT count(*) FROM sqlite_master WHERE type='index' AND name IN "
               "('rows_by_record','rows_by_key','imports_by_hash')") == 3;
  } catch (Error const&) {
    return false;  // no database at all
  }
}

RestorationBook load_book(std::string const& path, RestorationModel const& model, ReserveOf const& reserve_of) {
  RestorationBook book;
  read_store(path, [&](Database& db) {
    Loader loader(db, model, reserve_of, book);
    loader.records();
    loader.tasks();
    loader.totals();
  });
  inherit_blanks(book, model);
  split_partly_done(book, model);
  return book;
}

}  // namespace redline
