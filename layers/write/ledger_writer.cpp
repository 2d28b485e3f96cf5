// SPDX-License-Identifier: Apache-2.0
#include "layers/write/ledger_writer.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <tuple>
#include <utility>

#include "engine/core/error.hpp"
#include "layers/write/geopackage.hpp"
#include "layers/write/geopackage_geometry.hpp"
#include "layers/write/ledger_rows.hpp"
#include "layers/write/ledger_schema.hpp"
#include "layers/write/run_sidecar.hpp"

namespace redline {
namespace {

// Words that repeat (zones, kinds) as numbers.
class Words {
 public:
  std::uint32_t number(std::string const& word) {
    auto const [it, fresh] = m_numbers.try_emplace(word, static_cast<std::uint32_t>(m_words.size()));
    if (fresh) m_words.push_back(word);
    return it->second;
  }
  std::string const& word(std::uint32_t n) const { return m_words[n]; }

 private:
  std::map<std::string, std::uint32_t, std::less<>> m_numbers;
  std::vector<std::string> m_words;
};

struct ConflictKey {
  std::uint32_t area, zone, kind, verdict;
  std::int8_t dimension;
  bool contact;
  std::int64_t fid;
  double measure;
};

Existing existing(LedgerOptions const& o) {
  if (o.aside) return o.overwrite ? Existing::aside : Existing::keep_or_aside;
  return o.overwrite ? Existing::replace : Existing::keep;
}

std::string select_geometry(int dimension) {
  return "SELECT geom FROM " + sql_name(ledger_tables()[CONFLICT_POINTS + static_cast<std::size_t>(dimension)].name) +
         " WHERE fid=?1";
}

}  // namespace

struct LedgerWriter::State {
  State(LedgerOptions o, std::vector<ProtectedArea> a)
      : options(std::move(o)),
        areas(std::move(a)),
        file(options.path, existing(options), ledger_tables(), by_ledger(options.styles)) {}

  ProtectedArea const& area(std::size_t i, std::string const& feature) const {
    if (i >= areas.size()) throw Error(ErrorKind::invariant, "write.area", {feature, std::to_string(i)});
    return areas[i];
  }
  TableFiller& of_dimension(LedgerTable first, int dimension, std::string const& feature) {
    if (dimension < 0 || dimension > 2)
      throw Error(ErrorKind::invariant, "write.geometry", {feature, "dimension " + std::to_string(dimension)});
    return file.table(first + static_cast<std::size_t>(dimension));
  }
  std::int64_t put_all(ActivityRecord const& record);
  void put_one(ActivityAttributes const& activity, ConflictRow const& row);
  std::vector<ConflictKey> sorted_keys() const;

