// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/printed_row.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <initializer_list>
#include <iterator>
#include <regex>
#include <string_view>
#include <utility>

#include "engine/core/letters.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/datum_words.hpp"
#include "layers/corners/several_corners.hpp"

namespace redline {
namespace {

enum class Meaning { none, name, mark, east, north, x, y, parcel, parcel_name, serial, any_name };

bool holds(std::string const& text, std::initializer_list<char const*> words) {
  return std::any_of(words.begin(), words.end(), [&](char const* w) { return text.find(w) != std::string::npos; });
}

Meaning meaning_of(std::string const& cell) {
  auto const text = small_letters(without_datum(cell));
  if (is_number(text)) return Meaning::none;
  if (holds(text, {"圈号", "ring"})) return Meaning::mark;
  if (holds(text, {"经度", "东经", "横坐标", "东坐标", "longitude", "easting"}) || text == "lon" || text == "lng")
    return Meaning::east;
  if (holds(text, {"纬度", "北纬", "纵坐标", "北坐标", "latitude", "northing"}) || text == "lat") return Meaning::north;
  if (holds(text, {"地块", "宗地", "图斑", "区块", "矿区", "矿山", "矿权", "许可证", "parcel", "分区", "块段", "矿段",
                   "矿块", "采区", "片区", "区段"}))
    return holds(text, {"名", "name"}) ? Meaning::parcel_name : Meaning::parcel;
  if (holds(text, {"点号", "点编号", "拐点", "界址点", "桩号", "corner"})) return Meaning::name;
  if (holds(text, {"编号", "序号"}) || text == "no" || text == "id") return Meaning::serial;
  if (text == "名称" || text == "项目名称") return Meaning::any_name;
  if (!text.empty() && text[0] == 'x') return Meaning::x;
  if (!text.empty() && text[0] == 'y') return Meaning::y;
  return Meaning::none;
}

bool begins_with_sign(std::string_view text) {
  constexpr std::array<std::string_view, 10> SIGNS{"°", "º", "˚", "度", "′", "’", "'", "分", "″", "”"};
  return std::any_of(SIGNS.begin(), SIGNS.end(), [&](auto sign) { return text.starts_with(sign); }) ||
         text.starts_with('"') || text.starts_with("秒");
}

bool ends_in_sign(std::string_view text) {  // behind which a number goes on; behind the sign of seconds it ends
  constexpr std::array<std::string_view, 9> SIGNS{"°", "º", "˚", "度", "′", "’", "'", "分", ":"};
  return std::any_of(SIGNS.begin(), SIGNS.end(), [&](auto sign) { return text.ends_with(sign); });
}

// The mark of J3′ is none of minutes: no degrees stand in its cell.
bool goes_on_behind(std::string_view text) {
  auto const cell = text.substr(text.rfind(' ') + 1);
  if (!ends_in_sign(cell)) return false;
  constexpr std::array<std::string_view, 4> PRIMES{"′", "’", "'", "分"};
  bool const minutes = std::any_of(PRIMES.begin(), PRIMES.end(), [&](auto sign) { return cell.ends_with(sign); });
  constexpr std::array<std::string_view, 5> DEGREES{"°", "º", "˚", "度", ":"};
  return !minutes ||
         std::any_of(DEGREES.begin(), DEGREES.end(), [&](auto sign) { return cell.find(sign) != cell.npos; });
}

// 44°35′ in "83°00.5′ 44°35.5′", 44.5912° in "83.0123° 44.5912°": degrees of their own.
bool begins_degrees(std::string_view text) {
  auto const end = std::min(text.find_first_not_of("0123456789."), text.size());
  auto const sign = text.substr(std::min(text.find_first_not_of(' ', end), text.size()));
  return sign.starts_with("°") || sign.starts_with("度");
}

// Spaces before a sign of degrees, and behind one where a digit follows, are none.
std::string without_inner_spaces(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    auto const next = std::min(text.find_first_not_of(' ', i), text.size());
    auto const rest = text.substr(next);
    bool const inside = !rest.empty() &&
                        (begins_with_sign(rest) || (goes_on_behind(out) && is_digit(rest[0]) && !begins_degrees(rest)));
    if (next > i && !inside) out += ' ';
    if (next < text.size()) out += text[next];
    i = next + 1;
  }
  return out;
}

std::vector<std::string> split_spaces(std::string text) {
  text = without_inner_spaces(text);
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

// The end of the quotation that begins a cell of a CSV; npos where the mark is a sign of seconds or never closes.
std::size_t end_of_quotation(std::string const& text, std::size_t start, std::string const& separator) {
  auto close = text.find('"', start + 1);
  while (close != std::string::npos && text.substr(close + 1, 1) == "\"") close = text.find('"', close + 2);
  if (close == std::string::npos) return close;
  auto const after = text.find_first_not_of(' ', close + 1);
  return after == std::string::npos || text.find(separator, after) == after ? close : std::string::npos;
}

struct Span {
  std::size_t from, to;
};

// Where the cells of a heading stood before degrees, minutes and seconds were made one.
std::vector<Span> printed_columns(std::size_t width, DegreeGroups const& groups) {
  std::vector<Span> out;
  auto g = groups.begin();
  for (std::size_t i = 0; i < width; i = out.back().to + 1) {
    bool const group = g != groups.end() && i == g->at;
    out.push_back({i, i + (group ? g++->width - 1 : 0)});
  }
  return out;
}

void add_pairs(std::vector<std::size_t> const& first, std::vector<std::size_t> const& second, AxisOrder order,
               std::vector<Span> const& at, std::vector<CoordinatePair>& out) {
  for (std::size_t i = 0; i < std::min(first.size(), second.size()); ++i) {
    auto const &a = at[first[i]], &b = at[second[i]];
    out.push_back({first[i], second[i], std::min(a.from, b.from), std::max(a.to, b.to), order});
  }
}

// Each number before its own pair, from left to right.
std::vector<CornerBlock> blocks_of(std::vector<std::size_t> const& names, std::vector<CoordinatePair> pairs) {
  std::sort(pairs.begin(), pairs.end(), [](auto const& a, auto const& b) { return a.from < b.from; });
  if (names.size() != pairs.size()) return {};
  std::vector<CornerBlock> out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    auto const& p = pairs[i];
    auto const low = std::min(p.first, p.second), high = std::max(p.first, p.second);
    if (names[i] >= low || (i + 1 < names.size() && high >= names[i + 1])) return {};
    out.push_back({names[i], p.first, p.second});
  }
  return out;
}

}  // namespace

