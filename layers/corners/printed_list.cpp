// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/printed_list.hpp"

#include <algorithm>
#include <utility>

#include "engine/core/letters.hpp"
#include "layers/corners/beside_list.hpp"
#include "layers/corners/cell_lines.hpp"
#include "layers/corners/corner_row.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/datum_notes.hpp"
#include "layers/corners/headings_again.hpp"
#include "layers/corners/hidden_coordinate.hpp"
#include "layers/corners/labelled_row.hpp"
#include "layers/corners/listed_parcels.hpp"
#include "layers/corners/marked_text.hpp"
#include "layers/corners/no_corners.hpp"
#include "layers/corners/number_rows.hpp"
#include "layers/corners/page_words.hpp"
#include "layers/corners/point_titles.hpp"
#include "layers/corners/printed_row.hpp"
#include "layers/corners/register_parcel.hpp"
#include "layers/corners/running_text.hpp"
#include "layers/corners/said_areas.hpp"
#include "layers/corners/said_identity.hpp"
#include "layers/corners/several_corners.hpp"
#include "layers/corners/tables_beside.hpp"
#include "layers/corners/titles_in_words.hpp"
#include "layers/corners/two_row_heading.hpp"
#include "layers/corners/unread_coordinates.hpp"
#include "layers/corners/unused_columns.hpp"

namespace redline {
namespace {

using Cells = std::vector<std::string>;

constexpr std::size_t FEWEST_OF_RING = 3;

bool has_sign(std::string const& cell) { return cell.find("°") != std::string::npos; }

class Parser {
 public:
  // degrees_apart: some rows have degrees, minutes and seconds in cells of their own.
  Parser(CornerList& out, std::size_t lines, std::string const& layer, bool degrees_apart, DatumNotes datums)
      : m_out(&out),
        m_book(lines, layer),
        m_parcels(out, m_book),
        m_unused(m_book, m_parcels),
        m_datums(std::move(datums)),
        m_degrees_apart(degrees_apart) {}

  void line(int n, std::string const& raw) {
    auto const text = trimmed_text(raw);
    if (text.empty()) return m_above.clear(), blank(n);
    if (auto const own = split_quoted(text, ","); is_corner_of(m_columns, own))  // whatever signs a remark holds
      return m_datums.row(n, own), m_above.clear(), cells_of_row(n, text, own, own);
    if (running(n, text)) return m_datums.row(n, {text}), m_above.clear();
    if (text.size() > LONGEST_ROW && !m_other_points.open() && labelled(n, text, {})) return;
    if (text.size() > LONGEST_ROW) return m_book.fail(n, "corner.line_too_long", {std::to_string(text.size())});
    auto const cells = cells_of(text);
    auto const above = std::exchange(m_above, cells_of(raw, true));
    m_datums.row(n, cells);
    if (beside(n, text, cells)) return;
    if (names_units(cells)) return take_units(n, text, above);
    if (m_columns && cells.size() < m_columns->printed)
      if (m_above.size() == m_columns->printed) return cells_of_row(n, text, cells, m_above);
    cells_of_row(n, text, cells, cells);
  }

  // Columns of a sheet stay where they are; a heading may begin in the row above, over merged cells.
  void sheet_row(int n, Cells const& all) {
    auto const text = joined(all);
    m_datums.row(n, all);
    if (text.empty()) return m_above.clear(), blank(n);
    if (!is_corner_of(m_columns, all) && running(n, text)) return m_above.clear();
    if (text.size() > LONGEST_ROW) return m_book.fail(n, "corner.line_too_long", {std::to_string(text.size())});
    auto const above = std::exchange(m_above, all);
    if (beside(n, text, filled(all))) return;
    if (names_units(all)) return take_units(n, text, above);
    if (auto const h = heading_below(above, all)) return take_heading(n, text, h->columns, h->cells);
    cells_of_row(n, text, filled(all), all);
  }

