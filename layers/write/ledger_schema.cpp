// SPDX-License-Identifier: Apache-2.0
#include "layers/write/ledger_schema.hpp"

#include "layers/write/style_table.hpp"

#include <initializer_list>

namespace redline {
namespace {

using ColumnSpecs = std::vector<ColumnSpec>;

ColumnSpecs operator+(ColumnSpecs a, ColumnSpecs const& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

ColumnSpecs of(char const* type, std::initializer_list<char const*> names) {
  ColumnSpecs out;
  for (char const* name : names) out.push_back({name, type});
  return out;
}

ColumnSpecs text(std::initializer_list<char const*> names) { return of("TEXT", names); }
ColumnSpecs real(std::initializer_list<char const*> names) { return of("REAL", names); }
ColumnSpecs whole(std::initializer_list<char const*> names) { return of("INTEGER", names); }
ColumnSpecs date(std::initializer_list<char const*> names) { return of("DATE", names); }
ColumnSpecs flag(std::initializer_list<char const*> names) { return of("BOOLEAN", names); }

ColumnSpecs activity_attributes() {
  return text({"activity_id", "activity_kind", "activity_name", "licence_no", "holder", "mineral", "status"}) +
         date({"valid_from", "valid_to", "granted_on"}) + text({"county"});
}

ColumnSpecs conflict() {
  return text({"conflict_id"}) + activity_attributes() +
         text({"area_id", "area_kind", "area_name", "area_level", "zone"}) + date({"designated_on"}) +
         text({"boundary_doc"}) + flag({"schematic"}) +
         real({"overlap_m2", "overlap_share", "zone_share", "overlap_m", "width_m"}) +
         text({"certainty", "verdict", "rule_ids", "clauses", "trace", "disposition", "rung"}) + real({"lon", "lat"}) +
         text({"activity_layer", "occurrence", "area_layer"}) + whole({"dimension"});
}

ColumnSpecs activity() {
  return activity_attributes() + text({"verdict"}) +
         real({"tdt1055_m2", "geodesic_m2", "planar_m2", "planar_meridian", "declared_m2", "overlap_total_m2"}) +
         text({"nearest_area_id"}) + real({"nearest_m"}) +
         text({"activity_layer", "occurrence", "action", "mineral_class"}) + date({"act_date", "renewal_filed_on"}) +
         real({"accuracy_m"}) + whole({"source_fid"}) + real({"top_m", "bottom_m"}) + text({"unit"}) +
         real({"whole", "in_zones", "outside", "residue"}) + text({"checks"});
}

// Who a row of a table speaks of: an id alone is not unique over layers, nor within a careless one.
ColumnSpecs activity_key() { return text({"activity_id", "activity_layer", "occurrence"}); }

ColumnSpecs basemap() {
  return text({"area_id", "area_kind", "area_name", "area_level", "zone"}) + real({"area_m2"}) +
         date({"designated_on"}) + text({"boundary_doc"}) + flag({"schematic"}) + date({"valid_from", "valid_to"}) +
         real({"accuracy_m"}) + text({"area_layer"});
}

ColumnSpecs summary() {
  return text({"area_id", "area_kind", "area_name", "area_level", "zone", "activity_kind"}) + whole({"count"}) +
         real({"overlap_m2", "overlap_m"}) +
         whole({"prohibited", "must_exit", "review", "conditional", "incomplete", "allowed", "clear"}) +
         text({"boundary", "register_id"});
}

ColumnSpecs layers_checked() {
  return text({"layer", "role", "source", "sha256"}) + whole({"features"}) +
         text({"valid_from", "valid_to", "coverage", "status", "crs", "operation", "encoding"});
}

std::vector<TableSpec> build() {
  return {
      {"conflict_points", "MULTIPOINT", conflict()},
      {"conflict_lines", "MULTILINESTRING", conflict()},
      {"conflict_areas", "MULTIPOLYGON", conflict()},
      {"activity_points", "MULTIPOINT", activity()},
      {"activity_lines", "MULTILINESTRING", activity()},
      {"activity_areas", "MULTIPOLYGON", activity()},
      {"basemap", "MULTIPOLYGON", basemap()},
      {"findings", "POINT", text({"code", "severity", "layer", "feature", "text", "hint", "args"})},
      {"proximity", "",
       activity_key() + text({"area_id", "area_name", "zone", "reason"}) + real({"distance_m", "limit_m"}) +
           text({"area_layer"})},
      {"rights_overlaps", "",
       activity_key() + text({"other_id", "other_layer", "other_occurrence"}) +
           real({"overlap_m2", "overlap_share", "other_share"}) + text({"relation"}) + real({"width_m"}) +
           text({"certainty"}) + flag({"same_holder"}) +
           text({"activity_kind", "other_kind", "mineral", "other_mineral"}) +
           real({"top_m", "bottom_m", "other_top_m", "other_bottom_m"}) + flag({"depths_meet"}) + text({"rung"}) +
           real({"lon", "lat"})},
      {"layers_checked", "", layers_checked()},
      {"rows", "", text({"layer"}) + whole({"read", "used", "repaired", "rejected"}) + text({"feature", "reason"})},
      {"summary", "", summary()},
      {"decisions", "", text({"activity_id", "area_id", "decision", "document", "office", "decided_on", "expires_on"})},
      {"run", "", text({"key", "value"})},
      style_table(),
  };
}

}  // namespace

std::vector<TableSpec> const& ledger_tables() {
  static std::vector<TableSpec> const tables = build();
  return tables;
}

std::vector<IndexSpec> const& ledger_indexes() {
  static std::vector<IndexSpec> const indexes = [] {
    std::vector<IndexSpec> out;
    for (std::string const dimension : {"points", "lines", "areas"}) {
      for (char const* column : {"conflict_id", "activity_id", "area_id", "verdict"})
        out.push_back({"conflict_" + dimension, column});
      out.push_back({"activity_" + dimension, "activity_kind"});  // layers of a project show one kind, or one verdict
    }
    return out;
  }();
  return indexes;
}

}  // namespace redline
