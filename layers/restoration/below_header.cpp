// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/below_header.hpp"

#include <algorithm>
#include <array>
#include <regex>

#include "engine/restoration/amount.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/restoration/row_columns.hpp"

namespace redline {
namespace {

using Cells = std::vector<std::string>;

constexpr std::size_t FEWEST_NUMBERED = 3;

struct Mark {
  int series = -1, place = 0;  // of numbers, stems, letters, circled numbers
};

Mark mark_of(std::string const& cell) {
  constexpr std::array STEMS{"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
  static std::regex const number(R"(^\(?(\d{1,2})\)?(?:=.+)?$)"), letter(R"(^\(?([A-Za-z])\)?$)");
  constexpr std::array CIRCLED{"①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩"};
  enum Series { NUMBERS, LETTERS, IN_STEMS, IN_CIRCLES };
  auto const text = narrow(cell);
  constexpr std::size_t LONGEST = 30;
  if (std::smatch m; text.size() <= LONGEST) {
    if (std::regex_match(text, m, number)) return {NUMBERS, std::stoi(m[1])};
    if (std::regex_match(text, m, letter)) return {LETTERS, m[1].str().front() & 0x1F};
  }
  auto const in = [&](auto const& words) {
    return static_cast<int>(std::find(words.begin(), words.end(), text) - words.begin());
  };
  if (auto const at = in(STEMS); at < static_cast<int>(STEMS.size())) return {IN_STEMS, at + 1};
  if (auto const at = in(CIRCLED); at < static_cast<int>(CIRCLED.size())) return {IN_CIRCLES, at + 1};
  return {};
}

}  // namespace

std::string unit_alone(std::string const& cell) {
  constexpr std::array OTHERS{"万元", "元", "个", "处", "宗",     "口",       "株", "棵",
                              "座",   "项", "%",  "年", "年月日", "年/月/日", "米", "吨"};
  auto text = replaced(narrow(cell), " ", "");
  if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
  constexpr std::string_view LABEL = "单位:";
  if (text.starts_with(LABEL)) text.erase(0, LABEL.size());
  bool const other = std::find(OTHERS.begin(), OTHERS.end(), text) != OTHERS.end();
  return other || unit_of(text) ? text : std::string{};
}

bool numbers_columns(Cells const& header, Cells const& cells) {
  std::array<int, 4> last{};
  std::size_t marks = 0;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    auto const& cell = cells[c];
    bool const label = cell == "栏次" || cell == "列次" || cell == "列号" || cell == "栏目";
    if (cell.empty() || label || (c < header.size() && cell == header[c])) continue;
    auto const mark = mark_of(cell);
    if (mark.series < 0 || mark.place != ++last[static_cast<std::size_t>(mark.series)]) return false;
    ++marks;
  }
  return marks >= FEWEST_NUMBERED;
}

std::optional<std::string> with_unit(std::string const& heading, std::string const& cell) {
  auto const unit = unit_alone(cell), own = heading_of_column(heading).unit;
  if (unit.empty() || heading.empty()) return std::nullopt;
  auto const figure = unit_of(unit);
  if (own.empty()) return figure ? heading + "（" + unit + "）" : heading;
  auto const same = [&, before = unit_of(own)] {
    return before && figure && before->dimension == figure->dimension &&
           before->numerator * figure->denominator == figure->numerator * before->denominator;
  };
  return own == unit || same() ? std::optional(heading) : std::nullopt;
}

std::optional<Cells> with_units(Cells header, Cells const& cells) {
  bool any = false;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    if (cells[c].empty() || (c < header.size() && cells[c] == header[c])) continue;
    auto const named = c < header.size() ? with_unit(header[c], cells[c]) : std::nullopt;
    if (!named) return std::nullopt;
    any = any || unit_of(unit_alone(cells[c]));
    header[c] = *named;
  }
  return any ? std::optional(header) : std::nullopt;
}

}  // namespace redline
