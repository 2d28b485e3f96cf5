// What the tests of the cut share: ground given in metres of the zone of 84° (EPSG:4516, seen from an origin), and the
// laws every cut has to keep, checked on the printed digits alone.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>

#include "engine/crs/densify.hpp"
#include "engine/cut/cut.hpp"
#include "engine/cut/print_frame.hpp"
#include "engine/geometry/validity.hpp"
#include "engine/measure/area.hpp"

namespace redline::samples {

inline constexpr Point ORIGIN{28421000, 4940000};
inline constexpr double BOUND_M = 0.01;

inline Transformation const& plane() {
  static Transformation const t(Crs::parse("EPSG:4516"));
  return t;
}
inline Transformation const& degrees() {
  static Transformation const t(Crs::parse("EPSG:4490"));
  return t;
}

inline Geometry moved(std::string const& wkt, Point by = ORIGIN) {
  return transform(Geometry::from_wkt(wkt), [&](Point p) { return Point{p.x + by.x, p.y + by.y}; });
}
inline Geometry ground(std::string const& wkt) { return to_lonlat(moved(wkt), plane(), BOUND_M); }
inline std::string box(double x0, double y0, double x1, double y1) {
  return fmt::format("POLYGON (({0} {1}, {2} {1}, {2} {3}, {0} {3}, {0} {1}))", x0, y0, x1, y1);
}

inline Cut cut_of(Geometry const& a, std::vector<Geometry> const& p, Transformation const& t = plane(),
                  bool blocks = false, CutLimits limits = {}) {
  return cut({a, p, t, blocks, limits});
}

// The rings as they are read from their digits, in the printed CRS.
inline Geometry read_back(StakedCut const& s, bool in_degrees) {
  Coordinates c;
  c.dimension = 2;
  for (std::size_t i = 0; i < s.rings.size(); ++i) {
    Ring ring;
    for (auto const& p : s.rings[i]) {
      auto const again = [&](double v) {
        if (!in_degrees) return std::strtod(fmt::format("{:.2f}", v).c_str(), nullptr);
        return std::round(v * 3600000) / 3600000;
      };
      ring.push_back({again(p.x), again(p.y)});
    }
    ring.push_back(Point(ring.front()));
    if (s.part_of[i] >= c.parts.size()) c.parts.emplace_back();
    c.parts[s.part_of[i]].push_back(std::move(ring));
  }
  return build(c);
}

inline double dropped_m2(StakedCut const& s) {
  double sum = 0;
  for (auto const& d : s.dropped) sum += d.m2;
  return sum;
}

inline void check_laws(Cut const& c, Geometry const& a, std::vector<Geometry> const& p,
                       Transformation const& t = plane()) {
  auto const whole = exact_area_m2(a);
  CHECK(std::abs(whole - c.exact.m2 - c.exact.removed_m2) <= 0.01 + 1e-9 * whole);  // the bound of the balance
  if (c.outcome != CutOutcome::staked) return;
  bool const in_degrees = t.crs().geographic();
  auto const printed = read_back(c.staked, in_degrees);
  REQUIRE_FALSE(defect(printed));
  auto const lonlat = to_lonlat(printed, t, BOUND_M);
  for (auto const& g : p) CHECK_FALSE(intersects(lonlat, g));  // free of conflict, as read
  // inside the application: in the CRS of the corners, but for 0.01 mm along its border and what datum parameters do
  // not lead back to
  auto const corner = printed.bounds().centre(), again = t.inverse(t.forward(corner));
  auto const off = 3 * std::hypot(again.x - corner.x, again.y - corner.y);
  auto const application = transform(a, [&](Point q) { return t.inverse(q); });
  auto const outside = only_dimension(difference(printed, application), 2);
  auto const metre = in_degrees ? 1 / 80000.0 : 1;
  CHECK(outside.planar_area() <= (1e-5 * metre + off) * application.planar_length());
  // given up: within the limit; the areas of lines that may lie 1 cm apart differ by that times their length
  auto const noise = 2 * BOUND_M * application.planar_length() / metre;
  CHECK(c.staked.extra_m2 <= c.staked.extra_limit_m2 + noise);
  if (!c.blocks) CHECK(c.exact.m2 - c.staked.m2 - dropped_m2(c.staked) <= c.staked.extra_limit_m2 + noise);
  CHECK(c.staked.m2 <= c.exact.m2 + noise);
  CHECK(std::abs(c.application_m2 - c.staked.m2 - c.staked.removed_m2) < 1e-6);
  CHECK(c.staked.corners <= c.exact.lonlat.vertices() + 2);  // a sharp corner of protected ground is passed in two
}

}  // namespace redline::samples
