// SPDX-License-Identifier: Apache-2.0
#include <random>

#include "cut_samples.hpp"
#include "engine/cut/cut.hpp"

using namespace redline;
using namespace redline::samples;

namespace {

std::string star(std::mt19937& random, Point at, double reach, int n, int decimals) {
  std::uniform_real_distribution<double> radius(0.3 * reach, reach);
  std::string first, out = "POLYGON ((";
  for (int i = 0; i < n; ++i) {
    auto const angle = 2 * M_PI * i / n, r = radius(random);
    auto const p =
        fmt::format("{:.{}f} {:.{}f}", at.x + r * std::cos(angle), decimals, at.y + r * std::sin(angle), decimals);
    if (i == 0) first = p;
    out += p + ", ";
  }
  return out + first + "))";
}

}  // namespace

TEST_CASE("the laws of the cut on random ground", "[cut]") {
  std::mt19937 random(20170801);
  std::uniform_real_distribution<double> place(-1500, 1500), reach(100, 1500);
  std::size_t staked = 0, cases = 0, failed = 0;
  for (int round = 0; round < 120; ++round) {
    CAPTURE(round);
    bool const in_degrees = round % 2 == 1;
    auto const& t = in_degrees ? degrees() : plane();
    auto a = ground(star(random, {0, 0}, 1000, 4 + static_cast<int>(random() % 30), round % 3 == 0 ? 4 : 2));
    if (in_degrees)
      a = transform(a, [&](Point p) {
        auto const whole = [](double v) { return std::round(v * 3.6e6) / 3.6e6; };
        return round % 3 == 0 ? p : Point{whole(p.x), whole(p.y)};
      });
    if (defect(a)) continue;
    std::vector<Geometry> p;
    for (auto n = 1 + random() % 3; n > 0; --n)
      p.push_back(
          ground(star(random, {place(random), place(random)}, reach(random), 3 + static_cast<int>(random() % 120), 3)));
    auto const c = cut_of(a, p, t);
    check_laws(c, a, p, t);
    ++cases;
    staked += c.outcome == CutOutcome::staked ? 1 : 0;
    failed += c.outcome == CutOutcome::failed ? 1 : 0;
  }
  CHECK(cases > 100);
  CHECK(staked > 60);
  CHECK(failed == 0);
}
