// SPDX-License-Identifier: Apache-2.0
#include "layers/read/stated_datum.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <regex>
#include <string_view>

#include "engine/core/letters.hpp"
#include "engine/crs/crs.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/datum_spellings.hpp"
#include "layers/corners/datum_words.hpp"
#include "layers/corners/detective.hpp"
#include "layers/corners/offset_system.hpp"
#include "layers/read/field_names.hpp"

namespace redline {
namespace {

constexpr std::array<std::string_view, 10> SYSTEM_COLUMNS{"基准", "基准面", "坐标基准", "空间参考", "datum",
                                                          "crs",  "srs",    "coordsys", "zbx",      "zbxt"};

bool needs_parameters(Datum d) { return d == Datum::xian1980 || d == Datum::beijing1954 || d == Datum::new_beijing; }

bool is_other(std::string const& said) {
  auto const datum = datum_of_text(said);
  return (datum && needs_parameters(*datum)) || is_offset_system(said);  // no parameters undo those
}

bool is_other_cell(std::string const& text) {  // of a column of systems
  static std::regex const bare("BAIDU|AMAP|GAODE|BEIJING|XI'?AN");
  auto const datum = bare_datum(text);
  return is_other(text) || (datum && needs_parameters(*datum)) || std::regex_match(text, bare);
}

bool speaks_of_systems(std::string const& cell) {
  static std::regex const words("坐标|基准|系统|DATUM|CRS");
  return std::regex_search(large_letters(cell), words);
}

// BJ54 in a row of wells that lacks its coordinates is more likely the well.
bool like_a_number_of_a_well(std::string const& text) {
  static std::regex const number("[A-Z]{1,4}[ _-]?[0-9]+");
  return std::regex_match(text, number);
}

}  // namespace

std::string other_datum_in(std::string const& given) {
  for (auto const& w : datum_words(large_letters(narrow(given))))
    if (!w.source && is_other(w.said)) return w.said;
  return {};
}

int datum_column(std::vector<std::string> const& names, CoordinateColumns const& c) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    auto const at = static_cast<int>(i);
    if (at == c.x || at == c.y || names[i].starts_with("原")) continue;
    auto const name = bare_name(names[i]);
    if (name.find("坐标系") != std::string::npos || name.find("大地基准") != std::string::npos ||
        std::find(SYSTEM_COLUMNS.begin(), SYSTEM_COLUMNS.end(), name) != SYSTEM_COLUMNS.end())
      return at;
  }
  return -1;
}

bool StatedDatum::headings(std::string const& x, std::string const& y) const {
  bool named = false;
  for (auto const& heading : {x, y}) {
    auto const said = datum_of_heading(heading);
    auto const other = said.empty() ? other_datum_in(heading) : is_other(said) ? said : std::string{};
    if (!other.empty()) refuse(other);
    named = named || !said.empty();
  }
  return named;
}

void StatedDatum::cell(std::string const& value) const {
  if (value.empty()) return;
  auto const text = trimmed_text(large_letters(narrow(value)));
  auto const other = datum_words(text).empty() && is_other_cell(text) ? value : other_datum_in(value);
  if (!other.empty()) refuse(other);
}

void StatedDatum::text(std::string const& words) const {
  if (auto const other = other_datum_in(words); !other.empty()) refuse(other);
}

void StatedDatum::note(std::vector<std::string> const& row) const {
  auto const filled = std::count_if(row.begin(), row.end(), [](auto const& c) { return !c.empty(); });
  bool const of_systems = filled == 1 || std::any_of(row.begin(), row.end(), speaks_of_systems);
  for (auto const& cell : row)
    if (of_systems || !like_a_number_of_a_well(trimmed_text(large_letters(narrow(cell))))) text(cell);
}

void StatedDatum::refuse(std::string const& said) const {
  auto const text = trimmed_text(large_letters(narrow(said)));
  auto const bare = bare_datum(text), datum = bare ? bare : datum_of_text(text);
  if (!m_crs.empty() && datum && Crs::parse(m_crs).datum() == *datum) return;
  throw Error(ErrorKind::input, "read.other_datum", {m_table.path, m_table.layer, said});
}

}  // namespace redline
