// SPDX-License-Identifier: Apache-2.0
#include "layers/read/zone_column.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

#include "engine/core/error.hpp"
#include "engine/crs/zones.hpp"
#include "layers/read/field_names.hpp"

namespace redline {
namespace {

constexpr std::string_view DIGITS = "0123456789";
constexpr int FIRST_ZONE_CELL = 13, LAST_SIX = 23, LAST_ZONE_CELL = 45;

bool names_a_zone(std::string_view name) {
  constexpr std::array<std::string_view, 5> ENDS{"带号", "投影带", "坐标带", "分带", "度带"};
  return std::any_of(ENDS.begin(), ENDS.end(), [&](auto end) { return name.ends_with(end); });
}

bool names_a_meridian(std::string_view name) {
  return name.find("中央子午线") != std::string_view::npos || name.find("中央经线") != std::string_view::npos ||
         name == "l0" || name == "l₀";
}

std::optional<int> zone_or_meridian(std::string_view number) {
  constexpr int FIRST_MERIDIAN = 75, LAST_MERIDIAN = 135, STEP = 3;
  double value = 0;
  if (std::from_chars(number.data(), number.data() + number.size(), value).ec != std::errc{} ||
      value != std::floor(value) || value > LAST_MERIDIAN)
    return std::nullopt;
  auto const n = static_cast<int>(value);
  if (n >= FIRST_MERIDIAN && n % STEP == 0) return n / STEP;
  return n >= FIRST_ZONE_CELL && n <= LAST_ZONE_CELL ? std::optional(n) : std::nullopt;
}

double meridian_of_zone(int number) {
  return central_meridian({number <= LAST_SIX ? ZoneWidth::six : ZoneWidth::three, number});
}

std::optional<double> stated_meridian(std::string const& crs) {
  try {
    return crs.empty() ? std::nullopt : Crs::parse(crs).central_meridian();
  } catch (Error const&) {
    return std::nullopt;  // told by whoever takes the CRS
  }
}

}  // namespace

int zone_column(std::vector<std::string> const& names, CoordinateColumns const& found) {
  for (auto const& wanted : {names_a_zone, names_a_meridian})
    for (int i = 0; i < static_cast<int>(names.size()); ++i)
      if (i != found.x && i != found.y && wanted(bare_name(names[static_cast<std::size_t>(i)]))) return i;
  return -1;
}

// Of several numbers in a cell (3度带第28带, 15带（87°）) the one that 带 follows.
std::optional<int> zone_number(std::string const& cell) {
  std::optional<int> out;
  bool several = false;
  std::string_view rest = cell;
  for (auto at = rest.find_first_of(DIGITS); at != std::string_view::npos; at = rest.find_first_of(DIGITS)) {
    rest.remove_prefix(at);
    auto const end = std::min(rest.find_first_not_of("0123456789."), rest.size());
    auto const number = zone_or_meridian(rest.substr(0, end));
    rest.remove_prefix(end);
    if (!number) continue;
    if (rest.starts_with("带") || rest.starts_with("号带")) return number;
    several |= out && out != number;
    out = number;
  }
  return several ? std::nullopt : out;
}

bool zone_column_counts(std::set<int> const& numbers, std::string const& crs) {
  if (numbers.size() != 1) return numbers.size() > 1;
  auto const meridian = stated_meridian(crs);
  return meridian && *meridian != meridian_of_zone(*numbers.begin());
}

CoordinateColumns with_zone_column(CoordinateColumns c, std::vector<std::string> const& names, int zone,
                                   std::set<int> const& numbers, TableName const& table, Findings& findings) {
  c.zone = zone;
  std::vector<std::string> said;
  said.reserve(numbers.size());
  for (auto const n : numbers) said.push_back(std::to_string(n));
  findings.push_back(
      {"read.zone_column", Severity::warning, table.layer, "", {names[static_cast<std::size_t>(zone)], listed(said)}});
  return c;
}

}  // namespace redline
