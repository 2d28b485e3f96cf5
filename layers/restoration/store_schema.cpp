// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/store_schema.hpp"

namespace redline {
namespace {

std::vector<ColumnSpec> typed(char const* type, std::vector<char const*> const& names) {
  std::vector<ColumnSpec> out;
  out.reserve(names.size());
  for (auto const* n : names) out.push_back({n, type});
  return out;
}

std::vector<ColumnSpec> operator+(std::vector<ColumnSpec> a, std::vector<ColumnSpec> const& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

std::vector<ColumnSpec> records() {
  return typed("TEXT", {"record_id", "item", "reserve", "zone", "site", "subject", "programme", "kind", "measure",
                        "value", "unit", "stage"}) +
         typed("DATE", {"day", "deadline"}) +
         typed("TEXT", {"basis", "status", "replaces", "part_of", "restates", "sums_to", "share_of", "may_overlap",
                        "relation_source", "responsible", "county", "accepted_by", "removed", "document", "evidence",
                        "remark", "date_written", "import_id"}) +
         typed("INTEGER", {"row_number"}) + typed("DATE", {"reported_on"}) + typed("TEXT", {"planned"});
}

std::vector<ColumnSpec> tasks() {
  return typed("TEXT", {"item", "state", "state_written", "subject", "responsible"}) +
         typed("DATE", {"day", "deadline"}) + typed("TEXT", {"import_id"}) + typed("INTEGER", {"row_number"});
}

}  // namespace

std::vector<TableSpec> const& store_tables() {
  static std::vector<TableSpec> const tables{
      {"records", "MULTIPOLYGON", records()},
      {"tasks", "", tasks()},
      {"rows", "",
       typed("TEXT", {"import_id"}) + typed("INTEGER", {"row_number"}) +
           typed("TEXT", {"row_key", "record_id", "raw"})},
      {"imports", "",
       typed("TEXT", {"import_id", "file", "sha256", "imported_at"}) +
           typed("INTEGER", {"row_count", "added", "known"})},
      {"rows_again", "",
       typed("TEXT", {"import_id"}) + typed("INTEGER", {"row_number"}) + typed("TEXT", {"record_id"})},
      {"totals", "",
       typed("TEXT", {"import_id"}) + typed("INTEGER", {"row_number"}) +
           typed("TEXT", {"reserve", "heading", "stated", "summed"})}};
  return tables;
}

std::vector<std::string> const& store_indexes() {
  static std::vector<std::string> const sql{"CREATE UNIQUE INDEX rows_by_record ON rows(record_id)",
                                            "CREATE UNIQUE INDEX rows_by_key ON rows(row_key)",
                                            "CREATE UNIQUE INDEX imports_by_hash ON imports(sha256)"};
  return sql;
}

}  // namespace redline
