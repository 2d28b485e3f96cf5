// Geometry that an activity shares with one zone of one protected area. Polygons: pieces in all cells, dissolved; lines
// and points likewise. `contact`: only a boundary is shared, or a strip narrower than 0.01 mm, which is below what
// doubles and cuts can tell apart, or than densifying may have moved the sides (EdgeShift; what lies apart by that
// much: gap_contacts.hpp), unless the activity itself is no wider; of a line, what keeps that near to the border of the
// area all along (along_border.hpp); its geometry is empty and it is never counted. Zones of one area never overlap
// each other; areas may. Throws GeometryError only where the whole ladder of robustness fails: robust overlay,
// precision grid, repaired inputs.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <span>
#include <vector>

#include "engine/basemap/basemap.hpp"
#include "engine/overlay/rung.hpp"

namespace redline {

inline constexpr double CONTACT_WIDTH_M = 1e-5;

// By how much densifying may have moved straight sides, in metres: of the activity, and by area of the basemap (empty:
// none). 0 where they are straight in longitude/latitude.
struct EdgeShift {
  double activity_m = 0;
  std::span<double const> areas_m = {};
  double of(std::size_t area) const { return area < areas_m.size() ? areas_m[area] : 0; }
  double with(std::size_t area) const { return activity_m + of(area); }
  double apart(std::size_t area) const {  // of sides on one line, both on the same side of it
    return std::min(activity_m, of(area)) > 0 ? std::max(activity_m, of(area)) : 0;
  }
  double of_areas() const { return areas_m.empty() ? 0 : *std::max_element(areas_m.begin(), areas_m.end()); }
  double farthest() const { return activity_m + of_areas(); }
  double farthest_apart() const { return activity_m > 0 && !areas_m.empty() ? std::max(activity_m, of_areas()) : 0; }
};

struct Overlap {
  std::size_t area = 0;
  std::uint32_t zone = 0;
  bool contact = false;
  bool whole = false;  // the activity lies in it entirely (decided by an inner cell)
  Geometry geometry;   // MULTI* of the activity's dimension; empty for a contact
  Rung rung = Rung::robust;
  double m2 = 0, width_m = 0;  // polygons: exact area, diameter of the largest circle inside
  // Polygons: what all zones of the area leave of the activity, where their border splits it plainly; given with the
  // first of its overlaps that is no contact, else null.
  Geometry rest_of_area;
  double contact_m2 = 0;  // polygons: of a contact, the ground that is taken for none
  double m = 0;           // lines: length
  std::size_t count = 0;  // points
  Point inside;           // a point of the overlap (or of the contact) to drive to
};

std::vector<Overlap> overlaps(Basemap const& basemap, Geometry const& activity);
std::vector<Overlap> overlaps(Basemap const& basemap, Geometry const& activity, Coordinates const& shape,  // its own
                              EdgeShift const& shift = {});

}  // namespace redline
