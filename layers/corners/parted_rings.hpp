// Where a run of corners with partings is one ring and where it is several. A parting counts where each block has three
// corners. One reading alone with the declared area is taken; else one that is sound where the other crosses itself;
// else prefixes, columns and titles part, page breaks do not, and an empty line does not but leaves a doubt. Prefixes
// that may name the sides of one ring (北1, A1; not 1-1) leave a doubt where one ring would be sound, and part nothing
// where what they part is less than half of it. A run that came back to its first corner is one ring.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

#include "layers/corners/ring_choice.hpp"

namespace redline {

struct PartedRun {
  RingRun run;
  std::optional<Parting> by;  // what parts it from the one before
  std::vector<RingDoubt> doubts;
};

struct PartedRuns {
  std::vector<PartedRun> runs;
  std::vector<Parting> passed;  // that part nothing and are no doubts; `at` as in the run
};

// `others`: the rings of the parcel that are known.
PartedRuns part_run(RingRun const& run, std::vector<CornerRing> const& others, SaidOfRings const& said);

}  // namespace redline
