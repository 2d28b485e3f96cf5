// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/printed_list.hpp"

#include <algorithm>

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

double running_number(Row const& row) {  // 7 of J7
  auto const name = narrow(row.corner.name);
  return number_of_cell(name.substr(std::min(name.find_first_of("0123456789"), name.size()))).value_or(0);
}

bool plausible_pair(std::string const& a, std::string const& b) { return is_number(a) && is_number(b); }

class Parser {
 public:
  Parser(CornerList& out, std::size_t lines, std::string const& layer)
      : m_out(&out), m_book(lines, layer), m_rings(m_book) {}

  void line(int n, std::string const& raw) {
    auto const text = trimmed_text(raw);
    if (text.empty()) return flush(), m_rings.gap(n), m_book.ignore(n, "corner.line.blank");
    if (text.size() > LONGEST_ROW) return m_book.fail(n, "corner.line_too_long", {std::to_string(text.size())});
    auto const cells = cells_of(text);
    if (auto const h = heading(cells)) return take_remarks(text, *m_out), take_heading(n, *h);
    if (row(n, cells)) return;
    auto const numbers = std::count_if(cells.begin(), cells.end(), is_number);
    bool const remark = take_remarks(text, *m_out);
    if (!remark && numbers >= 2) return m_book.fail(n, "corner.unreadable");
    if (!remark && has_name_and_more(cells)) return m_book.fail(n, "corner.unreadable");
    flush();
    m_rings.gap(n);
    if (remark) return m_book.use(n), m_book.find("corner.remark", Severity::info, n, {shortened(text)});
    m_book.ignore(n, "corner.line.text");
    m_book.find("corner.text_line", Severity::info, n, {shortened(text)});
  }

  void finish() {
    flush();
    Parcel p;
    p.line = 1;
    p.rings = m_rings.finish();
    if (!p.rings.empty()) m_out->parcels.push_back(std::move(p));
    m_book.finish(*m_out);
  }

 private:
  // A row of the table one of whose coordinates cannot be read is no remark that may be passed over.
  bool has_name_and_more(Cells const& c) const {
    return m_rows > 0 && c.size() >= 3 && is_name(c[0]) && std::count_if(c.begin() + 1, c.end(), is_number) >= 1;
  }

  void take_heading(int n, CornerColumns const& h) {
    m_columns = h;
    m_book.use(n);
    if (m_out->order == AxisOrder::unknown) m_out->order = h.order;
  }

  std::string const& cell(Cells const& c, int i) const { return c[static_cast<std::size_t>(i)]; }

  bool row(int n, Cells const& c) {
    if (m_columns && by_heading(n, c)) return true;
    if (c.size() == 2 && plausible_pair(c[0], c[1]) && !is_name(c[0]))
      return take(n, std::to_string(++m_unnamed), "", c[0], c[1]), true;
    if (c.size() == 3 && is_name(c[0]) && plausible_pair(c[1], c[2])) return take(n, c[0], "", c[1], c[2]), true;
    if (c.size() == 4 && is_name(c[0]) && digits_only(c[1]) && plausible_pair(c[2], c[3]))
      return take(n, c[0], c[1], c[2], c[3]), true;
    return two_per_row(n, c);
  }

  bool by_heading(int n, Cells const& c) {
    auto const& h = *m_columns;
    if (c.size() != h.cells || !plausible_pair(cell(c, h.first), cell(c, h.second))) return false;
    if (h.cells >= 6 && h.second < 3) return false;  // the heading repeats: two corners per row
    if (h.cells > 3 + (h.mark >= 0 ? 1u : 0u) && !m_extra_said) {
      m_extra_said = true;
      m_book.find("corner.extra_columns", Severity::info, n, {std::to_string(h.cells - 3)});
    }
    auto const name = h.name >= 0 ? cell(c, h.name) : std::to_string(++m_unnamed);
    take(n, name, h.mark >= 0 ? cell(c, h.mark) : "", cell(c, h.first), cell(c, h.second));
    return true;
  }

  bool two_per_row(int n, Cells const& c) {
    if (c.size() != 6 || !is_name(c[0]) || !is_name(c[3])) return false;
    if (!plausible_pair(c[1], c[2]) || !plausible_pair(c[4], c[5])) return false;
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
    auto const r = made(n, name, mark, a, b);
    m_rings.add(r.corner, r.mark);
  }

  // Two corners per row run across where the second one's number follows the first one's, else down both columns.
  void flush() {
    if (m_left.empty()) return;
    bool const across = running_number(m_left[0]) + 1 == running_number(m_right[0]);
    std::vector<Row> order;
    for (std::size_t i = 0; i < m_left.size(); ++i) {
      order.push_back(m_left[i]);
      if (across) order.push_back(m_right[i]);
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
  int m_unnamed = 0, m_rows = 0;
  bool m_extra_said = false;
};

bool is_row(std::string const& line) {
  auto const c = cells_of(line);
  if (c.size() == 2) return plausible_pair(c[0], c[1]) && !is_name(c[0]);
  if (c.size() == 6) return is_name(c[0]) && plausible_pair(c[1], c[2]) && plausible_pair(c[4], c[5]);
  if (c.size() != 3 && c.size() != 4) return false;
  return is_name(c[0]) && plausible_pair(c[c.size() - 2], c[c.size() - 1]);
}

}  // namespace

bool looks_like_printed_list(std::vector<std::string> const& lines) {
  bool headed = false;
  long rows = 0;
  for (auto const& line : lines) {
    auto const cells = cells_of(line);
    headed = headed || heading(cells);
    rows += is_row(line) || (headed && std::count_if(cells.begin(), cells.end(), is_number) >= 2) ? 1 : 0;
  }
  return rows >= 2;
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

}  // namespace redline
