// Units against their definitions and the conversions of the report of 2019; exactness and rounding as laws.
// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/amount.hpp"

#include <catch2/catch.hpp>

using namespace redline;

namespace {

Amount amount(char const* number, char const* unit) { return *parse_amount(number, *unit_of(unit)); }

}  // namespace

TEST_CASE("figures of the report in m²", "[restoration]") {
  CHECK(amount("633.47", "万m2").decimal() == "6334700");
  CHECK(amount("79.21", "ha").decimal() == "792100");
  CHECK(amount("17.68", "km2").decimal() == "17680000");
  CHECK(amount("1000", "亩").decimal() == "666666.67");
  CHECK(amount("860", "亩").decimal(4) == "573333.3333");
  CHECK(amount("42.42", "万km2").decimal() == "424200000000");
  CHECK(amount("582.23", "万m3").decimal() == "5822300");
}

TEST_CASE("one area in every unit", "[restoration]") {
  auto const square_kilometre = amount("1", "km2");
  for (auto const& [number, unit] : {std::pair{"100", "公顷"},
                                     {"1500", "亩"},
                                     {"1000000", "平方米"},
                                     {"100", "万㎡"},
                                     {"0.0001", "万平方公里"},
                                     {"0.15", "万亩"},
                                     {"1,000,000", "m²"},
                                     {"１００", "hm2"},
                                     {"100.0000", "HA"}})
    CHECK(amount(number, unit) == square_kilometre);
}

TEST_CASE("three thirds of a 亩 are one", "[restoration]") {
  Amount sum;
  for (int i = 0; i < 3000; ++i) sum += amount("0.001", "亩");
  CHECK(sum == amount("3", "亩"));
  CHECK(sum == amount("2000", "m2"));
}

TEST_CASE("rounding is half to even, once", "[restoration]") {
  CHECK(amount("0.125", "m2").decimal(2) == "0.12");
  CHECK(amount("0.375", "m2").decimal(2) == "0.38");
  CHECK(amount("0.005", "m2").decimal(2) == "0");
  CHECK(amount("0.0051", "m2").decimal(2) == "0.01");
  CHECK(amount("2.5", "m2").decimal(0) == "2");
  CHECK(amount("3.5", "m2").decimal(0) == "4");
  CHECK((Amount{} - amount("0.375", "m2")).decimal(2) == "-0.38");
  CHECK((Amount{} - amount("0.004", "m2")).decimal(2) == "0");
}

TEST_CASE("what is no figure", "[restoration]") {
  CHECK_FALSE(unit_of("里"));
  CHECK_FALSE(unit_of(""));
  for (auto const* text : {"", "-", "1.2.3", "e3", "1e", "1e+", "1e3.5", "1e3e3", "1e19", "1e999999999999", "12a",
                           "1234567890123456789", "0.0000000001"})
    CHECK_FALSE(parse_amount(text, *unit_of("m2")));
}

TEST_CASE("figures as people type them", "[restoration]") {
  auto const plain = take_apart("12.8万m²");
  CHECK((plain.number == "12.8" && plain.unit == "万m²" && !plain.at_least));
  auto const more = take_apart("3500余亩");
  CHECK((more.number == "3500" && more.unit == "亩" && more.at_least));
  auto const over = take_apart("超过 100 亩");
  CHECK((over.number == "100" && over.unit == "亩" && over.at_least && !over.approximate));
  for (auto const* text : {"约100亩", "大约 100 亩", "共约100亩", "近100亩", "100亩左右"}) {
    auto const about = take_apart(text);
    CHECK((about.number == "100" && about.unit == "亩" && about.approximate && !about.at_least));
  }
}

TEST_CASE("commas group by three, or the text is no number", "[restoration]") {
  CHECK(amount("1,234", "m2") == amount("1234", "m2"));
  CHECK(amount("-12,345,678.9", "m2") == amount("-12345678.9", "m2"));
  CHECK(amount("1,234e1", "m2") == amount("12340", "m2"));
  for (auto const* text : {"1,23", "1,2345", "12,34,567", "1,234,56", "1234,567", ",123", "1,", "1,234,", "0.123,456",
                           "1,,234", "1e1,000", ","})
    CHECK_FALSE(parse_amount(text, *unit_of("m2")));
}

TEST_CASE("numbers as programs keep them", "[restoration]") {
  CHECK(amount("0.30000000000000004", "ha") == amount("0.3", "ha"));  // 0.1 + 0.2 in binary fractions
  CHECK(amount("633.47000000000003", "万m2") == amount("633.47", "万m2"));
  CHECK(amount("2.9999999999999996", "km2") == amount("3", "km2"));
  CHECK(amount("-0.30000000000000004", "ha") == amount("-0.3", "ha"));
  CHECK(amount("1e-05", "km2") == amount("10", "m2"));
  CHECK(amount("1.0000000000000001E-5", "km2") == amount("10", "m2"));
  CHECK(amount("6.3347E+6", "m2") == amount("633.47", "万m2"));
  CHECK(amount("1E17", "m2") == amount("100000000000000000", "m2"));
  CHECK(amount("6.6666666666666666E-2", "ha").decimal() == "666.67");  // one 亩, computed by division
  CHECK(amount("0.0666666666666667", "ha").decimal() == "666.67");
  CHECK(amount("5.5511151231257827E-17", "ha").zero());  // 0.1 + 0.2 - 0.3
  CHECK(amount("4.9E-324", "m2").zero());
  CHECK(amount("0.000000000000000000000000000000000000000000", "m2").zero());
  CHECK(amount("000000000000000000000001.50", "m2") == amount("1.5", "m2"));
}

TEST_CASE("an exponent belongs to the number, not to the unit", "[restoration]") {
  auto const small = take_apart("1e-05km2");
  CHECK((small.number == "1e-05" && small.unit == "km2"));
  auto const bare = take_apart("1.5E+3");
  CHECK((bare.number == "1.5E+3" && bare.unit.empty()));
  CHECK(take_apart("12e").unit == "e");
}
