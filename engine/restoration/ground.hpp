// The ground of restoration: at any day every m² has exactly one class. Polygons are laid over each other in the order
// given (day, order of stage, id): the highest class stands, and only a polygon that `takes_back` lowers it. Totals are
// exact areas of unions, so they do not depend on the order of input or on how polygons are cut. disturbed (all ground
// that any polygon covers, dissolved on its own) = not started + under way + restored + accepted within 0.01 m² + 1e-9
// of it; `balanced` is false otherwise and the result must not stand; what remains within that bound is counted with
// the largest piece. `site` is any number of the caller's: what stands belongs to the site that first brought it to its
// class. Geometry: valid polygons in EPSG:4490. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <map>
#include <string>
#include <vector>

#include "engine/geometry/geometry.hpp"
#include "engine/restoration/stages.hpp"

namespace redline {

struct GroundPiece {
  StageClass stage_class = StageClass::not_started;
  Geometry geometry;  // null: all that stands restored or accepted of the site takes the class, and nothing else
  std::size_t site = 0;
  bool takes_back = false;  // whatever stood there before
};

struct GroundTotals {
  std::array<double, STAGE_CLASSES> m2{};
  double disturbed_m2 = 0, residue_m2 = 0;
  bool balanced = true;
  double sum() const { return m2[0] + m2[1] + m2[2] + m2[3]; }
  void add(GroundTotals const& other);
};

void check_balance(GroundTotals& totals);  // sets residue and `balanced` from the sums
// Error(invariant, restoration.unbalanced {reserve, zone, residue}): the result must not stand.
void require_balance(GroundTotals const& totals, std::string const& reserve, std::string const& zone);

struct SiteGround {
  double accepted = 0, open = 0, under_way = 0;  // m²; open: of any class but accepted
  double narrow_open = 0;                        // of parts no wider than corners are rounded (CORNER_WIDTH_M)
  void add(SiteGround const& other);
};

struct LaidGround {
  GroundTotals totals;
  std::array<std::vector<Geometry>, STAGE_CLASSES> standing;  // disjoint
  std::array<std::vector<double>, STAGE_CLASSES> standing_m2;
  std::map<std::size_t, SiteGround> of_site;  // sums to the classes
};

LaidGround lay_ground(std::vector<GroundPiece> pieces);

// Indices of boxes that hang together by touching, each group and the groups in ascending order.
std::vector<std::vector<std::size_t>> connected(std::vector<Bounds> const& boxes);

}  // namespace redline
