// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/overlap.hpp"

#include <algorithm>
#include <optional>
#include <span>

#include "engine/basemap/locate.hpp"
#include "engine/measure/along.hpp"
#include "engine/measure/area.hpp"
#include "engine/measure/length.hpp"
#include "engine/measure/width.hpp"
#include "engine/overlay/along_border.hpp"
#include "engine/overlay/chords.hpp"
#include "engine/overlay/ladder.hpp"
#include "engine/overlay/strips.hpp"

namespace redline {
namespace {

struct Pieces {  // what the activity shares with the cells of one zone
  std::vector<Geometry> same_dimension;
  std::vector<Geometry> lower;  // touching only
  Rung rung = Rung::robust;
  bool whole = false;
  Geometry rest;  // where the border split the activity: what lies outside
};

void take(Pieces& out, Climbed climbed, int dimension) {
  out.rung = std::max(out.rung, climbed.rung);
  if (climbed.geometry.empty()) return;
  if (climbed.geometry.dimension() == dimension)
    out.same_dimension.push_back(only_dimension(std::move(climbed.geometry), dimension));
  else if (auto same = only_dimension(climbed.geometry, dimension); !same.empty())  // out of a mixed collection
    out.same_dimension.push_back(std::move(same));
  else
    out.lower.push_back(std::move(climbed.geometry));
}

Point any_point(Geometry const& g) {
  for (auto const& part : coordinates(g).parts)
    for (auto const& ring : part)
      if (!ring.empty()) return ring[ring.size() / 2];
  return g.bounds().centre();
}

bool without_width(Overlap const& o, int dimension) {
  return (dimension == 2 && o.width_m < CONTACT_WIDTH_M) || (dimension == 1 && o.m < CONTACT_WIDTH_M);
}

void make_contact(Overlap& o, Point place, int dimension) {
  o.contact = true;
  o.geometry = collect({}, dimension);
  o.contact_m2 = o.m2;
  o.m2 = o.width_m = o.m = 0;
  o.rest_of_area = Geometry();
  o.count = 0;
  o.inside = place;
}

// One activity against the basemap. Its own measures are taken at most once, for all zones it lies in wholly.
class Finder {
 public:
  Finder(Basemap const& basemap, Geometry const& activity, Coordinates const& shape, EdgeShift const& shift)
      : m_basemap(basemap), m_activity(activity), m_shape(shape), m_shift(shift), m_bounds(activity.bounds()) {}

  std::vector<Overlap> run() {
    std::vector<Overlap> out;
    std::vector<CellRef> refs;
    m_basemap.query(m_bounds, refs);
    for (std::size_t i = 0, j = 0; i < refs.size(); i = j) {
      while (j < refs.size() && refs[j].area == refs[i].area) ++j;
      in_area({refs.data() + i, j - i}, out);
    }
    if (m_shape.dimension == 2) take_strips_between(m_activity, m_shape, m_shift, out);
    return out;
  }

 private:
  void in_area(std::span<CellRef const> refs, std::vector<Overlap>& out) {
    auto const first = out.size();
    for (std::size_t i = 0, j = 0; i < refs.size(); i = j) {
      Overlap o;
      o.area = refs[i].area;
      o.zone = m_basemap.cell(refs[i]).zone;
      while (j < refs.size() && m_basemap.cell(refs[j]).zone == o.zone) ++j;
      if (!assemble(o, pieces_in(refs.subspan(i, j - i)))) continue;
      if (m_shape.dimension == 1) keep_to_border(o, refs);
      out.push_back(std::move(o));
    }
    std::span const found(out.data() + first, out.size() - first);
    if (found.empty() || m_shape.dimension != 2) return;
    if (auto const shift = m_shift.with(found.front().area); shift > 0) take_strips(m_activity, m_shape, shift, found);
    auto const counted = std::count_if(found.begin(), found.end(), [](auto const& o) { return !o.contact; });
    if (counted < 2) return;
    for (auto& o : found) o.rest_of_area = Geometry();  // each only what its own zone leaves
    if (std::any_of(found.begin(), found.end(), [](auto const& o) { return o.contact_m2 > 0; })) return;
    if (auto const parts = split_by_border(m_basemap.ground(refs.front().area), refs, m_shape, m_bounds))
      std::find_if(found.begin(), found.end(), [](auto const& o) { return !o.contact; })->rest_of_area =
          build(parts->outside);
  }

