// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/register_table.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/core/error.hpp"
#include "layers/corners/beside_list.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/datum_words.hpp"
#include "layers/corners/printed_row.hpp"
#include "layers/corners/region_string.hpp"
#include "layers/corners/register_columns.hpp"
#include "layers/corners/register_parcel.hpp"
#include "layers/corners/said_kind.hpp"
#include "layers/corners/stated_zones.hpp"
#include "layers/corners/unread_coordinates.hpp"

namespace redline {
namespace {

using Cells = std::vector<std::string>;

bool odd_quotes(std::string const& line) { return std::count(line.begin(), line.end(), '"') % 2 == 1; }

// Lines whose quotation goes on in the next one stand there; they have no cells then.
std::vector<Cells> table_of(std::vector<std::string> const& lines) {
  auto const tabs =
      std::any_of(lines.begin(), lines.end(), [](auto const& l) { return l.find('\t') != std::string::npos; });
  std::vector<Cells> out;
  std::string rest;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto const whole = rest.empty() ? lines[i] : rest + "\n" + lines[i];
    bool const open = odd_quotes(whole) && i + 1 < lines.size();
    rest = open ? whole : std::string{};
    if (open || trimmed_text(whole).empty())
      out.emplace_back();
    else
      out.push_back(split_quoted(whole, tabs ? "\t" : ","));
  }
  return out;
}

// A string that a cell holds in several lines.
std::string in_one_line(std::string text) {
  std::erase(text, '\r');
  std::string out;
  for (char const c : trimmed_text(text)) {
    if (c != '\n')
      out += c;
    else if (!out.empty() && std::string(",;").find(out.back()) == std::string::npos && !out.ends_with("，") &&
             !out.ends_with("；"))
      out += ',';
  }
  return out;
}

class Register {
 public:
  Register(std::vector<Cells> const& rows, RegisterColumns columns) : m_rows(&rows), m_columns(std::move(columns)) {}

  StringRow row(std::size_t i) const {
    auto const& cells = (*m_rows)[i];
    auto const text = joined(cells);
    if (m_columns.heading && i == *m_columns.heading) return heading();
    if (m_columns.heading && i < *m_columns.heading) return {StringRow::text, text};
    auto const string = trimmed_cell(cells, static_cast<int>(m_columns.string));
    if (text.empty()) return {StringRow::text, ""};
    if (string.empty() && std::any_of(m_columns.others.begin(), m_columns.others.end(), [&](std::size_t column) {
          return !trimmed_cell(cells, static_cast<int>(column)).empty();
        }))
      return {StringRow::other, title(m_columns.string), "", other_titles()};
    bool const other =
        string.empty() && (is_height_or_sum(filled(cells)) || is_footer(text, cells) || filled(cells).size() == 1);
    return other ? StringRow{StringRow::beside, text}
                 : StringRow{StringRow::entry, in_one_line(string), trimmed_cell(cells, m_columns.datum), string};
  }

  // What the headings of the columns say that are not used is not said of the corners.
  StringRow heading() const {
    auto cells = m_rows->at(*m_columns.heading);
    for (auto const column : m_columns.others) cells[column].clear();
    auto const datum = datum_of_heading(title(m_columns.string));
    StringRow out{StringRow::titles, joined(cells), ""};
    if (!datum.empty()) out.datum = is_cgcs2000(datum) ? "2000国家大地坐标系" : datum + "坐标";
    out.cell = other_titles();
    return out;
  }

  void refuse_undecided(std::string const& shown) const {
    if (m_columns.undecided)
      throw Error(ErrorKind::input, "corner.string_columns",
                  {shown, std::to_string(m_columns.others.size() + 1), title(m_columns.string), other_titles()});
  }

