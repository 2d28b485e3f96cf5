// SPDX-License-Identifier: Apache-2.0
#include "engine/core/error.hpp"
#include "layers/ledger_report/ledger_views.hpp"
#include "layers/ledger_report/report_table.hpp"

namespace redline {
namespace {

using F = Format;
using ReportColumns = std::vector<ReportColumn>;

ReportColumns operator+(ReportColumns a, ReportColumns const& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

ReportColumn wide(std::string key, Format format = F::text, std::string words = {}) {
  return {std::move(key), format, std::move(words), 1, true};
}

ReportColumns verdict_columns() {
  ReportColumns out;
  for (auto const v : OVERLAP_VERDICTS) out.push_back({std::string(v), F::count, {}, 0.9, false, true});
  return out;
}

ReportColumns areas(std::string const& key) {
  return {{key + "_m2", F::m2, {}, 2.3}, {key + "_ha", F::ha, {}, 2}, {key + "_km2", F::km2, {}, 1.7}};
}

// Counts of the rows of rl_conflict that are overlaps, as results of a SELECT that is grouped.
std::string overlap_counts() {
  std::string out = "count(DISTINCT c.who), count(c.who)";
  for (auto const v : OVERLAP_VERDICTS) out += ", count(CASE WHEN c.verdict = '" + std::string(v) + "' THEN 1 END)";
  return out;
}

constexpr char const* COUNTED = "c.certainty <> 'contact'";

std::string three_times(std::string const& sql) { return sql + ", " + sql + ", " + sql; }

ReportTable by_place(std::string const& key, std::string const& where) {
  return {
      key,
      "SELECT p.name, p.area_kind, p.level, p.prefecture, p.boundary, p.schematic, " + overlap_counts() + ", " +
          three_times("p.summed_m2") +
          ", p.contacts FROM rl_place p LEFT JOIN rl_conflict c ON c.place = p.place AND c.area_kind = p.area_kind "
          "AND " +
          COUNTED + " WHERE p.area_kind " + where +
          " 'nature_reserve' GROUP BY p.area_kind, p.place ORDER BY count(c.who) DESC, p.area_kind, p.name, p.place",
      ReportColumns{{"place", F::named, {}, 3},
                    wide("area_kind", F::word, "area_kind"),
                    wide("level"),
                    wide("prefecture", F::stated),
                    {"boundary", F::word, "ledger_report.boundary", 0.9},
                    wide("schematic", F::schematic),
                    {"activities", F::count, {}, 0.9},
                    {"overlaps", F::count, {}, 0.9}} +
          verdict_columns() + areas("summed") + ReportColumns{{"contacts", F::count, {}, 0.9}}};
}

ReportTable by_group(std::string const& key, ReportColumn first, std::string const& value) {
  first.share = 3;
  return {key,
          "SELECT " + value + ", " + overlap_counts() +
              " FROM rl_conflict c LEFT JOIN rl_place p ON p.place = c.place AND p.area_kind = c.area_kind WHERE " +
              COUNTED + " GROUP BY 1 ORDER BY count(*) DESC, 1",
          ReportColumns{first, {"activities", F::count}, {"overlaps", F::count}} + verdict_columns()};
}

// Verdicts that do not occur have no line.
ReportTable by_verdict() {
  return {
      "by_verdict",
      "WITH v(rank, verdict) AS (VALUES (0, 'prohibited'), (1, 'must_exit'), (2, 'review'), (3, 'conditional'), "
      "(4, 'incomplete'), (5, 'allowed'), (6, 'clear')), n AS (SELECT v.*, (SELECT count(*) FROM rl_activity a WHERE "
      "a.verdict = v.verdict) AS activities, (SELECT total(m2) FROM rl_verdict g WHERE g.verdict = v.verdict) "
      "AS m2, (SELECT count(*) FROM rl_conflict c WHERE c.verdict = v.verdict AND " +
          std::string(COUNTED) +
          ") AS overlaps FROM v) SELECT verdict, activities, overlaps, m2, m2, m2 FROM n WHERE activities > 0 OR "
          "overlaps > 0 ORDER BY rank",
      ReportColumns{
          {"proposal", F::word, "verdict", 1.7}, {"with_verdict", F::count, {}, 1.3}, {"overlaps", F::count, {}, 1.3}} +
          areas("of_verdict")};
}

ReportTable by_kind() {
  return {"by_kind",
          "SELECT k.activity_kind, k.checked, " + overlap_counts() + ", " + three_times("k.m2") +
              " FROM (SELECT activity_kind, count(*) AS checked, total(overlap_total_m2) AS m2 FROM rl_activity GROUP "
              "BY activity_kind) k LEFT JOIN rl_conflict c ON c.activity_kind = k.activity_kind AND " +
              COUNTED + " GROUP BY k.activity_kind ORDER BY count(c.who) DESC, 1",
          ReportColumns{{"activity_kind", F::word, "activity_kind", 2.4},
                        {"checked", F::count},
                        {"activities", F::count},
                        {"overlaps", F::count}} +
              verdict_columns() + areas("ground")};
}

ReportTable summary() {
  std::string verdicts;
  for (auto const v : OVERLAP_VERDICTS) verdicts += ", " + std::string(v);
  return {"summary",
          "SELECT area_name, area_id, area_kind, zone, activity_kind, count, " + three_times("overlap_m2") +
              ", overlap_m" + verdicts + ", boundary FROM summary ORDER BY fid",
          ReportColumns{{"place", F::named, {}, 3},
                        wide("area_id"),
                        {"area_kind", F::word, "area_kind", 1.5},
                        {"zone", F::word, "zone"},
                        {"activity_kind", F::word, "activity_kind", 1.5},
                        {"overlaps", F::count}} +
              areas("dissolved") + ReportColumns{{"overlap_m", F::metres, {}, 1.4}} + verdict_columns() +
              ReportColumns{{"boundary", F::word, "ledger_report.boundary"}}};
}

ReportTable conflicts(std::string const& key, std::string const& certainty) {
  return {key,
          "SELECT coalesce(nullif(activity_name, ''), activity_id), activity_id, activity_kind, holder, area_name, "
          "zone, schematic, verdict, disposition, " +
              three_times("overlap_m2") +
              ", overlap_share, overlap_m, width_m, certainty, clauses, rule_ids, lon, lat, county, licence_no, "
              "mineral, status, granted_on, valid_from, valid_to, area_id, area_kind, activity_layer, conflict_id FROM "
              "rl_conflict WHERE certainty " +
              certainty + " 'contact' AND {where} ORDER BY area_kind, place, rank, overlap_m2 DESC, overlap_m DESC, " +
              "conflict_id",
          ReportColumns{{"activity", F::text, {}, 2.4},
                        wide("activity_id"),
                        {"activity_kind", F::word, "activity_kind", 1.9},
                        wide("holder"),
                        {"place", F::named, {}, 2.6, true},
                        {"zone", F::word, "zone", 1.9},
                        wide("schematic", F::schematic),
                        {"proposal", F::word, "verdict", 1.5},
                        {"disposition", F::word, "disposition", 1.6}} +
              areas("overlap") +
              ReportColumns{{"share", F::percent, {}, 1.3},
                            {"overlap_m", F::metres, {}, 1.7, false, true},
                            wide("width_m", F::metres),
                            {"certainty", F::word, "certainty", 1.5},
                            {"clauses", F::text, {}, 3.6},
                            wide("rule_ids"),
                            wide("lon", F::degrees),
                            wide("lat", F::degrees),
                            wide("county", F::stated),
                            wide("licence_no"),
                            wide("mineral"),
                            wide("status"),
                            wide("granted_on"),
                            wide("valid_from"),
                            wide("valid_to"),
                            wide("area_id"),
                            wide("area_kind", F::word, "area_kind"),
                            wide("activity_layer"),
                            wide("conflict_id")}};
}

ReportTable rights() {
  return {"rights_overlaps",
          "SELECT activity_id, activity_kind, mineral, other_id, other_kind, other_mineral, relation, " +
              three_times("overlap_m2") +
              ", overlap_share, other_share, width_m, certainty, same_holder, lon, lat FROM rights_overlaps ORDER BY "
              "overlap_m2 DESC, fid",
          ReportColumns{{"activity_id", F::text, {}, 2.4},
                        {"activity_kind", F::word, "activity_kind", 1.9},
                        {"mineral", F::text, {}, 1.2},
                        {"other_id", F::text, {}, 2.4},
                        {"other_kind", F::word, "activity_kind", 1.9},
                        {"other_mineral", F::text, {}, 1.2},
                        {"relation", F::word, "ledger_report.relation", 1.5}} +
              areas("overlap") +
              ReportColumns{{"share", F::percent, {}, 1.3},
                            {"other_share", F::percent, {}, 1.3},
                            wide("width_m", F::metres),
                            wide("certainty", F::word, "certainty"),
                            wide("same_holder", F::word, "ledger_report.yes_no"),
                            wide("lon", F::degrees),
                            wide("lat", F::degrees)}};
}

ReportTable proximity() {
  return {
      "proximity",
      "SELECT activity_id, activity_layer, area_name, zone, reason, distance_m, limit_m FROM proximity ORDER BY fid",
      {{"activity_id", F::text, {}, 2},
       {"activity_layer", F::text},
       {"place", F::named, {}, 2},
       {"zone", F::word, "zone"},
       {"reason", F::word, "ledger_report.reason", 1.5},
       {"distance_m", F::metres},
       {"limit_m", F::metres}}};
}

ReportTable layers_checked() {
  return {
      "layers_checked",
      "SELECT layer, role, source, features, status, (SELECT count(*) FROM activity_checks k WHERE k.layer = "
      "l.layer AND k.result = 'not_checked'), valid_from, valid_to, coverage, crs, operation, encoding, sha256 FROM "
      "layers_checked l ORDER BY fid",
      {{"layer", F::text, {}, 1.5},
       {"role", F::word, "ledger_report.role"},
       {"source", F::text, {}, 2},
       {"features", F::count},
       {"layer_status", F::word, "ledger_report.status"},
       {"not_checked", F::count, {}, 1.3},
       {"valid_from", F::text, {}, 1.2},
       {"valid_to", F::text, {}, 1.2},
       wide("coverage"),
       {"crs", F::text, {}, 1.3},
       wide("operation"),
       wide("encoding"),
       {"sha256", F::text, {}, 3}}};
}

ReportTable rows() {
  return {"rows",
          "SELECT layer, feature, read, used, repaired, rejected, reason FROM rows ORDER BY fid",
          {{"layer", F::text, {}, 1.5},
           {"feature", F::text, {}, 1.5},
           {"read", F::count},
           {"used", F::count},
           {"repaired", F::count},
           {"rejected", F::count},
           {"why", F::text, {}, 4}}};
}

ReportTable findings() {
  return {
      "findings",
      "SELECT severity, layer, feature, code, code, args, text FROM findings ORDER BY CASE severity WHEN 'error' THEN "
      "0 WHEN 'warning' THEN 1 ELSE 2 END, fid",
      {{"severity", F::word, "ledger_report.severity", 0.8},
       {"layer", F::text, {}, 1.2},
       {"feature", F::text, {}, 1.4},
       wide("code"),
       {"finding", F::finding, {}, 6}}};
}

ReportTable decisions() {
  return {"decisions",
          "SELECT activity_id, area_id, decision, document, office, decided_on, expires_on FROM decisions ORDER BY fid",
          {{"activity_id", F::text},
           {"area_id", F::text},
           {"decision", F::text, {}, 2},
           {"document", F::text, {}, 2},
           {"office", F::text},
           {"decided_on", F::text},
           {"expires_on", F::text}}};
}

ReportTable balance() {
  return {
      "balance",
      "SELECT unit, count(*), total(whole), total(in_zones), total(outside), total(residue), max(abs(residue)) FROM "
      "balance GROUP BY unit ORDER BY unit",
      {{"unit", F::word, "unit"},
       {"records", F::count},
       {"whole", F::metres, {}, 1.5},
       {"in_zones", F::metres, {}, 1.5},
       {"outside", F::metres, {}, 1.5},
       {"residue", F::residue},
       {"largest_residue", F::residue}}};
}

std::vector<ReportTable> build() {
  return {by_verdict(),
          by_place("by_reserve", "="),
          by_place("by_other_area", "<>"),
          by_group("by_prefecture", {"prefecture", F::stated}, "coalesce(p.prefecture, '')"),
          by_group("by_county", {"county", F::stated}, "c.county"),
          by_kind(),
          by_group("by_area_kind", {"area_kind", F::word, "area_kind"}, "c.area_kind"),
          summary(),
          conflicts("conflicts", "<>"),
          conflicts("contacts", "="),
          rights(),
          proximity(),
          layers_checked(),
          rows(),
          findings(),
          decisions(),
          balance(),
          {"run", "SELECT key, value FROM run ORDER BY fid", {{"key", F::text, {}, 1}, {"value", F::text, {}, 2}}}};
}

}  // namespace

std::vector<ReportTable> const& report_tables() {
  static std::vector<ReportTable> const tables = build();
  return tables;
}

ReportTable const& report_table(std::string_view key) {
  for (auto const& t : report_tables())
    if (t.key == key) return t;
  throw Error(ErrorKind::invariant, "cli.internal", {std::string(key)});
}

}  // namespace redline
