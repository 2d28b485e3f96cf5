// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "layers/write/ledger_schema.hpp"

namespace redline {
namespace {

ViewSpec conflicts() {
  auto const& columns = ledger_tables()[CONFLICT_AREAS].columns;
  std::string names, sql;
  for (auto const& c : columns) names += ", " + c.name;
  for (auto const table : {CONFLICT_POINTS, CONFLICT_LINES, CONFLICT_AREAS})
    sql += (sql.empty() ? "SELECT fid" : " UNION ALL SELECT fid") + names + " FROM " + ledger_tables()[table].name;
  return {{"conflicts", "", columns}, sql};
}

// `select` with {0} for the table and {1} for the dimension, over the three tables of activities.
std::string over_activities(std::string const& select) {
  std::string sql;
  for (std::size_t dimension = 0; dimension < 3; ++dimension)
    sql += (dimension ? " UNION ALL " : "") +
           fmt::format(fmt::runtime(select), ledger_tables()[ACTIVITY_POINTS + dimension].name, dimension);
  return sql;
}

ViewSpec balance() {
  return {{"balance",
           "",
           {{"activity_id", "TEXT"},
            {"unit", "TEXT"},
            {"whole", "REAL"},
            {"in_zones", "REAL"},
            {"outside", "REAL"},
            {"residue", "REAL"},
            {"activity_layer", "TEXT"},
            {"occurrence", "TEXT"}}},
          over_activities("SELECT 3 * fid + {1} AS fid, activity_id, unit, whole, in_zones, outside, residue, "
                          "activity_layer, occurrence FROM {0}")};
}

// One row for each member of the JSON object `checks`: layer and result.
ViewSpec activity_checks() {
  auto const over = [](std::string const& number, std::string const& members) {
    return over_activities("SELECT (3 * a.fid + {1}) * 65536 + " + number +
                           " AS fid, a.activity_id, a.activity_layer, a.occurrence, c.key AS layer, c.value AS result "
                           "FROM {0} a, " +
                           members);
  };
  return {{"activity_checks",
           "",
           {{"activity_id", "TEXT"},
            {"activity_layer", "TEXT"},
            {"occurrence", "TEXT"},
            {"layer", "TEXT"},
            {"result", "TEXT"}}},
          over("c.id", "json_each(a.checks) c"),
          over("2 * c.n", "json_each_text(a.checks::json) WITH ORDINALITY c(key, value, n)")};
}

}  // namespace

std::vector<ViewSpec> const& ledger_views() {
  static std::vector<ViewSpec> const views = {conflicts(), activity_checks(), balance()};
  return views;
}

}  // namespace redline
