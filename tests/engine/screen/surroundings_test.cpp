#include <catch2/catch.hpp>

#include "engine/measure/area.hpp"
#include "engine/screen/context.hpp"
#include "engine/screen/nearest_areas.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;

namespace {

// Nine squares in a row, 0.02° apart, the first with two zones.
Basemap map() {
  Basemap::Builder b;
  for (int i = 0; i < 9; ++i) {
    ProtectedArea a;
    a.layer = "reserves", a.id = std::to_string(i), a.kind = "nature_reserve";
    auto const w = 84 + 0.02 * i;
    if (i > 0) b.add(b.area(a), {"core", Geometry::rectangle({w, 44, w + 0.01, 44.01})});
    if (i > 0) continue;
    b.add(b.area(a), {"core", Geometry::rectangle({w, 44, w + 0.005, 44.01})});
    b.add(b.area(a), {"buffer", Geometry::rectangle({w + 0.005, 44, w + 0.01, 44.01})});
  }
  Findings f;
  return b.build(1, f);
}

}  // namespace

TEST_CASE("the nearest areas, each once, in order, without those that are met", "[screen]") {
  auto const m = map();
  auto const shape = coordinates(Geometry::rectangle({83.98, 44, 83.99, 44.01}));
  auto const near = nearest_areas(m, shape, {}, 20000, 4);
  REQUIRE(near.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) CHECK(near[i].area == i);
  CHECK(near[0].zone == 0);  // its core, not the buffer behind it
  CHECK(std::is_sorted(near.begin(), near.end(), [](auto& a, auto& b) { return a.distance_m < b.distance_m; }));
  CHECK(nearest_areas(m, shape, {0, 2}, 20000, 2)[1].area == 3);
  CHECK(nearest_areas(m, shape, {}, 100, 4).empty());
  CHECK(nearest_areas(m, shape, {}, 20000, 99).size() == 9);
  CHECK(nearest_areas(m, shape, {}, 0, 4).empty());
}

TEST_CASE("the context is the ground inside the box, no more and no less", "[screen]") {
  auto const m = map();
  Bounds const box{84.002, 44.002, 84.025, 44.02};
  double total = 0;
  std::size_t zones = 0;
  for (auto const& z : context_zones(m, box)) {
    auto const g = Geometry::from_wkb(z.geometry);
    CHECK(box.contains(g.bounds()));
    total += exact_area_m2(g), ++zones;
  }
  CHECK(zones == 3);
  auto const expected = exact_area_m2(Geometry::rectangle({84.002, 44.002, 84.01, 44.01})) +
                        exact_area_m2(Geometry::rectangle({84.02, 44.002, 84.025, 44.01}));
  CHECK_THAT(total - expected, WithinAbs(0, 0.001));
}
