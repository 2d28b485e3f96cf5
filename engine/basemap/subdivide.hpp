// Cuts polygons by axis-parallel lines, jointly for all zones of an area, until a frame holds few vertices; then hands
// the frame's pieces over. Every cut is checked (halve.hpp; both halves together = the whole, within 1e-9 of its area);
// one that fails is made again by a full overlay. No corner lies on a cut line, so an edge that does was made by
// cutting and is no border. Cut points move a boundary by less than the resolution of doubles (some nanometres).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <vector>

#include "engine/geometry/oriented_rings.hpp"

namespace redline {

struct Piece {
  std::size_t zone = 0;
  std::vector<Ring> ground;  // oriented rings
};

using FrameHandler = std::function<void(Bounds const& frame, std::vector<Piece> pieces)>;

inline constexpr std::size_t CELL_VERTICES = 256;

void subdivide(std::vector<Piece> pieces, FrameHandler const& handle, std::size_t max_vertices = CELL_VERTICES);

}  // namespace redline
