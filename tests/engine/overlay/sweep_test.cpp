// The sweep finds the pairs that looking at every pair finds, each once, however many are asked for at once.
// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/sweep.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <utility>

using namespace redline;

namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Pairs by_sweep(std::vector<Bounds> const& boxes, std::size_t at_once) {
  Sweep sweep;
  for (auto const& b : boxes) sweep.add(b);
  Pairs out;
  for (Sweep::Partners p; sweep.next(p, at_once);) {
    CHECK(!p.with.empty());
    CHECK(p.with.size() <= at_once);
    for (auto const j : p.with) out.push_back(std::minmax(p.of, j));
  }
  std::sort(out.begin(), out.end());
  return out;
}

Pairs by_looking(std::vector<Bounds> const& boxes) {
  Pairs out;
  for (std::uint32_t i = 0; i < boxes.size(); ++i)
    for (std::uint32_t j = i + 1; j < boxes.size(); ++j) {
      auto const &a = boxes[i], &b = boxes[j];
      if (a.min_x < b.max_x && b.min_x < a.max_x && a.min_y < b.max_y && b.min_y < a.max_y) out.emplace_back(i, j);
    }
  return out;
}

}  // namespace

TEST_CASE("the sweep finds every pair of boxes that share ground once", "[sweep]") {
  std::mt19937 random(4490);
  for (int n : {0, 1, 2, 7, 300}) {
    std::uniform_int_distribution<int> place(0, 40), size(1, 8);  // whole numbers: many equal sides and corners
    std::vector<Bounds> boxes;
    for (int i = 0; i < n; ++i) {
      double const x = place(random), y = place(random);
      boxes.push_back({x, y, x + size(random), y + size(random)});
    }
    auto const expected = by_looking(boxes);
    if (n == 300) CHECK(expected.size() > 300);
    for (std::size_t at_once : {1, 3, 256}) CHECK(by_sweep(boxes, at_once) == expected);
  }
}

TEST_CASE("boxes that touch are no pair", "[sweep]") {
  CHECK(by_sweep({{0, 0, 1, 1}, {1, 0, 2, 1}, {0, 1, 1, 2}, {1, 1, 2, 2}}, 10).empty());
}

TEST_CASE("one box over all others is met with each of them, in pieces", "[sweep]") {
  std::vector<Bounds> boxes{{0, 0, 1000, 1}};
  for (int i = 0; i < 1000; ++i) boxes.push_back({i + 0.25, 0.2, i + 0.75, 0.8});
  CHECK(by_sweep(boxes, 256).size() == 1000);
}
