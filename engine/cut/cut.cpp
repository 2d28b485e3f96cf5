// SPDX-License-Identifier: Apache-2.0
#include "engine/cut/cut.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/crs/local_metric.hpp"
#include "engine/cut/stake.hpp"
#include "engine/measure/area.hpp"
#include "engine/measure/width.hpp"
#include "engine/overlay/ladder.hpp"
#include "engine/overlay/overlap.hpp"

namespace redline {
namespace {

constexpr int SMALLEST_BLOCK_S = 15;
constexpr double NEAR_DEGREES = 0.001;  // protected ground farther away cannot matter

// Without strips narrower than a contact, which are the rounding of doubles.
Geometry with_width(Geometry const& g, double* narrowest = nullptr) {
  std::vector<Geometry> kept;
  for (std::size_t i = 0; i < g.parts(); ++i) {
    auto part = g.part(i);
    auto const width = largest_circle(part).width_m;
    if (width < CONTACT_WIDTH_M) continue;
    if (narrowest) *narrowest = kept.empty() ? width : std::min(*narrowest, width);
    kept.push_back(std::move(part));
  }
  return collect(std::move(kept), 2);
}

Geometry near_ground(std::span<Geometry const> protected_ground, Geometry const& application) {
  auto const around = application.bounds().expanded(NEAR_DEGREES, NEAR_DEGREES);
  auto const window = Geometry::rectangle(around);
  std::vector<Geometry> pieces;
  for (auto const& g : protected_ground) {
    if (g.empty() || !around.intersects(g.bounds())) continue;
    auto piece = only_dimension(intersection_by_ladder(g, window).geometry, 2);
    if (!piece.empty()) pieces.push_back(std::move(piece));
  }
  if (pieces.empty()) return collect({}, 2);
  std::vector<Geometry> flat;
  for (auto const& p : pieces)
    for (std::size_t i = 0; i < p.parts(); ++i) flat.push_back(p.part(i));
  return flat.size() == 1 ? collect(std::move(flat), 2) : union_by_ladder(std::move(flat), 2).geometry;
}

double perimeter_m(Geometry const& g, Point origin) {
  LocalMetric const metric(origin);
  return transform(g, [&](Point p) { return metric.to_m(p); }).planar_length();
}

void measure_exact(ExactCut& e) {
  e.m2 = exact_area_m2(e.lonlat), e.tdt1055_m2 = tdt1055_area_m2(e.lonlat), e.parts = e.lonlat.parts();
}

void find(Cut& c, char const* code, Severity severity, std::vector<std::string> args = {}) {
  c.findings.push_back({code, severity, "", "", std::move(args)});
}

std::string in_m2(double m2) { return fmt::format("{:.2f}", m2); }

void say_nothing_left(Cut& c) {
  bool const may_be_smaller = c.blocks && c.blocks->seconds > SMALLEST_BLOCK_S && c.exact.m2 > 0;
  if (!may_be_smaller) return find(c, "cut.nothing_left", Severity::warning);
  find(c, "cut.nothing_left_of_blocks", Severity::warning, {std::to_string(c.blocks->seconds)});
}

void say(Cut& c, bool asked_for_blocks) {
  if (c.blocks)
    find(c, "cut.blocks", Severity::info,
         {std::to_string(c.blocks->blocks), std::to_string(c.blocks->seconds), std::to_string(c.blocks->lost)});
  else if (asked_for_blocks)
    find(c, "cut.no_blocks", Severity::info);
  if (!c.staked.dropped.empty()) {
    double m2 = 0;
    for (auto const& p : c.staked.dropped) m2 += p.m2;
    find(c, "cut.dropped", Severity::info, {std::to_string(c.staked.dropped.size()), in_m2(m2)});
  }
  if (c.outcome == CutOutcome::nothing_left) say_nothing_left(c);
  if (c.outcome == CutOutcome::failed) find(c, "cut.failed", Severity::error, {std::to_string(c.staked.rounds)});
  if (c.outcome == CutOutcome::staked && !c.blocks && c.staked.extra_m2 > c.staked.extra_limit_m2)
    find(c, "cut.over_limit", Severity::warning, {in_m2(c.staked.extra_m2), in_m2(c.staked.extra_limit_m2)});
}

// In the areas that are printed, so that they add up; along long edges they differ from those of the print frame.
void add_extra(Cut& c) {
  auto extra = c.staked.removed_m2 - c.exact.removed_m2;
  for (auto const& p : c.staked.dropped) extra -= p.m2;
  c.staked.extra_m2 = std::max(0.0, extra);
}

void add_reduction(Cut& c) {
  c.staked.removed_m2 = c.outcome == CutOutcome::staked ? c.application_m2 - c.staked.m2 : c.application_m2;
  if (c.application_m2 > 0) c.reduction_percent = std::max(0.0, 100 * c.staked.removed_m2 / c.application_m2);
}

double rim_m(Geometry const& application, Geometry const& remains, Geometry const& removed) {
  auto const origin = application.bounds().centre();
  auto const both = perimeter_m(remains, origin) + perimeter_m(removed, origin);
  return std::max(0.0, (both - perimeter_m(application, origin)) / 2);
}

CutOutcome stake_somehow(ToStake const& job, Cut& out) {
  if (job.request.blocks)
    if (auto const outcome = stake_blocks(job, out.staked, out.blocks)) return *outcome;
  return out.exact.lonlat.empty() ? CutOutcome::nothing_left : stake(job, out.staked);
}

void without_conflict(Cut& out, Geometry const& application) {
  out.outcome = CutOutcome::no_conflict;
  out.exact.lonlat = with_width(application, &out.exact.width_m);
  measure_exact(out.exact);
}

}  // namespace

std::string_view to_string(CutOutcome o) {
  switch (o) {
    case CutOutcome::no_conflict:
      return "no_conflict";
    case CutOutcome::staked:
      return "staked";
    case CutOutcome::nothing_left:
      return "nothing_left";
    case CutOutcome::failed:
      return "failed";
  }
  return "";
}

Cut cut(CutRequest const& request) {
  Cut out;
  auto const application = only_dimension(request.application, 2);
  out.application_m2 = exact_area_m2(application);
  auto const ground = near_ground(request.protected_ground, application);
  auto const removed = with_width(only_dimension(intersection_by_ladder(application, ground).geometry, 2));
  if (removed.empty()) {
    without_conflict(out, application);
    return out;
  }
  auto& exact = out.exact;
  exact.lonlat = with_width(only_dimension(difference_by_ladder(application, ground).geometry, 2), &exact.width_m);
  exact.removed_m2 = exact_area_m2(removed);
  measure_exact(exact);
  ToStake const job{request,          application, ground,
                    exact.removed_m2, exact.m2,    rim_m(application, exact.lonlat, removed)};
  out.outcome = stake_somehow(job, out);
  if (out.outcome != CutOutcome::failed) add_reduction(out);
  say(out, request.blocks);
  if (out.outcome == CutOutcome::staked && !out.blocks) add_extra(out);
  return out;
}

}  // namespace redline
