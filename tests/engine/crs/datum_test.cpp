#include <catch2/catch.hpp>
#include <cmath>

#include "engine/core/error.hpp"
#include "engine/crs/local_metric.hpp"
#include "engine/crs/transformation.hpp"
#include "engine/measure/length.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;

namespace {

// Position vector Helmert at height 0 written out anew: the oracle of the seven parameters.
struct Xyz {
  double x, y, z;
};

Xyz cartesian(Point p, double a, double rf) {
  double const f = 1 / rf, e2 = f * (2 - f), lon = p.x * M_PI / 180, lat = p.y * M_PI / 180;
  double const n = a / std::sqrt(1 - e2 * std::sin(lat) * std::sin(lat));
  return {n * std::cos(lat) * std::cos(lon), n * std::cos(lat) * std::sin(lon), n * (1 - e2) * std::sin(lat)};
}

Point geographic(Xyz p, double a, double rf) {
  double const f = 1 / rf, e2 = f * (2 - f), r = std::hypot(p.x, p.y);
  double lat = std::atan2(p.z, r * (1 - e2));
  for (int i = 0; i < 30; ++i) {
    double const n = a / std::sqrt(1 - e2 * std::sin(lat) * std::sin(lat)), h = r / std::cos(lat) - n;
    lat = std::atan2(p.z, r * (1 - e2 * n / (n + h)));
  }
  return {std::atan2(p.y, p.x) * 180 / M_PI, lat * 180 / M_PI};
}

Point helmert(Point p, std::vector<double> const& v, double a, double rf) {
  auto const s = cartesian(p, a, rf);
  double const rx = v[3] / 206264.80624709636, ry = v[4] / 206264.80624709636, rz = v[5] / 206264.80624709636,
               m = 1 + v[6] * 1e-6;
  return geographic({v[0] + m * (s.x - rz * s.y + ry * s.z), v[1] + m * (rz * s.x + s.y - rx * s.z),
                     v[2] + m * (-ry * s.x + rx * s.y + s.z)},
                    6378137, 298.257222101);
}

}  // namespace

TEST_CASE("seven parameters agree with the Helmert formula written out, on both old ellipsoids") {
  std::vector<double> const v{-12.3, 104.5, 67.8, 0.12, -1.34, 2.56, -3.2};
  for (auto const& [code, datum, a, rf] : {std::tuple{"EPSG:4610", "xian1980", 6378140.0, 298.257},
                                           {"EPSG:4214", "beijing1954", 6378245.0, 298.3},
                                           {"EPSG:4555", "new_beijing", 6378245.0, 298.3}}) {
    Transformation const t(Crs::parse(code), {{datum, v, 1.0}});
    for (Point const p : {Point{74, 36}, {84.5, 44.6}, {96, 49}}) {
      INFO(code << " " << p.x);
      // PROJ linearises the rotation as this does; 0.1 mm leaves room for the height it drops.
      CHECK_THAT(geodesic_distance_m(t.forward(p), helmert(p, v, a, rf)), WithinAbs(0, 1e-4));
      CHECK_THAT(geodesic_distance_m(t.inverse(t.forward(p)), p),
                 WithinAbs(0, 5e-3));  // the height of some 100 m is lost on the way
    }
  }
}

TEST_CASE("a projected and a geographic source give the same ground") {
  DatumParameters const xian{"xian1980", {-12.3, 104.5, 67.8, 0.12, -1.34, 2.56, -3.2}, 1.0};
  Transformation const plane(Crs::parse("EPSG:2352"), {xian}), degrees(Crs::parse("EPSG:4610"), {xian});
  Point const p{28421670, 4940966};
  // The meridian and the arc of latitude of a Gauss–Krüger point on its central meridian are known without a
  // projection.
  CHECK_THAT(plane.forward({28500000, 0}).x, WithinAbs(degrees.forward({84, 0}).x, 1e-10));
  CHECK_THAT(plane.forward({28500000, 0}).y, WithinAbs(degrees.forward({84, 0}).y, 1e-10));
  auto const back = plane.inverse(plane.forward(p));
  CHECK_THAT(std::hypot(back.x - p.x, back.y - p.y), WithinAbs(0, 5e-3));
}

TEST_CASE("four parameters turn and scale the plane without the zone prefix: one ground, one answer") {
  std::vector<double> const v{100, -50, 3.5, -12};
  DatumParameters const xian{"xian1980", v, {}};
  Transformation const prefixed(Crs::parse("EPSG:2352"), {xian}), plain(Crs::parse("EPSG:2373"), {xian}),
      cgcs(Crs::parse("EPSG:4537"));
  Point const p{421670.31, 4940966.783};
  auto const a = prefixed.forward({p.x + 28e6, p.y}), b = plain.forward(p);
  CHECK_THAT(geodesic_distance_m(a, b), WithinAbs(0, 1e-6));
  double const r = v[2] / 206264.80624709636, m = 1 + v[3] * 1e-6;
  auto const moved = cgcs.inverse(b);
  CHECK_THAT(moved.x, WithinAbs(v[0] + m * (p.x * std::cos(r) - p.y * std::sin(r)), 1e-4));
  CHECK_THAT(moved.y, WithinAbs(v[1] + m * (p.x * std::sin(r) + p.y * std::cos(r)), 1e-4));
  auto const back = prefixed.inverse(a);
  CHECK_THAT(back.x - 28e6, WithinAbs(p.x, 1e-4));
  CHECK_THAT(back.y, WithinAbs(p.y, 1e-4));
}

