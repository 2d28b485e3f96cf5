// SPDX-License-Identifier: Apache-2.0
#include "engine/cut/stake.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/core/error.hpp"
#include "engine/core/interrupt.hpp"
#include "engine/crs/densify.hpp"
#include "engine/cut/blocks.hpp"
#include "engine/cut/clear_of.hpp"
#include "engine/cut/inward.hpp"
#include "engine/cut/round_inward.hpp"
#include "engine/cut/useful.hpp"
#include "engine/geometry/validity.hpp"
#include "engine/measure/area.hpp"
#include "engine/overlay/ladder.hpp"
#include "engine/overlay/overlap.hpp"

namespace redline {
namespace {

constexpr double PRINTABLE = 1e-3, STRAIGHT = 1e-3;  // print steps
constexpr double PROTECTED_EDGE_M =
    100;  // longer edges of longitude/latitude are bent: 0.2 mm at 44° in a plane of metres
constexpr double MITRE = 3;
constexpr double FIRST_DISTANCE = 1.5;  // of the bound of edges: theirs and what rounding adds

struct ByPlace {
  bool operator()(Point a, Point b) const { return a.x != b.x ? a.x < b.x : a.y < b.y; }
};

void to_whole(std::vector<RingsOfPart>& parts, double tolerance) {
  for (auto& part : parts)
    for (auto& ring : part)
      for (auto& p : ring) {
        Point const whole{std::round(p.x), std::round(p.y)};
        if (std::hypot(whole.x - p.x, whole.y - p.y) < tolerance) p = whole;
      }
}

bool all_whole(std::vector<RingsOfPart> const& parts, double tolerance) {
  for (auto const& part : parts)
    for (auto const& ring : part)
      for (auto const& p : ring)
        if (std::hypot(std::round(p.x) - p.x, std::round(p.y) - p.y) >= tolerance) return false;
  return true;
}

// The application's corners in print steps, without those that were added for the overlay. The way to
// longitude/latitude and back leaves them a little off what was printed.
std::vector<RingsOfPart> corners_of(Geometry const& application, PrintFrame const& frame) {
  auto const straight = frame.transformation().crs().projected() ? STRAIGHT : 0;
  auto parts = without_straight(open_rings(frame.to_frame(application, HUGE_VAL)), straight);
  to_whole(parts, PRINTABLE + 2 * frame.round_trip_error());
  return parts;
}

Ring from_north_west(Ring ring, bool clockwise) {
  if ((twice_signed_area(ring) < 0) != clockwise) std::reverse(ring.begin(), ring.end());
  auto const first = std::max_element(ring.begin(), ring.end(), [](Point a, Point b) { return a.y - a.x < b.y - b.x; });
  std::rotate(ring.begin(), first, ring.end());
  return ring;
}

void describe(Geometry const& g, PrintFrame const& frame, Geometry lonlat, StakedCut& out) {
  auto const parts = open_rings(g);
  out.parts = parts.size();
  Coordinates corners;
  corners.dimension = 2;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    RingsOfPart on_ground;
    for (std::size_t k = 0; k < parts[i].size(); ++k) {
      auto ring = from_north_west(parts[i][k], k == 0);
      Ring ground;
      for (auto& p : ring) ground.push_back(frame.to_lonlat(p)), p = frame.printed(p);
      ground.push_back(Point(ground.front()));
      on_ground.push_back(std::move(ground));
      out.corners += ring.size();
      out.rings.push_back(std::move(ring));
      out.part_of.push_back(i);
    }
    corners.parts.push_back(std::move(on_ground));
  }
  auto const& crs = frame.transformation().crs();
  out.crs = crs.code().empty() ? crs.name() : crs.code();
  out.m2 = exact_area_m2(lonlat), out.tdt1055_m2 = tdt1055_area_m2(corners);
  auto const narrow = narrowest_place(g, frame);
  out.narrowest_m = narrow.width, out.narrowest_at = narrow.at;
  out.lonlat = std::move(lonlat);
}

class Staker {
 public:
  Staker(ToStake const& job, StakedCut& out)
      : m_job(job),
        m_out(out),
        m_frame(job.request.printed, job.application.bounds().centre()),
        m_application(closed(corners_of(job.application, m_frame))),
        m_protected(m_frame.to_frame(job.near_ground, PROTECTED_EDGE_M)) {
    for (auto const& part : open_rings(m_application))
      for (auto const& ring : part) m_given.insert(ring.begin(), ring.end());
    m_exact = only_dimension(difference_by_ladder(m_application, m_protected).geometry, 2).planar_area();
    auto const& limits = job.request.limits;
    m_share_m2 = limits.extra_share * std::min(job.removed_m2, job.remains_m2);
    auto const step = std::max(m_frame.metres_x(), m_frame.metres_y());
    auto const border = m_application.planar_length() * step;
    auto const moved = job.rim_m + (all_whole(open_rings(m_application), PRINTABLE) ? 0 : border);
    m_rim_step_m2 = moved * step;
    out.extra_limit_m2 = m_share_m2 + 2 * moved * (limits.edge_bound_m + step) + border * step;
  }

