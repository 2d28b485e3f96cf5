// What is known about one overlap when it is judged. Words are those of the architecture's table; "" and nullopt mean
// "the source does not say". `share` is the part of the activity inside the zone (0..1), absent for points;
// `wholly_inside` says that no part of the activity lies outside protected ground of the same kind; `extent_open` that
// this is not known of a right: it is drawn as a point, or other rows bear its licence number, or, where it is not
// wholly inside, areas that the run leaves out may hold the rest.
// `three_zones_mapped`: the workspace says that its zone words are to be read as the two zones of the 2026
// Regulations. `designated_later`: the area may have been designated only after the day of the run, and nothing says
// that it held before. `zones_not_given`: the zone is `unzoned` only because no layer holds the zones, which exist or
// may exist.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "engine/core/possible_days.hpp"

namespace redline {

struct Evidence {
  std::string activity_kind = "other", action = "operate", mineral, mineral_class, status;
  std::optional<PossibleDays> valid_from, valid_to, granted_on, act_date, renewal_filed_on;
  std::string area_kind, zone, area_level;
  std::optional<PossibleDays> designated_on;
  bool designated_later = false;
  std::optional<double> share;
  bool wholly_inside = false;
  bool extent_open = false;
  bool contact = false;
  bool three_zones_mapped = false;
  bool zones_not_given = false;
  std::string certainty;
  bool operator==(Evidence const&) const = default;
};

Evidence as_judged(Evidence evidence);  // without the dates that neither rules nor traces read

}  // namespace redline
