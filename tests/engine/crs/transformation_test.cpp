#include "engine/crs/transformation.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/core/error.hpp"
#include "engine/crs/densify.hpp"
#include "engine/crs/local_metric.hpp"
#include "engine/geometry/coordinates.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;

TEST_CASE("east is first, whatever the authority says") {
  Transformation const t(Crs::parse("EPSG:4516"));
  auto const p = t.forward({28500000, 0});
  CHECK_THAT(p.x, WithinAbs(84, 1e-10));
  CHECK_THAT(p.y, WithinAbs(0, 1e-10));
  auto const back = t.inverse(t.forward({28421670.310, 4940966.783}));
  CHECK_THAT(back.x, WithinAbs(28421670.310, 1e-4));
  CHECK_THAT(back.y, WithinAbs(4940966.783, 1e-4));
}

TEST_CASE("CGCS2000 and WGS 84 count as one, and the record says so") {
  CHECK(Transformation(Crs::parse("EPSG:4490")).identity());
  Transformation const wgs(Crs::parse("EPSG:4326"));
  CHECK(wgs.identity());
  CHECK(wgs.operation().find("WGS 84 = CGCS2000") != std::string::npos);
}

TEST_CASE("old datums are refused without parameters, never passed through") {
  for (auto const* code : {"EPSG:4610", "EPSG:2352", "EPSG:4214", "EPSG:2425", "EPSG:4555"}) {
    INFO(code);
    CHECK_THROWS_AS(Transformation(Crs::parse(code)), Error);
  }
  // Parameters of another datum do not help.
  CHECK_THROWS_AS(Transformation(Crs::parse("EPSG:4610"), {{"beijing1954", {0, 0, 0, 0, 0, 0, 0}, 1.0}}), Error);
}

TEST_CASE("seven parameters move a point by what they say") {
  // Zero parameters: only the ellipsoid changes; ten metres along the Earth's axis at 44°N move north by about 10·cos
  // 44° m.
  Transformation const zero(Crs::parse("EPSG:4610"), {{"xian1980", {0, 0, 0, 0, 0, 0, 0}, 1.0}});
  Transformation const shifted(Crs::parse("EPSG:4610"), {{"xian1980", {0, 0, 10, 0, 0, 0, 0}, 1.0}});
  auto const a = zero.forward({85, 44}), b = shifted.forward({85, 44});
  LocalMetric const metric(a);
  CHECK_THAT(metric.to_m(b).y, WithinAbs(10 * std::cos(44 * RADIANS), 0.01));
  CHECK_THAT(metric.to_m(b).x, WithinAbs(0, 0.01));
  CHECK(*shifted.accuracy_m() == 1.0);
}

TEST_CASE("four parameters act in the plane of the zone") {
  Transformation const t(Crs::parse("EPSG:2352"), {{"xian1980", {100, -50, 0, 0}, std::nullopt}});
  Transformation const cgcs(Crs::parse("EPSG:4516"));
  auto const moved = cgcs.inverse(t.forward({28421670, 4940966}));
  CHECK_THAT(moved.x, WithinAbs(28421770, 0.001));
  CHECK_THAT(moved.y, WithinAbs(4940916, 0.001));
  auto const back = t.inverse(t.forward({28421670, 4940966}));
  CHECK_THAT(back.x, WithinAbs(28421670, 0.001));
}

TEST_CASE("a point that has no image is an error, not infinity") {
  Transformation const t(Crs::parse("EPSG:4267"));
  CHECK_THROWS_AS(t.forward({-100, 95}), GeometryError);
}

TEST_CASE("densified edges stay within a centimetre of the straight projected edge; corners are exact") {
  Transformation const t(Crs::parse("EPSG:4516"));
  // 40 km along the zone's edge, where the bow is largest.
  auto const g = Geometry::from_wkt(
      "POLYGON ((28600000 4900000, 28640000 4900000, 28640000 4930000, 28600000 4930000, 28600000 4900000))");
  auto const dense = to_lonlat(g, t, 0.01);
  auto const corners = corners_to_lonlat(g, t);
  CHECK(corners.vertices() == 5);
  CHECK(dense.vertices() > 50);
  auto const dense_ring = coordinates(dense).parts[0][0];
  for (int edge = 0; edge < 4; ++edge)
    for (int k = 0; k <= 1000; ++k) {
      auto const ring = coordinates(g).parts[0][0];
      auto const s = k / 1000.0;
      auto const p = t.forward(
          {ring[edge].x + s * (ring[edge + 1].x - ring[edge].x), ring[edge].y + s * (ring[edge + 1].y - ring[edge].y)});
      LocalMetric const metric(p);
      double best = 1e9;
      for (std::size_t i = 1; i < dense_ring.size(); ++i) {
        auto const a = metric.to_m(dense_ring[i - 1]), b = metric.to_m(dense_ring[i]);
        auto const l2 = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
        auto const u = std::min(1.0, std::max(0.0, -(a.x * (b.x - a.x) + a.y * (b.y - a.y)) / l2));
        best = std::min(best, std::hypot(a.x + u * (b.x - a.x), a.y + u * (b.y - a.y)));
      }
      REQUIRE(best <= 0.01);
    }
}
