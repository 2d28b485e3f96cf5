// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/normalise.hpp"

#include <fmt/format.h>

#include <cctype>
#include <cmath>

#include "engine/core/error.hpp"
#include "engine/crs/densify.hpp"
#include "engine/crs/doubt.hpp"
#include "engine/geometry/read_wkb.hpp"
#include "engine/geometry/validity.hpp"
#include "engine/measure/area.hpp"
#include "engine/overlay/once.hpp"

namespace redline {
namespace {

Normalised reject(Source const& s, std::string code, std::vector<std::string> args = {}, Point place = {NAN, NAN}) {
  Normalised out;
  out.reason = code;
  out.findings.push_back({std::move(code), Severity::error, s.layer, s.feature, std::move(args), place.x, place.y});
  return out;
}

bool on_earth(Geometry const& lonlat) {
  auto const b = lonlat.bounds();
  return b.min_x >= -180 && b.max_x <= 180 && b.min_y >= -90 && b.max_y <= 90;
}

// GEOS's reason in the language of the run; its own words where they are others.
std::string reason_of(Defect const& d) {
  std::string key = "geometry.defect.";
  for (unsigned char const c : d.reason) key += std::isalpha(c) ? static_cast<char>(std::tolower(c)) : '_';
  return has_text(key) ? "@" + key : d.reason;
}

std::string m2(double value) { return fmt::format("{:.2f}", value); }

Normalised mend(Normalised n, Source const& s, Defect const& d) {
  auto const before = n.geometry.dimension() == 2 ? exact_area_m2(n.geometry) : 0.0;
  auto fixed = repair(n.geometry).geometry;
  if (fixed.empty()) return reject(s, "geometry.nothing_left", {reason_of(d)}, d.place);
  auto const after = fixed.dimension() == 2 ? exact_area_m2(fixed) : 0.0;
  n.outcome = Outcome::repaired;
  n.reason = "geometry.repaired";
  n.findings.push_back(
      {n.reason, Severity::warning, s.layer, s.feature, {reason_of(d), m2(before), m2(after)}, d.place.x, d.place.y});
  if (n.corners.null()) n.corners = std::move(n.geometry);
  n.geometry = std::move(fixed);
  n.shape = coordinates(n.geometry);
  return n;
}

Normalised without_repeats(Normalised n, Source const& s) {
  auto once = counted_once(n.geometry, n.shape);
  if (!once) return n;
  bool const points = n.shape.dimension == 0;
  auto const figure = [&](double v) { return points ? fmt::format("{:.0f}", v) : fmt::format("{:.3f}", v); };
  n.findings.insert(n.findings.begin(),  // the last one gives the reason of a repair
                    {points ? "geometry.points_once" : "geometry.line_once",
                     Severity::warning,
                     s.layer,
                     s.feature,
                     {figure(once->before), figure(once->after)}});
  if (n.corners.null()) n.corners = std::move(n.geometry);
  n.geometry = std::move(once->geometry);
  n.shape = coordinates(n.geometry);
  return n;
}

Normalised check(Normalised n, Source const& s) {
  if (!all_finite(n.shape)) return reject(s, "geometry.not_finite");
  if (!on_earth(n.geometry)) {
    auto const b = n.geometry.bounds();
    return reject(s, "geometry.off_earth", {fmt::format("{:.6g}", b.min_x), fmt::format("{:.6g}", b.min_y)});
  }
  if (!surely_valid(n.shape))
    if (auto const d = defect(n.geometry)) n = mend(std::move(n), s, *d);
  if (n.reason.empty()) n.outcome = Outcome::used;
  return n.outcome == Outcome::rejected ? std::move(n) : without_repeats(std::move(n), s);
}

Transformation const& chosen(Transformation const& t, Geometry const&) { return t; }
Transformation const& chosen(ZoneTransformations const& t, Geometry const& given) { return t.of(given.bounds()); }

template <class T>
Normalised normalised(std::span<unsigned char const> wkb, T const& transformations, Source const& s) {
  if (!s.problem.key.empty()) return reject(s, s.problem.key, s.problem.args);
  if (wkb.empty()) return reject(s, "geometry.null");
  try {
    auto [given, shape] = read_wkb(wkb);
    if (given.empty()) return reject(s, "geometry.empty");
    auto const& to_4490 = chosen(transformations, given);
    Normalised n;
    if (to_4490.crs().projected()) n.meridian = to_4490.crs().central_meridian();
    n.shape = std::move(shape);
    if (n.shape.dimension < 0) return reject(s, "geometry.mixed");
    bool const lacks_points = n.shape.dimension == 0 && n.shape.parts.size() != given.parts();  // NaN is read as none
    if (lacks_points || !all_finite(n.shape)) return reject(s, "geometry.not_finite");
    auto const misplaced = doubt(to_4490.crs(), given.bounds());
    n.may_lie_elsewhere = misplaced && misplaced->code == "crs.other_zone" && in_strip_of_its_number(given.bounds());
    if (misplaced && misplaced->certain) {
      auto rejected = reject(s, misplaced->code, misplaced->args);
      rejected.may_lie_elsewhere = n.may_lie_elsewhere;
      return rejected;
    }
    if (misplaced) n.findings.push_back({misplaced->code, Severity::warning, s.layer, s.feature, misplaced->args});
    if (to_4490.identity()) {
      n.geometry = std::move(given);
      return check(std::move(n), s);
    }
    n.corners = corners_to_lonlat(given, to_4490);
    n.geometry = to_lonlat(given, to_4490, s.densify_m);
    n.shape = coordinates(n.geometry);
    return check(std::move(n), s);
  } catch (GeometryError const& e) {
    return reject(s, "geometry.unreadable", {e.reason()});
  }
}

}  // namespace

Normalised normalise(std::span<unsigned char const> wkb, Transformation const& to_4490, Source const& s) {
  return normalised(wkb, to_4490, s);
}

Normalised normalise(std::span<unsigned char const> wkb, ZoneTransformations const& to_4490, Source const& s) {
  return normalised(wkb, to_4490, s);
}

}  // namespace redline
