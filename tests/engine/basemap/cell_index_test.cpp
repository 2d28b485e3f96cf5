// The tree of cells against looking at every box.
// SPDX-License-Identifier: Apache-2.0
#include "engine/basemap/cell_index.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

using namespace redline;

namespace {

using Entries = std::vector<CellIndex::Entry>;

// Boxes of all sizes, flat ones and points among them, some twice; places that single precision does not hold.
Entries boxes(std::size_t n, std::mt19937& rng, double scale) {
  std::uniform_real_distribution<double> u(0, 1);
  Entries out;
  for (std::uint32_t i = 0; i < n; ++i) {
    auto const x = scale * (80 + 10 * u(rng)), y = scale * (40 + 5 * u(rng));
    auto const dx = i % 5 == 0 ? 0 : std::pow(10, -6 * u(rng)), dy = i % 7 == 0 ? 0 : std::pow(10, -6 * u(rng));
    Bounds const box = i > 0 && i % 11 == 0 ? out.back().box : Bounds{x, y, x + dx, y + dy};
    out.push_back({box, {i / 3, i % 3}});
  }
  return out;
}

std::vector<CellRef> found(CellIndex const& index, Bounds const& box) {
  std::vector<CellRef> out;
  index.visit(box, [&](CellIndex::Entry const& e) { out.push_back(e.cell); });
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<CellRef> looked_for(Entries const& entries, Bounds const& box) {
  std::vector<CellRef> out;
  for (auto const& e : entries)
    if (e.box.intersects(box)) out.push_back(e.cell);
  return out;
}

double gap2(Bounds const& b, Point p) {
  return std::pow(std::max({0.0, b.min_x - p.x, p.x - b.max_x}), 2) +
         std::pow(std::max({0.0, b.min_y - p.y, p.y - b.max_y}), 2);
}

}  // namespace

TEST_CASE("the tree finds every box that meets another, and no other, at any number of boxes") {
  std::mt19937 rng(16);
  std::uniform_real_distribution<double> u(0, 1);
  for (std::size_t const n : {0, 1, 2, 15, 16, 17, 255, 256, 257, 1000, 4097}) {
    auto const entries = boxes(n, rng, 1);
    CellIndex const index(entries);
    CHECK(index.size() == n);
    for (int i = 0; i < 200; ++i) {
      Point const p{79 + 12 * u(rng), 39 + 7 * u(rng)};
      auto const size = std::pow(10, 2 - 8 * u(rng));
      Bounds const box{p.x, p.y, p.x + (i % 3 ? size : 0), p.y + (i % 4 ? size : 0)};
      REQUIRE(found(index, box) == looked_for(entries, box));
    }
  }
}

TEST_CASE("boxes that touch are found to the last bit, those a bit apart are not") {
  std::mt19937 rng(53);
  for (auto const scale : {1.0, 1e-9, 11.0}) {
    auto const entries = boxes(700, rng, scale);
    CellIndex const index(entries);
    for (auto const& e : entries) {
      auto const right = e.box.max_x, top = e.box.max_y;
      for (auto const& box :
           {Bounds{right, top, right + 1, top + 1}, Bounds{std::nextafter(right, 1e9), top, right + 1, top + 1},
            Bounds{right, std::nextafter(top, 1e9), right + 1, top + 1}, e.box})
        REQUIRE(found(index, box) == looked_for(entries, box));
    }
  }
}

TEST_CASE("nothing meets a box that is empty or no number, everything meets one without end") {
  std::mt19937 rng(5);
  auto const entries = boxes(300, rng, 1);
  CellIndex const index(entries);
  auto const inf = std::numeric_limits<double>::infinity(), nan = std::numeric_limits<double>::quiet_NaN();
  CHECK(found(index, Bounds{}).empty());
  CHECK(found(index, {nan, nan, nan, nan}).empty());
  CHECK(found(index, {-inf, -inf, inf, inf}).size() == 300);
  CHECK(found(index, {-1e300, -1e300, 1e300, 1e300}).size() == 300);
}

TEST_CASE("the nearest box comes out of a search that stops early, and far boxes never") {
  std::mt19937 rng(9);
  std::uniform_real_distribution<double> u(0, 1);
  auto const inf = std::numeric_limits<double>::infinity();
  for (std::size_t const n : {1, 16, 17, 300, 5000}) {
    auto const entries = boxes(n, rng, 1);
    CellIndex const index(entries);
    std::size_t offered = 0;
    for (int i = 0; i < 100; ++i) {
      Point const p{78 + 14 * u(rng), 38 + 9 * u(rng)};
      auto const reach = i % 2 ? inf : 0.5 * u(rng);
      double best = inf, expected = inf;
      index.nearest_first([&](Bounds const& b) { return gap2(b, p) <= reach ? gap2(b, p) : inf; },
                          [&](CellIndex::Entry const& e) {
                            ++offered;
                            return best = std::min(best, gap2(e.box, p));
                          });
      for (auto const& e : entries) expected = std::min(expected, gap2(e.box, p));
      if (expected <= reach) REQUIRE(best == expected);
      if (best > reach && best < inf) CHECK(best - reach < 1e-4);  // boxes are kept in single precision
    }
    CHECK(offered <= 100 * std::min<std::size_t>(n, 40));
  }
}

TEST_CASE("a search in which nothing is found ends, each box offered once") {
  std::mt19937 rng(2);
  auto const entries = boxes(500, rng, 1);
  CellIndex const index(entries);
  std::vector<CellRef> offered;
  auto const inf = std::numeric_limits<double>::infinity();
  index.nearest_first([](Bounds const&) { return 0.0; },
                      [&](CellIndex::Entry const& e) { return offered.push_back(e.cell), inf; });
  std::sort(offered.begin(), offered.end());
  CHECK(offered == looked_for(entries, {-1e3, -1e3, 1e3, 1e3}));
  auto const unwanted = [&](CellIndex::Entry const& e) { return offered.push_back(e.cell), inf; };
  offered.clear();
  index.nearest_first([&](Bounds const&) { return inf; }, unwanted);
  CellIndex().nearest_first([](Bounds const&) { return 0.0; }, unwanted);
  CHECK(offered.empty());
}
