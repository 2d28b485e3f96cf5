// SPDX-License-Identifier: Apache-2.0
#include "layers/ledger_report/ledger_views.hpp"

#include "layers/ledger_report/verdict_ground.hpp"

namespace redline {
namespace {

constexpr char const* WHO = "activity_layer || char(31) || activity_id || char(31) || coalesce(occurrence, '')";

std::string activities() {
  std::string sql;
  for (std::string const layer : {"points", "lines", "areas"}) {
    sql += sql.empty() ? "CREATE TEMP TABLE rl_activity AS " : " UNION ALL ";
    sql.append("SELECT '").append(layer).append("' AS shape, ").append(WHO);
    sql += " AS who, activity_id, activity_layer, activity_kind, coalesce(county, '') AS county, verdict, ";
    sql.append("overlap_total_m2 FROM activity_").append(layer);
  }
  return sql;
}

// Two layers may use one id for two areas, one of them of the register: their names tell them apart. One row each, so
// that a join multiplies nothing.
constexpr char const* PLACES = R"(
CREATE TEMP TABLE rl_area AS SELECT area_id, area_kind, coalesce(area_name, '') AS area_name,
  max(CASE WHEN coalesce(register_id, '') = '' THEN area_id ELSE register_id END) AS place FROM summary GROUP BY 1, 2, 3;
CREATE INDEX rl_area_by_id ON rl_area(area_id, area_kind, area_name);
CREATE TEMP TABLE rl_place AS SELECT a.place, min(s.area_name) AS name, s.area_kind, min(s.area_level) AS level,
  max(s.register_id) AS register_id, min(s.boundary) AS boundary, 0 AS schematic, '' AS prefecture, total(s.overlap_m2) AS summed_m2, 0 AS contacts
  FROM summary s JOIN rl_area a ON a.area_id = s.area_id AND a.area_kind = s.area_kind AND
  a.area_name = coalesce(s.area_name, '') GROUP BY s.area_kind, a.place;
CREATE INDEX rl_place_by_name ON rl_place(place, area_kind);
UPDATE rl_place SET schematic = 1 WHERE (place, area_kind) IN (SELECT a.place, a.area_kind FROM basemap b
  JOIN rl_area a ON a.area_id = b.area_id AND a.area_kind = b.area_kind AND a.area_name = coalesce(b.area_name, '')
  WHERE b.schematic = 1);)";

std::string rank() {
  std::string out = "CASE verdict";
  for (std::size_t i = 0; i < OVERLAP_VERDICTS.size(); ++i)
    out += " WHEN '" + std::string(OVERLAP_VERDICTS[i]) + "' THEN " + std::to_string(i);
  return out + " ELSE " + std::to_string(OVERLAP_VERDICTS.size()) + " END";
}

std::string conflicts() {
  return std::string("CREATE TEMP TABLE rl_conflict AS SELECT ") + WHO +
         " AS who, coalesce((SELECT place FROM rl_area a WHERE a.area_id = c.area_id AND a.area_kind = c.area_kind AND "
         "a.area_name = coalesce(c.area_name, '')), c.area_id) AS place, " +
         rank() + R"( AS rank,
  conflict_id, activity_id, activity_kind, activity_name, licence_no, holder, mineral, status, valid_from, valid_to,
  granted_on, coalesce(county, '') AS county, area_id, area_kind, area_name, zone, schematic, overlap_m2, overlap_share,
  overlap_m, width_m, certainty, verdict, rule_ids, clauses, disposition, lon, lat, activity_layer FROM conflicts c;
CREATE INDEX rl_conflict_by_place ON rl_conflict(area_kind, place, rank);)";
}

}  // namespace

std::string prefectures_alone(std::string const& text) {
  std::string out;
  int depth = 0;
  for (char const c : text) {
    if (c == '(') ++depth;
    if (depth == 0) out += c;
    if (c == ')') --depth;
  }
  return out;
}

void make_ledger_views(LedgerFile& ledger, Register const* reserves) {
  auto& db = ledger.db();
  db.run(activities());
  db.run("CREATE INDEX rl_activity_by_who ON rl_activity(who)");
  db.run(PLACES);
  db.run(conflicts());
  make_verdict_ground(ledger);
  db.run(
      "UPDATE rl_place SET contacts = (SELECT count(*) FROM rl_conflict c WHERE c.place = rl_place.place AND "
      "c.area_kind = rl_place.area_kind AND c.certainty = 'contact')");
  if (!reserves) return;
  for (auto const& r : reserves->reserves()) {
    auto set = db.prepare("UPDATE rl_place SET prefecture = ?1 WHERE register_id = ?2");
    auto const prefecture = prefectures_alone(r.prefecture);
    set.text(1, prefecture), set.text(2, r.id);
    set.execute();
  }
}

}  // namespace redline
