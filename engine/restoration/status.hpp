// The state of restoration on a day: one row for every reserve given, the region's sum, the tasks. claimed: reported,
// each claim once; verified: ground restored or accepted by polygons inside site and reserve; accepted: passed
// acceptance and not sent back, by polygon where the site has polygons, else by number. The three are never mixed.
// required, remaining and share are nullopt where nothing says what is required. `status`: a code of the model, "none"
// where nothing was ever recorded. Records without a known reserve are in `elsewhere`.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/survey.hpp"

namespace redline {

struct NamedReserve {
  std::string id, name, level;
  std::optional<Bounds> extent = {};   // degrees, schematic
  std::optional<double> area_m2 = {};  // by the register or as it is drawn, the larger
};

struct ReserveStatus {
  NamedReserve reserve;
  std::size_t sites = 0, overdue = 0;
  std::optional<Amount> required, remaining;
  Amount claimed, verified, accepted, backfill, double_counted;
  std::optional<double> share;
  std::string status, claimed_status;
  std::optional<SurveyedReserve> ground;
  std::vector<SiteTally> site_rows;
  std::vector<ZoneTally> zone_rows;  // by name; by polygon they stand in `ground`
  Findings findings;
};

struct TaskStatus {
  std::size_t total = 0, done = 0, standing = 0, open = 0;
  std::vector<RestorationTask> overdue;  // open and past their day, in order of item
  Findings findings;
};

struct RestorationStatus {
  Date as_of;
  std::vector<ReserveStatus> reserves;
  ReserveStatus region;
  GroundTotals ground;
  TaskStatus tasks;
  Findings elsewhere;  // of records that name no reserve of the register
  std::size_t records = 0, records_elsewhere = 0;
};

bool left_out(SiteTally const& s);  // open, and nobody says how much there is to restore, or of a part

RestorationStatus restoration_status(RestorationBook const& book, RestorationModel const& model,
                                     std::vector<NamedReserve> const& reserves, Date as_of, Survey const& survey);

}  // namespace redline
