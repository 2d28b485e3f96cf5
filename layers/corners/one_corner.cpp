// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/one_corner.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string_view>

#include "engine/core/letters.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/unread_coordinates.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_PLACE = 200;
constexpr double NUMBER_OF_ZONE = 1e6, SAME_M = 300, SAME_DEGREES = 0.005, ROUGHLY_DEGREES = 0.01;
constexpr double OTHER_MERIDIAN_M = 50000, OTHER_MERIDIAN_NORTH_M = 5000, RADIUS_M = 6388000, MEAN_M = 6367449.146;
constexpr double ONE_DEGREE = std::numbers::pi / 180, MIDDLE_EASTING = 500000;
constexpr int LAST_WIDE_ZONE = 24;

// The numbers of the words, 83°00′30″ as one.
std::vector<std::string> numbers_in(std::string const& words) {
  constexpr std::string_view SIGNS[] = {"°", "′", "″"};
  std::vector<std::string> out{""};
  for (std::size_t i = 0; i < words.size();) {
    auto const rest = std::string_view(words).substr(i);
    auto const* sign = std::find_if(std::begin(SIGNS), std::end(SIGNS), [&](auto s) { return rest.starts_with(s); });
    bool const part = sign != std::end(SIGNS) && !out.back().empty();
    auto const size = part ? sign->size() : 1;
    if (part || is_digit(rest[0]) || rest[0] == '.')
      out.back() += rest.substr(0, size);
    else if (!out.back().empty())
      out.emplace_back();
    i += size;
  }
  return out;
}

double latitude_of(double north, double off) {
  auto const mu = north / MEAN_M;
  auto const lat = mu + 0.00251883 * std::sin(2 * mu);
  return (lat - off * off * std::tan(lat) / (2 * RADIUS_M * RADIUS_M)) / ONE_DEGREE;
}

bool same_on_meridian(OnePlace const& m, OnePlace const& d, double meridian) {
  auto const off = m.east - MIDDLE_EASTING;
  auto const longitude = meridian + off / (RADIUS_M * std::cos(d.north * ONE_DEGREE)) / ONE_DEGREE;
  return std::abs(latitude_of(m.north, off) - d.north) < ROUGHLY_DEGREES &&
         std::abs(longitude - d.east) < ROUGHLY_DEGREES;
}

bool metres_as_degrees(OnePlace const& m, OnePlace const& d) {
  if (m.zone > 0) return same_on_meridian(m, d, m.zone > LAST_WIDE_ZONE ? 3 * m.zone : 6 * m.zone - 3);
  auto const nearest = 3 * std::round(d.east / 3);
  return same_on_meridian(m, d, nearest) || same_on_meridian(m, d, nearest - 3) || same_on_meridian(m, d, nearest + 3);
}

bool same_metres(OnePlace const& a, OnePlace const& b) {
  auto const north = std::abs(a.north - b.north), east = std::abs(a.east - b.east);
  bool const one_zone = a.zone > 0 && a.zone == b.zone;
  return (north < SAME_M && east < SAME_M) || (!one_zone && north < OTHER_MERIDIAN_NORTH_M && east > OTHER_MERIDIAN_M);
}

}  // namespace

bool holds_coordinate(std::string const& cell) {
  return cell.size() <= LONGEST_PLACE && kind_of_coordinates(narrow(cell)).any();
}

std::optional<OnePlace> place_in_words(std::vector<std::string> const& cells) {
  OnePlace metres{0, 0, 0, true, ""}, degrees;
  for (auto const& cell : cells) {
    if (cell.size() > LONGEST_PLACE) continue;
    for (auto const& number : numbers_in(narrow(cell))) {
      auto const kind = kind_of_coordinates(number);
      auto const value = kind.any() ? number_of_cell(number) : std::nullopt;
      if (!value) continue;
      if (kind.northing && metres.north == 0) metres.north = *value, metres.printed += number + " ";
      if (kind.easting && metres.east == 0)
        metres.east = std::fmod(*value, NUMBER_OF_ZONE), metres.zone = static_cast<int>(*value / NUMBER_OF_ZONE),
        metres.printed += number;
      if (kind.longitude && degrees.east == 0) degrees.east = *value, degrees.printed += number + " ";
      if (kind.latitude && degrees.north == 0) degrees.north = *value, degrees.printed += number;
    }
  }
  if (metres.north > 0 && metres.east > 0) return metres;
  return degrees.north > 0 && degrees.east > 0 ? std::optional(degrees) : std::nullopt;
}

bool may_be_same(OnePlace const& a, OnePlace const& b) {
  if (a.metres != b.metres) return a.metres ? metres_as_degrees(a, b) : metres_as_degrees(b, a);
  if (a.metres) return same_metres(a, b);
  return std::abs(a.north - b.north) < SAME_DEGREES && std::abs(a.east - b.east) < SAME_DEGREES;
}

}  // namespace redline