  void say_unused(std::string const& layer, CornerList& out) const {
    if (!m_columns.heading) return;
    auto used = columns_of_parcels(m_columns);
    used.insert(used.end(), {m_columns.id, m_columns.datum, static_cast<int>(m_columns.string)});
    used.insert(used.end(), m_columns.others.begin(), m_columns.others.end());
    auto titles = titles_without(m_rows->at(*m_columns.heading), used);
    std::erase_if(titles, [](std::string const& t) { return t.starts_with("#") || t == "序号"; });
    if (titles.empty()) return;
    out.findings.push_back(
        {"corner.extra_columns",
         Severity::info,
         layer,
         "",
         {std::to_string(*m_columns.heading + 1), std::to_string(titles.size()), shortened(joined_titles(titles))}});
  }

  // Outlines in other cells than those of the strings.
  void say_unread(std::string const& layer, CornerList& out) const {
    for (std::size_t i = 0; i < m_rows->size(); ++i) {
      auto cells = (*m_rows)[i];
      for (auto const used : strings())
        if (used < cells.size()) cells[used].clear();
      if (auto const at = cell_of_outline(cells))
        out.findings.push_back({"corner.column_unread",
                                Severity::warning,
                                layer,
                                "",
                                {std::to_string(i + 1), shortened(title_or_number(*at))}});
    }
  }

  void name(Parcel& p) const {
    auto said = described(cells_of_line(p.line), m_columns);
    said.line = p.line, said.number = p.number, said.rings = std::move(p.rings), said.said = std::move(p.said);
    said.form = p.form, said.order = p.order;
    for (auto const& z : p.zones) add_zone(said.zones, z);
    if (said.licence_no.empty()) said.licence_no = said.id;
    p = std::move(said);
  }

  void name(FailedParcel& p) const {
    auto const& cells = cells_of_line(p.line);
    for (int const column : {m_columns.name, m_columns.id})
      if (auto const title = trimmed_cell(cells, column); !title.empty()) p.title = title, p.numbered = false;
  }

 private:
  std::string title(std::size_t column) const {
    return m_columns.heading ? trimmed_cell(m_rows->at(*m_columns.heading), static_cast<int>(column)) : std::string{};
  }

  std::string title_or_number(std::size_t column) const {
    auto const said = title(column);
    return said.empty() ? "#" + std::to_string(column + 1) : said;
  }

  std::vector<std::size_t> strings() const {
    auto out = m_columns.others;
    out.push_back(m_columns.string);
    return out;
  }

  std::string other_titles() const {
    std::string out;
    for (auto const column : m_columns.others) out += (out.empty() ? "" : ", ") + title(column);
    return out;
  }

  Cells const& cells_of_line(int line) const { return m_rows->at(static_cast<std::size_t>(line - 1)); }

  std::vector<Cells> const* m_rows;
  RegisterColumns m_columns;
};

void parse(std::vector<Cells> const& rows, std::vector<bool> const& moved, std::string const& layer, CornerList& out) {
  Register const table(rows, register_columns(rows).value());
  table.refuse_undecided(out.shown);
  std::vector<StringRow> strings;
  for (std::size_t i = 0; i < rows.size(); ++i)
    strings.push_back(moved[i] ? StringRow{StringRow::moved, ""} : table.row(i));
  parse_region_rows(strings, layer, out);
  table.say_unused(layer, out);
  table.say_unread(layer, out);
  for (auto& p : out.parcels) table.name(p);
  give_kinds_to_parcels(out);
  for (auto& p : out.failed_parcels) table.name(p);
}

}  // namespace

bool looks_like_register(std::vector<std::string> const& lines) { return looks_like_register_rows(table_of(lines)); }

bool looks_like_register_rows(std::vector<Cells> const& rows) { return register_columns(rows).has_value(); }

void parse_register(std::vector<std::string> const& lines, std::string const& layer, CornerList& out) {
  auto const rows = table_of(lines);
  std::vector<bool> moved;
  for (std::size_t i = 0; i < lines.size(); ++i) moved.push_back(rows[i].empty() && !trimmed_text(lines[i]).empty());
  parse(rows, moved, layer, out);
}

void parse_register_rows(std::vector<Cells> const& rows, std::string const& layer, CornerList& out) {
  parse(rows, std::vector<bool>(rows.size()), layer, out);
}

}  // namespace redline
