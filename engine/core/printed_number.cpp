// SPDX-License-Identifier: Apache-2.0
#include "engine/core/printed_number.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace redline {
namespace {

// The shortest decimal that is this double is what somebody typed: its digits are rounded, not those of the binary
// value, in which 2.675 lies below its half.
bool is_decimal_tie(std::string const& shortest, int decimals) {
  auto const dot = shortest.find('.');
  if (dot == std::string::npos || shortest.find('e') != std::string::npos) return false;
  return shortest.size() == dot + 2 + static_cast<std::size_t>(decimals) && shortest.back() == '5';
}

}  // namespace

std::string printed(double value, int decimals) {
  auto const shortest = fmt::format("{}", value);
  if (!is_decimal_tie(shortest, decimals)) {
    auto text = fmt::format("{:.{}f}", value, decimals);
    bool const zero = text[0] == '-' && text.find_first_not_of("-0.") == std::string::npos;
    return zero ? text.substr(1) : text;
  }
  auto down = shortest.substr(0, shortest.size() - 1);
  if (!down.empty() && down.back() == '.') down.pop_back();
  bool const even = (down.back() - '0') % 2 == 0;
  if (even) return down.find_first_not_of("-0.") == std::string::npos && down[0] == '-' ? down.substr(1) : down;
  auto const step = std::copysign(std::pow(10.0, -decimals), value);
  return fmt::format("{:.{}f}", std::strtod(down.c_str(), nullptr) + step, decimals);
}

std::string printed_dms(double degrees) {
  auto const milliseconds = std::llrint(std::abs(degrees) * 3600000);
  auto const d = milliseconds / 3600000, m = milliseconds / 60000 % 60, s = milliseconds % 60000;
  return fmt::format("{}{}°{:02}′{:02}.{:03}″", degrees < 0 && milliseconds > 0 ? "-" : "", d, m, s / 1000, s % 1000);
}

}  // namespace redline
