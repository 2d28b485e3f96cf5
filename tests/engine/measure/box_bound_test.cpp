#include "engine/measure/box_bound.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

using namespace redline;
using Catch::Matchers::WithinAbs;

namespace {

OutlineEdge edge(Point a, Point b) {
  double const hx = (b.x - a.x) / 2, hy = (b.y - a.y) / 2, half2 = hx * hx + hy * hy;
  return {a.x, a.y, b.x, a.x + hx, a.y + hy, hx, hy, half2, half2 > 0 ? 1 / half2 : 0};
}

double from_all(std::vector<OutlineEdge> const& edges, Point p) {
  double least2 = std::numeric_limits<double>::infinity();
  for (auto const& e : edges) least2 = std::min(least2, e.distance2(p));
  return std::sqrt(least2);
}

}  // namespace

TEST_CASE("no point of the box lies farther from all edges than the bound, whatever they are") {
  std::mt19937 rng(3);
  std::uniform_real_distribution<double> u(-1, 1);
  for (int i = 0; i < 2000; ++i) {
    INFO("case " << i);
    double const size = std::pow(10, 4 * u(rng)), flat = i % 3 == 0 ? 1e-7 : 1;
    Point const centre{1e5 * u(rng), 1e5 * u(rng)};
    double const hx = size, hy = size * flat * std::abs(u(rng));
    auto const somewhere = [&] { return Point{centre.x + 3 * size * u(rng), centre.y + 3 * size * u(rng)}; };
    BoxBound bound(centre, hx, hy);
    std::vector<OutlineEdge> edges;
    for (int k = 0; k < 1 + i % 8; ++k) {
      auto const a = somewhere(), b = i % 5 == 0 && k == 0 ? a : somewhere();  // a point now and then
      edges.push_back(edge(a, b));
      auto const before = bound.most();
      bound.add(edges.back(), {});
      CHECK(bound.most() <= before);
    }
    auto const rounding = 1e-12 * (1e5 + size);
    for (int k = 0; k < 100; ++k)
      CHECK(from_all(edges, {centre.x + hx * u(rng), centre.y + hy * u(rng)}) <= bound.most() + rounding);
    CHECK(std::abs(bound.highest().x - centre.x) <= hx + rounding);
    CHECK(std::abs(bound.highest().y - centre.y) <= hy + rounding);
  }
}

TEST_CASE("where straight sides decide, the bound is their largest circle and tells its centre") {
  // Legs 300 and 400 of a right triangle: the circle of radius 100 around (100, 100).
  std::vector const sides{edge({0, 0}, {300, 0}), edge({300, 0}, {0, 400}), edge({0, 400}, {0, 0})};
  BoxBound bound({100, 110}, 30, 40);
  for (auto const& s : sides) bound.add(s, {});
  CHECK_THAT(bound.most(), WithinAbs(100, 1e-9));
  CHECK_THAT(bound.highest().x, WithinAbs(100, 1e-9));
  CHECK_THAT(bound.highest().y, WithinAbs(100, 1e-9));
  // Between two parallels half their distance, and anywhere along them.
  BoxBound strip({50, 3}, 10, 3);
  strip.add(edge({0, 0}, {100, 0}), {});
  strip.add(edge({100, 8}, {0, 8}), {});
  CHECK_THAT(strip.most(), WithinAbs(4, 1e-12));
  CHECK_THAT(strip.highest().y, WithinAbs(4, 1e-12));
}

TEST_CASE("edges told twice, and edges on one line, change nothing") {
  BoxBound bound({5, 5}, 1, 1);
  bound.add(edge({0, 0}, {10, 0}), {});
  auto const once = bound.most();
  CHECK_THAT(once, WithinAbs(6, 1e-12));
  for (int i = 0; i < 3; ++i) bound.add(edge({0, 0}, {10, 0}), {});
  bound.add(edge({10, 0}, {0, 0}), {});
  CHECK(bound.most() == once);
}