std::vector<std::string> split_quoted(std::string const& text, std::string const& separator) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at != std::string::npos;) {
    auto const start = text.find_first_not_of(' ', at);
    bool const mark = start != std::string::npos && text[start] == '"';
    auto const close = mark ? end_of_quotation(text, start, separator) : std::string::npos;
    auto const end = text.find(separator, close == std::string::npos ? at : close);
    auto cell = trimmed_text(text.substr(at, end == std::string::npos ? end : end - at));
    if (close != std::string::npos) cell = trimmed_text(replaced(cell.substr(1, cell.size() - 2), "\"\"", "\""));
    out.push_back(std::move(cell));
    at = end == std::string::npos ? end : end + separator.size();
  }
  return out;
}

bool is_number(std::string const& cell) {
  auto const letter = std::any_of(cell.begin(), cell.end(), [](char c) {
    return std::isalpha(static_cast<unsigned char>(c)) && std::string("EeNWS").find(c) == std::string::npos;
  });
  auto const text = narrow(cell);
  return !letter && text.find_first_of("0123456789") != std::string::npos && number_of_cell(text).has_value();
}

std::string corner_name(std::string const& cell) {
  bool const circled = cell.size() == 3 && cell.starts_with("\xE2\x91") && cell[2] >= '\xA0' && cell[2] <= '\xB3';
  if (circled) return std::to_string(static_cast<unsigned char>(cell[2]) - 0xA0 + 1);
  auto name = narrow(cell);
  for (std::string_view const mark : {"′", "’", "＇", "´"})
    if (name.ends_with(mark)) return name.replace(name.size() - mark.size(), mark.size(), "'");
  auto const remark = name.ends_with(')') ? name.find('(') : std::string::npos;  // J1（起点）
  if (remark != std::string::npos && remark > 0) name.resize(remark);
  return trimmed_text(name);
}

bool is_name(std::string const& cell) {
  static std::regex const usual(R"([A-Za-z]{0,3}-?\d{1,4}'?)");
  auto const text = corner_name(cell);
  if (std::regex_match(text, usual)) return true;
  return !is_number(text) && text.size() <= 24 && text.find_first_of("0123456789") != std::string::npos &&
         text.find('.') == std::string::npos && text.find("°") == std::string::npos;
}

std::vector<std::string> cells_of(std::string const& line, bool keep_empty_ends) {
  if (line.size() > LONGEST_ROW) return {};
  auto const text = keep_empty_ends ? line : trimmed_text(line);
  for (auto const& separator : {"\t", "|", "│", "┃", "，", ";", "；", ","}) {
    if (text.find(separator) == std::string::npos) continue;
    auto cells = std::string(separator) == "，" ? comma_fields(text) : split_quoted(text, separator);
    if (keep_empty_ends) return cells;
    while (!cells.empty() && cells.back().empty()) cells.pop_back();
    while (!cells.empty() && cells.front().empty()) cells.erase(cells.begin());
    return cells;
  }
  return split_spaces(replaced(replaced(text, "　", " "), "\xC2\xA0", " "));
}