  // Tables beside each other, whose rows come as if one stood below the other.
  void tables(TablesBeside const& t) {
    for (auto i = t.first; i <= t.last; ++i) m_book.ignore(static_cast<int>(i + 1), "corner.line.text");
    m_above.clear();
    m_parcels.name_first(static_cast<int>(t.first + 1), t.titles[0]);
    for (auto const& r : t.rows) sheet_row(static_cast<int>(r.row + 1), r.cells);
    m_above.clear();
  }

  // Titles of several outlines above corners that run across.
  void doubt(TablesBeside const& t) {
    m_book.find("corner.titles_beside", Severity::warning, static_cast<int>(t.first + 1),
                {shortened(joined_titles(t.titles))});
  }

  void moved(int n) { m_book.ignore(n, "corner.line.moved"); }  // all of it stands in the next line

  void finish() {
    m_parcels.finish();
    for (auto const& l : m_other_points.like_corners())
      m_book.find(l.of_ground ? "corner.points_doubtful" : "corner.points_left", Severity::warning, l.line,
                  {std::to_string(l.last), std::to_string(l.rows), shortened(l.title)});
    m_behind.tell(*m_out, m_book);
    m_datums.settle(*m_out);
    m_book.finish(*m_out);
  }

 private:
  void blank(int n) {
    m_other_points.blank();
    m_parcels.gap(n);
    m_book.ignore(n, "corner.line.blank");
  }

  // What is no corner though it has its numbers.
  bool beside(int n, std::string const& text, Cells const& cells) {
    bool const height_or_sum = is_height_or_sum(cells);
    if (!m_other_points.takes(n, text, cells) && !height_or_sum) return false;
    if (height_or_sum && std::none_of(cells.begin(), cells.end(), is_number)) return false;
    m_parcels.gap(n);
    if (height_or_sum && remarks(n, text))
      return m_book.use(n), m_book.find("corner.remark", Severity::info, n, {shortened(text)}), true;
    m_book.ignore(n, "corner.line.beside");
    m_book.find("corner.beside", Severity::info, n, {shortened(text)});
    return true;
  }

  // `cells` without empty ones at its ends (of a sheet: without any), `all` as the heading counts them.
  void cells_of_row(int n, std::string const& text, Cells const& cells, Cells const& all) {
    if (is_void_corner(cells)) return fail(n, all, {"corner.void", {shortened(text)}});
    if (m_columns && m_columns->degrees.empty() && !folded_row(cells) && m_rows.by_heading(n, all)) return;
    if (auto const t = titled_row(cells)) return titled(n, *t);
    if (auto const s = surveyed_row(cells)) return plain_row(n, text, *s, *s);
    auto const h = heading(cells);
    if (h && names_datums(cells)) return take_heading(n, text, *h, cells);
    if (labelled(n, text, all)) return;
    if (h) return take_heading(n, text, *h, cells);
    auto const two = std::count_if(cells.begin(), cells.end(), is_number) >= 2;
    if (two && m_columns && !m_columns->degrees.empty() && all.size() == m_columns->printed)
      return row_of_degrees(n, text, folded(all, m_columns->degrees));
    if (auto const one = folded_row(cells)) return row_of_degrees(n, text, *one, false);
    if (m_degrees_apart && lacks_degrees(cells)) return fail(n, all, {"corner.degrees_missing", {shortened(text)}});
    plain_row(n, text, cells, all);
  }

  void titled(int n, TitledRow const& t) {
    if (std::exchange(m_row_title, t.title) != t.title) {
      m_book.find(remarks(n, t.title) ? "corner.remark" : "corner.text_line", Severity::info, n, {shortened(t.title)});
      is_bare_number(t.title) ? m_parcels.numbered(n, t.title) : m_parcels.words(n, t.title);
    }
    cells_of_row(n, joined(t.row), t.row, t.row);
  }

  bool labelled(int n, std::string const& text, Cells const& all) {
    auto const found = labelled_line(text);
    take_numbers(n, all, found.corners);
    if (!found.corners.empty()) behind(n, found.behind);
    return !found.corners.empty();
  }

  // What words behind the corners of a line say, once more than marks and a unit.
  void behind(int n, std::string const& words) {
    constexpr std::size_t ONE_CHARACTER = 3;
    auto const said = without_marks(words);
    if (said.size() <= ONE_CHARACTER) return;
    m_behind.note(n, said);
    m_book.find(remarks(n, words) ? "corner.remark" : "corner.text_line", Severity::info, n, {shortened(words)});
    m_parcels.words(n, words);
  }

