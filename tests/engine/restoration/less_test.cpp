// Ground less other ground: laws of areas, and the short ways against the overlay itself. SPDX-License-Identifier:
// Apache-2.0
#include "engine/restoration/less.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "engine/geometry/coordinates.hpp"
#include "engine/measure/area.hpp"
#include "engine/overlay/ladder.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;

namespace {

Geometry box(double x0, double y0, double x1, double y1) {
  return only_dimension(Geometry::rectangle({x0, y0, x1, y1}), 2);
}

Geometry star(std::mt19937& random, double spread) {
  std::uniform_real_distribution<double> unit(0, 1);
  Point const c{90 + spread * unit(random), 42 + spread * unit(random)};
  int const n = 3 + static_cast<int>(random() % 20);
  Ring ring;
  for (int i = 0; i < n; ++i) {
    auto const r = 0.004 * (0.3 + unit(random)), t = 2 * M_PI * i / n;
    ring.push_back({c.x + r * std::cos(t), c.y + r * std::sin(t)});
  }
  ring.push_back(ring.front());
  return build({2, {{ring}}});
}

double m2(Geometry const& g) { return g.empty() ? 0 : exact_area_m2(g); }

}  // namespace

TEST_CASE("the short ways", "[restoration]") {
  auto const a = box(90, 42, 90.01, 42.01);
  CHECK(same_outline(a, a.clone()));
  CHECK_FALSE(same_outline(a, box(90, 42, 90.01, 42.0100001)));
  CHECK(less(a.clone(), a).empty());
  CHECK(same_outline(common(a, a), a));
  auto const far = box(90.02, 42, 90.03, 42.01);
  CHECK(apart(a, far));
  CHECK(same_outline(less(a.clone(), far), a));
  CHECK(common(a, far).empty());
  CHECK_FALSE(apart(a, box(90.01, 42, 90.02, 42.01)));  // a shared edge is for the overlay to decide
  CHECK(less(collect({}, 2), a).empty());
}

// Tolerance: half of the bound of the balance, 0.01 m², for two overlays.
TEST_CASE("what is taken and what is left are the whole", "[restoration]") {
  std::mt19937 random(21);
  int apart_pairs = 0, crossing = 0;
  for (int round = 0; round < 400; ++round) {
    auto const a = star(random, 0.01), b = star(random, 0.01);
    auto const both = common(a, b), left = less(a.clone(), b);
    CHECK_THAT(m2(both) + m2(left), WithinAbs(m2(a), 0.005));
    CHECK_THAT(m2(both), WithinAbs(m2(only_dimension(intersection_by_ladder(a, b).geometry, 2)), 0.005));
    ++(apart(a, b) ? apart_pairs : crossing);
  }
  CHECK(apart_pairs > 40);
  CHECK(crossing > 40);
}
