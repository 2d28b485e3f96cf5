// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/register_columns.hpp"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <regex>

#include "engine/core/letters.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/datum_words.hpp"
#include "layers/corners/page_words.hpp"
#include "layers/corners/printed_row.hpp"
#include "layers/corners/remarks.hpp"
#include "layers/corners/right_kind.hpp"
#include "layers/corners/stated_zones.hpp"
#include "layers/corners/string_form.hpp"
#include "layers/corners/written_cell.hpp"

namespace redline {
namespace {

using Cells = std::vector<std::string>;
constexpr std::size_t LONGEST_HEADING = 90, SHORTEST_LICENCE = 10, ROWS_LOOKED_AT = 50;
constexpr long FEWEST_ROWS_OF_CORNERS = 2;

bool holds(std::string const& text, std::initializer_list<char const*> words) {
  return std::any_of(words.begin(), words.end(), [&](char const* w) { return text.find(w) != std::string::npos; });
}

std::string plain(std::string const& cell) {
  auto out = small_letters(narrow(cell));
  std::erase_if(out, [](char c) { return c == ' ' || c == '\n' || c == '\r'; });
  return out;
}

bool names_strings(std::string const& cell) {
  return cell.size() <= LONGEST_HEADING && plain(cell).find("坐标") != std::string::npos;
}

bool holds_corners(std::string const& cell) { return is_corner_string(cell) || is_written_cell(cell); }

bool names_mine(std::string const& text) {
  return holds(text, {"名"}) && holds(text, {"矿山", "矿区", "矿权", "项目", "勘查"});
}

bool names_holder(std::string const& text) { return holds(text, {"企业", "申请人", "权人", "单位", "公司"}); }

// 采矿权人, 申请人, 企业名称; not its address, nor who measured or licensed.
bool is_holder(std::string const& text) {
  return holds(text, {"权人", "申请人", "申请单位", "企业", "公司"}) &&
         !holds(text, {"地址", "电话", "代码", "性质", "类型", "编号", "测", "编制", "发证", "法人", "规模"});
}

void read_heading(Cells const& cells, RegisterColumns& out) {
  auto const first = [](int& column, std::size_t i) { column = column < 0 ? static_cast<int>(i) : column; };
  int other_id = -1, other_name = -1, area_name = -1;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    auto const text = plain(cells[i]);
    if (i == out.string || std::find(out.others.begin(), out.others.end(), i) != out.others.end()) continue;
    if (names_zones(cells[i]))
      out.zones.emplace_back(static_cast<int>(i), cells[i]);
    else if (auto const part = part_of_term(cells[i]))
      out.terms.push_back({static_cast<int>(i), *part, trimmed_text(cells[i])});
    else if (holds(text, {"许可证号", "证号", "许可证编号"}))
      first(out.licence, i);
    else if (holds(text, {"编号", "申请号", "项目号", "矿权号"}))
      first(other_id, i);
    else if (is_holder(text))
      first(out.holder, i);
    else if (names_mine(text) && !names_holder(text))
      first(out.name, i);
    else if (holds(text, {"名称"}) && !names_holder(text))
      first(other_name, i);
    else if (holds(text, {"坐标系", "基准"}))
      first(out.datum, i);
    else if (holds(text, {"矿种"}))
      first(out.mineral, i);
    else if (holds(text, {"面积"}) && out.area < 0)
      first(out.area, i), out.area_unit = area_unit(text);
    else if (names_kinds(text))
      out.kinds.push_back(static_cast<int>(i));
    else if (is_area_word(text))
      first(area_name, i);
  }
  out.id = out.licence < 0 ? other_id : out.licence;
  if (out.name < 0) out.name = other_name < 0 ? area_name : other_name;
}

bool is_licence(std::string const& cell) {
  static std::regex const form(R"([A-Za-z]{0,3}[0-9]+)");
  return cell.size() >= SHORTEST_LICENCE && cell.size() <= LONGEST_HEADING && std::regex_match(cell, form);
}

std::optional<std::size_t> only_string(Cells const& cells) {
  bool const licensed = std::any_of(cells.begin(), cells.end(), is_licence);
  auto const is_string = licensed ? holds_corners : is_corner_string;
  auto const at = std::find_if(cells.begin(), cells.end(), is_string);
  if (at == cells.end() || std::any_of(at + 1, cells.end(), is_string)) return std::nullopt;
  return static_cast<std::size_t>(at - cells.begin());
}

// A list that is written out in a cell under its title is no register yet.
bool has_strings(std::vector<Cells> const& rows, std::size_t r, std::size_t column) {
  auto const wide = [](Cells const& c) { return filled(c).size() > 1; };
  auto const last = std::min(rows.size(), r + ROWS_LOOKED_AT);
  for (auto i = r + 1; i < last; ++i) {
    if (column >= rows[i].size()) continue;
    auto const& cell = rows[i][column];
    if (is_corner_string(cell) || (wide(rows[r]) && wide(rows[i]) && is_written_cell(cell))) return true;
  }
  return false;
}

// Of several columns the one on CGCS2000; undecided where none or more than one is.
void choose_string(Cells const& heading, std::vector<std::size_t> const& columns, RegisterColumns& out) {
  std::vector<std::size_t> newest;
  std::copy_if(columns.begin(), columns.end(), std::back_inserter(newest),
               [&](std::size_t i) { return is_cgcs2000(datum_of_heading(heading[i])); });
  out.string = newest.empty() ? columns[0] : newest[0];
  out.undecided = columns.size() > 1 && newest.size() != 1;
  for (auto const i : columns)
    if (i != out.string) out.others.push_back(i);
}

std::optional<RegisterColumns> by_heading(std::vector<Cells> const& rows, std::size_t r) {
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < rows[r].size(); ++i)
    if (names_strings(rows[r][i]) && has_strings(rows, r, i)) columns.push_back(i);
  if (columns.empty()) return std::nullopt;
  RegisterColumns out;
  out.heading = r;
  choose_string(rows[r], columns, out);
  read_heading(rows[r], out);
  return out;
}

