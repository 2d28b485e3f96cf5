// What an application would have to give up so that the rest is free of protected ground. `application` and
// `protected_ground` are polygons in longitude/latitude as the overlay uses them; of protected ground everything within
// a metre of the application is needed, in pieces of any kind. `printed` leads from the CRS in which corners are
// printed. exact:  application minus protected ground, as computed.  staked: what a surveyor can mark out, from corners
// rounded to print precision (0.01 m, 0.001″), overlaid again as it will be read back. docs/geometry-contract.md says
// what each guarantees. Outcome `failed` means that no such corners were found, never that the ground is free. With
// `blocks` (exploration rights) an application made of whole blocks of the graticule loses whole blocks. Throws
// GeometryError where the exact cut cannot be computed; Error(interrupted).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/finding.hpp"
#include "engine/crs/transformation.hpp"
#include "engine/cut/limits.hpp"
#include "engine/geometry/coordinates.hpp"

namespace redline {

enum class CutOutcome { no_conflict, staked, nothing_left, failed };
std::string_view to_string(CutOutcome o);

struct CutPiece {  // given up although it is free of protected ground, because nobody could use it
  Point place;     // inside it, longitude/latitude
  double m2 = 0, width_m = 0;
};

struct ExactCut {
  Geometry lonlat;  // what remains
  double m2 = 0, tdt1055_m2 = 0, removed_m2 = 0;
  std::size_t parts = 0;
  double width_m = 0;  // the largest circle inside the narrowest part
};

struct StakedCut {
  std::vector<Ring> rings;           // printed CRS, x = east; open, from the north-west;
                                     // each shell, clockwise, then its holes, the other way round
  std::vector<std::size_t> part_of;  // for each ring
  std::string crs;                   // EPSG code or name of the CRS of the rings: degrees for blocks
  Geometry lonlat;                   // as it will be read back
  double m2 = 0, tdt1055_m2 = 0;     // exact area; TD/T 1055 on the corners
  double removed_m2 = 0;             // application minus this
  double extra_m2 = 0;  // free ground given up for fewer and rounded corners; `dropped` and blocks not counted
  double extra_limit_m2 = 0;
  std::size_t parts = 0, corners = 0;
  double narrowest_m = 0;  // see narrow.hpp
  Point narrowest_at;      // longitude/latitude
  std::vector<CutPiece> dropped;
  int rounds = 0;
};

struct BlockEvidence {
  int seconds = 0;  // 15, 30, 60
  std::size_t blocks = 0, lost = 0;
  double deviation_s = 0;               // of the corner farthest from the graticule
  double shift_x_s = 0, shift_y_s = 0;  // 0: the graticule itself; else that of an old datum, same for all corners
};

struct Cut {
  CutOutcome outcome = CutOutcome::failed;
  double application_m2 = 0;
  ExactCut exact;
  StakedCut staked;              // empty but for `dropped` unless outcome is staked
  double reduction_percent = 0;  // of the exact area of the application, by the staked cut; 100 if nothing is left
  std::optional<BlockEvidence> blocks;
  Findings findings;  // cut.*: texts with numbers, layer and feature left to the caller
};

struct CutRequest {
  Geometry const& application;
  std::span<Geometry const> protected_ground;
  Transformation const& printed;
  bool blocks = false;
  CutLimits limits = {};
};

Cut cut(CutRequest const& request);

}  // namespace redline
