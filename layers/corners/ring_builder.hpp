// Corners in the order of the text to rings. A ring ends where its mark (圈号) changes, behind its repeated first
// corner under whatever name, and behind a gap (an empty or foreign line) unless the numbering goes on or goes back to
// less than the first; what numbers that go back mean is chosen at the end (ring_choice.hpp), and so is, in a list that
// is `printed`, whether what stands between corners parts rings (parted_rings.hpp). A deduction always does. 0,0 at the
// end of a ring is a sentinel and is dropped with a finding; inside a ring, and a ring of fewer than three corners, its
// lines fail. Every corner's line is entered in the book.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/line_book.hpp"
#include "layers/corners/parted_rings.hpp"

namespace redline {

class RingBuilder {
 public:
  explicit RingBuilder(LineBook& book, bool printed = false) : m_book(&book), m_printed(printed) {}
  void add(Corner const& corner, std::string const& mark);
  void gap(int line);
  bool begins_anew(Corner const& corner, bool may_go_on) const;  // below a text
  bool comes_to_first(Corner const& corner) const;               // or there is none yet
  bool may_begin_at_first(Corner const& corner) const;           // below a text: the place of the first corner again
  void part(int line, PartedBy by, std::string title = {});      // the corner that comes next
  void page();                                                   // what parts the next corner is the end of a page
  void deduct(int line, bool begins, std::string const& title);  // a hole begins with the next corner, or is over
  std::vector<CornerRing> finish(SaidOfRings const& said = {});

 private:
  void begin_if_due(Corner const& corner, std::string const& mark);
  bool goes_back(Corner const& corner);
  bool close(Corner const& corner);
  bool comes_back(Corner const& corner, Corner const& first);
  Corner const& first_of_piece() const;
  void part_piece(std::size_t at);
  std::size_t start_of_block() const;
  void end_where_parted(Corner const& corner);
  void take_parting(Corner const& corner);
  void say_block(PartedRun const& block);
  void say_passed(RingRun const& run, Parting const& passed);
  void repeat(Corner const& corner, char const* why);
  void fail_pending_zeros();
  void end_ring();
  void keep(CornerRing ring, bool restarts, std::vector<CornerRing>& rings);

  LineBook* m_book;
  CornerRing m_ring;
  std::vector<RingCut> m_cuts;
  std::vector<Corner> m_zeros;  // 0,0 rows not yet known to be the end
  std::vector<RingRun> m_runs;
  std::vector<Parting> m_partings;
  std::optional<Parting> m_next;  // before the corner that comes next
  std::optional<bool> m_deduct;   // begins or ends there
  bool m_closed = false, m_page = false, m_printed;
  int m_gap = 0;
};

}  // namespace redline
