// Numbers and dates as people write them, against laws that need no second parser: what is printed is read back, and
// printed numbers lie within half a step of the value.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

#include "engine/core/date.hpp"
#include "engine/core/printed_number.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/printed_row.hpp"
#include "layers/read/coordinate_text.hpp"
#include "tests/fuzz/targets.hpp"

namespace redline::fuzz {
namespace {

void print_and_read(double value) {
  for (int decimals = 0; decimals <= 9; ++decimals) {
    auto const text = printed(value, decimals);
    auto const back = coordinate(text);
    hold(back.has_value(), "a printed number is read");
    auto const half = 0.5 * std::pow(10.0, -decimals);
    hold(std::abs(*back - value) <= half * (1 + 1e-9) + std::abs(value) * 1e-15, "within half a step");
    hold(printed(*back, decimals) == text, "printed again alike");
    hold(text.find_first_not_of("-0.") != std::string::npos || text[0] != '-', "no minus zero");
  }
}

void degrees_and_back(double value) {
  auto const text = printed_dms(value);
  auto const back = coordinate(text);
  hold(back.has_value(), "printed degrees are read");
  hold(std::abs(*back - value) <= 0.5e-3 / 3600 + 1e-12, "half a thousandth of a second");
  hold(printed_dms(*back) == text, "degrees printed again alike");
}

void raw_double(std::string_view bytes) {
  double value = 0;
  if (bytes.size() < sizeof value) return;
  std::memcpy(&value, bytes.data(), sizeof value);
  if (!std::isfinite(value)) return;
  if (std::abs(value) < 1e9) print_and_read(value);
  if (std::abs(value) <= 360) degrees_and_back(value);
  if (auto const d = packed_degrees(value)) hold(std::abs(*d) <= 181, "packed degrees are degrees");
}

}  // namespace

void numbers(std::string_view bytes) {
  std::string const text(bytes);
  if (auto const value = coordinate(text)) {
    hold(std::isfinite(*value), "a coordinate is finite");
    if (std::abs(*value) < 1e9) print_and_read(*value);
    if (std::abs(*value) <= 360) degrees_and_back(*value);
  }
  number_of_cell(text), is_name(text);
  hold(printed_decimals(text) >= 0, "decimals are counted");
  auto const narrowed = narrow(text);
  hold(narrow(narrowed) == narrowed, "narrow text stays");
  auto const trimmed = trimmed_text(text);
  hold(trimmed_text(trimmed) == trimmed, "trimmed text stays");
  auto const cells = cells_of(text);
  heading(cells);
  for (auto const& c : cells) hold(c.size() <= text.size(), "a cell is part of its row");
  raw_double(bytes);
}

void dates(std::string_view bytes) {
  auto const date = parse_date(bytes);
  if (!date) return;
  hold(date->ok(), "a day of the calendar");
  hold(parse_date(to_string(*date)) == date, "its ISO form is the same day");
}

}  // namespace redline::fuzz