  LedgerOptions options;
  std::vector<ProtectedArea> areas;
  GeoPackage file;
  std::vector<ConflictKey> conflicts;
  std::optional<Statement> select_right;
  Words words;
  bool broken = false;  // a row was begun and not finished
};

void LedgerWriter::State::put_one(ActivityAttributes const& activity, ConflictRow const& row) {
  auto const& protected_area = area(row.area, row.conflict_id);
  auto& table = of_dimension(CONFLICT_POINTS, row.dimension, row.conflict_id);
  table.next_fid(static_cast<std::int64_t>(conflicts.size()) + 1);  // one row of numbers for all three layers
  put_conflict(table, activity, row, protected_area);
  auto const measure = row.dimension == 2 ? row.overlap_m2 : row.overlap_m;
  conflicts.push_back({static_cast<std::uint32_t>(row.area), words.number(row.zone), words.number(activity.kind),
                       words.number(row.verdict), static_cast<std::int8_t>(row.dimension), row.geometry.empty(),
                       static_cast<std::int64_t>(conflicts.size()) + 1, measure.value_or(0)});
}

std::int64_t LedgerWriter::State::put_all(ActivityRecord const& record) {
  auto const& a = record.attributes;
  auto& activities = of_dimension(ACTIVITY_POINTS, record.dimension, a.id);
  put_activity(activities, record);
  for (auto const& row : record.conflicts) put_one(a, row);
  for (auto const& row : record.proximity) put_proximity(file.table(PROXIMITY), a, row, area(row.area, a.id));
  for (auto const& finding : record.findings) put_finding(file.table(FINDINGS), finding, options.language);
  return activities.rows();
}

std::vector<ConflictKey> LedgerWriter::State::sorted_keys() const {
  auto keys = conflicts;
  auto const order = [this](ConflictKey const& k) {
    return std::tie(k.area, words.word(k.zone), words.word(k.kind), k.dimension, k.fid);
  };
  std::sort(keys.begin(), keys.end(), [&](auto const& a, auto const& b) { return order(a) < order(b); });
  return keys;
}

LedgerWriter::LedgerWriter(LedgerOptions options, std::vector<ProtectedArea> areas)
    : m_state(std::make_unique<State>(std::move(options), std::move(areas))) {}
LedgerWriter::~LedgerWriter() = default;
LedgerWriter::LedgerWriter(LedgerWriter&&) noexcept = default;
LedgerWriter& LedgerWriter::operator=(LedgerWriter&&) noexcept = default;

void LedgerWriter::add_area(ProtectedArea const& area) { m_state->areas.push_back(area); }

std::int64_t LedgerWriter::add(ActivityRecord const& record) {
  auto const& a = record.attributes;
  std::int64_t fid = 0;
  m_state->broken = true;
  try {
    fid = m_state->put_all(record);
  } catch (GeometryError const& e) {
    throw Error(ErrorKind::invariant, "write.geometry", {a.layer + "/" + a.id, e.reason()});
  }
  m_state->broken = false;
  return fid;
}

void LedgerWriter::add_basemap(BasemapRow const& row) {
  auto const& area = m_state->area(row.area, row.zone);
  m_state->broken = true;
  try {
    put_basemap(m_state->file.table(BASEMAP), row, area);
  } catch (GeometryError const& e) {
    throw Error(ErrorKind::invariant, "write.geometry", {area.layer + "/" + area.id + "/" + row.zone, e.reason()});
  }
  m_state->broken = false;
}

void LedgerWriter::add_layer(LayerRow const& row) { put_layer(m_state->file.table(LAYERS_CHECKED), row); }
void LedgerWriter::add_rows(RowsRow const& row) { put_rows(m_state->file.table(ROWS), row); }
void LedgerWriter::add_summary(SummaryRow const& row) { put_summary(m_state->file.table(SUMMARY), row); }

WrittenRight LedgerWriter::right(std::int64_t fid) {
  auto& select = m_state->select_right;
  if (!select)
    select.emplace(m_state->file.database().prepare(
        "SELECT activity_id, activity_layer, occurrence, activity_kind, holder, mineral, accuracy_m, top_m, bottom_m"
        " FROM activity_areas WHERE fid=?1"));
  select->integer(1, fid);
  if (!select->step())
    throw Error(ErrorKind::invariant, "write.unbalanced", {"activity_areas", std::to_string(fid), "0"});
  auto const text = [&](int i) { return std::string(select->column_text(i)); };
  WrittenRight out{text(0), text(1), text(2), text(3), text(4), text(5), {}, {}, {}};
  out.accuracy_m = select->column_real(6), out.top_m = select->column_real(7), out.bottom_m = select->column_real(8);
  select->reset();
  return out;
}

void LedgerWriter::add_rights_overlap(RightsOverlapRow const& row) {
  put_rights_overlap(m_state->file.table(RIGHTS_OVERLAPS), row);
}

void LedgerWriter::add_decision(DecisionRow const& row) { put_decision(m_state->file.table(DECISIONS), row); }

void LedgerWriter::add_finding(Finding const& finding) {
  put_finding(m_state->file.table(FINDINGS), finding, m_state->options.language);
}

void LedgerWriter::add_style(StyleRow const& s) { put_style(m_state->file.table(LAYER_STYLES), s); }

void LedgerWriter::set_run(std::vector<std::pair<std::string, std::string>> const& manifest) {
  for (auto const& [key, value] : manifest) m_state->file.table(RUN).given(key).given(value).done();
}

struct WrittenConflicts::State {
  explicit State(LedgerWriter::State& w) : writer(w), keys(w.sorted_keys()) {
    for (int dimension = 0; dimension < 3; ++dimension)
      selects.push_back(w.file.database().prepare(select_geometry(dimension)));
  }
  LedgerWriter::State& writer;
  std::vector<ConflictKey> keys;
  std::vector<Statement> selects;
  Statement* open = nullptr;  // its row is in the caller's hands
  std::size_t at = 0;
};

WrittenConflicts::WrittenConflicts(LedgerWriter& writer) : m_state(std::make_unique<State>(*writer.m_state)) {}
WrittenConflicts::~WrittenConflicts() = default;

bool WrittenConflicts::next(WrittenConflict& out) {
  auto& s = *m_state;
  if (s.open) std::exchange(s.open, nullptr)->reset();
  if (s.at == s.keys.size()) return false;
  auto const& key = s.keys[s.at++];
  auto const& words = s.writer.words;
  out = {key.area,    words.word(key.zone), words.word(key.kind), words.word(key.verdict),
         key.measure, key.dimension,        key.contact,          {}};
  if (key.dimension == 0 || key.contact) return true;
  s.open = &s.selects[static_cast<std::size_t>(key.dimension)];
  s.open->integer(1, key.fid);
  if (!s.open->step())
    throw Error(ErrorKind::invariant, "write.unbalanced", {"conflicts", std::to_string(key.fid), "0"});
  out.wkb = wkb_of_blob(s.open->column_blob(0));
  return true;
}

void LedgerWriter::no_more_activities() {
  for (std::size_t table = CONFLICT_POINTS; table <= ACTIVITY_AREAS; ++table)
    m_state->file.index(table, ledger_indexes());
  m_state->file.write_out_beside();
}

void LedgerWriter::commit() {
  if (m_state->broken) throw Error(ErrorKind::invariant, "write.incomplete", {m_state->options.path});
  m_state->broken = true;         // nothing can follow, whether it succeeds or not
  m_state->select_right.reset();  // a statement must not outlive its database
  m_state->file.finish({ledger_views(), ledger_indexes()}, m_state->options.language, sidecar_path);
}

std::string const& LedgerWriter::path() const { return m_state->file.path(); }

}  // namespace redline
