// Blocks of exploration rights: cells of 1′, 30″ or 15″ of the graticule in degrees. find_blocks() recognises an
// application made of them from its corners (rings, open, in a frame of degrees: thousandths of a second): all edges
// run along meridians and parallels, all corners lie on one graticule (the coarsest that fits; with a shift common to
// all corners, as rights of an old datum have it), and its cells fill the application. untouched_blocks() gives those
// of which protected ground takes nothing, dissolved, in print steps.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "engine/cut/cut.hpp"
#include "engine/cut/print_frame.hpp"

namespace redline {

struct Blocks {
  BlockEvidence evidence;
  std::vector<Bounds> cells;  // print steps, corners rounded to whole ones
};

std::optional<Blocks> find_blocks(std::vector<RingsOfPart> const& application, PrintFrame const& degrees,
                                  int tolerance_ms);
Geometry untouched_blocks(Blocks& blocks, PrintFrame const& degrees, std::span<Geometry const> protected_ground);

}  // namespace redline
