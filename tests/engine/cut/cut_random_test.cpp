// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
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

// Boxes and triangles on a lattice, dissolved: borders coincide, corners lie on edges, rings touch at points, tips are
// sharp.
class OnLattice {
 public:
  OnLattice(std::mt19937& random, double lattice) : m_random(random), m_lattice(lattice) {}
  Geometry polygons(double span) {
    std::vector<Geometry> parts;
    for (auto n = 1 + m_random() % 6; n > 0; --n) {
      auto piece = moved(m_random() % 2 == 0 ? triangle(span) : rectangle(span));
      if (piece.planar_area() > 1) parts.push_back(std::move(piece));
    }
    if (parts.empty()) parts.push_back(moved(box(0, 0, 100, 100)));
    return to_lonlat(union_all(std::move(parts), 2), plane(), BOUND_M);
  }

 private:
  double coordinate(double span) {
    std::uniform_real_distribution<double> any(-span, span);
    return std::round(any(m_random) / m_lattice) * m_lattice;
  }
  std::string rectangle(double span) {
    auto const x = coordinate(span), y = coordinate(span), w = std::abs(coordinate(span)),
               h = std::abs(coordinate(span));
    return box(x, y, x + std::max(w, m_lattice), y + std::max(h, m_lattice));
  }
  std::string triangle(double span) {
    std::string first, out = "POLYGON ((";
    for (int i = 0; i < 3; ++i) {
      auto const p = fmt::format("{:.2f} {:.2f}", coordinate(span), coordinate(span));
      if (i == 0) first = p;
      out += p + ", ";
    }
    return out + first + "))";
  }

  std::mt19937& m_random;
  double m_lattice;
};

}  // namespace

TEST_CASE("the laws of the cut where borders coincide and touch", "[cut]") {
  std::size_t staked = 0, failed = 0;
  for (unsigned seed = 0; seed < 240; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    OnLattice lattice(random, std::array{100.0, 10.0, 0.01, 0.5}[seed % 4]);
    auto const& t = seed % 3 == 0 ? degrees() : plane();
    auto const a = lattice.polygons(1000);
    std::vector<Geometry> p;
    for (auto n = 1 + random() % 3; n > 0; --n) p.push_back(lattice.polygons(700));
    if (defect(a) || std::any_of(p.begin(), p.end(), [](auto const& g) { return defect(g).has_value(); })) continue;
    auto const c = cut_of(a, p, t);
    check_laws(c, a, p, t);
    staked += c.outcome == CutOutcome::staked ? 1 : 0;
    failed += c.outcome == CutOutcome::failed ? 1 : 0;
  }
  CHECK(staked > 200);
  CHECK(failed == 0);
}

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
