// Boundaries of a drawing (DXF) that stand in pieces: the open lines of one of its layers where all of them join end to
// end, exactly or within a millimetre. Of each boundary that they make the rings stand by the number of the first
// feature in it; a layer in which a line is left over has none. What was joined is told (corner.pieces_joined). The
// source, of which all fields are selected, is read and rewound.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <set>

#include "engine/geometry/coordinates.hpp"
#include "layers/read/feature_source.hpp"

namespace redline {

struct DrawnPieces {
  std::map<std::size_t, std::vector<Ring>> rings;
  std::set<std::size_t> features;  // that are pieces of them
  Findings findings;
};

DrawnPieces drawn_pieces(FeatureSource& source);

}  // namespace redline
