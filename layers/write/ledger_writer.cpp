// SPDX-License-Identifier: Apache-2.0
#include "layers/write/ledger_writer.hpp"

#include <algorithm>
#include <utility>

#include "engine/core/error.hpp"
#include "layers/write/geopackage.hpp"
#include "layers/write/ledger_rows.hpp"
#include "layers/write/ledger_schema.hpp"
#include "layers/write/run_sidecar.hpp"

namespace redline {
namespace {

constexpr std::int64_t ROWS_BEFORE_DISK = 32'768;

Existing existing(LedgerOptions const& o) {
  if (o.aside) return o.overwrite ? Existing::aside : Existing::keep_or_aside;
  return o.overwrite ? Existing::replace : Existing::keep;
}

}  // namespace

struct LedgerWriter::State {
  State(LedgerOptions o, std::vector<ProtectedArea> a)
      : options(std::move(o)),
        areas(std::move(a)),
        file(options.path, existing(options), ledger_tables(), ledger_indexes(),
             by_ledger([styles = options.styles]() -> auto& { return styles; })) {}

  ProtectedArea const& area(std::size_t i, std::string const& feature) const {
    if (i >= areas.size()) throw Error(ErrorKind::invariant, "write.area", {feature, std::to_string(i)});
    return areas[i];
  }
  TableFiller& of_dimension(LedgerTable first, int dimension, std::string const& feature) {
    if (dimension < 0 || dimension > 2)
      throw Error(ErrorKind::invariant, "write.geometry", {feature, "dimension " + std::to_string(dimension)});
    return file.table(first + static_cast<std::size_t>(dimension));
  }
  void put_all(ActivityRecord const& record);
  void put_one(ActivityAttributes const& activity, ConflictRow const& row);

  LedgerOptions options;
  std::vector<ProtectedArea> areas;
  GeoPackage file;
  std::int64_t activities = 0, conflicts = 0;
  bool broken = false;  // a row was begun and not finished
};

void LedgerWriter::State::put_one(ActivityAttributes const& activity, ConflictRow const& row) {
  auto const& protected_area = area(row.area, row.conflict_id);
  auto& table = of_dimension(CONFLICT_POINTS, row.dimension, row.conflict_id);
  table.next_fid(++conflicts);  // one row of numbers for all three layers
  put_conflict(table, activity, row, protected_area);
}

void LedgerWriter::State::put_all(ActivityRecord const& record) {
  auto const& a = record.attributes;
  put_activity(of_dimension(ACTIVITY_POINTS, record.dimension, a.id), record);
  for (auto const& row : record.conflicts) put_one(a, row);
  for (auto const& row : record.proximity) put_proximity(file.table(PROXIMITY), a, row, area(row.area, a.id));
  for (auto const& finding : record.findings) put_finding(file.table(FINDINGS), finding, options.language);
}

LedgerWriter::LedgerWriter(LedgerOptions options, std::vector<ProtectedArea> areas)
    : m_state(std::make_unique<State>(std::move(options), std::move(areas))) {}
LedgerWriter::~LedgerWriter() = default;
LedgerWriter::LedgerWriter(LedgerWriter&&) noexcept = default;
LedgerWriter& LedgerWriter::operator=(LedgerWriter&&) noexcept = default;

void LedgerWriter::add_area(ProtectedArea const& area) { m_state->areas.push_back(area); }

void LedgerWriter::add(ActivityRecord const& record) {
  auto const& a = record.attributes;
  m_state->broken = true;
  try {
    m_state->put_all(record);
  } catch (GeometryError const& e) {
    throw Error(ErrorKind::invariant, "write.geometry", {a.layer + "/" + a.id, e.reason()});
  }
  m_state->broken = false;
  if (m_state->activities++ % ROWS_BEFORE_DISK == 0) m_state->file.write_out_meanwhile();
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

void LedgerWriter::no_more_activities() {
  m_state->file.index(CONFLICT_POINTS, ACTIVITY_AREAS + 1);
  m_state->file.write_out_beside();
}

void LedgerWriter::commit() {
  if (m_state->broken) throw Error(ErrorKind::invariant, "write.incomplete", {m_state->options.path});
  m_state->broken = true;  // nothing can follow, whether it succeeds or not
  m_state->file.finish(ledger_views(), m_state->options.language, sidecar_path);
}

std::string const& LedgerWriter::path() const { return m_state->file.path(); }

}  // namespace redline
