// Which CRS, axis order and zone the numbers of a corner list are in: a proposal with its evidence, never applied here.
// Evidence of severity info speaks for it, a warning makes it doubtful; `certain` is a proposal without a warning.
// Looks at the declared header (坐标系, 几度分带, 带号, 中央子午线), the magnitudes, the zone prefix, and, where given,
// the extent of the county (longitude/latitude) and the registered area. place_corners() makes x east and y north in
// decimal degrees or metres as the proposal says.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/crs/crs.hpp"
#include "engine/geometry/bounds.hpp"
#include "layers/corners/corner_list.hpp"

namespace redline {

enum class DegreeForm { unknown, decimal, pointed };  // pointed: DDD.MMSS

struct CornerHints {
  std::optional<double> registered_m2;
  std::optional<Bounds> county;
  DegreeForm degrees = DegreeForm::unknown;
};

struct CrsProposal {
  std::string crs;  // EPSG:N; empty where none can be proposed
  AxisOrder order = AxisOrder::unknown;
  bool packed = false, pointed = false, certain = false;
  Findings evidence;
};

DegreeForm degree_form(std::string const& word);  // decimal, dms; else unknown
std::optional<Datum> datum_of_text(std::string const& text);
CrsProposal propose(CornerList const& list, CornerHints const& hints);
void place_corners(CornerList& list, CrsProposal const& proposal);
Bounds bounds_of_corners(CornerList const& list);

}  // namespace redline
