// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "engine/core/printed_number.hpp"
#include "layers/read/coordinate_text.hpp"

using namespace redline;

// GB/T 8170: 四舍六入五成双, on the decimal digits. 2.675 lies below its half in binary, 1.005 too.
TEST_CASE("half to even on the digits that were typed", "[corners]") {
  CHECK(printed(2.675, 2) == "2.68");
  CHECK(printed(1.005, 2) == "1.00");
  CHECK(printed(1.015, 2) == "1.02");
  CHECK(printed(-2.675, 2) == "-2.68");
  CHECK(printed(4940966.785, 2) == "4940966.78");
  CHECK(printed(4940966.775, 2) == "4940966.78");
  CHECK(printed(28421670.125, 2) == "28421670.12");
  CHECK(printed(0.9951, 2) == "1.00");
  CHECK(printed(9.995, 2) == "10.00");
  CHECK(printed(0.5, 0) == "0");
  CHECK(printed(1.5, 0) == "2");
  CHECK(printed(-0.001, 2) == "0.00");
  CHECK(printed(-0.005, 2) == "0.00");
  CHECK(printed(5, 3) == "5.000");
}

TEST_CASE("seconds with three decimals, never sixty", "[corners]") {
  CHECK(printed_dms(85 + 12 / 60.0 + 30.5 / 3600) == "85°12′30.500″");
  CHECK(printed_dms(83 + 59.9996 / 3600) == "83°01′00.000″");
  CHECK(printed_dms(44.99999999) == "45°00′00.000″");
  CHECK(printed_dms(-0.5) == "-0°30′00.000″");
}

TEST_CASE("printed degrees read again print the same", "[corners]") {
  for (int i = 0; i < 20000; ++i) {
    auto const text = printed_dms(73 + i * 0.00314159265358979);
    auto const again = coordinate(text);
    if (!again || printed_dms(*again) != text) FAIL(text);
  }
}
