#include "engine/measure/area.hpp"

#include <geodesic.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <vector>

#include "engine/geometry/coordinates.hpp"
#include "engine/measure/length.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;

namespace {

double dms(double d, double m, double s) { return d + m / 60 + s / 3600; }

// The published parcel of 精河县: ten corners, seconds to three decimals.
Geometry jinghe() {
  Ring r{{dms(83, 0, 48.281), dms(44, 35, 59.917)}, {dms(83, 0, 52.520), dms(44, 36, 0.295)},
         {dms(83, 0, 53.408), dms(44, 35, 56.795)}, {dms(83, 0, 58.140), dms(44, 35, 57.242)},
         {dms(83, 0, 57.912), dms(44, 35, 59.845)}, {dms(83, 1, 1.932), dms(44, 35, 58.076)},
         {dms(83, 1, 2.112), dms(44, 35, 57.113)},  {dms(83, 0, 44.937), dms(44, 35, 53.927)},
         {dms(83, 0, 41.907), dms(44, 35, 58.139)}, {dms(83, 0, 48.186), dms(44, 36, 0.478)}};
  r.push_back(r.front());
  return build({2, {{r}}});
}

Geometry densified(Geometry const& g, int n) {
  auto c = coordinates(g);
  for (auto& part : c.parts)
    for (auto& ring : part) {
      Ring out;
      for (std::size_t i = 1; i < ring.size(); ++i)
        for (int k = 0; k < n; ++k)
          out.push_back({ring[i - 1].x + (ring[i].x - ring[i - 1].x) * k / n,
                         ring[i - 1].y + (ring[i].y - ring[i - 1].y) * k / n});
      out.push_back(out.front());
      ring = out;
    }
  return build(c);
}

}  // namespace

TEST_CASE("TD/T 1055 on the published parcel, and what explains the printed figure") {
  auto const g = jinghe();
  CHECK_THAT(tdt1055_area_m2(g), WithinAbs(44528.46, 0.01));
  CHECK_THAT(tdt1055_area_m2(g, Eccentricity::second), WithinAbs(44530.45, 0.01));
  CHECK_THAT(planar_area_m2(g, 84), WithinAbs(44534.40, 0.01));
  CHECK_THAT(planar_area_m2(g, 81), WithinAbs(44555.68, 0.01));
}

TEST_CASE("TD/T 1055 on whole cells equals the exact area; series error is below 0.01 m²") {
  struct Case {
    Bounds b;
    double m2;
  };
  for (auto const& [b, m2] :
       {Case{{84, 44, 85, 45}, 8837369526.12}, Case{{90, 41, 90.01, 41.01}, 934284.3093},
        Case{{82.5, 44, 82.51, 44.01}, 891114.9311}, Case{{90, 40, 90.0625, 40 + 2.5 / 60}, 24684446.24},
        Case{{90, 44, 90.0625, 44 + 2.5 / 60}, 23200008.77}, Case{{90, 48, 90.0625, 48 + 2.5 / 60}, 21599754.89}}) {
    auto const cell = Geometry::rectangle(b);
    CHECK_THAT(tdt1055_area_m2(cell), WithinAbs(m2, 0.01));
    CHECK_THAT(exact_area_m2(cell), WithinAbs(m2, 0.01 + 5e-12 * m2));  // the series stops at e⁸: 3.5e-12
  }
}

TEST_CASE(
    "exact area agrees with geodesic area of the same ring densified, because then the edges are the same lines") {
  for (auto const* wkt :
       {"POLYGON ((84 44, 84.3 44.05, 84.2 44.4, 83.9 44.2, 84 44))", "POLYGON ((74 35, 76 35.5, 75 37.2, 74 35))"}) {
    auto const g = Geometry::from_wkt(wkt);
    // What geodesic chords leave falls with the square of the number of parts: 28 m² at 2,000, 0.3 m² at 20,000.
    CHECK_THAT(exact_area_m2(g) - geodesic_area_m2(densified(g, 20000)), WithinAbs(0, 1.0));
    CHECK_THAT(exact_area_m2(g) - exact_area_m2(densified(g, 37)), WithinAbs(0, 0.01));
  }
}

TEST_CASE("parts add up to the whole: |A| = |A∩B| + |A−B| on random polygons, within 0.01 m² + 1e-9") {
  std::mt19937 rng(20190331);
  std::uniform_real_distribution<double> u(0, 1);
  for (int i = 0; i < 200; ++i) {
    auto const star = [&](double x, double y, double size) {
      Ring r;
      for (int k = 0; k < 17; ++k) {
        auto const t = 2 * 3.14159265358979 * k / 17, d = size * (0.3 + u(rng));
        r.push_back({x + d * std::cos(t), y + d * std::sin(t)});
      }
      r.push_back(r.front());
      return build({2, {{r}}});
    };
    auto const size = std::pow(10.0, -4 + 4 * u(rng));  // from ten metres to a hundred kilometres
    auto const a = star(85, 43, size), b = star(85 + size * u(rng), 43 + size * u(rng), size);
    auto const whole = exact_area_m2(a);
    INFO("seed 20190331, case " << i << ", size " << size);
    CHECK_THAT(exact_area_m2(intersection(a, b)) + exact_area_m2(difference(a, b)) - whole,
               WithinAbs(0, 0.01 + 1e-9 * whole));
  }
}

