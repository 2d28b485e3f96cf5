#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "engine/crs/local_metric.hpp"
#include "engine/geometry/coordinates.hpp"
#include "engine/measure/length.hpp"
#include "engine/measure/width.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;

namespace {

LocalMetric const HERE({85, 44});

Ring ring_of(std::vector<Point> const& metres) {
  Ring r;
  for (auto const& p : metres) r.push_back(HERE.to_lonlat(p));
  r.push_back(r.front());
  return r;
}

Geometry polygon(std::vector<Point> const& metres) { return build({2, {{ring_of(metres)}}}); }

std::vector<Point> turned(std::vector<Point> corners, double angle) {
  for (auto& p : corners)
    p = {p.x * std::cos(angle) - p.y * std::sin(angle), p.x * std::sin(angle) + p.y * std::cos(angle)};
  return corners;
}

// Both sides of the promise: the circle found exists, no larger one does, and its centre lies inside.
// `relative` is 1 %, the stated precision, but for shapes on which the bounded search gives up and says so by upper_m.
void check(Geometry const& g, double truth_m, double relative = 0.01) {
  auto const c = largest_circle(g);
  if (relative > 0.01) CHECK(c.upper_m > 1.01 * c.width_m);
  double const tolerance = std::max(relative * truth_m, 0.001) + truth_m * truth_m / 6e6;  // the metric: width/R
  CHECK(c.width_m <= truth_m * (1 + 1e-6) + truth_m * truth_m / 6e6);
  CHECK(c.width_m >= truth_m - tolerance);
  CHECK(c.upper_m >= c.width_m);
  CHECK(c.upper_m >= truth_m * (1 - 1e-6) - truth_m * truth_m / 6e6);
  CHECK(covers(g, Geometry::point(c.centre)));
}

Geometry random_star(std::mt19937& rng, int corners, double size, double roughness) {
  std::uniform_real_distribution<double> u(1 - roughness, 1 + roughness);
  std::vector<Point> p;
  for (int k = 0; k < corners; ++k) {
    double const t = 2 * M_PI * k / corners, d = size * u(rng);
    p.push_back({d * std::cos(t), d * std::sin(t)});
  }
  return polygon(p);
}

double geos_width(Geometry const& g, double tolerance) {
  auto const flat = transform(g, [](Point p) { return HERE.to_m(p); });
  geos::Ptr const radius(GEOSMaximumInscribedCircle_r(geos::context(), flat.get(), tolerance));
  double length = 0;
  geos::check(GEOSLength_r(geos::context(), radius.get(), &length), "length");
  return 2 * length;
}

}  // namespace

TEST_CASE("strips of any width lie at any angle: from a micrometre to a kilometre") {
  for (double const width : {1e-6, 1e-3, 0.5, 30.0, 1000.0})
    for (int i = 0; i < 12; ++i) {
      INFO("width " << width << ", angle " << i * 0.53);
      auto const c = largest_circle(polygon(turned({{0, 0}, {10000, 0}, {10000, width}, {0, width}}, i * 0.53)));
      // Coordinates of 85° are numbers of 1.4e-14°, 1.1 nm: four of them decide a width.
      CHECK_THAT(c.width_m, WithinAbs(width, std::max(0.011 * width, 5e-9) + 1e-8));
    }
}

TEST_CASE("shapes with a known circle, turned and shifted") {
  for (int i = 0; i < 10; ++i) {
    double const a = 0.61 * i;
    check(polygon(turned({{0, 0}, {300, 0}, {0, 400}}, a)), 200);  // a + b − c
    check(polygon(turned({{0, 0}, {100, 0}, {100, 100}, {0, 100}}, a)), 100);
    // An L of two arms 20 m wide: the corner holds a larger circle, of diameter 2·20·(2 − √2), through the inner
    // corner.
    check(polygon(turned({{0, 0}, {1000, 0}, {1000, 20}, {20, 20}, {20, 700}, {0, 700}}, a)), 40 * (2 - std::sqrt(2)),
          0.025);
    // A wedge 10 km long and 10 m wide at its end.
    double const c = std::hypot(10000, 10);
    check(polygon(turned({{0, 0}, {10000, 0}, {10000, 10}}, a)), 10000 + 10 - c);
  }
}

