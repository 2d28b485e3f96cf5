// Corners in the order of the text to rings. A ring ends where its mark (圈号) changes, behind its repeated first
// corner under whatever name, and behind a gap (an empty or foreign line) unless the numbering goes on or goes back to
// less than the first; what numbers that go back mean is chosen at the end (ring_choice.hpp). 0,0 at the end of a ring
// is a sentinel and is dropped with a finding; inside a ring, and a ring of fewer than three corners, its lines fail.
// Every corner's line is entered in the book.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/line_book.hpp"
#include "layers/corners/ring_choice.hpp"

namespace redline {

class RingBuilder {
 public:
  explicit RingBuilder(LineBook& book) : m_book(&book) {}
  void add(Corner const& corner, std::string const& mark);
  void gap(int line);
  std::vector<CornerRing> finish(SaidOfRings const& said = {});

 private:
  void begin_if_due(Corner const& corner, std::string const& mark);
  bool goes_back(Corner const& corner);
  bool close(Corner const& corner);
  bool comes_back(Corner const& corner, Corner const& first);
  Corner const& first_of_piece() const;
  void part_piece();
  void repeat(Corner const& corner, char const* why);
  void fail_pending_zeros();
  void end_ring();
  void keep(CornerRing ring, bool restarts, std::vector<CornerRing>& rings);

  LineBook* m_book;
  CornerRing m_ring;
  std::vector<RingCut> m_cuts;
  std::vector<Corner> m_zeros;  // 0,0 rows not yet known to be the end
  std::vector<RingRun> m_runs;
  bool m_closed = false;
  int m_gap = 0;
};

}  // namespace redline
