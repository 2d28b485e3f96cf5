// An exact area or volume: an integer count of 1/(3·10⁹) m² (or m³), so that 亩 = 2000/3 m², hectares, square
// kilometres and decimals of them add up without rounding. parse_amount reads the number as written (spaces, commas
// between groups of three, full-width digits, exponents allowed) with a unit of unit_of(); nullopt for what is no
// number or finer than the scale. Of more than 15 digits the first 15 count, as in Excel; what a program computed (15
// digits, or an exponent) goes to the nearest step of the scale. Rounding happens once, at output, half to even:
// decimal(places), or as a number by to_double(rounded(places)). SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace redline {

class Amount {
 public:
  __extension__ using Count = __int128;
  static constexpr std::int64_t PARTS = 3'000'000'000;  // of one m² or m³

  constexpr Amount() = default;
  constexpr explicit Amount(Count parts) : m_parts(parts) {}
  static Amount from_double(double base_units);  // to the nearest 0.0001 of a unit; for measured areas
  constexpr Count parts() const { return m_parts; }
  constexpr bool zero() const { return m_parts == 0; }
  constexpr Amount operator+(Amount o) const { return Amount(m_parts + o.m_parts); }
  constexpr Amount operator-(Amount o) const { return Amount(m_parts - o.m_parts); }
  constexpr Amount& operator+=(Amount o) { return m_parts += o.m_parts, *this; }
  constexpr Amount& operator-=(Amount o) { return m_parts -= o.m_parts, *this; }
  constexpr auto operator<=>(Amount const&) const = default;
  std::string decimal(int places = 2) const;  // m² or m³, trailing zeros cut off
  double to_double(int places = 2) const;     // the same rounding

 private:
  Count m_parts = 0;
};

enum class Dimension { area, volume };

struct Unit {
  Dimension dimension;
  std::int64_t numerator = 1, denominator = 1;  // of m² or m³
};

std::optional<Unit> unit_of(
    std::string_view text);  // 亩, mu, 公顷, ha, hm2, m2, 平方米, ㎡, 万m2, km2, 平方公里, m3, 万m3, 万立方米, 万方, …
std::optional<Amount> parse_amount(std::string_view number, Unit unit);

struct Quoted {  // a figure as people type it, taken apart: "约12.8万m²" has number 12.8 and unit 万m²
  std::string number, unit;
  bool at_least = false;     // 余, 多, 超过, 至少, ≥, 以上
  bool approximate = false;  // 约, 近, 左右
};
Quoted take_apart(std::string_view cell);

}  // namespace redline