TEST_CASE("a dumbbell: the wider end counts, however thin the neck") {
  check(polygon({{0, 0},
                 {50, 0},
                 {50, 24.9999},
                 {2000, 24.9999},
                 {2000, -10},
                 {2080, -10},
                 {2080, 70},
                 {2000, 70},
                 {2000, 25},
                 {50, 25},
                 {50, 50},
                 {0, 50}}),
        80);
}

TEST_CASE("a hole pushes the circle aside") {
  // A square of 100 with a square hole of 20 in its middle. The circle in a corner's diagonal touches two sides and the
  // hole's corner: centre (r, r) with √2 (40 − r) = r, so r = 40 √2 / (1 + √2).
  auto const g = build(
      {2, {{ring_of({{0, 0}, {100, 0}, {100, 100}, {0, 100}}), ring_of({{40, 40}, {60, 40}, {60, 60}, {40, 60}})}}});
  check(g, 2 * 40 * std::sqrt(2) / (1 + std::sqrt(2)));
}

TEST_CASE("of many parts the widest counts; hundreds of slivers beside it do no harm") {
  Coordinates c{2, {}};
  for (int i = 0; i < 600; ++i)
    c.parts.push_back({ring_of({{i * 50.0, 0}, {i * 50.0 + 40, 17}, {i * 50.0 + 40, 17.002}, {i * 50.0, 0.002}})});
  auto const slivers = largest_circle(build(c));
  CHECK_THAT(slivers.width_m, WithinAbs(0.002 * std::cos(std::atan2(17, 40)), 1e-4));
  c.parts.push_back({ring_of({{0, 500}, {60, 500}, {60, 560}, {0, 560}})});
  check(build(c), 60);
}

TEST_CASE("a crescent along a curved border: kilometres long, centimetres wide") {
  for (double const thick : {0.02, 1.0, 50.0}) {
    std::vector<Point> p;
    for (int i = 0; i <= 200; ++i) p.push_back({10000 * std::cos(i * M_PI / 200), 10000 * std::sin(i * M_PI / 200)});
    for (int i = 199; i >= 1; --i)
      p.push_back({10000 * std::cos(i * M_PI / 200), (10000 - thick) * std::sin(i * M_PI / 200)});
    auto const c = largest_circle(polygon(p));
    INFO("thickness " << thick << ", found " << c.width_m << ", at most " << c.upper_m);
    // At the top both borders run side by side for a whole edge, so the widest place is the thickness, less what the
    // chord takes.
    CHECK(c.width_m <= thick * 1.001 + thick * thick / 6e6);
    CHECK(c.width_m >= 0.97 * thick);
    CHECK(c.upper_m >= c.width_m);
  }
}

TEST_CASE("GEOS's largest circle agrees on rough stars of 5 to 500 corners") {
  std::mt19937 rng(11);
  for (int const corners : {5, 9, 17, 60, 150, 500})
    for (int i = 0; i < 6; ++i) {
      auto const g = random_star(rng, corners, 400, 0.6);
      auto const c = largest_circle(g);
      auto const oracle = geos_width(g, 0.05);
      INFO(corners << " corners, case " << i);
      CHECK_THAT(c.width_m, WithinAbs(oracle, 0.011 * oracle + 0.1));
      CHECK(c.upper_m >= oracle - 0.1);
      CHECK(covers(g, Geometry::point(c.centre)));
    }
}

// Their corners share a few columns, and halves of their boxes fall on them to the last bit.
TEST_CASE("grounds put together of blocks, as exploration rights are") {
  std::mt19937 rng(23);
  constexpr double BLOCK = 15.0 / 3600;
  std::uniform_int_distribution<int> step(0, 3);
  for (int i = 0; i < 300; ++i) {
    std::vector<Geometry> blocks;
    for (int n = 0, x = 0, y = 0; n < 12 + i % 20; ++n) {
      auto const d = step(rng);
      x += d == 0 ? 1 : d == 1 ? -1 : 0, y += d == 2 ? 1 : d == 3 ? -1 : 0;
      blocks.push_back(
          Geometry::rectangle({85 + x * BLOCK, 44 + y * BLOCK, 85 + x * BLOCK + BLOCK, 44 + y * BLOCK + BLOCK}));
    }
    auto const g = union_all(std::move(blocks), 2);
    auto const c = largest_circle(g);
    auto const oracle = geos_width(g, 0.05), metric = oracle * 2e-3;  // of the middle, up to 8 km away
    INFO("case " << i);
    CHECK_THAT(c.width_m, WithinAbs(oracle, 0.011 * oracle + metric));
    CHECK(c.upper_m >= oracle - metric);
  }
}

