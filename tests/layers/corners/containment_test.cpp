// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

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

TEST_CASE("areas of the closed rings: shells less holes", "[corners]") {
  Parcel p;
  p.rings = {square(0, 0, 10), square(2, 2, 6), square(4, 4, 1), square(20, 0, 5)};
  CHECK(build(closed_rings(p)).planar_area() == 100 - 36 + 1 + 25);
}
