// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/stated_zones.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <regex>

#include "layers/corners/corner_text.hpp"
#include "layers/corners/meridian_words.hpp"
#include "layers/read/coordinate_text.hpp"
#include "layers/read/field_names.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_HEADING_OF_ZONES = 60;
constexpr double FIRST_MERIDIAN_OF_CHINA = 72, DEGREES_OF_ZONE = 3;

bool names_meridians(std::string const& text) { return text.starts_with("中央经线") || text.starts_with("中央子午线"); }

std::vector<SaidZone> zones_of_columns(CornerList const& list) {
  std::vector<SaidZone> out;
  for (auto const& p : list.parcels)
    for (auto const& z : p.zones) add_zone(out, z);
  return out;
}

}  // namespace

bool names_zones(std::string const& heading) {
  static std::regex const numbers("(?:所在|所属|坐标|投影|高斯|分|(?:3|6|三|六)度(?:带)?)*(?:带号|投影带)(?:[(].*)?");
  auto const text = trimmed_text(narrow(heading));
  return text.size() <= LONGEST_HEADING_OF_ZONES && (names_meridians(text) || std::regex_match(text, numbers));
}

std::optional<SaidZone> zone_of_cell(std::string const& heading, std::string const& cell) {
  auto const text = trimmed_text(narrow(cell));
  if (text.empty()) return std::nullopt;
  if (!names_meridians(trimmed_text(narrow(heading))))
    if (auto const number = zone_in(text)) return SaidZone{false, static_cast<double>(*number)};
  auto const plain = number_of_cell(text);
  auto const value = plain ? plain : meridian_of(text);
  if (!value) return std::nullopt;
  return SaidZone{*value >= FIRST_MERIDIAN_OF_CHINA, *value};
}

void add_zone(std::vector<SaidZone>& all, SaidZone one) {
  if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

std::optional<int> stated_number(CornerList const& list) {
  for (auto const& z : zones_of_columns(list))
    if (!z.meridian) return static_cast<int>(std::lround(z.value));
  return std::nullopt;
}

std::optional<double> stated_meridian(CornerList const& list) {
  for (auto const& [key, value] : list.header) {
    if (!key.starts_with("中央")) continue;
    auto const plain = number_of_cell(value);
    if (auto const degrees = plain ? plain : meridian_of(value)) return degrees;
  }
  for (auto const& z : zones_of_columns(list))
    if (z.meridian) return z.value;
  return std::nullopt;
}

int number_of(SaidZone const& zone) {
  return static_cast<int>(std::lround(zone.meridian ? zone.value / DEGREES_OF_ZONE : zone.value));
}

Findings contested_zones(CornerList const& list) {
  auto all = list.said_zones;
  for (auto const& z : zones_of_columns(list)) add_zone(all, z);
  Findings out;
  for (bool const meridian : {false, true}) {
    std::vector<std::string> said;
    for (auto const& z : all)
      if (z.meridian == meridian) said.push_back(fmt::format("{:g}", z.value) + (meridian ? "°" : ""));
    auto const* const key = meridian ? "corner.meridians_contested" : "corner.zones_contested";
    if (said.size() > 1) out.push_back({key, Severity::warning, "", "", {listed(said)}});
  }
  return out;
}

}  // namespace redline
