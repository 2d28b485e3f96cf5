// Corners of one mark that never came back to the first one, but whose numbers go back: one ring listed from another
// corner or downwards (4 5 6 1 2 3, 4 3 2 1), or several of which each is numbered anew. Numbers that are complete,
// each once, are one ring unless it crosses itself and its pieces do not; a first number that comes again at another
// place begins a ring. The declared area, where it fits one reading alone, and the declared count decide before; a
// choice that neither they nor a crossing settle is marked in the ring (CornerRing::guess).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/corner_list.hpp"
#include "layers/corners/parting.hpp"

namespace redline {

struct RingCut {
  std::size_t at = 0;  // the corner that goes back
  bool first_again = false, gap = false;
};

struct RingRun {
  CornerRing ring;  // all corners
  std::vector<RingCut> cuts;
  std::vector<Parting> partings = {};
};

struct SaidOfRings {
  std::optional<int> corners = {};
  std::optional<double> area_m2 = {};   // in the plane
  bool one = false;                     // there is one ring
  double step_m2 = 0;                   // of the last printed place of area_m2
  std::optional<double> other_m2 = {};  // or this: several are said, of each ring or of all
};

// `others`: the rings of the parcel that are known.
std::vector<CornerRing> choose_rings(RingRun const& run, std::vector<CornerRing> const& others,
                                     SaidOfRings const& said);

}  // namespace redline
