#include "engine/overlay/overlap.hpp"

#include <catch2/catch.hpp>

#include <cmath>

#include "engine/geometry/coordinates.hpp"
#include "engine/measure/area.hpp"
#include "engine/overlay/balance.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;

namespace {

// Core and buffer side by side, a red line across both.
Basemap map() {
  Basemap::Builder b;
  ProtectedArea r, l;
  r.layer = "reserves", r.id = "1", r.kind = "nature_reserve";
  l.layer = "redline", l.id = "2", l.kind = "ecological_red_line";
  b.add(b.area(r), {"core", Geometry::rectangle({84, 44, 84.1, 44.1})});
  b.add(b.area(r), {"buffer", Geometry::rectangle({84.1, 44, 84.2, 44.1})});
  b.add(b.area(l), {"", Geometry::rectangle({84.05, 44, 84.15, 44.1})});
  Findings f;
  return b.build(1, f);
}

}  // namespace

TEST_CASE("an activity across two zones and a red line: every row, and ground counted once in the balance") {
  auto const m = map();
  auto const a = Geometry::rectangle({84.08, 44.02, 84.12, 44.04});
  auto const o = overlaps(m, a);
  REQUIRE(o.size() == 3);
  auto const half = exact_area_m2(Geometry::rectangle({84.08, 44.02, 84.1, 44.04}));
  CHECK_THAT(o[0].m2 - half, WithinAbs(0, 0.001));
  CHECK_THAT(o[1].m2 - half, WithinAbs(0, 0.001));
  CHECK_THAT(o[2].m2 - 2 * half, WithinAbs(0, 0.001));
  auto const b = balance(m, a, o);
  CHECK(b.balanced);
  CHECK_THAT(b.in_zones - 2 * half, WithinAbs(0, 0.001));
  CHECK_THAT(b.outside, WithinAbs(0, 0.001));
}

TEST_CASE("a shared border is a contact with no area, and never counted") {
  auto const m = map();
  auto const o = overlaps(m, Geometry::rectangle({84.2, 44.02, 84.3, 44.05}));
  REQUIRE(o.size() == 1);
  CHECK(o[0].contact);
  CHECK(o[0].m2 == 0);
  CHECK(o[0].geometry.empty());
  CHECK(overlaps(m, Geometry::rectangle({84.20001, 44.02, 84.3, 44.05})).empty());
}

TEST_CASE("a strip of a metre is an overlap with its width") {
  double const metre = 1 / 80000.0;
  auto const o = overlaps(map(), Geometry::rectangle({84.2 - metre, 44.02, 84.3, 44.05}));
  REQUIRE(o.size() == 1);
  CHECK_FALSE(o[0].contact);
  CHECK_THAT(o[0].width_m, WithinAbs(1.0, 0.02));
}

TEST_CASE("lines and points") {
  auto const m = map();
  auto const line = Geometry::from_wkt("LINESTRING (83.9 44.05, 84.3 44.05)");
  auto const o = overlaps(m, line);
  REQUIRE(o.size() == 3);
  auto const b = balance(m, line, o);
  CHECK(b.unit == "m");
  CHECK(b.balanced);
  CHECK_THAT(b.in_zones / b.whole, WithinAbs(0.5, 1e-6));
  CHECK(overlaps(m, Geometry::point({84.01, 44.01})).size() == 1);
  CHECK(overlaps(m, Geometry::point({84.07, 44.01})).size() == 2);
  CHECK(overlaps(m, Geometry::point({83, 44})).empty());
  CHECK(balance(m, Geometry::point({83, 44}), {}).outside == 1);
}

TEST_CASE("a slanting line through overlapping areas, cut with rounding at every border, still balances") {
  auto const m = map();
  for (int i = 0; i < 50; ++i) {
    auto const line = Geometry::from_wkt("LINESTRING (83.91 " + std::to_string(44.0 + i * 0.0013) + ", 84.31 " +
                                         std::to_string(44.1 - i * 0.0017) + ")");
    auto const b = balance(m, line, overlaps(m, line));
    INFO(i);
    CHECK(b.balanced);
    CHECK(b.in_zones > 0);
  }
}

TEST_CASE("the largest rung is recorded, an inner cell needs no computation") {
  Basemap::Builder b;
  ProtectedArea r;
  r.layer = "r", r.id = "1", r.kind = "nature_reserve";
  Ring circle;
  for (int k = 0; k <= 3000; ++k)
    circle.push_back({84 + std::cos(2 * 3.14159265358979 * (k % 3000) / 3000),
                      44 + std::sin(2 * 3.14159265358979 * (k % 3000) / 3000)});
  b.add(b.area(r), {"core", build({2, {{circle}}})});
  Findings f;
  auto const m = b.build(1, f);
  auto const o = overlaps(m, Geometry::rectangle({84.2, 44.2, 84.201, 44.201}));
  REQUIRE(o.size() == 1);
  CHECK(o[0].rung == Rung::cell);
  CHECK(o[0].whole);
}