std::optional<CornerColumns> heading(std::vector<std::string> const& printed) {
  CornerColumns out;
  out.printed = printed.size(), out.degrees = degree_groups(printed);
  auto const cells = folded_heading(printed, out.degrees);
  std::vector<std::size_t> east, north, x, y;
  std::vector<std::size_t> names, serials;
  int any_name = -1;
  auto const first_only = [](int& column, int i) { column = column < 0 ? i : column; };
  for (int i = 0; i < static_cast<int>(cells.size()); ++i) {
    auto const m = meaning_of(cells[static_cast<std::size_t>(i)]);
    if (m == Meaning::name) first_only(out.name, i);
    if (m == Meaning::mark) first_only(out.mark, i);
    if (m == Meaning::serial) first_only(out.serial, i);
    if (m == Meaning::any_name) first_only(any_name, i);
    if (auto* const found = m == Meaning::east     ? &east
                            : m == Meaning::name   ? &names
                            : m == Meaning::serial ? &serials
                            : m == Meaning::north  ? &north
                            : m == Meaning::x      ? &x
                            : m == Meaning::y      ? &y
                                                   : nullptr)
      found->push_back(static_cast<std::size_t>(i));
    if (m == Meaning::parcel) first_only(out.parcel, i);
    if (m == Meaning::parcel_name) first_only(out.parcel_name, i);
  }
  out.cells = cells.size();
  if (out.name < 0) out.name = std::exchange(out.serial, -1);
  if (out.serial >= 0 && !out.names_parcels()) out.parcel_name = any_name;
  out.names_corners = out.name >= 0;
  auto const columns = printed_columns(printed.size(), out.degrees);
  add_pairs(x, y, AxisOrder::unknown, columns, out.pairs);
  add_pairs(north, east, AxisOrder::north_first, columns, out.pairs);
  if (out.pairs.empty()) return std::nullopt;
  auto const& numbers = names.empty() ? serials : names;
  out.repeats = numbers.size() > 1 && out.pairs.size() > 1 && out.cells >= 6;
  if (out.repeats && out.mark < 0 && !out.names_parcels()) out.blocks = blocks_of(numbers, out.pairs);
  out.first = static_cast<int>(out.pairs[0].first), out.second = static_cast<int>(out.pairs[0].second);
  out.order = out.pairs[0].order;
  return out;
}

bool names_datums(std::vector<std::string> const& cells) {
  constexpr long YEAR = 4;
  auto const digits = [](std::string const& s) { return std::count_if(s.begin(), s.end(), is_digit); };
  return std::none_of(cells.begin(), cells.end(), [&](auto const& c) { return digits(c) > YEAR; }) &&
         std::any_of(cells.begin(), cells.end(), [](auto const& c) { return !datum_of_heading(c).empty(); }) &&
         heading(cells);
}

bool two_numbers(std::string const& a, std::string const& b) { return is_number(a) && is_number(b); }

bool has_many_digits(std::string const& cell) {
  return std::count_if(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; }) >= 4;
}

bool lacks_degrees(std::vector<std::string> const& cells) {
  std::vector<std::string> numbers;
  std::copy_if(cells.begin(), cells.end(), std::back_inserter(numbers), is_number);
  return numbers.size() >= 3 && std::any_of(numbers.end() - 2, numbers.end(), [](auto const& s) {
           return !has_many_digits(s) && s.find("°") == std::string::npos;
         });
}

std::string cell_at(std::vector<std::string> const& cells, int column) {
  return column < 0 ? std::string{} : cells[static_cast<std::size_t>(column)];
}

Message row_fault(std::vector<std::string> const& c, std::vector<std::string> const& all,
                  std::optional<CornerColumns> const& columns) {
  if (columns && !columns->repeats && all.size() == columns->cells)
    for (int const column : {columns->first, columns->second})
      if (auto const& s = cell_at(all, column); !is_number(s))
        return s.empty() ? Message{"corner.row_incomplete", {}} : no_number(s);
  auto const bad =
      std::find_if(c.begin() + 1, c.end(), [](auto const& s) { return has_many_digits(s) && !is_number(s); });
  if (c.size() > 2 && bad != c.end()) return no_number(*bad);
  if (lacks_numbers(c)) return {"corner.pairs_unnumbered", {}};
  return {c.size() == 2 && is_name(c[0]) ? "corner.row_incomplete" : "corner.unreadable", {}};
}

std::string joined(std::vector<std::string> const& cells) {
  std::string out;
  for (auto const& c : cells)
    if (!c.empty()) out += (out.empty() ? "" : " ") + c;
  return out;
}

std::vector<std::string> filled(std::vector<std::string> cells) {
  std::erase_if(cells, [](auto const& c) { return c.empty(); });
  return cells;
}

}  // namespace redline