TEST_CASE("four parameters keep the scale of the source's own projection") {
  auto const on_xian = [](char const* k) {
    return std::string(
               R"(PROJCS["p",GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140.0,298.257]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",84.0],PARAMETER["Scale_Factor",)") +
           k + R"(],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]])";
  };
  DatumParameters const nothing{"xian1980", {0, 0, 0, 0}, {}};
  Transformation const one(Crs::parse(on_xian("1.0")), {nothing}), utm(Crs::parse(on_xian("0.9996")), {nothing});
  // On the central meridian northing / scale is the arc of the meridian.
  CHECK_THAT(geodesic_distance_m(utm.forward({500000, 4900000 * 0.9996}), one.forward({500000, 4900000})),
             WithinAbs(0, 1e-5));
}

TEST_CASE("of four parameters the first leads east, the second north, and the third turns from east to north") {
  auto const with = [](std::vector<double> const& values) {
    return Transformation(Crs::parse("EPSG:2352"), {DatumParameters{"xian1980", values, {}}});
  };
  auto const plain = with({0, 0, 0, 0}), shifted = with({10, 20, 0, 0}), turned = with({0, 0, 1, 0});
  auto const apart = [](Point p, Point q) { return geodesic_distance_m(p, q); };
  CHECK_THAT(apart(shifted.forward({28515905, 4929400}), plain.forward({28515915, 4929420})), WithinAbs(0, 1e-5));
  // 1″ is 4.848137e-6: of E = 500 000 m that is 2.4241 m to the north, of N = 4 900 000 m it is 23.7559 m to the west.
  CHECK_THAT(apart(turned.forward({28500000, 4900000}), plain.forward({28499976.2441, 4900002.4241})),
             WithinAbs(0, 2e-4));
  CHECK(shifted.operation() ==
        "4-parameter transformation from the workspace: east +10 m, north +20 m, +0″ from east to north, +0 ppm");
}

TEST_CASE("four parameters serve Gauss–Krüger metres only, and wrong counts are named") {
  DatumParameters const four{"xian1980", {1, 2, 3, 4}, {}};
  auto const code = [](std::string const& crs, DatumParameters const& p) -> std::string {
    try {
      Transformation const t(Crs::parse(crs), {p});
    } catch (Error const& e) {
      return e.message().key;
    }
    return "";
  };
  CHECK(code("EPSG:4610", four) == "crs.four_need_plane");
  auto const mercator =
      R"(PROJCS["m",GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140.0,298.257]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Mercator"],PARAMETER["False_Easting",0],PARAMETER["False_Northing",0],PARAMETER["Central_Meridian",84],PARAMETER["Standard_Parallel_1",0],UNIT["Meter",1]])";
  CHECK(code(mercator, four) == "crs.four_need_plane");
  CHECK(code("EPSG:2352", {"xian1980", {1, 2, 3}, {}}) == "crs.parameter_count");
  CHECK(code("EPSG:2352", {"beijing1954", {1, 2, 3, 4}, {}}) == "crs.datum_needs_parameters");
}

TEST_CASE("TOWGS84 in a definition is not the user's word for an old Chinese datum, but counts for an unknown one") {
  auto const with_towgs84 = [](char const* datum) {
    return std::string("GEOGCS[\"g\",DATUM[\"") + datum +
           R"(",SPHEROID["Krassowsky 1940",6378245,298.3],TOWGS84[15.8,-154.4,-82.3,0,0,0,0]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]])";
  };
  CHECK_THROWS_AS(Transformation(Crs::parse(with_towgs84("Beijing_1954"))), Error);
  Transformation const t(Crs::parse(with_towgs84("local")));
  auto const expected = helmert({83, 40}, {15.8, -154.4, -82.3, 0, 0, 0, 0}, 6378245, 298.3);
  CHECK_THAT(geodesic_distance_m(t.forward({83, 40}), expected),
             WithinAbs(0, 1e-3));  // WGS 84 and CGCS2000 differ by 0.1 mm
}

TEST_CASE("other datums: one operation for the whole layer, its accuracy on record, no ballpark") {
  Transformation const pulkovo(Crs::parse("EPSG:4284"));  // in use across the border
  CHECK(pulkovo.operation().find("Pulkovo 1942 to WGS 84") != std::string::npos);
  REQUIRE(pulkovo.accuracy_m().has_value());
  CHECK(*pulkovo.accuracy_m() < 20);
  auto const shift = geodesic_distance_m({80, 44}, pulkovo.forward({80, 44}));
  CHECK(shift > 20);  // a ballpark operation would be 0
  CHECK(shift < 200);
  CHECK_THAT(geodesic_distance_m(pulkovo.inverse(pulkovo.forward({80, 44})), {80, 44}), WithinAbs(0, 0.01));
  Transformation const copy = pulkovo.clone();
  CHECK(copy.forward({80, 44}) == pulkovo.forward({80, 44}));
}
