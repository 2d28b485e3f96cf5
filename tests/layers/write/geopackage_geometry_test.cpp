// Geometry blobs, and what is refused; cut at every byte, nothing is read beyond the end.
// SPDX-License-Identifier: Apache-2.0
#include "layers/write/geopackage_geometry.hpp"

#include <catch2/catch.hpp>
#include <cstring>
#include <limits>
#include <random>

#include "engine/core/error.hpp"
#include "engine/geometry/geometry.hpp"
#include "tests/layers/write/ledger_samples.hpp"

using namespace redline;

namespace {

std::vector<unsigned char> blob(Wkb const& wkb, int dimension) {
  std::vector<unsigned char> out;
  geopackage_blob(wkb, dimension, out);
  return out;
}

}  // namespace

TEST_CASE("the header holds magic, flags, coordinate system and envelope", "[write]") {
  auto const b = blob(samples::square(80, 40, 2), 2);
  CHECK(std::memcmp(b.data(), "GP\0\x03\x8A\x11\0\0", 8) == 0);  // version 0, xy envelope + little-endian, 4490
  double envelope[4];
  std::memcpy(envelope, b.data() + 8, sizeof(envelope));
  CHECK(envelope[0] == 80);
  CHECK(envelope[1] == 82);
  CHECK(envelope[2] == 40);
  CHECK(envelope[3] == 42);
  auto const back = wkb_of_blob(b);
  CHECK(Wkb(back.begin(), back.end()) == samples::square(80, 40, 2));
}

TEST_CASE("single geometries become MULTI, empty ones are marked", "[write]") {
  auto const single = blob(Geometry::from_wkt("POLYGON ((0 0, 4 0, 4 4, 0 0), (1 .5, 2 .5, 2 1, 1 .5))").wkb(), 2);
  auto const back = wkb_of_blob(single);
  CHECK(Geometry::from_wkb(back).wkt(1) == "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0), (1 0.5, 2 0.5, 2 1, 1 0.5)))");
  auto const empty = blob(Geometry::from_wkt("MULTIPOLYGON EMPTY").wkb(), 2);
  CHECK(empty[3] == 0x11);
  CHECK(Geometry::from_wkb(wkb_of_blob(empty)).empty());
}

TEST_CASE("what is not of the layer is refused", "[write]") {
  CHECK_THROWS_AS(blob(samples::segment(0, 0, 1), 2), GeometryError);
  CHECK_THROWS_AS(blob(samples::square(0, 0, 1), 0), GeometryError);
  CHECK_THROWS_AS(blob(Geometry::from_wkt("GEOMETRYCOLLECTION (POINT (1 1))").wkb(), 0), GeometryError);
  CHECK_THROWS_AS(blob(samples::dot(std::numeric_limits<double>::infinity(), 0), 0), GeometryError);
  auto big_endian = samples::dot(1, 2);
  big_endian[0] = 0;
  CHECK_THROWS_AS(blob(big_endian, 0), GeometryError);
  auto longer = samples::dot(1, 2);
  longer.push_back(0);
  CHECK_THROWS_AS(blob(longer, 0), GeometryError);
}

TEST_CASE("cut or damaged bytes never crash", "[write]") {
  auto const whole = samples::square(80, 40, 2);
  for (std::size_t n = 0; n < whole.size(); ++n)
    CHECK_THROWS_AS(blob(Wkb(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(n)), 2), GeometryError);
  std::mt19937 random(7);
  int refused = 0;
  for (int i = 0; i < 20000; ++i) {
    auto damaged = whole;
    damaged[random() % 22] = static_cast<unsigned char>(random());  // types and counts
    try {
      blob(damaged, 2);
    } catch (GeometryError const&) {
      ++refused;
    }
  }
  CHECK(refused > 19000);  // one in 256 bytes is replaced by itself
}
