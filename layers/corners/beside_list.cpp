// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/beside_list.hpp"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <iterator>
#include <regex>

#include "engine/core/letters.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/labelled_row.hpp"
#include "layers/corners/marked_text.hpp"
#include "layers/corners/point_titles.hpp"
#include "layers/corners/printed_row.hpp"
#include "layers/corners/titles_in_words.hpp"

namespace redline {
namespace {

using Cells = std::vector<std::string>;
constexpr std::size_t LONGEST_TITLE = 90, LONGEST_FOOTER = 500, LONGEST_NUMBER = 20;
constexpr std::size_t FEWEST_OF_OUTLINE = 3;
constexpr double BEYOND_COORDINATES = 5e7;

bool says_one_of(std::string const& text, std::initializer_list<char const*> words) {
  return std::any_of(words.begin(), words.end(), [&](char const* w) { return text.find(w) != std::string::npos; });
}

bool names_points(TitleOf title) { return title == TitleOf::points || title == TitleOf::points_of_ground; }

std::size_t digits_at(std::string const& text) { return std::min(text.find_first_of("0123456789"), text.size()); }

bool has_word(std::string text) {
  for (auto const* mark : {"，", "；", "。", "、", "："}) text = replaced(text, mark, " ");
  return std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<signed char>(c) < 0 || std::isalpha(static_cast<unsigned char>(c)) != 0;
  });
}

bool is_row(Cells const& cells) { return std::count_if(cells.begin(), cells.end(), is_number) >= 2; }

// As long as a coordinate, right or mistyped.
bool may_be_coordinate(std::string const& cell) {
  static std::regex const form(R"([0-9OoIl.,]{7,})");
  if (cell.size() > LONGEST_NUMBER || !std::regex_match(cell, form)) return false;
  auto const value = number_of_cell(cell);
  return !value || *value < BEYOND_COORDINATES;
}

bool is_coordinate_with_decimals(std::string const& cell) {
  return cell.find("°") != std::string::npos || (may_be_coordinate(cell) && cell.find('.') != std::string::npos);
}

bool begins_with_number_of_corner(Cells const& cells) {
  static std::regex const usual(R"([A-Za-z]{0,3}-?\d{1,4}'?)");
  return !cells.empty() && cells[0].size() <= LONGEST_NUMBER && std::regex_match(corner_name(cells[0]), usual);
}

// 中心点：4940550.00，28422000.00, with its name in the cell of the first number.
bool names_point_by_words(Cells const& cells) {
  if (cells.size() != 2 || !is_number(cells[1])) return false;
  auto const text = narrow(cells[0]);
  return is_number(trimmed_text(text.substr(digits_at(text))));
}

}  // namespace

bool is_height_or_sum(Cells const& cells) {
  auto const first = std::find_if(cells.begin(), cells.end(), [](auto const& c) { return !c.empty(); });
  if (first == cells.end()) return false;
  auto const text = narrow(*first);
  return digits_at(text) == text.size() &&
         says_one_of(text, {"标高", "高程", "深度", "合计", "总计", "小计", "面积", "周长", "备注", "说明"});
}

bool is_footer(std::string const& line, Cells const& cells) {
  static std::regex const date(R"([0-9]{4}\s*年\s*[0-9]{1,2}\s*月)"),
      area(R"((^|[^A-Za-z])S\s*=\s*[0-9.]+\s*(平方|m|㎡|亩|公顷))");
  if (line.size() > LONGEST_FOOTER) return false;
  auto const text = narrow(line);
  if (std::count_if(cells.begin(), cells.end(), has_many_digits) >= 2 && begins_with_number_of_corner(cells))
    return false;
  if (std::any_of(cells.begin(), cells.end(), is_coordinate_with_decimals)) return false;
  if (std::count_if(cells.begin(), cells.end(), may_be_coordinate) >= 2) return false;
  return says_one_of(text, {"附图", "比例尺",   "图幅", "图号",   "日期", "时间", "电话", "手机", "传真",
                            "邮编", "邮政编码", "联系", "地址",   "制表", "制图", "填表", "校核", "审核",
                            "检查", "编制",     "测量", "绘图",   "面积", "周长", "合计", "总计", "小计",
                            "标高", "高程",     "深度", "有效期", "年限", "储量", "说明", "备注", "注:"}) ||
         std::regex_search(text, date) || std::regex_search(text, area);
}

bool OtherPoints::opens(int n, std::string const& text) {
  if (text.size() > LONGEST_TITLE || of_corners(text) || !says_one_of(text, {"坐标"})) return false;
  auto const title = title_of(text);
  if (!names_points(title)) return false;
  m_open = true, m_one = of_centre(text), m_rows = 0;
  m_left.push_back({n, n, 0, title == TitleOf::points_of_ground, false, text});
  return true;
}

bool OtherPoints::goes_on(int n, std::string const& text, Cells const& cells) {
  auto const labelled = labelled_corners(text);
  if (labelled.empty() && heading(cells)) return !of_corners(text) && m_rows == 0 && !m_one;
  auto const marked = marked_text(text);
  bool const row = !labelled.empty() || is_row(cells) || marked;
  if (!row || (m_one && (m_rows > 0 || begins_with_number_of_corner(cells)))) return false;
  ++m_rows;
  if (!labelled.empty())
    count(n, labelled);
  else if (marked)
    count(n, marked->corners);
  else
    count(n, {{cells.size() > 2 ? corner_name(cells[0]) : std::string(), "", ""}});
  return true;
}

// Corners are numbered, or have no name at all; points are called by their names.
void OtherPoints::count(int n, std::vector<LabelledCorner> const& rows) {
  static std::regex const number("(?:J|j)?0{0,3}([0-9]{1,4})");
  auto& left = m_left.back();
  left.last = n;
  for (auto const& r : rows) {
    std::smatch m;
    bool const first = left.rows == 0;
    bool const unnamed = r.name.empty() && (first || !has_word(r.words));  // those of the first are the title
    bool const next = std::regex_match(r.name, m, number) && std::stoul(m[1].str()) == left.rows + 1;
    left.numbered = (first || left.numbered) && (unnamed || next);
    ++left.rows;
  }
}

// Several behind words of points in one line: 井口坐标：1、X=… Y=…；2、X=… Y=….
bool OtherPoints::takes_line(int n, std::string const& words, std::string const& text, Cells const& cells) {
  auto const corners = labelled_corners(text);
  auto const title = title_of(words);
  if (!names_points(title) && (title != TitleOf::ground || corners.size() >= FEWEST_OF_OUTLINE)) return false;
  if (corners.empty()) return names_point_by_words(cells);
  m_left.push_back({n, n, 0, title == TitleOf::points_of_ground, false, without_marks(corners[0].words)});
  count(n, corners);
  return true;
}

std::vector<OtherPoints::Left> OtherPoints::like_corners() const {
  std::vector<Left> out;
  std::copy_if(m_left.begin(), m_left.end(), std::back_inserter(out),
               [](Left const& l) { return l.numbered && l.rows >= FEWEST_OF_OUTLINE; });
  return out;
}

bool OtherPoints::takes(int n, std::string const& line, Cells const& cells) {
  auto const text = narrow(line);
  auto const words = text.substr(0, digits_at(text));
  if (words.size() == text.size()) {
    if (opens(n, text)) return false;  // a text as others
  } else if (line.size() <= LONGEST_FOOTER && !of_corners(words)) {
    if (takes_line(n, words, text, cells)) return true;
  }
  m_open = m_open && goes_on(n, text, cells);
  return m_open;
}

}  // namespace redline