  void take_numbers(int n, Cells const& all, std::vector<LabelledCorner> const& corners) {
    for (auto const& c : corners)
      for (auto const& number : {c.first, c.second})
        if (!is_number(number)) return fail(n, all, no_number(number));
    bool const several = corners.size() >= FEWEST_OF_RING;
    if (several && corners[0].name.empty() && m_parcels.any_rows() && names_more_than_corners(corners[0].words))
      m_parcels.new_table(shortened(without_marks(corners[0].words)));
    for (auto const& c : corners) {
      if (c.north_first && m_out->order == AxisOrder::unknown) m_out->order = AxisOrder::north_first;
      c.numbered ? m_parcels.numbered(n, c.words) : m_parcels.words(n, c.words, several || !c.name.empty());
      m_parcels.take(n, c.name, "", c.first, c.second);
    }
  }

  // Corners in brackets or behind marks, one behind the other in a sentence.
  bool running(int n, std::string const& text) {
    auto t = running_text(text);
    bool const marked = !t;
    if (marked && !m_other_points.open()) t = marked_text(text);
    if (!t || !labelled_corners(text).empty()) return false;
    if (marked && m_columns && m_columns->second < m_columns->first)
      for (auto& c : t->corners) std::swap(c.first, c.second);
    m_book.use(n);
    m_marked = m_marked || marked;
    for (auto const* words : {&t->before, &t->beside})
      if (!words->empty())
        m_book.find(remarks(n, *words) ? "corner.remark" : "corner.text_line", Severity::info, n, {shortened(*words)});
    bool const numbered = !t->corners.empty() && t->corners.front().numbered;
    if (!t->before.empty() && (!t->wrong.empty() || (title_in(t->before).empty() && !numbered)))
      m_parcels.new_table(shortened(t->before));
    if (!t->wrong.empty()) return fail(n, {}, {"corner.running", {shortened(t->wrong)}}), true;
    take_numbers(n, {}, t->corners);
    m_parcels.words(n, t->behind);
    return true;
  }

  // Degrees, minutes and seconds are one cell by now.
  void row_of_degrees(int n, std::string const& text, Cells const& all, bool headed = true) {
    for (auto const& c : all)
      if (has_sign(c) && !is_number(c)) return fail(n, all, no_number(c));
    if (!std::exchange(m_joined_said, true)) m_book.find("corner.degrees_joined", Severity::info, n);
    if (headed) return plain_row(n, text, filled(all), all);
    if (m_out->order == AxisOrder::unknown) m_out->order = AxisOrder::north_first;
    m_rows.positional(n, all);
  }

  void plain_row(int n, std::string const& text, Cells const& cells, Cells const& all) {
    if (m_rows.take(n, cells, all)) return;
    auto const numbers = std::count_if(cells.begin(), cells.end(), is_number);
    if (is_page_number(text)) return m_parcels.page(), text_line(n, text, "corner.page_line");
    if (m_marked && meant_as_marked(text)) return fail(n, all, {"corner.unreadable", {}});
    if (auto const r = row_with_words(text);
        r && (!m_columns || m_columns->cells == NumberRows::SIMPLE_ROW) && m_rows.take(n, r->row, r->row))
      return behind(n, r->words);
    if (meant_as_corner(text)) return fail(n, all, row_fault(cells, all, m_columns));
    bool const labelled_cells = cells.size() == 2 && identity_of_heading(cells[0]);
    bool const remark = remarks(n, labelled_cells ? cells[0] + "：" + cells[1] : text);
    if (!remark && !is_footer(text, cells) &&
        (numbers >= 2 || (m_parcels.any_rows() && has_name_and_more(cells)) ||
         (m_columns && has_two_long_numbers(cells))))
      return fail(n, all, row_fault(cells, all, m_columns));
    if (holds_outline(text) && title_of(text) == TitleOf::others)
      m_book.find("corner.text_unread", Severity::warning, n, {shortened(text)});
    m_parcels.gap(n);
    m_parcels.titled(n, text);
    if (remark) return m_book.use(n), m_book.find("corner.remark", Severity::info, n, {shortened(text)});
    text_line(n, text);
  }

