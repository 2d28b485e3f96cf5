#include "engine/basemap/near.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>

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

double along_edge_m(Point p, Point a, Point b) {  // the distance has one minimum along an edge
  auto const at = [&](double t) { return geodesic_distance_m(p, {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)}); };
  double low = 0, high = 1;
  for (int i = 0; i < 40; ++i) {
    auto const t1 = low + (high - low) / 3, t2 = high - (high - low) / 3;
    (at(t1) < at(t2) ? high : low) = at(t1) < at(t2) ? t2 : t1;
  }
  return at((low + high) / 2);
}

constexpr double MOST_M_PER_DEGREE = 112000;  // along a meridian at the pole: 111,694

// By brute force: geodesic distances of each corner of one outline to each edge of the other that can be nearer than
// the best.
double every_edge_m(Coordinates const& a, Coordinates const& b) {
  double best = 1e9;
  for (auto const* from : {&a, &b}) {
    auto const& to = (from == &a ? b : a).parts[0][0];
    for (auto const& p : from->parts[0][0])
      for (std::size_t i = 1; i < to.size(); ++i) {
        auto const near = geodesic_distance_m(p, to[i]);
        auto const length = MOST_M_PER_DEGREE * std::hypot(to[i].x - to[i - 1].x, to[i].y - to[i - 1].y);  // or less
        best = std::min(best, near);
        if (near - length < best) best = std::min(best, along_edge_m(p, to[i - 1], to[i]));
      }
  }
  return best;
}

}  // namespace

TEST_CASE("distance to the nearest area is the geodesic distance, from any side") {
  auto const map = square();
  struct Case {
    Point p, on_border;
  };
  for (auto const& [p, q] :
       {Case{{84.1, 44.25}, {84.1, 44.2}}, Case{{84.3, 44.3}, {84.2, 44.2}}, Case{{83.9, 44.1}, {84, 44.1}}}) {
    auto const n = nearest(map, coordinates(Geometry::point(p)), 50000);
    REQUIRE(n.has_value());
    auto const expected = geodesic_distance_m(p, q);
    CHECK_THAT(n->distance_m, WithinAbs(expected, 1e-3 * expected));  // the pair is chosen in a tangent metric
  }
  CHECK_FALSE(nearest(map, coordinates(Geometry::point({90, 44})), 20000).has_value());
}

TEST_CASE("the nearest ground is that of a search over every edge, for points and polygons at all distances") {
  std::mt19937 rng(1021);
  std::uniform_real_distribution<double> u(-1, 1);
  std::vector<Coordinates> outlines;
  Basemap::Builder b;
  for (int i = 0; i < 12; ++i) {
    Ring r;
    auto const x = 85 + 0.5 * u(rng), y = 43 + 0.5 * u(rng), size = 0.02 + 0.1 * std::abs(u(rng));
    for (int k = 0; k < 400; ++k) {
      auto const t = 2 * M_PI * k / 400, d = size * (1 + 0.2 * std::sin(9 * t) + 0.02 * std::sin(80 * t));
      r.push_back({x + d * std::cos(t), y + d * std::sin(t)});
    }
    r.push_back(r.front());
    outlines.push_back({2, {{r}}});
    ProtectedArea a;
    a.layer = "r", a.id = std::to_string(i), a.kind = "nature_reserve";
    b.add(b.area(a), {"core", build(outlines.back())});
  }
  Findings f;
  auto const map = b.build(1, f);
  int compared = 0;
  for (int i = 0; i < 120; ++i) {
    Point const p{85 + u(rng), 43 + u(rng)};
    auto const shape =
        i % 2 ? coordinates(Geometry::point(p)) : coordinates(Geometry::rectangle({p.x, p.y, p.x + 0.01, p.y + 0.004}));
    double best = 1e9;
    bool meets = false;
    for (auto const& o : outlines) {
      meets = meets || intersects(build(o), build(shape));
      best = std::min(best, every_edge_m(shape, o));
    }
    if (meets) continue;
    ++compared;
    auto const n = nearest(map, shape, 60000);
    REQUIRE(n.has_value() == (best <= 60000));
    if (!n) continue;
    CHECK_THAT(n->distance_m, WithinAbs(best, 0.02 * best));  // the pair is chosen in a tangent metric, 1 % at 50 km
    auto const around = within(map, shape, n->distance_m * 1.001);
    CHECK(std::any_of(around.begin(), around.end(),
                      [&](Near const& a) { return a.area == n->area && a.distance_m == n->distance_m; }));
  }
  CHECK(compared > 50);
}