// The last digit of the sum is all that may differ.
TEST_CASE("geodesic areas are those of PROJ's polygons, also over the antimeridian and around a pole") {
  auto const of_proj = [](Ring const& r) {
    std::vector<double> lats, lons;
    for (auto const& p : r) lats.push_back(p.y), lons.push_back(p.x);
    geod_geodesic earth;
    geod_init(&earth, 6378137.0, 1 / 298.257222101);
    double area = 0;
    geod_polygonarea(&earth, lats.data(), lons.data(), static_cast<int>(r.size()) - 1, &area, nullptr);
    return std::abs(area);
  };
  std::vector<Ring> rings = {{{179.9, 44}, {-179.9, 44}, {-179.9, 44.2}, {179.9, 44.2}, {179.9, 44}},
                             {{179.9, 44}, {180.1, 44}, {180.1, 44.2}, {179.9, 44.2}, {179.9, 44}},
                             {{0, 80}, {120, 80}, {-120, 80}, {0, 80}},
                             {{0, 85}, {90, 90}, {80, 85}, {0, 85}}};
  std::mt19937 rng(20260315);
  std::uniform_real_distribution<double> u(-1, 1);
  for (int i = 0; i < 300; ++i) {
    auto const size = std::pow(10.0, -3 + 2 * (u(rng) + 1)), x = 170 * u(rng), y = 75 * u(rng);
    Ring r;
    for (int k = 0; k < 9; ++k) r.push_back({x + size * u(rng), y + size * u(rng)});
    r.push_back(r.front());
    rings.push_back(r);
  }
  for (auto const& r : rings) {
    auto const expected = of_proj(r);
    INFO(r[0].x << " " << r[0].y << " " << r[1].x << " " << r[1].y);
    CHECK_THAT(geodesic_area_m2(Coordinates{2, {{r}}}) - expected, WithinAbs(0, 1e-5 + 1e-15 * expected));
  }
}

TEST_CASE("a square metre at 44°N is a square metre") {
  double const dy = 1 / 111120.0, dx = 1 / 80000.0;
  auto const g = Geometry::rectangle({85, 44, 85 + dx, 44 + dy});
  CHECK_THAT(exact_area_m2(g) - geodesic_area_m2(g), WithinAbs(0, 1e-4));
}

TEST_CASE("holes are subtracted, direction of rings does not matter, lines have no area") {
  auto const g = Geometry::from_wkt(
      "POLYGON ((84 44, 84.1 44, 84.1 44.1, 84 44.1, 84 44), (84.02 44.02, 84.02 44.05, 84.05 44.05, 84.05 44.02, "
      "84.02 44.02))");
  auto const whole = exact_area_m2(Geometry::rectangle({84, 44, 84.1, 44.1})),
             hole = exact_area_m2(Geometry::rectangle({84.02, 44.02, 84.05, 44.05}));
  CHECK_THAT(exact_area_m2(g) - (whole - hole), WithinAbs(0, 1e-6));
  CHECK(exact_area_m2(Geometry::from_wkt("LINESTRING (84 44, 85 45)")) == 0);
  CHECK(tdt1055_area_m2(Geometry::from_wkt("POLYGON EMPTY")) == 0);
  Coordinates const hollow{2, {{Ring{}}}};  // a ring without corners
  for (auto const area : {exact_area_m2(hollow), tdt1055_area_m2(hollow), geodesic_area_m2(hollow)}) CHECK(area == 0);
}

TEST_CASE("lengths add up over cuts; a meridian degree has its published length") {
  auto const whole = Geometry::from_wkt("LINESTRING (84 44, 86 45.5)");
  auto const halves = Geometry::from_wkt("MULTILINESTRING ((84 44, 84.6 44.45), (84.6 44.45, 86 45.5))");
  CHECK_THAT(exact_length_m(whole) - exact_length_m(halves), WithinAbs(0, 1e-4));
  // A meridian is a geodesic: PROJ's geodesic distance is the oracle.
  CHECK_THAT(exact_length_m(Geometry::from_wkt("LINESTRING (84 44, 84 45)")) - geodesic_distance_m({84, 44}, {84, 45}),
             WithinAbs(0, 1e-4));
}
