// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/overlap.hpp"

#include <algorithm>
#include <cmath>

#include "engine/measure/area.hpp"
#include "engine/measure/length.hpp"
#include "engine/measure/width.hpp"
#include "engine/overlay/ladder.hpp"

namespace redline {
namespace {

struct Pieces {  // what the activity shares with the cells of one zone
  std::vector<Geometry> same_dimension;
  std::vector<Geometry> lower;  // touching only
  Rung rung = Rung::robust;
  bool whole = false;
};

void take(Pieces& out, Climbed climbed, int dimension) {
  out.rung = std::max(out.rung, climbed.rung);
  if (climbed.geometry.empty()) return;
  if (auto same = only_dimension(climbed.geometry, dimension); !same.empty()) out.same_dimension.push_back(std::move(same));
  else out.lower.push_back(std::move(climbed.geometry));
}

Pieces pieces_in(Basemap const& basemap, std::span<CellRef const> refs, Geometry const& activity, Bounds const& bounds) {
  Pieces out;
  for (auto const& ref : refs)
    if (basemap.cell(ref).inner && basemap.cell(ref).frame.contains(bounds)) {
      out.same_dimension.push_back(activity.clone());
      out.rung = Rung::cell;
      out.whole = true;
      return out;
    }
  for (auto const& ref : refs) {
    auto const cell = basemap.ground(ref.area).geometry(basemap.cell(ref));
    take(out, intersection_by_ladder(activity, cell), activity.dimension());
  }
  return out;
}

Point any_point(Geometry const& g) {
  for (auto const& part : coordinates(g).parts)
    for (auto const& ring : part)
      if (!ring.empty()) return ring[ring.size() / 2];
  return g.bounds().centre();
}

void measure_polygon(Overlap& o) {
  o.m2 = exact_area_m2(o.geometry);
  auto const circle = largest_circle(o.geometry);
  o.width_m = circle.width_m;
  o.inside = circle.centre;
}

void measure(Overlap& o, int dimension) {
  if (dimension == 2) return measure_polygon(o);
  o.inside = any_point(o.geometry);
  if (dimension == 1) o.m = exact_length_m(o.geometry);
  else o.count = o.geometry.parts();
}

bool without_width(Overlap const& o, int dimension) {
  return (dimension == 2 && o.width_m < CONTACT_WIDTH_M) || (dimension == 1 && o.m < CONTACT_WIDTH_M);
}

void make_contact(Overlap& o, Point place, int dimension) {
  o.contact = true;
  o.geometry = collect({}, dimension);
  o.m2 = o.width_m = o.m = 0;
  o.count = 0;
  o.inside = place;
}

bool assemble(Overlap& o, Pieces pieces, int dimension) {
  o.whole = pieces.whole;
  o.rung = pieces.rung;
  if (pieces.same_dimension.empty()) {
    if (pieces.lower.empty()) return false;
    make_contact(o, any_point(pieces.lower.front()), dimension);
    return true;
  }
  auto dissolved = union_by_ladder(std::move(pieces.same_dimension), dimension);
  o.rung = pieces.whole ? Rung::cell : std::max(o.rung, dissolved.rung);
  o.geometry = std::move(dissolved.geometry);
  measure(o, dimension);
  if (without_width(o, dimension)) make_contact(o, any_point(o.geometry), dimension);
  return true;
}

}  // namespace

std::vector<Overlap> overlaps(Basemap const& basemap, Geometry const& activity) {
  std::vector<Overlap> out;
  std::vector<CellRef> refs;
  auto const bounds = activity.bounds();
  auto const dimension = activity.dimension();
  basemap.query(bounds, refs);
  for (std::size_t i = 0; i < refs.size();) {
    Overlap o;
    o.area = refs[i].area;
    o.zone = basemap.cell(refs[i]).zone;
    auto j = i;
    while (j < refs.size() && refs[j].area == o.area && basemap.cell(refs[j]).zone == o.zone) ++j;
    if (assemble(o, pieces_in(basemap, {refs.data() + i, j - i}, activity, bounds), dimension)) out.push_back(std::move(o));
    i = j;
  }
  return out;
}

}  // namespace redline
