// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/row_level.hpp"

#include <algorithm>
#include <array>
#include <regex>

#include "layers/corners/corner_text.hpp"
#include "layers/restoration/group_heading.hpp"
#include "layers/restoration/site_names.hpp"

namespace redline {
namespace {

constexpr int OF_DIGITS = 3, OF_BRACKETS = 4, OF_PARTS = 5;
constexpr std::size_t LONGEST_NUMBER = 20;

// 1, 1、, (1), 1.1; a whole number of a workbook is 1 or 1.0
int rank_of_digits(std::string const& cell) {
  static std::regex const plain(R"(^\d{1,4}(\.0)?[.、]?$)"), bracket(R"(^\(\d{1,3}\)$)"),
      parts(R"(^\d{1,3}([.-]\d{1,3})+$)");
  auto const text = folded_site(cell);
  if (text.empty() || text.size() > LONGEST_NUMBER) return 0;
  if (std::regex_match(text, plain)) return OF_DIGITS;
  if (std::regex_match(text, bracket) || (cell >= "①" && cell <= "⑳" && cell.size() == 3)) return OF_BRACKETS;
  return std::regex_match(text, parts) ? OF_PARTS : 0;
}

// 一, （二）; and where `digits` are numbers of rows: 1, (1), 1.1
int rank_alone(std::string const& cell, bool digits) {
  bool const plain = cell.find_first_not_of("0123456789") == std::string::npos;
  if (plain) return digits && cell.size() < OF_PARTS ? OF_DIGITS : 0;
  auto const numeral = numeral_alone(cell).rank;
  return numeral > 0 || !digits ? numeral : rank_of_digits(cell);
}

// Most cells are no number, which is quick to see.
bool begins_a_number(std::string const& cell) {
  constexpr std::array BEGIN{"(", "（", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  if (cell.empty()) return false;
  auto const byte = static_cast<unsigned char>(cell.front());
  return (byte >= '0' && byte <= '9') || byte == 0xE2 || byte == 0xEF ||  // ①, full width
         std::any_of(BEGIN.begin(), BEGIN.end(), [&](auto const* b) { return cell.starts_with(b); });
}

}  // namespace

int rank_of_number(std::string const& cell) { return begins_a_number(cell) ? rank_alone(cell, true) : 0; }

RowLevel level_of(std::vector<std::string> const& cells, RowColumns const& columns) {
  auto const& site = columns.cell(M_SITE, cells);
  auto const own = begins_a_number(site) ? group_heading(site) : GroupHeading{0, 0, site};
  RowLevel out{own.rank, own.rank > 0 ? own.text : site};
  bool empty = true;
  for (std::size_t i = 0; i < cells.size() && out.rank == 0; ++i) {
    auto const m = columns.meaning_at(i);
    if (m == M_SITE) break;
    if (cells[i].empty() || (m != MEANING_COUNT && m != M_ID)) continue;
    empty = false;
    if (begins_a_number(cells[i])) out.rank = rank_alone(cells[i], m == MEANING_COUNT);
    if (m == MEANING_COUNT) break;
  }
  out.unnumbered = out.rank == 0 && empty;
  return out;
}

}  // namespace redline
