#include "engine/screen/corner_parts.hpp"

#include <catch2/catch.hpp>

#include "engine/crs/densify.hpp"
#include "engine/measure/area.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;

namespace {

Transformation const& degrees() {
  static Transformation const t(Crs::parse("EPSG:4490"));
  return t;
}

std::size_t corners(ScreenedPart const& p) {
  std::size_t n = 0;
  for (auto const& r : p.rings) n += r.corners.size();
  return n;
}

}  // namespace

TEST_CASE("vertices on straight edges are no corners, wherever the ring starts", "[screen]") {
  auto const square = Geometry::from_wkt(
      "POLYGON((84.005 44,84.01 44,84.01 44.002,84.01 44.01,84 44.01,84 44.005,84 44.001,84 44,84.003 44,84.005 44))");
  auto const parts = corner_parts(square, degrees());
  REQUIRE(parts.size() == 1);
  REQUIRE(parts[0].rings[0].corners.size() == 4);
  CHECK(parts[0].rings[0].corners[0].lonlat == Point{84, 44});
  CHECK_THAT(parts[0].m2 - exact_area_m2(square), WithinAbs(0, 1e-9));
}

TEST_CASE("an edge that bends by a millimetre keeps its corner, one that bends by a hundredth of it does not",
          "[screen]") {
  auto const corners_where_bent_by = [](double metres) {
    Coordinates c;
    c.dimension = 2;
    c.parts = {{{{84, 44}, {84.005, 44 - metres / 111000}, {84.01, 44}, {84.01, 44.01}, {84, 44.01}, {84, 44}}}};
    return corners(corner_parts(build(c), degrees())[0]);
  };
  CHECK(corners_where_bent_by(1e-3) == 5);
  CHECK(corners_where_bent_by(1e-5) == 4);
}

TEST_CASE("a western edge that bulges in degrees but is straight in the plane has no corner there", "[screen]") {
  Transformation const t(Crs::parse("EPSG:4516"));
  auto const given = Geometry::from_wkt(
      "POLYGON((28560000 4940000,28580000 4940000,28580000 4990000,28560000 4990000,28560000 4940000))");
  auto const parts = corner_parts(to_lonlat(given, t), t);
  REQUIRE(parts.size() == 1);
  CHECK(parts[0].rings[0].corners.size() == 4);
}

TEST_CASE("what densifying added is taken out again: the corners are those that were given", "[screen]") {
  Transformation const t(Crs::parse("EPSG:4516"));
  auto const given = Geometry::from_wkt(
      "POLYGON((28420000 4940000,28432000 4941000,28431000 4952000,28420000 4950000,28420000 4940000),"
      "(28424000 4944000,28424000 4946000,28426000 4946000,28424000 4944000))");
  auto const dense = to_lonlat(given, t);
  REQUIRE(dense.vertices() > given.vertices());
  auto const parts = corner_parts(dense, t);
  REQUIRE(parts.size() == 1);
  REQUIRE(parts[0].rings.size() == 2);
  CHECK(parts[0].rings[1].hole);
  CHECK(parts[0].rings[0].corners.size() == 4);
  CHECK(parts[0].rings[1].corners.size() == 3);
  CHECK_THAT(parts[0].rings[0].corners[0].given.x - 28420000, WithinAbs(0, 1e-4));
  CHECK(parts[0].rings[1].corners[2].name == "C7");
}

TEST_CASE("parts come from the largest on", "[screen]") {
  auto const two =
      Geometry::from_wkt("MULTIPOLYGON(((84 44,84.001 44,84 44.001,84 44)),((85 44,85.1 44,85 44.1,85 44)))");
  auto const parts = corner_parts(two, degrees());
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].m2 > parts[1].m2);
  CHECK(parts[0].rings[0].corners[0].lonlat.x == 85);
}
