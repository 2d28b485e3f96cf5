// What two rights share: the same either way round, nothing for contacts, duplicates by the stated share.
// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/shared_ground.hpp"

#include <catch2/catch.hpp>

#include "engine/measure/area.hpp"
#include "engine/overlay/overlap.hpp"

using namespace redline;

namespace {

constexpr double DEGREE_M = 111320;  // of longitude at the equator, to 10 m

Wkb box(double x0, double y0, double x1, double y1) { return Geometry::rectangle({x0, y0, x1, y1}).wkb(); }
double m2(Wkb const& wkb) { return exact_area_m2(Geometry::from_wkb(wkb)); }

}  // namespace

TEST_CASE("two boxes share a box", "[shared_ground]") {
  auto const a = box(84, 44, 84.2, 44.1), b = box(84.1, 44.05, 84.3, 44.2);
  auto const s = shared_ground(a, b);
  REQUIRE(s);
  auto const both = m2(box(84.1, 44.05, 84.2, 44.1));
  CHECK(s->m2 == Approx(both).margin(0.01));  // the bound of the balance
  CHECK(s->share_a == Approx(both / m2(a)).margin(1e-12));
  CHECK(s->share_b == Approx(both / m2(b)).margin(1e-12));
  CHECK_FALSE(s->duplicate);
  CHECK(s->rung == Rung::robust);
  CHECK(Bounds{84.1, 44.05, 84.2, 44.1}.contains(s->inside));
  CHECK(s->width_m == Approx(0.05 * 111125).epsilon(0.01));  // a degree of latitude at 44°, within the width's 1 %
}

TEST_CASE("the order of the two changes nothing but their shares", "[shared_ground]") {
  for (int i = 0; i < 50; ++i) {
    auto const t = i * 0.0013;
    auto const a = Geometry::from_wkt("POLYGON ((84 44, 84.11 44.03, 84.07 44.1, 84.01 44.06, 84 44))").wkb();
    auto const b = Geometry::from_wkt("POLYGON ((" + std::to_string(84.03 + t) + " 43.99, 84.2 44.02, 84.1 44.12, " +
                                      std::to_string(84.03 + t) + " 43.99))")
                       .wkb();
    auto const x = shared_ground(a, b), y = shared_ground(b, a);
    REQUIRE(x);
    REQUIRE(y);
    CHECK(x->m2 == y->m2);  // to the last bit
    CHECK(x->width_m == y->width_m);
    CHECK(x->share_a == y->share_b);
    CHECK(x->share_b == y->share_a);
    CHECK(x->geometry.wkb() == y->geometry.wkb());
  }
}

TEST_CASE("a shared border, a shared corner or a strip below the width of a contact are no overlap",
          "[shared_ground]") {
  auto const a = box(0, 0, 0.01, 0.01);
  CHECK_FALSE(shared_ground(a, box(0.01, 0, 0.02, 0.01)));
  CHECK_FALSE(shared_ground(a, box(0.01, 0.01, 0.02, 0.02)));
  CHECK_FALSE(shared_ground(a, box(0.5, 0, 0.6, 0.01)));
  CHECK_FALSE(shared_ground(a, box(0.01 - 0.4 * CONTACT_WIDTH_M / DEGREE_M, 0, 0.02, 0.01)));
  auto const strip = shared_ground(a, box(0.01 - 0.1 / DEGREE_M, 0, 0.02, 0.01));
  REQUIRE(strip);
  CHECK(strip->width_m == Approx(0.1).margin(0.001));  // the width's 1 mm
}

TEST_CASE("a strip no wider than densifying may have moved the sides is none, unless one of the two is no wider",
          "[shared_ground]") {
  auto const a = box(0, 0, 0.01, 0.01), strip = box(0.01 - 0.015 / DEGREE_M, 0, 0.02, 0.01);  // 15 mm
  CHECK(shared_ground(a, strip));
  CHECK(shared_ground(a, strip, 0.01));
  CHECK_FALSE(shared_ground(a, strip, 0.02));
  CHECK_FALSE(shared_ground(strip, a, 0.02));
  CHECK(shared_ground(a, box(0.005, 0, 0.005 + 0.015 / DEGREE_M, 0.01), 0.02));  // all of a narrow one
}

TEST_CASE("a duplicate has no more than one hundredth outside the other", "[shared_ground]") {
  auto const a = box(84, 44, 84.1, 44.1);
  auto const of = [&](double shift) { return shared_ground(a, box(84 + shift, 44, 84.1 + shift, 44.1)); };
  CHECK(of(0)->duplicate);
  CHECK(of(0)->share_a == Approx(1).margin(1e-12));
  CHECK(of(0.0009)->duplicate);
  CHECK_FALSE(of(0.0011)->duplicate);
  CHECK_FALSE(shared_ground(a, box(84, 44, 84.05, 44.1))->duplicate);  // all of one, half of the other
}