  CutOutcome run() {
    auto const& limits = m_job.request.limits;
    auto distance_m = FIRST_DISTANCE * limits.edge_bound_m;
    for (m_out.rounds = 1; m_out.rounds <= limits.rounds; ++m_out.rounds, distance_m *= 2) {
      throw_if_interrupted();
      if (auto const outcome = attempt(m_frame.steps(distance_m)); outcome != CutOutcome::failed) return outcome;
    }
    m_out.rounds = limits.rounds;
    m_out.dropped.clear();
    return CutOutcome::failed;
  }

 private:
  Geometry region(double distance) const {
    auto const away = widened(m_protected, distance, MITRE);
    if (!m_inset) return only_dimension(difference_by_ladder(m_application, away).geometry, 2);
    return only_dimension(difference_by_ladder(widened(m_application, -distance, MITRE), away).geometry, 2);
  }

  CutOutcome attempt(double distance) {
    try {
      auto all = region(distance);
      auto const before = all.planar_area();
      m_out.dropped.clear();
      auto const useful = keep_useful(std::move(all), m_frame, m_job.request.limits, m_out.dropped);
      if (useful.empty()) return CutOutcome::nothing_left;
      auto const dropped = before - useful.planar_area();
      auto const parts = staked_corners(useful, m_exact - before);
      if (parts.empty()) return CutOutcome::failed;
      auto const g = closed(parts);
      m_inset = m_inset || defect(g);
      return defect(g) ? CutOutcome::failed : judge(g, dropped);
    } catch (GeometryError const&) {
      return CutOutcome::failed;
    }
  }

  std::vector<RingsOfPart> staked_corners(Geometry const& region, double spent) const {
    auto parts = open_rings(region);
    auto const square = m_frame.square_metres();
    auto const budget = std::max(m_share_m2 / square - spent, m_rim_step_m2 / square);
    simplify_inward(parts, budget, [this](Point p) { return m_given.contains(p); });
    return round_inward(parts, m_application);
  }

  // Where the border of the application stands in the way (it touches itself, or is rounded badly), the next attempt
  // keeps away from it as it does from protected ground.
  CutOutcome judge(Geometry const& g, double dropped) {
    auto lonlat = m_frame.to_lonlat(g, m_job.request.limits.edge_bound_m);
    bool const in_the_way = defect(lonlat) || !lies_within(g, m_application, m_frame.steps(CONTACT_WIDTH_M));
    m_inset = m_inset || in_the_way;
    if (in_the_way || clear_of(lonlat, m_job.request.protected_ground, Contact::counts) != Clear::yes)
      return CutOutcome::failed;
    m_out.extra_m2 = std::max(0.0, (m_exact - g.planar_area() - dropped) * m_frame.square_metres());
    describe(g, m_frame, std::move(lonlat), m_out);
    return CutOutcome::staked;
  }

  ToStake const& m_job;
  StakedCut& m_out;
  PrintFrame m_frame;
  Geometry m_application, m_protected;  // print steps
  std::set<Point, ByPlace> m_given;     // the application's own corners
  double m_exact = 0, m_share_m2 = 0, m_rim_step_m2 = 0;
  bool m_inset = false;
};

std::vector<RingsOfPart> in_degrees(std::vector<RingsOfPart> parts, PrintFrame const& from, PrintFrame const& to) {
  for (auto& part : parts)
    for (auto& ring : part)
      for (auto& p : ring) p = to.to_frame(from.to_lonlat(p));
  return parts;
}

CutOutcome stake_untouched(Blocks& blocks, PrintFrame const& frame, CutRequest const& request, StakedCut& staked) {
  auto const left = untouched_blocks(blocks, frame, request.protected_ground);
  if (left.empty()) return CutOutcome::nothing_left;
  auto const g = closed(without_straight(open_rings(left), 0));
  auto lonlat = frame.to_lonlat(g, request.limits.edge_bound_m);
  if (defect(lonlat) || clear_of(lonlat, request.protected_ground, Contact::allowed) != Clear::yes)
    return CutOutcome::failed;
  staked.rounds = 1;
  describe(g, frame, std::move(lonlat), staked);
  return CutOutcome::staked;
}

}  // namespace

CutOutcome stake(ToStake const& job, StakedCut& staked) {
  try {
    return Staker(job, staked).run();
  } catch (GeometryError const&) {
    return CutOutcome::failed;
  }
}

std::optional<CutOutcome> stake_blocks(ToStake const& job, StakedCut& staked, std::optional<BlockEvidence>& evidence) {
  auto const& request = job.request;
  auto const centre = job.application.bounds().centre();
  Transformation const graticule(Crs::parse("EPSG:4490"));
  bool const degrees = request.printed.crs().geographic();
  PrintFrame const given(request.printed, centre), frame(degrees ? request.printed : graticule, centre);
  try {
    auto const corners = in_degrees(corners_of(job.application, given), given, frame);
    auto blocks = find_blocks(corners, frame, request.limits.block_tolerance_ms);
    if (!blocks) return std::nullopt;
    auto const outcome = stake_untouched(*blocks, frame, request, staked);
    evidence = blocks->evidence;
    return outcome;
  } catch (GeometryError const&) {
    return CutOutcome::failed;
  }
}

}  // namespace redline