  bool in_inner_cell(std::span<CellRef const> refs) const {
    return std::any_of(refs.begin(), refs.end(), [&](CellRef ref) {
      return m_basemap.cell(ref).inner && m_basemap.cell(ref).frame.contains(m_bounds);
    });
  }

  Pieces pieces_in(std::span<CellRef const> refs) const {
    Pieces out;
    auto const& ground = m_basemap.ground(refs.front().area);
    auto const place = in_inner_cell(refs) ? Place::inside : locate(ground, refs, m_shape, m_bounds);
    out.whole = place == Place::inside;
    if (place != Place::unsure || split(refs, out)) return out;
    for (auto const& ref : refs) {
      auto const& cell = ground.cells[ref.cell];
      if (locate(ground, cell, m_shape, m_bounds) != Place::outside)
        take(out, intersection_by_ladder(m_activity, ground.geometry(cell)), m_shape.dimension);
    }
    return out;
  }

  bool split(std::span<CellRef const> refs, Pieces& out) const {
    auto const parts = split_by_border(m_basemap.ground(refs.front().area), refs, m_shape, m_bounds);
    if (!parts) return false;
    if (!parts->inside.parts.empty()) out.same_dimension.push_back(build(parts->inside));
    out.rest = build(parts->outside);
    return true;
  }

  bool assemble(Overlap& o, Pieces pieces) {
    if (pieces.whole) return assemble_whole(o);
    o.rung = pieces.rung;
    o.rest_of_area = std::move(pieces.rest);
    if (pieces.same_dimension.empty()) {
      if (pieces.lower.empty()) return false;
      make_contact(o, any_point(pieces.lower.front()), m_shape.dimension);
      return true;
    }
    auto dissolved = union_by_ladder(std::move(pieces.same_dimension), m_shape.dimension);
    o.rung = std::max(o.rung, dissolved.rung);
    o.geometry = std::move(dissolved.geometry);
    measure(o, o.geometry);
    if (without_width(o, m_shape.dimension) || from_densifying(o))
      make_contact(o, any_point(o.geometry), m_shape.dimension);
    return true;
  }

  // A line nowhere farther from the border than rounding or densifying may have moved the two: what of it lies inside
  // is chance.
  void keep_to_border(Overlap& o, std::span<CellRef const> refs) {
    BorderReach const reach{std::max(CONTACT_WIDTH_M, m_shift.with(o.area)),
                            std::max(CONTACT_WIDTH_M, m_shift.farthest())};
    if (o.contact || own().m <= reach.metres) return;
    if (keeps_to_border(m_basemap, refs, o.zone, coordinates(o.geometry), reach))
      make_contact(o, o.inside, 1), o.whole = false;
  }

  // No wider than the sides may have been moved, though the activity is.
  bool from_densifying(Overlap const& o) {
    auto const shift = m_shift.with(o.area);
    return m_shape.dimension == 2 && o.width_m <= shift && own().width_m > shift;
  }

  Overlap const& own() {
    if (!m_whole) measure(m_whole.emplace(), m_activity);
    return *m_whole;
  }

  bool assemble_whole(Overlap& o) {
    o.whole = true;
    o.rung = Rung::cell;
    o.geometry = only_dimension(m_activity, m_shape.dimension);
    auto const& a = own();
    o.m2 = a.m2, o.width_m = a.width_m, o.m = a.m, o.count = a.count, o.inside = a.inside;
    if (without_width(o, m_shape.dimension)) make_contact(o, o.inside, m_shape.dimension);
    return true;
  }

  void measure(Overlap& o, Geometry const& g) const {
    if (m_shape.dimension == 2) {
      auto const circle = largest_circle(g);
      o.m2 = exact_area_m2(g), o.width_m = circle.width_m, o.inside = circle.centre;
      return;
    }
    if (m_shape.dimension == 1)
      o.m = exact_length_m(g), o.inside = halfway(coordinates(g));
    else
      o.count = g.parts(), o.inside = any_point(g);
  }

  Basemap const& m_basemap;
  Geometry const& m_activity;
  Coordinates const& m_shape;
  EdgeShift m_shift;
  Bounds m_bounds;
  std::optional<Overlap> m_whole;
};

}  // namespace

std::vector<Overlap> overlaps(Basemap const& basemap, Geometry const& activity, Coordinates const& shape,
                              EdgeShift const& shift) {
  return Finder(basemap, activity, shape, shift).run();
}

std::vector<Overlap> overlaps(Basemap const& basemap, Geometry const& activity) {
  return overlaps(basemap, activity, coordinates(activity));
}

}  // namespace redline
