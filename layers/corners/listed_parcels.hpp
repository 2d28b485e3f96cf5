// What the rows of a printed list add up to: corners to rings, rings to parcels, and parcels that fail with one of
// their rows. A parcel ends where its name changes, and where a table under a title of its own, or
// rows under one that names an area (area()) or under another text, are numbered anew; where their numbers go on,
// evidence decides, and what is deducted is a ring of its own in any case (ring_builder.hpp). Corners of rows that hold
// two are kept until their order, across or down, can be told.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>

#include "layers/corners/corner_pairs.hpp"
#include "layers/corners/listed_area.hpp"
#include "layers/corners/ring_builder.hpp"
#include "layers/corners/text_between.hpp"

namespace redline {

class ListedParcels {
 public:
  ListedParcels(CornerList& out, LineBook& book) : m_out(&out), m_book(&book), m_rings(book, true) {}

  void take(int n, std::string const& name, std::string const& mark, std::string const& a, std::string const& b);
  void take_row(int n, std::vector<ListedCorner> row);  // of several columns of corners
  bool take_rest(int n, std::string const& name, std::string const& a, std::string const& b);  // one of such a row
  void other_parcel(int n, std::string const& id, std::string const& name);
  void describe(int n, Parcel const& row);  // what the row just taken says of its parcel in further columns
  // 变更前 in a column of the next row, below `before`; false: no outline of a parcel that has a name.
  bool outline(std::string const& before, std::string const& cell);
  void serial(int n, std::string const& text);  // a running number beside that of the corner: of rows, or of parcels
  void gap(int n);
  void page() { flush(), m_rings.page(); }
  void titled(int n, std::string const& text);  // a text on a line of its own
  // Before a corner in its line, or behind; of_table: they may be the title of what follows.
  void words(int n, std::string const& text, bool of_table = false);
  void numbered(int n, std::string const& text);  // (1) or 一、 before the number of a corner: an area begins
  void remark(int n, std::string const& before, std::string const& now);  // of areas, in a column of remarks
  void name_first(int n, std::string const& title);  // of tables beside each other; no parcel has begun
  void heading(int n);
  void new_table(std::string title);
  void begin_table(int n, std::string const& name);
  void fail(int n, Message why);
  void next_fails(bool yes) { m_fails_next = yes; }  // also the parcel that begins next
  bool any_rows() const { return m_rows > 0; }
  int rows() const { return m_rows; }
  void finish();

 private:
  void begin_below_text(int n, Corner const& corner);
  void begin_unnumbered(int n, Corner const& corner);
  void begin_outline(int n, Corner const& corner);
  bool hold(ListedCorner const& r);
  bool opens_table(std::string const& name) const;
  ListedCorner begin_held();
  void open_table();
  void add(ListedCorner const& r) { m_rings.add(r.corner, r.mark.empty() ? m_counted : r.mark); }
  void title(int n, std::string const& text);  // behind rows; a heading or a running text makes it that of a table
  void area(int n, std::string name);          // a title that names one of several areas
  void say_unlisted();
  void flush();
  void compare_counts_of_parcels();
  void compare_count();
  void compare_regions();
  bool deducts(int n, std::string const& id, std::string const& name);
  bool deduct_elsewhere(CornerRing const& ring);
  void keep_parcel();
  SaidOfRings said() const;
  bool names_other_outline(std::string const& title) const;
  void another_parcel(int n, std::string const& title);
  void begin_parcel(int n, std::string const& id, std::string const& name);
  void end_parcel();
  void failed_parcel(bool by_its_own_lines);

  CornerList* m_out;
  LineBook* m_book;
  RingBuilder m_rings;
  CornerPairs m_pairs;
  Parcel m_parcel;
  ListedArea m_area;
  std::set<std::string> m_texts;  // beside the table
  std::string m_title;            // the last text behind a row
  std::string m_outline;          // the last one that names an outline (outline_words.hpp)
  std::string m_column_outline;   // that of the next row in a column
  std::string m_above_outline;    // what stands above it
  TextBetween m_between;
  std::optional<ListedCorner> m_held;  // behind a text at the first place of its ring: closes that, or opens a table
  std::string m_above_held;            // the title
  std::string m_less;                  // 扣除面积0.04平方公里, the last text
  std::string m_counted;               // 第二圈 above the rows
  std::string m_in_line;               // the last title in the line of its corners
  std::string m_deducted;              // the id or name of what is deducted
  std::string m_awaited;               // the title of an area whose corners have not come yet
  std::vector<std::pair<int, std::string>> m_unlisted;  // lines and such titles
  std::string m_prefix;                                 // of the last corner
  enum class Serial { unknown, of_rows, of_parcels } m_serial_of = Serial::unknown;
  std::string m_serial;
  Message m_failed_row;  // the last one
  double m_last = 0;
  std::size_t m_number = 0, m_failures_of_parcels = 0;
  int m_unnamed = 0, m_rows = 0, m_rows_before = 0, m_failed_line = 0, m_awaited_line = 0;
  bool m_new_table = false, m_names_area = false, m_deducts = false, m_finishing = false, m_fails_next = false,
       m_also_failed = false, m_named_by_columns = false,
       m_numbered = false;  // corners of this parcel
};

}  // namespace redline
