// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/unread_coordinates.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "engine/core/letters.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/string_form.hpp"
#include "layers/corners/written_cell.hpp"

namespace redline {
namespace {

constexpr std::size_t FEWEST = 2, FEWEST_OF_OUTLINE = 3, LONGEST_UNREAD_CELL = 20000, SHORTEST_OUTLINE = 18,
                      DECIMALS_OF_DEGREES = 4;

struct Number {
  std::string_view whole, decimals;
  bool degrees;  // ° or 度 stands behind it
};

struct Count {
  std::size_t northings = 0, eastings = 0, latitudes = 0, longitudes = 0;
  std::size_t short_eastings = 0;  // 465247
  std::size_t all() const { return northings + eastings + latitudes + longitudes; }
  void add(Count const& o) {
    northings += o.northings, eastings += o.eastings, latitudes += o.latitudes, longitudes += o.longitudes;
    short_eastings += o.short_eastings;
  }
  bool enough() const { return enough(FEWEST, eastings); }
  bool outline() const { return enough(FEWEST_OF_OUTLINE, eastings + short_eastings); }
  bool enough(std::size_t fewest, std::size_t east) const {
    return (northings >= fewest && east >= fewest) || (latitudes >= fewest && longitudes >= fewest);
  }
};

int value(std::string_view digits) {
  int out = 0;
  for (auto const c : digits) out = out * 10 + (c - '0');
  return out;
}

bool is_day(Number const& n) {
  if (n.whole.size() != 8 || !n.decimals.empty()) return false;
  auto const year = value(n.whole.substr(0, 2)), month = value(n.whole.substr(4, 2)), day = value(n.whole.substr(6));
  return (year == 19 || year == 20) && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

void count_degrees(Number const& n, Count& out) {
  constexpr int WEST = 73, EAST = 136, SOUTH = 3, NORTH = 54;
  if (n.whole.size() > 3 || (!n.degrees && n.decimals.size() < DECIMALS_OF_DEGREES)) return;
  auto const degrees = value(n.whole);
  if (degrees >= WEST && degrees < EAST) ++out.longitudes;
  if (degrees >= SOUTH && degrees < NORTH) ++out.latitudes;
}

void count_metres(Number const& n, Count& out) {
  constexpr int FIRST_ZONE = 13, LAST_ZONE = 45;
  constexpr char LAST_NORTHING = '5';
  if (n.whole.size() == 7 && n.whole[0] >= '1' && n.whole[0] <= LAST_NORTHING) ++out.northings;
  if (n.whole.size() == 6) ++(n.decimals.empty() ? out.short_eastings : out.eastings);
  if (n.whole.size() != 8 || is_day(n)) return;
  auto const zone = value(n.whole.substr(0, 2));
  if (zone >= FIRST_ZONE && zone <= LAST_ZONE) ++out.eastings;
}

std::size_t end_of_digits(std::string_view text, std::size_t from) {
  return std::min(text.find_first_not_of("0123456789", from), text.size());
}

void count_cell(std::string_view text, Count& out) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    auto const end = end_of_digits(text, at);
    Number n{text.substr(at, end - at), {}, false};
    at = end;
    if (end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1])) {
      at = end_of_digits(text, end + 1);
      n.decimals = text.substr(end + 1, at - end - 1);
    }
    auto const behind = text.substr(std::min(text.find_first_not_of(' ', at), text.size()));
    n.degrees = behind.starts_with("°") || behind.starts_with("度");
    count_degrees(n, out);
    count_metres(n, out);
  }
}

std::string as_number(std::string text) {  // 4,973,925.49
  auto plain = replaced(text, ",", "");
  return number_of_cell(plain) ? plain : text;
}

}  // namespace

std::optional<std::size_t> unread_coordinates(std::vector<std::vector<std::string>> const& rows) {
  Count count;
  std::optional<std::size_t> first;
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (auto const& cell : rows[i]) {
      auto const before = count.all();
      count_cell(as_number(narrow(cell.substr(0, LONGEST_UNREAD_CELL))), count);
      if (!first && count.all() > before) first = i + 1;
      if (count.enough()) return first;
    }
  return std::nullopt;
}

KindsOfCoordinates kind_of_coordinates(std::string const& text) {
  Count count;
  count_cell(text, count);
  return {count.northings > 0, count.eastings + count.short_eastings > 0, count.latitudes > 0, count.longitudes > 0};
}

bool holds_outline(std::string const& text) {
  Count count;
  count_cell(narrow(text.substr(0, LONGEST_UNREAD_CELL)), count);
  return count.outline();
}

std::optional<std::size_t> cell_of_outline(std::vector<std::string> const& row) {
  Count count;
  std::optional<std::size_t> first;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i].size() < SHORTEST_OUTLINE) continue;
    if (row[i].size() <= LONGEST_UNREAD_CELL && (is_corner_string(row[i]) || is_written_cell(row[i]))) return i;
    Count of_cell;
    count_cell(narrow(row[i].substr(0, LONGEST_UNREAD_CELL)), of_cell);
    if (std::max(of_cell.all(), of_cell.short_eastings) < FEWEST_OF_OUTLINE) continue;
    if (!first) first = i;
    count.add(of_cell);
    if (count.outline()) return first;
  }
  return std::nullopt;
}

}  // namespace redline
