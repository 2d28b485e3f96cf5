// SPDX-License-Identifier: Apache-2.0
#include "layers/report/figures.hpp"

#include <array>
#include <cmath>
#include <cstdlib>

#include "engine/core/printed_number.hpp"

namespace redline::figures {
namespace {

constexpr double M2_PER_KM2 = 1e6, M2_PER_HECTARE = 1e4, SECTOR = 45;

}  // namespace

std::string km2(double m2) { return printed(m2 / M2_PER_KM2, 4); }
std::string ha(double m2) { return printed(m2 / M2_PER_HECTARE, 4); }
std::string m2(double m2) { return printed(m2, 2); }
std::string metres(double m) { return printed(m, 2); }
std::string percent(double share) { return printed(share * 100, 2); }

std::string bearing(double degrees) {
  auto const text = printed(degrees, 0);
  return text == "360" ? "0" : text;
}

std::string compass_key(double degrees) {
  constexpr std::array<char const*, 8> NAMES{"n", "ne", "e", "se", "s", "sw", "w", "nw"};
  auto const sector = static_cast<std::size_t>(std::floor(degrees / SECTOR + 0.5)) % NAMES.size();
  return std::string("@compass.") + NAMES[sector];
}

std::string place(Point p) { return printed_dms(p.x) + "E " + printed_dms(p.y) + "N"; }

double rounded(double value, int decimals) { return std::strtod(printed(value, decimals).c_str(), nullptr); }

}  // namespace redline::figures
