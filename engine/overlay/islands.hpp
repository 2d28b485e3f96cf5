// Borders that close on themselves, against a polygon of one ring that they may split. from_outside(): the same ring
// begun at a corner that surely lies outside of the polygon, so that it can be met as an open chain; empty where there
// is none. with_islands(): a split, or a polygon all on one side, with closed borders that lie wholly inside of it and
// cross nothing (ground on their left): each bounds ground shared and ground left. Null where rings do not fit into
// each other or the two do not make up the area of the polygon. Longitude/latitude.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/overlay/split.hpp"

namespace redline {

Ring from_outside(Ring closed, Ring const& outline);
std::optional<Split> with_islands(Split split, std::vector<Ring> islands, Ring const& outline);

}  // namespace redline
