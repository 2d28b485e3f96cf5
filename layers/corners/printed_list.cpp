// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/printed_list.hpp"

#include <algorithm>
#include <utility>

#include "layers/corners/corner_text.hpp"
#include "layers/corners/printed_row.hpp"
#include "layers/corners/remarks.hpp"
#include "layers/corners/ring_builder.hpp"

namespace redline {
namespace {

using Cells = std::vector<std::string>;

struct Row {
  Corner corner;
  std::string mark;
};

double running_number(std::string const& given) {  // 7 of J7
  auto const name = narrow(given);
  return number_of_cell(name.substr(std::min(name.find_first_of("0123456789"), name.size()))).value_or(0);
}

bool plausible_pair(std::string const& a, std::string const& b) { return is_number(a) && is_number(b); }

bool has_many_digits(std::string const& cell) {
  return std::count_if(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; }) >= 4;
}

std::string joined(Cells const& cells) {
  std::string out;
  for (auto const& c : cells)
    if (!c.empty()) out += (out.empty() ? "" : " ") + c;
  return out;
}

Cells filled(Cells cells) {
  std::erase_if(cells, [](auto const& c) { return c.empty(); });
  return cells;
}

class Parser {
 public:
  Parser(CornerList& out, std::size_t lines, std::string const& layer)
      : m_out(&out), m_book(lines, layer), m_rings(m_book) {}

  void line(int n, std::string const& raw) {
    auto const text = trimmed_text(raw);
    if (text.empty()) return blank(n);
    if (text.size() > LONGEST_ROW) return m_book.fail(n, "corner.line_too_long", {std::to_string(text.size())});
    auto cells = cells_of(text);
    if (m_columns && cells.size() < m_columns->cells)
      if (auto all = cells_of(raw, true); all.size() == m_columns->cells) return cells_of_row(n, text, cells, all);
    cells_of_row(n, text, cells, cells);
  }

  // Columns of a sheet stay where they are; a heading may begin in the row above, over merged cells.
  void sheet_row(int n, Cells const& all) {
    auto const text = joined(all);
    if (text.empty()) return m_above.clear(), blank(n);
    if (text.size() > LONGEST_ROW) return m_book.fail(n, "corner.line_too_long", {std::to_string(text.size())});
    Cells headed = all;
    for (std::size_t i = 0; i < std::min(headed.size(), m_above.size()); ++i)
      if (headed[i].empty()) headed[i] = m_above[i];
    m_above = all;
    if (auto const h = heading(all) ? heading(headed) : std::nullopt) return take_heading(n, text, *h);
    cells_of_row(n, text, filled(all), all);
  }

  void finish() {
    end_parcel();
    m_book.finish(*m_out);
  }

 private:
  void blank(int n) {
    flush();
    m_rings.gap(n);
    m_book.ignore(n, "corner.line.blank");
  }

  // `cells` without empty ones at its ends (of a sheet: without any), `all` as the heading counts them.
  void cells_of_row(int n, std::string const& text, Cells const& cells, Cells const& all) {
    if (auto const h = heading(cells)) return take_heading(n, text, *h);
    if (row(n, cells, all)) return;
    auto const numbers = std::count_if(cells.begin(), cells.end(), is_number);
    bool const remark = take_remarks(text, *m_out);
    if (!remark && (numbers >= 2 || has_name_and_more(cells) || broken_row(cells))) return fail_row(n, cells);
    flush();
    m_rings.gap(n);
    if (m_rows > 0) m_title = text;
    if (remark) return m_book.use(n), m_book.find("corner.remark", Severity::info, n, {shortened(text)});
    m_book.ignore(n, "corner.line.text");
    m_book.find("corner.text_line", Severity::info, n, {shortened(text)});
  }

  // A row under a heading, with two cells of many digits none of which can be read.
  bool broken_row(Cells const& c) const { return m_columns && std::count_if(c.begin(), c.end(), has_many_digits) >= 2; }

  void fail_row(int n, Cells const& c) {
    auto const bad =
        std::find_if(c.begin() + 1, c.end(), [](auto const& s) { return has_many_digits(s) && !is_number(s); });
    if (c.size() <= 2 || bad == c.end())
      return m_book.fail(n, c.size() == 2 && is_name(c[0]) ? "corner.row_incomplete" : "corner.unreadable");
    m_book.fail(n, "corner.number", {shortened(*bad)});
  }