// 点号, X, Y over rows of corners: a string in another of its columns is a remark.
bool is_corner_table(std::vector<Cells> const& rows) {
  for (std::size_t r = 0; r < rows.size() && r < ROWS_LOOKED_AT; ++r) {
    auto const h = rows[r].size() > 2 ? heading(rows[r]) : std::nullopt;
    if (!h || !h->names_corners || h->names_parcels()) continue;
    auto const corners =
        std::count_if(rows.begin() + static_cast<std::ptrdiff_t>(r), rows.end(), [&](auto const& cells) {
          return static_cast<int>(cells.size()) > std::max(h->first, h->second) &&
                 two_numbers(cell_at(cells, h->first), cell_at(cells, h->second));
        });
    if (corners >= FEWEST_ROWS_OF_CORNERS) return true;
  }
  return false;
}

std::optional<RegisterColumns> by_strings(std::vector<Cells> const& rows) {
  if (is_corner_table(rows)) return std::nullopt;
  RegisterColumns out;
  std::size_t found = 0;
  for (auto const& cells : rows) {
    auto const at = only_string(cells);
    if (!at) continue;
    if (found++ > 0) {
      if (*at != out.string) return std::nullopt;
      continue;
    }
    out.string = *at;
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (i != *at && out.id < 0 && is_licence(cells[i])) out.id = static_cast<int>(i);
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (i != *at && out.name < 0 && !cells[i].empty() && cells[i].find_first_of("0123456789") == std::string::npos)
        out.name = static_cast<int>(i);
    if (cells.size() < 2) return std::nullopt;
  }
  return found > 0 ? std::optional(out) : std::nullopt;
}

}  // namespace

RegisterColumns columns_beside(Cells const& heading) {
  RegisterColumns out;
  out.string = heading.size();
  read_heading(heading, out);
  return out;
}

std::vector<int> columns_of_parcels(RegisterColumns const& c) {
  std::vector<int> out{c.licence, c.name, c.mineral, c.area, c.holder};
  out.insert(out.end(), c.kinds.begin(), c.kinds.end());
  for (auto const& t : c.terms) out.push_back(t.column);
  for (auto const& z : c.zones) out.push_back(z.first);
  return out;
}

std::vector<std::string> titles_without(Cells const& heading, std::vector<int> const& used) {
  Cells out;
  for (std::size_t i = 0; i < heading.size(); ++i) {
    auto const title = trimmed_text(heading[i]);
    if (std::find(used.begin(), used.end(), static_cast<int>(i)) == used.end())
      out.push_back(title.empty() ? "#" + std::to_string(i + 1) : title);
  }
  return out;
}

std::string joined_titles(Cells const& titles) {
  std::string out;
  for (auto const& title : titles) out += (out.empty() ? "" : ", ") + title;
  return out;
}

std::string area_unit(std::string const& text) {
  static std::regex const unit(AREA_UNITS);
  auto const t = small_letters(narrow(text));
  std::smatch m;
  return std::regex_search(t, m, unit) ? m[0].str() : std::string{};
}

std::optional<RegisterColumns> register_columns(std::vector<Cells> const& rows) {
  for (std::size_t r = 0; r < rows.size() && r < ROWS_LOOKED_AT; ++r)
    if (auto out = by_heading(rows, r)) return out;
  return by_strings(rows);
}

}  // namespace redline
