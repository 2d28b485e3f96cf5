// The decision table of docs/rules.md, written out a second time by hand: one letter per cell, as of 2019-03-31.
// P prohibited, X must exit, C conditional, A allowed, R review (also where the text behind the letter was not read).
#include <catch2/catch.hpp>

#include <map>
#include <vector>

#include "engine/rules/rule_set.hpp"

using namespace redline;

namespace {

struct Row {
  char const *activity, *action, *mineral_class;
  char const* letters;  // core, buffer, experimental, unzoned
};

std::vector<Row> const TABLE_2019{{"mining_right", "new", "ordinary", "PPPP"},
                                  {"mining_right", "new", "unstated", "PPPP"},
                                  {"mining_right", "renew", "ordinary", "PPPP"},
                                  {"mining_right", "change", "strategic", "PPPP"},
                                  {"mining_right", "transfer", "oil_gas", "PPPP"},
                                  {"exploration_right", "renew", "ordinary", "PPPP"},
                                  {"mining_right", "operate", "ordinary", "XXXX"},
                                  {"mine_site", "operate", "ordinary", "XXXX"},
                                  {"mine_site", "new", "unstated", "PPPP"},
                                  {"exploration_right", "operate", "ordinary", "XXXX"},
                                  {"exploration_right", "new", "ordinary", "PPPP"},
                                  {"exploration_right", "operate", "strategic", "XXRR"},
                                  {"exploration_right", "operate", "oil_gas", "XXRR"},
                                  {"mining_right", "operate", "oil_gas", "XXRX"},
                                  {"oil_well", "operate", "unstated", "XXRX"},
                                  {"energy_facility", "operate", "unstated", "XXRX"},
                                  {"oil_well", "new", "unstated", "PPRP"},
                                  {"ore_processing", "operate", "unstated", "XXXX"},
                                  {"ore_processing", "new", "unstated", "PPPP"},
                                  {"tourism_facility", "operate", "unstated", "XXRX"},
                                  {"tourism_facility", "new", "unstated", "PPRP"},
                                  {"tourism_activity", "operate", "unstated", "PPRP"},
                                  {"aquaculture", "operate", "unstated", "PPPP"},
                                  {"grazing", "operate", "unstated", "XRRR"},
                                  {"grazing", "new", "unstated", "PRRR"},
                                  {"farming", "operate", "unstated", "XRRR"},
                                  {"farming", "new", "unstated", "PPPP"},
                                  {"building", "operate", "unstated", "XRRR"},
                                  {"linear_infrastructure", "new", "unstated", "PPRR"},
                                  {"linear_infrastructure", "operate", "unstated", "PRRR"},
                                  {"research_station", "operate", "unstated", "CAAC"},
                                  {"restoration_works", "operate", "unstated", "RRRR"},
                                  {"water_well", "operate", "unstated", "RRRR"},
                                  {"other", "operate", "unstated", "RRRR"}};

// Core protection zone and general control zone of mapped three-zone layers, and unzoned reserves, under the 2026
// Regulations: only the first sentence of art. 26 was read.
std::vector<Row> const TABLE_2026{
    {"mining_right", "new", "ordinary", "PPRR"},         {"mining_right", "new", "strategic", "RRRR"},
    {"mining_right", "new", "unstated", "RRRR"},         {"mining_right", "renew", "ordinary", "RRRR"},
    {"mining_right", "operate", "ordinary", "RRRR"},     {"mine_site", "operate", "ordinary", "XXRR"},
    {"mine_site", "operate", "unstated", "RRRR"},        {"exploration_right", "new", "ordinary", "PPRR"},
    {"exploration_right", "operate", "oil_gas", "RRRR"}, {"oil_well", "operate", "unstated", "RRRR"},
    {"ore_processing", "operate", "unstated", "XXRR"},   {"tourism_facility", "operate", "unstated", "XXRR"},
    {"tourism_activity", "operate", "unstated", "PPRR"}, {"aquaculture", "operate", "unstated", "RRRR"},
    {"grazing", "operate", "unstated", "RRRR"},          {"linear_infrastructure", "new", "unstated", "RRRR"},
    {"research_station", "operate", "unstated", "RRRR"}, {"restoration_works", "operate", "unstated", "RRRR"}};

char letter(Verdict v) {
  static std::map<Verdict, char> const LETTERS{{Verdict::prohibited, 'P'},
                                               {Verdict::must_exit, 'X'},
                                               {Verdict::review, 'R'},
                                               {Verdict::conditional, 'C'},
                                               {Verdict::allowed, 'A'}};
  return LETTERS.at(v);
}

void check(std::vector<Row> const& table, char const* as_of) {
  char const* const zones[]{"core", "buffer", "experimental", "unzoned"};
  for (auto const& row : table) {
    std::string got;
    for (auto const* zone : zones) {
      Evidence e;
      e.area_kind = "nature_reserve", e.zone = zone, e.three_zones_mapped = true;
      e.activity_kind = row.activity, e.action = row.action, e.mineral_class = row.mineral_class;
      got += letter(RuleSet::builtin().judge(e, *parse_date(as_of)).verdict);
    }
    INFO(as_of << " " << row.activity << " " << row.action << " " << row.mineral_class);
    CHECK(got == row.letters);
  }
}

}  // namespace

TEST_CASE("nature reserves under the 1994 Regulations answer as the table says") { check(TABLE_2019, "2019-03-31"); }

TEST_CASE("nature reserves under the 2026 Regulations answer only what was read") { check(TABLE_2026, "2026-06-01"); }

TEST_CASE("outside nature reserves only restoration in the red line is confident") {
  for (auto const* as_of : {"2019-03-31", "2023-06-01", "2026-06-01"})
    for (auto const* area : {"ecological_red_line", "scenic_area", "water_source", "public_forest", "wetland", "other"})
      for (auto const* zone : {"none", "grade_1", "grade_2", "quasi"})
        for (auto const& row : TABLE_2019) {
          Evidence e;
          e.area_kind = area, e.zone = zone;
          e.activity_kind = row.activity, e.action = row.action, e.mineral_class = row.mineral_class;
          bool const restoration = std::string(area) == "ecological_red_line" &&
                                   std::string(row.activity) == "restoration_works" &&
                                   std::string(as_of) >= "2022-08-16";
          INFO(as_of << " " << area << " " << zone << " " << row.activity << " " << row.action);
          CHECK(RuleSet::builtin().judge(e, *parse_date(as_of)).verdict ==
                (restoration ? Verdict::allowed : Verdict::review));
        }
}
