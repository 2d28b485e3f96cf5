// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/remarks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <regex>

#include "layers/corners/area_statements.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/datum_words.hpp"
#include "layers/corners/meridian_words.hpp"
#include "layers/corners/stated_zones.hpp"

namespace redline {
namespace {

bool put(CornerList& out, char const* key, std::string const& value) {
  if (out.header_value(key).empty()) out.header.emplace_back(key, value);
  return true;
}

}  // namespace

double square_metres(std::string const& unit) {
  if (unit == "亩") return 10000.0 / 15;
  if (unit.starts_with("万")) return 1e4;
  if (unit == "公顷" || unit == "hm2" || unit == "hm²") return 1e4;
  if (unit == "平方米" || unit == "m2" || unit == "m²" || unit == "㎡") return 1;
  return 1e6;
}

namespace {

bool take_area(std::string const& text, CornerList& out) {
  auto const areas = area_statements(text);
  auto const first = std::find_if(areas.begin(), areas.end(), [](auto const& a) { return is_of_corners(a.of); });
  if (first == areas.end()) return false;
  out.declared_m2 = first->m2, out.declared_step_m2 = first->step_m2;
  return true;
}

bool take_datum(std::string const& text, CornerList& out) {
  auto const words = datum_words(text);
  return !words.empty() && put(out, "坐标系", words[0].said);
}

bool take_zone(std::string const& line, CornerList& out) {
  auto const zone = zone_in(line);
  auto const meridian = meridian_in(line);
  if (zone) add_zone(out.said_zones, {false, static_cast<double>(*zone)}), put(out, "带号", std::to_string(*zone));
  if (meridian) add_zone(out.said_zones, {true, *meridian}), put(out, "中央子午线", fmt::format("{:g}", *meridian));
  return zone || meridian;
}

bool take_degrees(std::string const& text, CornerList& out) {
  auto const words = degree_words(text);
  out.degree_words.add(words);
  return words.any();
}

}  // namespace

bool take_remarks(std::string const& line, CornerList& out) {
  static std::regex const width(R"((3|6|三|六)\s*(?:°|度)\s*(?:分)?带)");
  auto const text = narrow(line);
  std::smatch m;
  bool said = take_area(text, out);
  said = take_datum(text, out) || said;
  said = take_degrees(text, out) || said;
  if (std::regex_search(text, m, width))
    said = put(out, "几度分带", m[1].str() == "6" || m[1].str() == "六" ? "6" : "3");
  return take_zone(line, out) || said;
}

}  // namespace redline
