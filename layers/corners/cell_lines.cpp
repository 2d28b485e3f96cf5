// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/cell_lines.hpp"

#include <algorithm>
#include <optional>

#include "layers/corners/corner_list.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/printed_row.hpp"

namespace redline {
namespace {

constexpr std::size_t NARROWEST_TABLE = 3, WIDEST_TABLE = 6, LONGEST_CELL = 60;
constexpr std::size_t FEWEST_NUMBERS = 6;

struct LoneCell {
  std::size_t line = 0;
  std::string text;  // empty: more than a cell
};

std::vector<LoneCell> lone_cells(std::vector<std::string> const& lines) {
  std::vector<LoneCell> out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto const text = trimmed_text(lines[i]);
    if (text.empty()) continue;
    bool const lone = text.size() <= LONGEST_CELL && cells_of(text).size() == 1;
    out.push_back({i, lone ? text : std::string{}});
  }
  return out;
}

std::vector<std::string> cells_at(std::vector<LoneCell> const& all, std::size_t from, std::size_t width) {
  std::vector<std::string> out;
  for (std::size_t i = from; i < from + width && i < all.size(); ++i) out.push_back(all[i].text);
  bool const whole =
      out.size() == width && std::none_of(out.begin(), out.end(), [](auto const& c) { return c.empty(); });
  return whole ? out : std::vector<std::string>{};
}

std::optional<CornerColumns> heading_of(std::vector<std::string> const& cells) {
  auto const h = cells.empty() ? std::nullopt : heading(cells);
  bool const plain = h && h->names_corners && !h->repeats && h->degrees.empty() && h->cells == cells.size() &&
                     h->name >= 0 && h->first >= 0 && h->second >= 0;
  bool const words = std::none_of(cells.begin(), cells.end(), is_number);
  return plain && words ? h : std::nullopt;
}

bool is_row_of(CornerColumns const& h, std::vector<std::string> const& cells) {
  return !cells.empty() && is_name(cell_at(cells, h.name)) &&
         two_numbers(cell_at(cells, h.first), cell_at(cells, h.second)) && has_many_digits(cell_at(cells, h.first)) &&
         has_many_digits(cell_at(cells, h.second));
}

// A number, or one that was meant, or the number of a corner.
bool may_be_cell(std::string const& text) {
  auto const name = corner_name(text);
  bool const ascii = std::all_of(name.begin(), name.end(), [](unsigned char c) { return c < 128; });
  return is_number(text) || (ascii && (is_name(text) || has_many_digits(text)));
}

class CellTable {
 public:
  explicit CellTable(std::vector<std::string> const& lines) : m_cells(lone_cells(lines)) {
    for (auto const& line : lines) m_out.push_back({line, false});
  }

  std::optional<std::vector<WholeLine>> read() {
    std::optional<CornerColumns> columns;
    std::size_t rows = 0;
    for (std::size_t at = 0; at < m_cells.size();) {
      if (auto const h = heading_at(at)) {
        columns = h, join(at, h->cells), at += h->cells;
      } else if (columns && is_row_of(*columns, cells_at(m_cells, at, columns->cells))) {
        join(at, columns->cells), at += columns->cells, ++rows;
      } else {
        if (columns && may_be_cell(m_cells[at].text)) return std::nullopt;
        ++at;
      }
    }
    return rows >= FEWEST_CORNERS ? std::optional(m_out) : std::nullopt;
  }

 private:
  // The narrowest heading behind which a row stands.
  std::optional<CornerColumns> heading_at(std::size_t at) const {
    for (auto width = NARROWEST_TABLE; width <= WIDEST_TABLE; ++width)
      if (auto h = heading_of(cells_at(m_cells, at, width)))
        if (is_row_of(*h, cells_at(m_cells, at + width, width))) return h;
    return std::nullopt;
  }

  void join(std::size_t at, std::size_t width) {
    std::string row;
    for (std::size_t i = at; i < at + width; ++i) {
      row += (i == at ? "" : "\t") + m_cells[i].text;
      m_out[m_cells[i].line] = {"", true};
    }
    m_out[m_cells[at + width - 1].line] = {row, false};
  }

  std::vector<LoneCell> m_cells;
  std::vector<WholeLine> m_out;
};

}  // namespace

std::vector<WholeLine> whole_lines(std::vector<std::string> const& lines) {
  auto rows = CellTable(lines).read();
  return rows ? std::move(*rows) : whole_brackets(lines);
}

bool looks_like_lone_cells(std::vector<std::string> const& lines) {
  auto const cells = lone_cells(lines);
  auto const numbers = static_cast<std::size_t>(std::count_if(
      cells.begin(), cells.end(), [](LoneCell const& c) { return is_number(c.text) && has_many_digits(c.text); }));
  return numbers >= FEWEST_NUMBERS;
}

}  // namespace redline
