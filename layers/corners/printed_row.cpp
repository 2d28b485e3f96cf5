// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/printed_row.hpp"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <regex>

#include "layers/corners/corner_text.hpp"

namespace redline {
namespace {

enum class Meaning { none, name, mark, east, north, x, y };

bool holds(std::string const& text, std::initializer_list<char const*> words) {
  return std::any_of(words.begin(), words.end(), [&](char const* w) { return text.find(w) != std::string::npos; });
}

Meaning meaning_of(std::string const& cell) {
  auto text = narrow(cell);
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  if (is_number(text)) return Meaning::none;
  if (holds(text, {"圈号", "ring"})) return Meaning::mark;
  if (holds(text, {"经度", "东经", "横坐标", "东坐标", "longitude", "easting"}) || text == "lon" || text == "lng")
    return Meaning::east;
  if (holds(text, {"纬度", "北纬", "纵坐标", "北坐标", "latitude", "northing"}) || text == "lat") return Meaning::north;
  if (holds(text, {"点号", "点编号", "编号", "序号", "拐点", "界址点", "corner"}) || text == "no" || text == "id")
    return Meaning::name;
  if (!text.empty() && text[0] == 'x') return Meaning::x;
  if (!text.empty() && text[0] == 'y') return Meaning::y;
  return Meaning::none;
}

std::vector<std::string> split_spaces(std::string text) {
  static std::regex const inside(R"((°|º|˚|度|′|’|'|分|:)\s+(?=\d))"), before(R"(\s+(?=°|º|˚|度|′|’|″|”|"|分|秒))");
  text = std::regex_replace(text, inside, "$1");
  text = std::regex_replace(text, before, "");
  std::vector<std::string> out;
  std::string cell;
  for (char const c : text + " ") {
    if (c != ' ') {
      cell += c;
    } else if (!cell.empty()) {
      out.push_back(std::move(cell));
      cell.clear();
    }
  }
  return out;
}

}  // namespace

bool is_number(std::string const& cell) {
  auto const letter = std::any_of(cell.begin(), cell.end(), [](char c) {
    return std::isalpha(static_cast<unsigned char>(c)) && std::string("EeNWS").find(c) == std::string::npos;
  });
  return !letter && cell.find_first_of("0123456789") != std::string::npos && number_of_cell(narrow(cell)).has_value();
}

bool is_name(std::string const& cell) {
  static std::regex const usual(R"([A-Za-z]{0,3}-?\d{1,4}'?)");
  auto const text = narrow(cell);
  if (std::regex_match(text, usual)) return true;
  return !is_number(text) && text.size() <= 24 && text.find_first_of("0123456789") != std::string::npos &&
         text.find('.') == std::string::npos;
}

std::vector<std::string> cells_of(std::string const& line) {
  if (line.size() > LONGEST_ROW) return {};
  auto text = trimmed_text(line);
  for (auto const& separator : {"\t", "|", "│", "┃", "，", ";", "；", ","}) {
    if (text.find(separator) == std::string::npos) continue;
    auto cells = std::string(separator) == "，" ? comma_fields(text) : split_at(text, separator);
    while (!cells.empty() && cells.back().empty()) cells.pop_back();
    while (!cells.empty() && cells.front().empty()) cells.erase(cells.begin());
    return cells;
  }
  for (auto at = text.find("　"); at != std::string::npos; at = text.find("　", at)) text.replace(at, 3, " ");
  return split_spaces(text);
}

std::optional<CornerColumns> heading(std::vector<std::string> const& cells) {
  CornerColumns out;
  int east = -1, north = -1, x = -1, y = -1;
  auto const first_only = [](int& column, int i) { column = column < 0 ? i : column; };
  for (int i = 0; i < static_cast<int>(cells.size()); ++i) {
    auto const m = meaning_of(cells[static_cast<std::size_t>(i)]);
    if (m == Meaning::name) first_only(out.name, i);
    if (m == Meaning::mark) first_only(out.mark, i);
    if (m == Meaning::east) first_only(east, i);
    if (m == Meaning::north) first_only(north, i);
    if (m == Meaning::x) first_only(x, i);
    if (m == Meaning::y) first_only(y, i);
  }
  out.names_corners = out.name >= 0;
  out.cells = cells.size();
  if (x >= 0 && y >= 0) {
    out.first = x, out.second = y;
  } else if (east >= 0 && north >= 0) {
    out.first = north, out.second = east, out.order = AxisOrder::north_first;
  } else {
    return std::nullopt;
  }
  return out;
}

}  // namespace redline
