// SPDX-License-Identifier: Apache-2.0
#include "layers/ledger_report/overview.hpp"

#include <algorithm>

#include "engine/core/printed_number.hpp"
#include "layers/ledger_report/charts.hpp"
#include "layers/ledger_report/ledger_views.hpp"
#include "layers/workspace/reserve_name.hpp"

namespace redline {
namespace {

constexpr double WIDTH = 660, BARS_LEFT = 330, BARS_GAP = 14, PLOT = 220, LEGEND = 18;
constexpr std::size_t MOST_RESERVES = 26, MOST_KINDS = 8, MOST_PREFECTURES = 8;

std::string word(std::string const& group, std::string const& w, Language l) {
  return has_text(group + "." + w) ? render(group + "." + w, l) : w;
}

std::string number(LedgerFile& ledger, char const* sql) { return std::to_string(ledger.db().number(sql)); }

std::string counts(std::string const& from) {
  std::string out;
  for (auto const v : OVERLAP_VERDICTS) out += ", count(CASE WHEN c.verdict = '" + std::string(v) + "' THEN 1 END)";
  return out + " FROM " + from + " GROUP BY 1 ORDER BY count(c.who) DESC, 1";
}

ChartRequest by_reserve(double width, Language l) {
  return {
      render("ledger_report.chart.by_reserve", l),
      "SELECT p.name" + counts("rl_place p LEFT JOIN rl_conflict c ON c.place = p.place AND c.area_kind = p.area_kind "
                               "AND c.certainty <> 'contact' WHERE p.area_kind = 'nature_reserve'"),
      width, MOST_RESERVES, [](std::string const& name) { return short_reserve_name(name); }};
}

ChartRequest by_kind(double width, Language l) {
  return {render("ledger_report.chart.by_kind", l),
          "SELECT c.activity_kind" + counts("rl_conflict c WHERE c.certainty <> 'contact'"), width, MOST_KINDS,
          [l](std::string const& kind) { return word("activity_kind", kind, l); }};
}

// Where the register gives no prefecture for any overlap, the counties of the activities.
ChartRequest by_prefecture(LedgerFile& ledger, double width, Language l) {
  bool const known = ledger.db().number("SELECT count(*) FROM rl_place WHERE prefecture <> ''") > 0;
  std::string const from = known ? "SELECT p.prefecture" : "SELECT c.county";
  return {render(known ? "ledger_report.chart.by_prefecture" : "ledger_report.chart.by_county", l),
          from + counts("rl_conflict c LEFT JOIN rl_place p ON p.place = c.place AND p.area_kind = c.area_kind WHERE "
                        "c.certainty <> 'contact'"),
          width, MOST_PREFECTURES,
          [l](std::string const& name) { return name.empty() ? render("ledger_report.not_stated", l) : name; }};
}

}  // namespace

bool any_schematic(LedgerFile& ledger) {
  return ledger.db().number("SELECT count(*) FROM basemap WHERE schematic = 1") > 0;
}

std::string overview_sentence(LedgerFile& ledger, Language l) {
  std::string verdicts;
  auto rows = ledger.db().prepare(
      "SELECT verdict, count(*) FROM rl_conflict WHERE certainty <> 'contact' GROUP BY rank ORDER BY rank");
  while (rows.step())
    verdicts += (verdicts.empty() ? "" : render("ledger_report.separator", l)) +
                render(Message{"ledger_report.verdict_count",
                               {"@verdict." + std::string(rows.column_text(0)), std::string(rows.column_text(1))}},
                       l);
  std::vector<std::string> args{
      number(ledger, "SELECT count(*) FROM rl_activity"),
      number(ledger, "SELECT count(DISTINCT who) FROM rl_conflict WHERE certainty <> 'contact'"),
      number(ledger, "SELECT count(*) FROM rl_conflict WHERE certainty <> 'contact'"),
      number(ledger,
             "SELECT count(DISTINCT place) FROM rl_conflict WHERE certainty <> 'contact' AND area_kind = "
             "'nature_reserve'"),
      number(ledger, "SELECT count(*) FROM rl_place WHERE area_kind = 'nature_reserve'"),
      verdicts};
  return render(Message{verdicts.empty() ? "ledger_report.nothing_found" : "ledger_report.found", std::move(args)}, l);
}

std::vector<std::string> not_checked(LedgerFile& ledger, Language l) {
  std::vector<std::string> out;
  auto layers = ledger.db().prepare("SELECT layer, status FROM layers_checked WHERE status <> 'used' ORDER BY fid");
  while (layers.step())
    out.push_back(render(Message{"ledger_report.layer_not_used",
                                 {std::string(layers.column_text(0)),
                                  word("ledger_report.status", std::string(layers.column_text(1)), l)}},
                         l));
  auto checks = ledger.db().prepare(
      "SELECT layer, count(*), CASE WHEN layer IN (SELECT layer FROM layers_checked) THEN 'activities_not_checked' "
      "WHEN "
      "layer IN (SELECT layer || ': ' || feature FROM findings WHERE code = 'run.other_place') THEN "
      "'activities_other_place' WHEN layer IN (SELECT layer || ': ' || feature FROM rows WHERE rejected > 0) THEN "
      "'activities_unusable_area' ELSE 'activities_near_reserve' END FROM activity_checks WHERE result = 'not_checked' "
      "GROUP BY layer ORDER BY min(fid)");
  while (checks.step())
    out.push_back(render(Message{"ledger_report." + std::string(checks.column_text(2)),
                                 {std::string(checks.column_text(0)), std::string(checks.column_text(1))}},
                         l));
  auto unstated = ledger.db().prepare(
      "SELECT layer FROM layers_checked WHERE status = 'used' AND role = 'areas' AND coalesce(coverage, '') = '' AND "
      "layer IN (SELECT layer FROM activity_checks) ORDER BY fid");
  while (unstated.step())
    out.push_back(render(Message{"ledger_report.coverage_not_stated", {std::string(unstated.column_text(0))}}, l));
  auto const unknown = ledger.db().number("SELECT count(*) FROM rl_place WHERE boundary = 'none'");
  if (unknown > 0) out.push_back(render(Message{"ledger_report.no_boundary", {std::to_string(unknown)}}, l));
  auto const rejected =
      ledger.db().number("SELECT coalesce(sum(rejected), 0) FROM rows WHERE coalesce(feature, '') = ''");
  if (rejected > 0) out.push_back(render(Message{"ledger_report.rejected", {std::to_string(rejected)}}, l));
  if (out.empty()) out.push_back(render("ledger_report.all_checked", l));
  return out;
}

std::vector<std::string> balance_sentences(LedgerFile& ledger, Language l) {
  std::vector<std::string> out;
  auto rows = ledger.db().prepare(
      "SELECT unit, count(*), total(whole), total(in_zones), total(outside), max(abs(residue)) FROM balance GROUP BY "
      "unit "
      "ORDER BY unit");
  while (rows.step()) {
    auto const unit = std::string(rows.column_text(0));
    auto const amount = [&](int i) { return printed(rows.column_real(i).value_or(0), unit == "count" ? 0 : 2); };
    out.push_back(render(Message{"ledger_report.balances",
                                 {std::string(rows.column_text(1)), amount(2), amount(3), amount(4),
                                  printed(rows.column_real(5).value_or(0), 6), "@unit." + unit}},
                         l));
  }
  return out;
}

report::Picture overview_picture(LedgerFile& ledger, Language l) {
  auto const right = BARS_LEFT + BARS_GAP, narrow = WIDTH - right, half = (WIDTH - BARS_GAP) / 2;
  auto const map = region_map(ledger, {BARS_LEFT - 22, PLOT, false}, "overview", l);
  auto const reserves = chart(ledger, by_reserve(narrow, l), l);
  auto const kinds = chart(ledger, by_kind(half, l), l), places = chart(ledger, by_prefecture(ledger, half, l), l);
  auto const middle = LEGEND + std::max(map.height, reserves.height) + 6;
  auto const height = middle + std::max(kinds.height, places.height);
  return {sheet({{verdict_legend(WIDTH, l), 0, 0},
                 {map, 0, LEGEND},
                 {reserves, right, LEGEND},
                 {kinds, 0, middle},
                 {places, half + BARS_GAP, middle}},
                WIDTH, height, render("ledger_report.picture", l)),
          render(any_schematic(ledger) ? "ledger_report.picture_schematic" : "ledger_report.picture_note", l)};
}

}  // namespace redline
