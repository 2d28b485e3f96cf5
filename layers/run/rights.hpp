// Overlaps of mining and exploration rights with each other (空间查重), for the table rights_overlaps: each pair that
// shares ground once, whatever its verdicts. add() while activities are written, in their order; then compare(), and
// write_waiting() when the writer is free.
// The rights wait on the disk, boxes and places in memory (80 bytes a right). Which of two is "the
// other" depends on their ids alone, so another order of input gives the same rows. A pair on which every overlay fails
// is the finding run.rights_failed.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <future>
#include <string>
#include <vector>

#include "engine/core/finding.hpp"
#include "engine/ledger/assess.hpp"
#include "engine/overlay/shared_ground.hpp"
#include "engine/overlay/sweep.hpp"
#include "layers/run/spool.hpp"
#include "layers/write/ledger_writer.hpp"

namespace redline {

class Rights {
 public:
  explicit Rights(std::string const& folder) : m_spool(folder) {}  // where they wait
  // ground: as overlaid, densified, which may have moved its sides by shift_m
  void add(ActivityAttributes const& right, std::span<unsigned char const> ground, Bounds const& bounds,
           double shift_m);
  // Pairs wait in memory, some 10 MB of them at most: beyond, they are written once the writer is free.
  void compare(LedgerWriter& writer, std::future<void>& writer_free, AreaMethod method, int threads,
               Findings& findings);
  void write_waiting(LedgerWriter& writer, Findings& findings);  // all that compare() left

 private:
  struct Right {
    SpoolPlace ground;
    std::uint32_t attributes_size;  // they lie before the ground
    double shift_m;
  };
  struct Pair {
    RightsOverlapRow row;
    std::string failed;
  };
  std::vector<Pair> pairs(Sweep::Partners const& partners, AreaMethod method) const;
  PairedRight attributes(Right const& right) const;

  Sweep m_sweep;
  Spool m_spool;
  std::vector<Right> m_rights;
  std::vector<Pair> m_waiting;
};

}  // namespace redline
