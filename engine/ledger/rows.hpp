// The rows of the ledger, one struct per table of the contract, in EPSG:4490. Numbers are unrounded; optional means
// NULL. Rows are plain data: who computes them stands in overlay/, rules/ and ledger/, who writes them in layers/write.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/basemap/protected_area.hpp"
#include "engine/core/finding.hpp"
#include "engine/overlay/activity.hpp"
#include "engine/rules/judgement.hpp"

namespace redline {

struct ConflictRow {  // conflict_areas, conflict_lines, conflict_points by dimension; and conflicts
  std::string conflict_id;
  int dimension = 2;  // of the activity: 2 areas, 1 lines, 0 points
  Wkb geometry;       // MULTI* of that dimension; empty for a contact
  std::string zone;
  std::size_t area = 0;  // index into the run's list of protected areas
  std::optional<double> overlap_m2, overlap_share, zone_share, overlap_m, width_m;
  std::string certainty, verdict, rule_ids, clauses, trace, disposition, rung;
  double lon = 0, lat = 0;
  std::shared_ptr<Judgement const> judgement = {};  // where the assessor was asked to keep it; not in the ledger
};

struct CheckRow {             // activity_checks
  std::string layer, result;  // overlap contact none not_checked
};

struct ProximityRow {
  std::size_t area = 0;
  std::string zone, reason;  // setback accuracy
  double distance_m = 0, limit_m = 0;
};

struct BalanceRow {
  std::string unit;  // m2 m count
  double whole = 0, in_zones = 0, outside = 0, residue = 0;
};

struct ActivityRow {  // activity_areas, activity_lines, activity_points
  std::string verdict;
  std::optional<double> tdt1055_m2, geodesic_m2, planar_m2, planar_meridian, overlap_total_m2, nearest_m;
  std::string nearest_area_id;
  Wkb corners;  // MULTI*, as given
};

// All that is written about one activity, in one piece, so that nothing about it can be lost between stages.
struct ActivityRecord {
  ActivityAttributes attributes;
  int dimension = 2;
  ActivityRow row;
  std::vector<ConflictRow> conflicts;
  std::vector<CheckRow> checks;
  std::vector<ProximityRow> proximity;
  BalanceRow balance;
  Findings findings;
};

struct RowsRow {  // rows: the row ledger; `feature` empty for the sum of a layer, else one repaired or rejected feature
  std::string layer, feature, reason;
  std::uint64_t read = 0, used = 0, repaired = 0, rejected = 0;
};

struct LayerRow {  // layers_checked
  std::string layer, role, source, sha256;
  std::uint64_t features = 0;
  std::string valid_from, valid_to, coverage, status, crs, operation, encoding;
  std::string coverage_sha256 = {};  // of the file that says so; for the manifest alone
};

struct SummaryRow {
  std::string area_id, area_kind, area_name, area_level, zone, activity_kind;
  std::uint64_t count = 0;
  double overlap_m2 = 0, overlap_m = 0;
  std::map<std::string, std::uint64_t> by_verdict;
  std::string boundary = "given";  // none: a reserve of the register that no layer holds
  std::string register_id = {};    // the reserve of the register that this area is
};

struct BasemapRow {
  std::size_t area = 0;
  std::string zone;
  double area_m2 = 0;
  Wkb geometry;  // MultiPolygon
};

struct PairedRight {  // what a pair says of each of its rights
  std::string id, layer, occurrence, kind, holder, mineral;
  std::optional<double> accuracy_m, top_m, bottom_m;
};

struct RightsOverlapRow {  // rights_overlaps
  PairedRight right, other;
  double overlap_m2 = 0, share = 0, other_share = 0, width_m = 0;
  std::string relation;  // overlap duplicate
  std::string certainty, rung;
  std::optional<bool> same_holder, depths_meet;
  double lon = 0, lat = 0;
};

struct DecisionRow {
  std::string activity_id, area_id, decision, document, office, decided_on, expires_on;
};

}  // namespace redline