  bool remarks(int n, std::string const& text) { return take_remarks_of_line(n, m_parcels.rows(), text, *m_out); }

  void text_line(int n, std::string const& text, char const* said = "corner.text_line") {
    m_book.ignore(n, "corner.line.text");
    m_book.find(said, Severity::info, n, {shortened(text)});
  }

  // The parcel that the row belongs to fails with it. Where that cannot be told, the one that begins next fails, too.
  void fail(int n, Cells const& all, Message why) {
    m_parcels.begin_table(n, !all.empty() && is_name(all[0]) ? corner_name(all[0]) : "");
    if (m_columns && m_columns->names_parcels()) {
      bool const columns_fit = all.size() == m_columns->cells;
      if (columns_fit) m_parcels.other_parcel(n, cell_at(all, m_columns->parcel), cell_at(all, m_columns->parcel_name));
      m_parcels.next_fails(!columns_fit);
    }
    m_parcels.fail(n, std::move(why));
  }

  void take_heading(int n, std::string const& text, CornerColumns h, Cells const& cells) {
    remarks(n, text);
    m_parcels.heading(n);
    m_datums.heading(n, cells, h);
    m_register = register_beside(cells, h);
    m_unused.heading(cells, h, m_register);
    m_columns = h;
    m_degrees_apart = m_degrees_apart || !h.degrees.empty();
    m_book.use(n);
    if (m_out->order == AxisOrder::unknown) m_out->order = h.order;
  }

  // 度 分 秒 under 经度 and 纬度. Where the two rows do not stand under each other, rows are told by their numbers.
  void take_units(int n, std::string const& text, Cells const& above) {
    auto const both = over_units(above, m_above);
    if (auto const h = both ? heading(*both) : std::nullopt) return take_heading(n, text, *h, *both);
    m_degrees_apart = true;
    m_book.use(n);
  }

  CornerList* m_out;
  LineBook m_book;
  ListedParcels m_parcels;
  UnusedColumns m_unused;
  DatumNotes m_datums;
  OtherPoints m_other_points;
  std::optional<CornerColumns> m_columns;
  std::optional<RegisterColumns> m_register;
  NamedBehind m_behind;
  NumberRows m_rows{m_book, m_parcels, m_unused, m_columns, m_register, m_behind, *m_out};
  Cells m_above;
  std::string m_row_title;  // the last one before the number of a corner
  bool m_joined_said = false, m_degrees_apart, m_marked = false;
};

}  // namespace

void parse_printed_list(std::vector<std::string> const& lines, std::string const& layer, CornerList& out) {
  out.form = CornerForm::printed;
  bool const apart =
      std::any_of(lines.begin(), lines.end(), [](auto const& l) { return folded_row(cells_of(l)).has_value(); });
  Parser parser(out, lines.size(), layer, apart, DatumNotes());
  auto const whole = whole_lines(lines);
  auto const sheet = sheet_in_text(lines);
  each_row(cells_of_lines(lines), parser, [&](std::size_t i) {
    auto const n = static_cast<int>(i + 1);
    if (auto const row = sheet ? sheet_cells(*sheet, i, lines[i]) : std::nullopt)
      parser.sheet_row(n, *row);
    else
      whole[i].moved ? parser.moved(n) : parser.line(n, whole[i].text);
  });
  parser.finish();
}

void parse_printed_rows(std::vector<Cells> const& rows, std::string const& layer, CornerList& out,
                        Cells const& letters) {
  auto const headed = headings_again(rows);
  out.form = CornerForm::printed;
  bool const apart =
      std::any_of(headed.begin(), headed.end(), [](auto const& r) { return folded_row(filled(r)).has_value(); });
  Parser parser(out, headed.size(), layer, apart, DatumNotes(layer, letters));
  each_row(headed, parser, [&](std::size_t i) { parser.sheet_row(static_cast<int>(i + 1), headed[i]); });
  parser.finish();
}

}  // namespace redline
