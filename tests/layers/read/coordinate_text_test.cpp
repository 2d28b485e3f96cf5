#include "layers/read/coordinate_text.hpp"

#include <catch2/catch.hpp>

using namespace redline;

// 85°12'30.5" = 85 + 12/60 + 30.5/3600, by hand 85.208472222…; 1e-12 degrees is far below a micrometre.
TEST_CASE("degrees, minutes and seconds in every usual writing are one number") {
  double const want = 85 + 12 / 60.0 + 30.5 / 3600;
  for (auto const* text :
       {"85°12'30.5\"", "85°12′30.5″", "85º12’30.5”", "E85°12′30.5″", "东经85°12′30.5″", "85度12分30.5秒", "85:12:30.5",
        " 85 12 30.5 ", "85˚12'30.5''", "85° 12' 30.5\" E", "８５°１２′３０.５″"}) {
    CAPTURE(text);
    auto const got = coordinate(text);
    REQUIRE(got);
    CHECK_THAT(*got, Catch::WithinAbs(want, 1e-12));
  }
}

TEST_CASE("decimal numbers, also as people type them") {
  CHECK(coordinate("85.5") == 85.5);
  CHECK(coordinate(" -69.25\r") == -69.25);
  CHECK(coordinate("4,940,966.783") == 4940966.783);
  CHECK(coordinate("4.940966783E6") == 4940966.783);
  CHECK(coordinate("69.25W") == -69.25);
  CHECK(coordinate("33°30'S") == -33.5);
  CHECK(coordinate("44°60'") == std::nullopt);
  CHECK(coordinate("83°00'60.000\"") == 83 + 60 / 3600.0);
}

TEST_CASE("what is no coordinate stays none") {
  for (auto const* text :
       {"", " ", "合计", "85°75'00\"", "12,34", "1e999", "nan", "inf", "85.1.2", "85°12'61\"", "--5", "0x10"}) {
    CAPTURE(text);
    CHECK_FALSE(coordinate(text));
  }
}

TEST_CASE("packed degrees") {
  CHECK_THAT(packed_degrees(851230.5).value(), Catch::WithinAbs(85 + 12 / 60.0 + 30.5 / 3600, 1e-12));
  CHECK_THAT(packed_degrees(440630).value(), Catch::WithinAbs(44 + 6 / 60.0 + 30 / 3600.0, 1e-12));
  CHECK_FALSE(packed_degrees(856130));    // 61 minutes
  CHECK_FALSE(packed_degrees(28421670));  // an easting
  CHECK_FALSE(packed_degrees(85.5));
}