  // A row of the table one of whose coordinates cannot be read is no remark that may be passed over.
  bool has_name_and_more(Cells const& c) const {
    return m_rows > 0 && c.size() >= 3 && is_name(c[0]) && std::count_if(c.begin() + 1, c.end(), is_number) >= 1;
  }

  void take_heading(int n, std::string const& text, CornerColumns const& h) {
    take_remarks(text, *m_out);
    flush();
    m_columns = h;
    m_book.use(n);
    if (m_out->order == AxisOrder::unknown) m_out->order = h.order;
    m_new_table = m_rows > 0 && !m_title.empty();
  }

  std::string cell(Cells const& c, int i) const { return i < 0 ? std::string{} : c[static_cast<std::size_t>(i)]; }

  bool row(int n, Cells const& c, Cells const& all) {
    if (m_columns && by_heading(n, all)) return true;
    if (c.size() == 2 && plausible_pair(c[0], c[1]) && !is_name(c[0])) return take(n, "", "", c[0], c[1]), true;
    if (c.size() == 3 && is_name(c[0]) && plausible_pair(c[1], c[2])) return left_or_single(n, c), true;
    if (c.size() == 4 && is_name(c[0]) && digits_only(c[1]) && plausible_pair(c[2], c[3]))
      return take(n, c[0], c[1], c[2], c[3]), true;
    return two_per_row(n, c);
  }

  bool by_heading(int n, Cells const& c) {
    auto const& h = *m_columns;
    if (h.repeats || c.size() != h.cells || !plausible_pair(cell(c, h.first), cell(c, h.second))) return false;
    say_extra_columns(n, h);
    other_parcel(n, cell(c, h.parcel), cell(c, h.parcel_name));
    take(n, cell(c, h.name), cell(c, h.mark), cell(c, h.first), cell(c, h.second));
    return true;
  }

  void say_extra_columns(int n, CornerColumns const& h) {
    std::size_t known = 2;
    for (int const column : {h.name, h.mark, h.parcel, h.parcel_name}) known += column >= 0 ? 1 : 0;
    if (h.cells <= known || m_extra_said) return;
    m_extra_said = true;
    m_book.find("corner.extra_columns", Severity::info, n, {std::to_string(h.cells - known)});
  }

  // An empty cell is the merged one above it.
  void other_parcel(int n, std::string const& id, std::string const& name) {
    bool const other = (!id.empty() && id != m_parcel.id) || (!name.empty() && name != m_parcel.name);
    if (!other) return;
    end_parcel();
    m_parcel.line = n, m_parcel.id = id, m_parcel.name = name;
  }

  void end_parcel() {
    flush();
    m_parcel.rings = m_rings.finish();
    if (m_parcel.line == 0) m_parcel.line = 1;
    if (!m_parcel.rings.empty()) m_out->parcels.push_back(std::move(m_parcel));
    m_parcel = {};
    m_unnamed = 0;
  }

  // A table under a title of its own whose numbering does not go on is another parcel.
  void begin_table(int n, std::string const& name) {
    if (!std::exchange(m_new_table, false)) return;
    auto const title = std::exchange(m_title, {});
    if (!name.empty() && running_number(name) == m_last + 1) return;
    end_parcel();
    m_parcel.line = n, m_parcel.name = title;
    m_book.find("corner.parcel_by_title", Severity::info, n, {shortened(title)});
  }

  void left_or_single(int n, Cells const& c) {  // the left column of two may be longer by one
    bool const left = !m_left.empty() && running_number(c[0]) == running_number(m_left.back().corner.name) + 1;
    if (!left) return take(n, c[0], "", c[1], c[2]);
    m_left.push_back(made(n, c[0], "", c[1], c[2]));
    ++m_rows;
  }

  bool two_per_row(int n, Cells const& c) {
    if (c.size() != 6 || !is_name(c[0]) || !is_name(c[3])) return false;
    if (!plausible_pair(c[1], c[2]) || !plausible_pair(c[4], c[5])) return false;
    begin_table(n, c[0]);
    m_left.push_back(made(n, c[0], "", c[1], c[2]));
    m_right.push_back(made(n, c[3], "", c[4], c[5]));
    ++m_rows;
    return true;
  }

