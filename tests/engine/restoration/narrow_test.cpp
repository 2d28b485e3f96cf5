#include "engine/restoration/narrow.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "engine/crs/local_metric.hpp"
#include "engine/measure/area.hpp"

using namespace redline;

namespace {

// A pit of four corners with degrees of seven decimals, without the same pit in metres, which may end short of its
// southern side.
Geometry left_open(std::mt19937& random, double missing_m) {
  std::uniform_real_distribution<double> share(0, 1);
  LocalMetric const metric({80 + 10 * share(random), 40 + 8 * share(random)});
  double const wide = 150 + 400 * share(random), high = 100 + 300 * share(random), turn = 6.28 * share(random);
  auto const corners = [&](double south, bool rounded) {
    Ring out;
    for (auto const [x, y] :
         {Point{0, south}, Point{wide, south}, Point{wide, high}, Point{0, high}, Point{0, south}}) {
      auto p = metric.to_lonlat({std::cos(turn) * x - std::sin(turn) * y, std::sin(turn) * x + std::cos(turn) * y});
      if (rounded) p = {std::round(p.x * 1e7) / 1e7, std::round(p.y * 1e7) / 1e7};
      out.push_back(p);
    }
    return build(Coordinates{2, {{out}}});
  };
  return only_dimension(difference(corners(0, true), corners(missing_m, false)), 2);
}

double wide_m2_of(Geometry const& ground) {
  return exact_area_m2(coordinates(ground)) - narrow_m2(ground, CORNER_WIDTH_M);
}

}  // namespace

TEST_CASE("strips that only the rounding of corners leaves are narrow, whatever hangs together") {
  std::mt19937 random(7);
  for (int i = 0; i < 200; ++i) CHECK(wide_m2_of(left_open(random, 0)) == Approx(0).margin(1e-6));
}

TEST_CASE("a strip that is wider is never hidden by those it hangs together with") {
  std::mt19937 random(7);
  for (double const missing : {0.025, 0.03, 0.05, 0.5})
    for (int i = 0; i < 100; ++i) CHECK(wide_m2_of(left_open(random, missing)) > 150 * (missing - 0.016));
}
