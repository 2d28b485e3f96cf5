// SPDX-License-Identifier: Apache-2.0
#include "layers/write/restoration_tables.hpp"

#include "layers/write/style_table.hpp"

namespace redline {

std::vector<TableSpec> const& restoration_tables() {
  static std::vector<TableSpec> const tables{{"restoration_ground",
                                              "MULTIPOLYGON",
                                              {{"reserve_id", "TEXT"},
                                               {"reserve", "TEXT"},
                                               {"zone", "TEXT"},
                                               {"stage_class", "TEXT"},
                                               {"stage_text", "TEXT"},
                                               {"area_m2", "REAL"},
                                               {"valid_from", "DATE"},
                                               {"valid_to", "DATE"}}},
                                             {"restoration_sites",
                                              "POINT",
                                              {{"reserve_id", "TEXT"},
                                               {"reserve", "TEXT"},
                                               {"zone", "TEXT"},
                                               {"site", "TEXT"},
                                               {"stage", "TEXT"},
                                               {"stage_class", "TEXT"},
                                               {"stage_text", "TEXT"},
                                               {"area_m2", "REAL"},
                                               {"deadline", "DATE"},
                                               {"valid_from", "DATE"},
                                               {"valid_to", "DATE"}}},
                                             style_table()};
  return tables;
}

}  // namespace redline