TEST_CASE("a border of fifty thousand corners is measured like a small one") {
  std::mt19937 rng(5);
  auto const g = random_star(rng, 50000, 20000, 0.02);
  auto const c = largest_circle(g);
  CHECK(covers(g, Geometry::point(c.centre)));
  CHECK(c.upper_m - c.width_m <= 0.011 * c.width_m + c.width_m * c.width_m / 6e6);
  // All corners lie between 98 % and 102 % of 20 km around the origin.
  CHECK(c.width_m > 2 * 20000 * 0.979);
  CHECK(c.width_m < 2 * 20000 * 1.021);
}

TEST_CASE("the width is measured at the place of the circle, not in the middle of a far-flung geometry") {
  // Two squares 400 km apart: the metric half-way would stretch them by several percent.
  LocalMetric const north({85, 47});
  Ring r;
  for (Point const p : {Point{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}, {0, 0}}) r.push_back(north.to_lonlat(p));
  auto const g = build({2, {{r}, {ring_of({{0, 0}, {10, 0}, {10, 10}, {0, 10}})}}});
  // Across the square, side to side through the centre, by geodesics.
  auto const c = largest_circle(g);
  auto const across = geodesic_distance_m({r[0].x, c.centre.y}, {r[1].x, c.centre.y});
  CHECK_THAT(c.width_m, WithinAbs(across, 0.011 * across));
  CHECK(c.width_m <= across + 0.5);
}

TEST_CASE("what has no inside has no width") {
  CHECK(largest_circle(Geometry::from_wkt("POLYGON EMPTY")).width_m == 0);
  CHECK(largest_circle(Geometry::from_wkt("LINESTRING (85 44, 86 45)")).width_m == 0);
  CHECK(largest_circle(Geometry::from_wkt("POLYGON ((85 44, 85.1 44, 85.2 44, 85 44))")).width_m == 0);
  CHECK(largest_circle(Geometry::from_wkt("POLYGON ((85 44, 85 44, 85 44, 85 44))")).width_m == 0);
}

namespace {

// As far in as the nearest side: for a convex polygon the depth is that of a linear programme. Here by a search over
// ternary cuts, which a concave function allows.
double convex_width(std::vector<Point> const& p) {
  auto const depth = [&](double x, double y) {
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < p.size(); ++i) {
      auto const a = p[i], b = p[(i + 1) % p.size()];
      double const l = std::hypot(b.x - a.x, b.y - a.y);
      if (l > 0) least = std::min(least, ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) / l);
    }
    return least;
  };
  auto const highest = [](double low, double high, auto const& f) {
    for (int i = 0; i < 120; ++i) {
      double const a = low + (high - low) * 0.45, b = low + (high - low) * 0.55;
      (f(a) < f(b) ? low : high) = f(a) < f(b) ? a : b;
    }
    return f((low + high) / 2);
  };
  return 2 *
         highest(-2000, 2000, [&](double x) { return highest(-2000, 2000, [&](double y) { return depth(x, y); }); });
}

}  // namespace

TEST_CASE("convex grounds: long, flat, with corners told twice and corners on a side") {
  std::mt19937 rng(17);
  std::uniform_real_distribution<double> u(0, 1);
  for (int i = 0; i < 40; ++i) {
    std::vector<double> angles;
    for (int k = 0; k < 3 + i % 9; ++k) angles.push_back(2 * M_PI * (k + 0.9 * u(rng)) / (3 + i % 9));
    double const flat = std::pow(10, -3.0 * (i % 4) / 3);
    std::vector<Point> p;
    for (auto const t : angles) {
      Point const c{1000 * std::cos(t), 1000 * flat * std::sin(t)};
      if (i % 3 == 1 && !p.empty()) p.push_back({(p.back().x + c.x) / 2, (p.back().y + c.y) / 2});
      p.push_back(c);
      if (i % 3 == 2) p.push_back(c);
    }
    p = turned(p, 0.37 * i);
    INFO("case " << i);
    auto const truth = convex_width(p);
    if (truth <= 0) continue;
    auto const c = largest_circle(polygon(p));
    CHECK_THAT(c.width_m, WithinAbs(truth, std::max(0.01 * truth, 0.001) + truth * truth / 1e6));
    CHECK(c.upper_m >= truth * (1 - 1e-6) - truth * truth / 6e6);
    CHECK(c.upper_m <= 1.011 * c.width_m + 0.001 + truth * 1e-3);
  }
}
