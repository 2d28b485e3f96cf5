// The second half of a cut: corners that can be printed, on the ground that the exact cut leaves. stake() fills
// `staked` and says how it ended; stake_blocks() does so for an application made of blocks, and gives nothing where it
// is not. Both check the result as it will be read back against protected ground; neither throws for want of a result.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/cut/cut.hpp"

namespace redline {

struct ToStake {
  CutRequest const& request;
  Geometry const& application;    // polygons, longitude/latitude
  Geometry const& near_ground;    // protected ground near it, dissolved
  double removed_m2, remains_m2;  // by the exact cut
  double rim_m;                   // length of the border that the exact cut makes
};

CutOutcome stake(ToStake const& job, StakedCut& staked);
std::optional<CutOutcome> stake_blocks(ToStake const& job, StakedCut& staked, std::optional<BlockEvidence>& evidence);

}  // namespace redline
