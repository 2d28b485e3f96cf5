// SPDX-License-Identifier: Apache-2.0
#include "engine/screen/propose_cut.hpp"

#include <algorithm>

#include "engine/basemap/near.hpp"
#include "engine/crs/crs.hpp"
#include "engine/cut/cut.hpp"
#include "engine/cut/protected_cells.hpp"
#include "engine/overlay/overlap.hpp"

namespace redline {
namespace {

std::vector<ScreenedPart> parts_of(StakedCut const& staked, Transformation const& printed) {
  std::vector<ScreenedPart> out;
  for (std::size_t i = 0; i < staked.rings.size(); ++i) {
    bool const hole = i > 0 && staked.part_of[i] == staked.part_of[i - 1];
    if (!hole) out.emplace_back();
    auto& ring = out.back().rings.emplace_back();
    ring.hole = hole;
    for (auto const& p : staked.rings[i])
      ring.corners.push_back({"J" + std::to_string(ring.corners.size() + 1), p, printed.forward(p)});
  }
  return out;
}

bool meets(Basemap const& basemap, Geometry const& ground, ZonesToLeave const& leave) {
  auto const found = overlaps(basemap, ground);
  return std::any_of(found.begin(), found.end(), [&](Overlap const& o) {
    return !o.contact && leave.count({o.area, basemap.ground(o.area).zones[o.zone].zone});
  });
}

std::optional<double> distance_off(Basemap const& basemap, Geometry const& ground, ZonesToLeave const& leave,
                                   double radius_m) {
  std::optional<double> nearest;
  for (auto const& n : within(basemap, coordinates(ground), radius_m))
    if (leave.count({n.area, basemap.ground(n.area).zones[n.zone].zone}) > 0)
      nearest = std::min(nearest.value_or(n.distance_m), n.distance_m);
  return nearest;
}

ScreenedCut described(Cut const& c, Transformation const& printed) {
  ScreenedCut out;
  out.outcome = to_string(c.outcome);
  out.exact_remaining_m2 = c.exact.m2, out.exact_removed_m2 = c.exact.removed_m2;
  out.exact_parts = c.exact.parts, out.exact_width_m = c.exact.width_m;
  out.removed_m2 = c.application_m2;
  out.reduction_percent = c.reduction_percent;
  if (c.outcome != CutOutcome::staked) return out;
  auto const& s = c.staked;
  out.crs = s.crs;
  auto const crs = Crs::parse(s.crs);
  out.projected = crs.projected();
  out.remaining_m2 = s.m2, out.remaining_tdt1055_m2 = s.tdt1055_m2, out.removed_m2 = s.removed_m2;
  out.extra_m2 = s.extra_m2, out.min_width_m = s.narrowest_m, out.narrowest_at = s.narrowest_at;
  out.rings = s.rings, out.part_of = s.part_of;
  bool const of_application = s.crs == printed.crs().code() || s.crs == printed.crs().name();
  out.parts = of_application ? parts_of(s, printed) : parts_of(s, Transformation(crs));
  return out;
}

}  // namespace

std::optional<ScreenedCut> propose_cut(Basemap const& basemap, Activity const& activity, Transformation const& printed,
                                       ZonesToLeave const& leave, double clear_from_m, Findings& findings) {
  if (leave.empty()) return std::nullopt;
  auto const ground =
      protected_cells(basemap, activity.geometry.bounds(), [&](std::size_t area, std::string const& zone) {
        return leave.count({area, zone}) > 0;
      });
  bool const blocks = activity.attributes.kind == "exploration_right";
  auto c = cut({activity.geometry, ground, printed, blocks, {}});
  if (c.outcome == CutOutcome::no_conflict) return std::nullopt;
  if (c.outcome == CutOutcome::staked && meets(basemap, c.staked.lonlat, leave)) {
    c.outcome = CutOutcome::failed;
    c.findings.push_back({"cut.failed", Severity::warning, "", "", {std::to_string(c.staked.rounds)}});
  }
  for (auto& f : c.findings) {
    f.layer = activity.attributes.layer, f.feature = activity.attributes.id;
    findings.push_back(std::move(f));
  }
  auto out = described(c, printed);
  if (c.outcome == CutOutcome::staked && clear_from_m > 0) {
    out.clear_from_m = clear_from_m;
    out.off_m = distance_off(basemap, c.staked.lonlat, leave, clear_from_m);
  }
  return out;
}

}  // namespace redline
