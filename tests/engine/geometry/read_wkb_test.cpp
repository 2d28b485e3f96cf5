// WKB read without GEOS is what GEOS reads; broken bytes are never taken for more than GEOS takes them for.
// SPDX-License-Identifier: Apache-2.0
#include "engine/geometry/read_wkb.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "engine/core/error.hpp"

using namespace redline;

namespace {

std::vector<std::string> const SHAPES{
    "POINT (85.1 43.2)",
    "LINESTRING (85 43, 86 43.5, 87 44)",
    "POLYGON ((85 43, 86 43, 86 44, 85 43))",
    "POLYGON ((85 43, 89 43, 89 47, 85 47, 85 43), (86 44, 87 44, 87 45, 86 44))",
    "MULTIPOINT ((85 43), (86 44))",
    "MULTILINESTRING ((85 43, 86 44), (87 43, 88 44, 89 44))",
    "MULTIPOLYGON (((85 43, 86 43, 86 44, 85 43)), ((87 43, 89 43, 89 47, 87 43), (88 44, 88.5 44, 88.5 44.5, 88 44)))",
    "POINT EMPTY",
    "POLYGON EMPTY",
    "MULTIPOLYGON EMPTY",
    "MULTIPOLYGON (EMPTY, ((85 43, 86 43, 86 44, 85 43)))",
    "GEOMETRYCOLLECTION (POINT (85 43), LINESTRING (85 43, 86 44))",
};

struct Read {
  bool thrown = false;
  Wkb written;
  Coordinates shape;
};

Read read(Wkb const& bytes, bool by_geos) {
  try {
    if (!by_geos) {
      auto const content = read_wkb(bytes);
      return {false, content.geometry.wkb(), content.shape};
    }
    auto const g = Geometry::from_wkb(bytes);
    return {false, g.wkb(), coordinates(g)};
  } catch (GeometryError const&) {
    return {true, {}, {}};
  }
}

void require_same(Wkb const& bytes) {
  auto const ours = read(bytes, false), theirs = read(bytes, true);
  REQUIRE(ours.thrown == theirs.thrown);
  REQUIRE(ours.written == theirs.written);
  REQUIRE(ours.shape.dimension == theirs.shape.dimension);
  REQUIRE(ours.shape.parts.size() == theirs.shape.parts.size());
  if (!theirs.thrown && all_finite(theirs.shape)) REQUIRE(ours.shape.parts == theirs.shape.parts);
}

}  // namespace

TEST_CASE("every type, as GEOS reads it") {
  for (auto const& wkt : SHAPES) {
    INFO(wkt);
    auto const bytes = Geometry::from_wkt(wkt).wkb();
    require_same(bytes);
    auto longer = bytes;
    longer.push_back(0);
    require_same(longer);
  }
}

TEST_CASE("cut off anywhere, or with bytes changed, as GEOS reads it") {
  std::mt19937 random(1);
  std::uniform_int_distribution<int> byte(0, 255);
  for (auto const& wkt : SHAPES) {
    auto const bytes = Geometry::from_wkt(wkt).wkb();
    for (std::size_t n = 0; n < bytes.size(); ++n) {
      INFO(wkt << " byte " << n);
      require_same({bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(n)});
      for (int k = 0; k < 4; ++k) {
        auto changed = bytes;
        changed[n] = static_cast<unsigned char>(k == 0 ? bytes[n] ^ 1 : k == 1 ? 255 : byte(random));
        require_same(changed);
      }
    }
  }
}
