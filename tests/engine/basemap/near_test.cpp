#include "engine/basemap/near.hpp"

#include <catch2/catch.hpp>

#include "engine/measure/length.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;

namespace {

Basemap square(double accuracy = -1) {
  Basemap::Builder b;
  ProtectedArea a;
  a.layer = "r", a.id = "1", a.kind = "nature_reserve";
  if (accuracy >= 0) a.accuracy_m = accuracy;
  b.add(b.area(a), {"core", Geometry::rectangle({84, 44, 84.2, 44.2})});
  Findings f;
  return b.build(1, f);
}

}  // namespace

TEST_CASE("distance to the nearest area is the geodesic distance, from any side") {
  auto const map = square();
  struct Case {
    Point p, on_border;
  };
  for (auto const& [p, q] : {Case{{84.1, 44.25}, {84.1, 44.2}}, Case{{84.3, 44.3}, {84.2, 44.2}}, Case{{83.9, 44.1}, {84, 44.1}}}) {
    auto const n = nearest(map, coordinates(Geometry::point(p)), 50000);
    REQUIRE(n.has_value());
    auto const expected = geodesic_distance_m(p, q);
    CHECK_THAT(n->distance_m, WithinAbs(expected, 1e-3 * expected));  // the pair is chosen in a tangent metric
  }
  CHECK_FALSE(nearest(map, coordinates(Geometry::point({90, 44})), 20000).has_value());
}

TEST_CASE("depth counts true borders only, not the cuts between cells") {
  auto const map = square();
  CHECK(depth_is_at_least(map, 0, 0, {84.1, 44.1}, 1000));
  CHECK_FALSE(depth_is_at_least(map, 0, 0, {84.0001, 44.1}, 10));   // about 8 m inside
  CHECK(depth_is_at_least(map, 0, 0, {84.0001, 44.1}, 7));
}