TEST_CASE("of areas at equal distances the first counts, whatever their order on the ground") {
  Basemap::Builder b;
  ProtectedArea a;
  a.layer = "r", a.kind = "nature_reserve";
  for (int i = 0; i < 40; ++i) {  // the same ground twice, many times over
    a.id = std::to_string(i);
    auto const x = 84 + 0.01 * (39 - i) / 2;
    b.add(b.area(a),
          {"", Geometry::rectangle({std::floor(x * 100) / 100, 44, std::floor(x * 100) / 100 + 0.004, 44.1})});
  }
  Findings f;
  auto const map = b.build(1, f);
  for (auto const x : {83.99, 84.07, 84.15, 84.3}) {
    auto const shape = coordinates(Geometry::point({x, 43.99}));
    auto const n = nearest(map, shape, 50000);
    REQUIRE(n);
    auto const all = within(map, shape, 50000);
    auto least = n->distance_m;
    for (auto const& w : all) least = std::min(least, w.distance_m);
    auto const first =
        std::find_if(all.begin(), all.end(), [&](Near const& w) { return std::abs(w.distance_m - least) < 1e-6; });
    REQUIRE(first != all.end());
    CHECK(first->area == n->area);
  }
}

TEST_CASE("nothing is near without a place, a limit or ground") {
  auto const map = square();
  auto const inf = std::numeric_limits<double>::infinity(), nan = std::numeric_limits<double>::quiet_NaN();
  auto const p = coordinates(Geometry::point({84.3, 44.3}));
  for (auto const limit : {0.0, -1.0, nan}) CHECK_FALSE(nearest(map, p, limit));
  CHECK(nearest(map, p, inf));
  CHECK_FALSE(nearest(map, {}, 50000));
  CHECK(within(map, {}, 50000).empty());
  CHECK_FALSE(nearest(map, {0, {{{{nan, nan}}}}}, 50000));
  Findings f;
  CHECK_FALSE(nearest(Basemap::Builder().build(1, f), p, 50000));
}

TEST_CASE("spikes, doubled points and slivers are as near as their corners") {
  auto const map = square();
  Point const p{84.3, 44.1}, q{84.25, 44.1};
  auto const of = [&](Coordinates const& c) { return nearest(map, c, 50000)->distance_m; };
  auto const of_q = of(coordinates(Geometry::point(q)));
  CHECK(of({1, {{{q, q}}}}) == of_q);
  CHECK_THAT(of({1, {{{p, q, p}}}}), WithinAbs(of_q, 1e-2));
  CHECK_THAT(of({2, {{{p, q, {84.3, 44.1 + 1e-12}, p}}}}), WithinAbs(of_q, 1e-2));
  CHECK_THAT(of({2, {{{q, q, q, q}}}}), WithinAbs(of_q, 1e-6));
}

TEST_CASE("depth counts true borders only, not the cuts between cells") {
  auto const map = square();
  CHECK(depth_is_at_least(map, 0, 0, {84.1, 44.1}, 1000));
  CHECK_FALSE(depth_is_at_least(map, 0, 0, {84.0001, 44.1}, 10));  // about 8 m inside
  CHECK(depth_is_at_least(map, 0, 0, {84.0001, 44.1}, 7));
}
