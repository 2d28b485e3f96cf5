// What the table rights_overlaps says of a right, as bytes that wait on the disk until its pairs are known, and back.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <vector>

#include "engine/ledger/rows.hpp"
#include "engine/overlay/activity.hpp"

namespace redline {

using PackedRight = std::vector<unsigned char>;

PackedRight pack(ActivityAttributes const& right);
PairedRight unpack(std::span<unsigned char const> packed);

}  // namespace redline