  static Row made(int n, std::string const& name, std::string const& mark, std::string const& a, std::string const& b) {
    auto const value = [](std::string const& s) { return number_of_cell(narrow(s)).value_or(0); };
    return {{name, value(a), value(b), n, std::max(printed_decimals(a), printed_decimals(b))}, mark};
  }

  void take(int n, std::string const& name, std::string const& mark, std::string const& a, std::string const& b) {
    flush();
    ++m_rows;
    begin_table(n, name);
    auto const r = made(n, name.empty() ? std::to_string(++m_unnamed) : name, mark, a, b);
    m_last = running_number(r.corner.name);
    m_rings.add(r.corner, r.mark);
  }

  // Two corners per row run across where the second one's number follows the first one's, else down both columns.
  void flush() {
    if (m_left.empty()) return;
    bool const across = running_number(m_left[0].corner.name) + 1 == running_number(m_right[0].corner.name);
    std::vector<Row> order;
    for (std::size_t i = 0; i < m_left.size(); ++i) {
      order.push_back(m_left[i]);
      if (across && i < m_right.size()) order.push_back(m_right[i]);
    }
    if (!across) order.insert(order.end(), m_right.begin(), m_right.end());
    m_book.find("corner.two_per_row", Severity::info, m_left[0].corner.line,
                {across ? "@corner.word.across" : "@corner.word.down"});
    for (auto const& r : order) m_rings.add(r.corner, r.mark);
    m_left.clear();
    m_right.clear();
  }

  CornerList* m_out;
  LineBook m_book;
  RingBuilder m_rings;
  std::optional<CornerColumns> m_columns;
  std::vector<Row> m_left, m_right;
  Parcel m_parcel;
  Cells m_above;
  std::string m_title;  // the last text behind a row
  double m_last = 0;
  int m_unnamed = 0, m_rows = 0;
  bool m_extra_said = false, m_new_table = false;
};

bool is_row(Cells const& c) {
  if (c.size() == 2) return plausible_pair(c[0], c[1]) && !is_name(c[0]);
  if (c.size() == 6) return is_name(c[0]) && plausible_pair(c[1], c[2]) && plausible_pair(c[4], c[5]);
  if (c.size() != 3 && c.size() != 4) return false;
  return is_name(c[0]) && plausible_pair(c[c.size() - 2], c[c.size() - 1]);
}

class RowCount {
 public:
  void add(Cells const& cells) {
    m_headed = m_headed || heading(cells);
    m_rows += is_row(cells) || (m_headed && two_numbers(cells)) ? 1 : 0;
  }
  bool enough() const { return m_rows >= 2; }

 private:
  static bool two_numbers(Cells const& c) {  // or what was meant to be
    return std::count_if(c.begin(), c.end(), [](auto const& s) { return is_number(s) || has_many_digits(s); }) >= 2;
  }

  bool m_headed = false;
  long m_rows = 0;
};

}  // namespace

bool looks_like_printed_list(std::vector<std::string> const& lines) {
  RowCount count;
  for (auto const& line : lines) count.add(cells_of(line));
  return count.enough();
}

bool looks_like_printed_rows(std::vector<Cells> const& rows) {
  RowCount count;
  for (auto const& row : rows) count.add(filled(row));
  return count.enough();
}

bool has_corner_heading(std::vector<std::string> const& lines) {
  return std::any_of(lines.begin(), lines.end(), [](auto const& line) {
    auto const h = heading(cells_of(line));
    return h && h->names_corners;
  });
}

void parse_printed_list(std::vector<std::string> const& lines, std::string const& layer, CornerList& out) {
  out.form = CornerForm::printed;
  Parser parser(out, lines.size(), layer);
  for (std::size_t i = 0; i < lines.size(); ++i) parser.line(static_cast<int>(i + 1), lines[i]);
  parser.finish();
}

void parse_printed_rows(std::vector<Cells> const& rows, std::string const& layer, CornerList& out) {
  out.form = CornerForm::printed;
  Parser parser(out, rows.size(), layer);
  for (std::size_t i = 0; i < rows.size(); ++i) parser.sheet_row(static_cast<int>(i + 1), rows[i]);
  parser.finish();
}

}  // namespace redline
