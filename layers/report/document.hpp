// A report as blocks in the order of reading, made once and written by every writer (HTML, workbook, DOCX; PDF from
// HTML), so that no two of them can differ. Texts are finished, in one language. A number is the text as printed and
// the same number for the workbook. Tables of one `sheet` are one sheet of the workbook, told apart by `of` in its
// first column (none where no table of it says one); their columns are the same. Columns that are `wide` stand in the
// workbook only; on a page a column without content is left out, and rows after `rows_on_page` with a word that says
// so. Links to a row that is left out lead to that word.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "engine/core/date.hpp"
#include "engine/core/text.hpp"

namespace redline::report {

struct Cell {
  std::string text;
  std::optional<double> value;  // of a number: what is printed
  int decimals = 0;
  Cell() = default;
  Cell(std::string t) : text(std::move(t)) {}  // NOLINT: a text is a cell
  Cell(double v, int decimals_printed);
};

struct Column {
  std::string title;
  double share = 1;  // of the width of a page
  bool number = false, wide = false;
};

struct Heading {
  int level = 1;  // 1 a report of its own, on a new page; 2 a section; 3 an item
  std::string text;
};
enum class Tone { plain, verdict, note };
struct Paragraph {
  std::string text;
  Tone tone = Tone::plain;
};
struct List {
  std::vector<std::string> items;
};
struct Facts {  // names and values; `columns` pairs on a line
  std::vector<std::pair<std::string, std::string>> rows;
  int columns = 1;
};
struct Table {
  std::string sheet, of, caption;
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  bool on_page = true;
  std::size_t rows_on_page = 2000;
  std::vector<std::vector<std::string>> anchors = {};  // of each row: names by which a link finds it; may be empty
};
struct Picture {
  std::string svg, caption;
};
struct Signatures {
  std::vector<std::string> roles;
};
using Block = std::variant<Heading, Paragraph, List, Facts, Table, Picture, Signatures>;

struct Document {
  std::string title, subtitle, footer, of_column;  // of_column: title of the first column of sheets
  Date date{};                                     // of the content: files hold no other
  Language language = Language::zh;
  std::vector<Block> blocks;
};

std::vector<std::size_t> columns_on_page(Table const& table);
std::string rows_left_out(Table const& table, Language language);  // empty: none

}  // namespace redline::report
