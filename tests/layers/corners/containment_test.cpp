// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdint>
#include <numeric>

#include "layers/corners/containment.hpp"

using namespace redline;

namespace {

CornerRing square(double x, double y, double size) {
  CornerRing r;
  for (auto const& [dx, dy] : {std::pair{0.0, 0.0}, {0.0, 1.0}, {1.0, 1.0}, {1.0, 0.0}})
    r.corners.push_back({"", x + dx * size, y + dy * size, 0, 0});
  return r;
}

}  // namespace

TEST_CASE("rings are shells or holes by where they lie, in any order", "[corners]") {
  // an island in a lake in an island; beside it another
  std::vector<CornerRing> const rings{square(4, 4, 1), square(0, 0, 10), square(20, 0, 5), square(2, 2, 6)};
  CHECK(parts_by_containment(rings) == PartsOfRings{{0}, {1, 3}, {2}});
}

TEST_CASE("rings that share an edge or a corner are decided by the rest of them", "[corners]") {
  CHECK(parts_by_containment({square(0, 0, 10), square(0, 0, 4)}) == PartsOfRings{{0, 1}});
  CHECK(parts_by_containment({square(0, 0, 10), square(10, 0, 10)}) == PartsOfRings{{0}, {1}});
  CHECK(parts_by_containment({square(0, 0, 10), square(10, 10, 2)}) == PartsOfRings{{0}, {1}});
}

// The halves of these edges are no doubles: rounding puts each ring a little inside the other one.
TEST_CASE("a ring that is there twice is two shells, also where rounding moves the middles of its edges", "[corners]") {
  CornerRing r;
  for (auto const& [x, y] : {std::pair{85.20847222222223, 44.108333333333334},
                             {85.21666666666667, 44.108333333333334},
                             {85.21666666666667, 44.1}})
    r.corners.push_back({"", x, y, 0, 0});
  CHECK(parts_by_containment({r, r}) == PartsOfRings{{0}, {1}});
  CHECK(parts_by_containment({r, r, r}) == PartsOfRings{{0}, {1}, {2}});
  auto const shell = square(85, 44, 1);  // and a hole that is there twice is no shell
  CHECK(parts_by_containment({r, shell, r}) == PartsOfRings{{1, 0, 2}});
}

TEST_CASE("each ring has one place, whatever crosses", "[corners]") {
  std::uint32_t state = 7;
  auto const random = [&] { return (state = state * 1664525 + 1013904223) >> 28; };
  for (int round = 0; round < 500; ++round) {
    std::vector<CornerRing> rings(2 + random() % 6);
    for (auto& ring : rings)
      for (auto corners = 3 + random() % 4; corners > 0; --corners)
        ring.corners.push_back({"", static_cast<double>(random()), static_cast<double>(random()), 0, 0});
    std::vector<std::size_t> placed;
    for (auto const& part : parts_by_containment(rings)) placed.insert(placed.end(), part.begin(), part.end());
    std::sort(placed.begin(), placed.end());
    std::vector<std::size_t> all(rings.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    REQUIRE(placed == all);
  }
}

TEST_CASE("areas of the closed rings: shells less holes", "[corners]") {
  Parcel p;
  p.rings = {square(0, 0, 10), square(2, 2, 6), square(4, 4, 1), square(20, 0, 5)};
  CHECK(build(closed_rings(p)).planar_area() == 100 - 36 + 1 + 25);
}
