// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/degree_columns.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/core/letters.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/printed_row.hpp"

namespace redline {
namespace {

using Cells = std::vector<std::string>;
using Words = std::vector<std::string_view>;

enum class Unit { none, degrees, minutes, seconds, other };
enum class Axis { none, east, north };

Words const DEGREES{"度", "°", "º", "degrees", "degree", "deg"},
    MINUTES{"分", "′", "'", "’", "minutes", "minute", "min"}, SECONDS{"秒", "″", "\"", "”", "seconds", "second", "sec"},
    EAST{"东经", "经度", "longitude", "lon", "lng"}, NORTH{"北纬", "纬度", "latitude", "lat"};

struct Title {
  Axis axis = Axis::none;
  Unit unit = Unit::none;  // none: nothing is said but the axis; other: something else
};

bool is_one_of(Words const& words, std::string const& text) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool take(Words const& words, std::string& text) {  // the word is taken out of it
  for (auto const word : words)
    if (auto const at = text.find(word); at != std::string::npos) return text.erase(at, word.size()), true;
  return false;
}

Title title_of(std::string const& cell) {
  auto text = small_letters(narrow(cell));
  std::erase_if(text, [](char c) { return std::string_view(" \t()[]-_/.:").find(c) != std::string_view::npos; });
  Title t;
  t.axis = take(EAST, text) ? Axis::east : take(NORTH, text) ? Axis::north : Axis::none;
  t.unit = text.empty()               ? Unit::none
           : is_one_of(DEGREES, text) ? Unit::degrees
           : is_one_of(MINUTES, text) ? Unit::minutes
           : is_one_of(SECONDS, text) ? Unit::seconds
                                      : Unit::other;
  return t;
}

Axis axis_of(Cells const& heading, DegreeGroup const& g) {
  for (auto i = g.at; i < g.at + g.width; ++i)
    if (auto const t = title_of(heading[i]); t.axis != Axis::none) return t.axis;
  return Axis::none;
}

Unit unit_at(Cells const& cells, std::size_t i) { return i < cells.size() ? title_of(cells[i]).unit : Unit::other; }

bool begins_group(Cells const& cells, std::size_t i) {
  auto const t = title_of(cells[i]);
  bool const degrees = t.unit == Unit::degrees || (t.unit == Unit::none && t.axis != Axis::none);
  return degrees && unit_at(cells, i + 1) == Unit::minutes;
}

std::string without_sign(std::string cell, Words const& signs) {
  for (auto const sign : signs)
    if (cell.size() > sign.size() && cell.ends_with(sign)) return cell.substr(0, cell.size() - sign.size());
  return cell;
}

std::string with_sign(std::string const& cell, char const* sign) {
  if (cell.empty()) return std::string("?") + sign;
  return cell.back() >= '0' && cell.back() <= '9' ? cell + sign : cell;
}

std::string angle(Cells const& row, DegreeGroup const& g) {
  constexpr std::array<char const*, 3> SIGNS{"°", "′", "″"};
  std::string out;
  bool any = false;
  for (std::size_t i = 0; i < g.width; ++i) {
    auto const cell = trimmed_text(narrow(row[g.at + i]));
    any = any || !cell.empty();
    out += with_sign(cell, SIGNS[i]);
  }
  return any ? out : std::string{};
}

// Of the shape of degrees, minutes and seconds, in range or not.
std::optional<int> degrees_at(Cells const& row, std::size_t at) {
  auto const d = without_sign(narrow(row[at]), DEGREES), m = without_sign(narrow(row[at + 1]), MINUTES),
             s = without_sign(narrow(row[at + 2]), SECONDS);
  bool const whole = digits_only(d) && d.size() <= 3 && digits_only(m) && m.size() <= 2;
  auto const dot = std::min(s.find('.'), s.size());
  bool const seconds = digits_only(s.substr(0, dot)) && dot <= 2 && (dot == s.size() || digits_only(s.substr(dot + 1)));
  return whole && seconds ? std::optional(std::stoi(d)) : std::nullopt;
}

bool is_longitude(int d) { return d >= 73 && d <= 136; }
bool is_latitude(int d) { return d >= 3 && d <= 54; }

}  // namespace

DegreeGroups degree_groups(Cells const& heading) {
  DegreeGroups out;
  for (std::size_t i = 0; i < heading.size(); ++i) {
    if (!begins_group(heading, i)) continue;
    out.push_back({i, unit_at(heading, i + 2) == Unit::seconds ? 3U : 2U});
    i += out.back().width - 1;
  }
  return out.size() % 2 == 0 ? out : DegreeGroups{};
}

Cells folded_heading(Cells const& heading, DegreeGroups const& groups) {
  Cells out;
  auto g = groups.begin();
  for (std::size_t i = 0; i < heading.size(); ++i) {
    if (g == groups.end() || i != g->at) {
      out.push_back(heading[i]);
      continue;
    }
    auto const axis = axis_of(heading, *g);
    out.emplace_back(axis == Axis::east ? "经度" : axis == Axis::north ? "纬度" : "");
    i += g++->width - 1;
  }
  return out;
}

Cells folded(Cells const& row, DegreeGroups const& groups) {
  Cells out;
  auto g = groups.begin();
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (g == groups.end() || i != g->at || i + g->width > row.size()) {
      out.push_back(row[i]);
      continue;
    }
    out.push_back(angle(row, *g));
    i += g++->width - 1;
  }
  return out;
}

bool names_units(Cells const& cells) {
  std::size_t units = 0;
  for (auto const& c : cells) {
    if (c.empty()) continue;
    auto const t = title_of(c);
    if (t.axis != Axis::none || t.unit == Unit::none || t.unit == Unit::other) return false;
    ++units;
  }
  return units >= 4 && units % 2 == 0;
}

std::optional<Cells> over_units(Cells above, Cells const& units) {
  bool const merged = std::any_of(above.begin(), above.end(), [](auto const& c) { return c.empty(); });
  if (above.size() > units.size() || (above.size() < units.size() && !merged)) return std::nullopt;
  above.resize(units.size());
  Cells out;
  std::string last;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!above[i].empty()) last = above[i];
    out.push_back(units[i].empty() ? above[i] : last + units[i]);
  }
  return out;
}

std::optional<Cells> folded_row(Cells const& row) {
  constexpr std::size_t BOTH = 6;
  auto const lead = row.size() - std::min(row.size(), BOTH);
  if (row.size() < BOTH || lead > 2 || (lead > 0 && !is_name(row[0])) || (lead > 1 && !digits_only(narrow(row[1]))))
    return std::nullopt;
  auto const a = degrees_at(row, lead), b = degrees_at(row, lead + 3);
  bool const east_first = a && b && is_longitude(*a) && is_latitude(*b);
  bool const north_first = a && b && is_latitude(*a) && is_longitude(*b);
  if (!east_first && !north_first) return std::nullopt;
  auto out = folded(row, {{lead, 3}, {lead + 3, 3}});
  if (east_first) std::swap(out[lead], out[lead + 1]);
  return out;
}

}  // namespace redline
