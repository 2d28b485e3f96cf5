// SPDX-License-Identifier: Apache-2.0
#include "layers/write/ledger_rows.hpp"

#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>

#include "engine/core/error.hpp"

namespace redline {
namespace {

constexpr int AREAS = 2;

// In the order of the columns of the table summary.
constexpr std::array<std::string_view, 7> VERDICTS = {"prohibited", "must_exit", "review", "conditional",
                                                      "incomplete", "allowed",   "clear"};

void put_attributes(TableFiller& t, ActivityAttributes const& a) {
  t.given(a.id).text(a.kind).given(a.name).given(a.licence_no).given(a.holder).given(a.mineral).given(a.status);
  t.date(one_day(a.valid_from)).date(one_day(a.valid_to)).date(one_day(a.granted_on)).given(a.county);
}

void put_key(TableFiller& t, ActivityAttributes const& a) { t.given(a.id).given(a.layer).text(a.occurrence); }

// 0 m² is a fact for lines, points and contacts; for an area without a number it would be a lie.
std::optional<double> area_or_zero(ConflictRow const& row) {
  bool const none = row.dimension != AREAS || row.geometry.empty();
  return none ? row.overlap_m2.value_or(0.0) : row.overlap_m2;
}

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "info";
    case Severity::warning:
      return "warning";
    case Severity::error:
      break;
  }
  return "error";
}

std::string as_json(nlohmann::json const& value) {
  return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

// {"layer":"result", …} in the order of the checks.
std::string as_json(std::vector<CheckRow> const& checks) {
  std::string out = "{";
  thread_local std::map<std::string, std::string> names;  // a few, in hundreds of thousands of rows
  for (auto const& c : checks) {
    auto& name = names[c.layer];
    if (name.empty()) name = as_json(c.layer);
    out.append(out.size() > 1 ? "," : "").append(name).append(":\"").append(c.result).append("\"");
  }
  return out + "}";
}

}  // namespace

void put_activity(TableFiller& t, ActivityRecord const& record) {
  auto const& a = record.attributes;
  auto const& row = record.row;
  put_attributes(t, a);
  t.text(row.verdict).real(row.tdt1055_m2).real(row.geodesic_m2).real(row.planar_m2).real(row.planar_meridian);
  t.real(a.declared_m2).real(row.overlap_total_m2).given(row.nearest_area_id).real(row.nearest_m);
  t.given(a.layer).text(a.occurrence).text(a.action).given(a.mineral_class);
  t.date(one_day(a.act_date))
      .date(one_day(a.renewal_filed_on))
      .real(a.accuracy_m)
      .whole(a.fid)
      .real(a.top_m)
      .real(a.bottom_m);
  auto const& b = record.balance;
  t.text(b.unit).real(b.whole).real(b.in_zones).real(b.outside).real(b.residue);
  t.text(record.checks.empty() ? std::string{} : as_json(record.checks));
  t.geometry(row.corners, record.dimension).done();
}

void put_conflict(TableFiller& t, ActivityAttributes const& a, ConflictRow const& row, ProtectedArea const& area) {
  t.text(row.conflict_id);
  put_attributes(t, a);
  t.given(area.id).text(area.kind).given(area.name).given(area.level).text(row.zone);
  t.date(one_day(area.designated_on)).given(area.boundary_doc).flag(area.schematic);
  t.real(area_or_zero(row)).real(row.overlap_share).real(row.zone_share).real(row.overlap_m).real(row.width_m);
  t.text(row.certainty).text(row.verdict).text(row.rule_ids).text(row.clauses).given(row.trace);
  t.text(row.disposition).text(row.rung).real(row.lon).real(row.lat);
  t.given(a.layer).text(a.occurrence).given(area.layer).whole(row.dimension);
  t.geometry(row.geometry, row.dimension).done();
}

void put_proximity(TableFiller& t, ActivityAttributes const& a, ProximityRow const& row, ProtectedArea const& area) {
  put_key(t, a);
  t.given(area.id).given(area.name).text(row.zone).text(row.reason).real(row.distance_m).real(row.limit_m);
  t.given(area.layer).done();
}

void put_basemap(TableFiller& t, BasemapRow const& row, ProtectedArea const& area) {
  t.given(area.id).text(area.kind).given(area.name).given(area.level).text(row.zone).real(row.area_m2);
  t.date(one_day(area.designated_on)).given(area.boundary_doc).flag(area.schematic);
  t.date(area.valid_from).date(area.valid_to).real(area.accuracy_m).given(area.layer);
  t.geometry(row.geometry, AREAS).done();
}

void put_layer(TableFiller& t, LayerRow const& row) {
  t.given(row.layer).text(row.role).given(row.source).text(row.sha256).whole(static_cast<std::int64_t>(row.features));
  t.text(row.valid_from).text(row.valid_to).given(row.coverage).text(row.status);
  t.given(row.crs).given(row.operation).text(row.encoding).done();
}

void put_rows(TableFiller& t, RowsRow const& row) {
  t.given(row.layer);
  for (auto const n : {row.read, row.used, row.repaired, row.rejected}) t.whole(static_cast<std::int64_t>(n));
  t.given(row.feature).given(row.reason).done();
}

void put_summary(TableFiller& t, SummaryRow const& row) {
  t.given(row.area_id).text(row.area_kind).given(row.area_name).given(row.area_level).text(row.zone);
  t.text(row.activity_kind).whole(static_cast<std::int64_t>(row.count)).real(row.overlap_m2).real(row.overlap_m);
  std::size_t known = 0;
  for (auto const verdict : VERDICTS) {
    auto const it = row.by_verdict.find(std::string(verdict));
    known += it != row.by_verdict.end();
    t.whole(it == row.by_verdict.end() ? 0 : static_cast<std::int64_t>(it->second));
  }
  if (known != row.by_verdict.size()) throw Error(ErrorKind::invariant, "write.verdict", {row.area_id});
  t.text(row.boundary).text(row.register_id).done();
}

void put_decision(TableFiller& t, DecisionRow const& row) {
  t.given(row.activity_id).given(row.area_id).given(row.decision).given(row.document).given(row.office);
  t.given(row.decided_on).given(row.expires_on).done();
}

void put_rights_overlap(TableFiller& t, RightsOverlapRow const& row) {
  auto const &a = row.right, &b = row.other;
  t.given(a.id).given(a.layer).text(a.occurrence).given(b.id).given(b.layer).text(b.occurrence);
  t.real(row.overlap_m2).real(row.share).real(row.other_share).text(row.relation).real(row.width_m);
  t.text(row.certainty).flag(row.same_holder).text(a.kind).text(b.kind).given(a.mineral).given(b.mineral);
  t.real(a.top_m).real(a.bottom_m).real(b.top_m).real(b.bottom_m).flag(row.depths_meet);
  t.text(row.rung).real(row.lon).real(row.lat).done();
}

void put_finding(TableFiller& t, Finding const& f, Language language) {
  auto const hint = f.code + ".hint";
  auto const text = render({f.code, f.args}, language);
  auto const advice = has_text(hint) ? render({hint, f.args}, language) : std::string{};
  t.given(f.code).text(name(f.severity)).given(f.layer).given(f.feature).given(text).given(advice);
  t.text(f.args.empty() ? std::string{} : as_json(f.args)).point({f.lon, f.lat}).done();
}

}  // namespace redline
