// SPDX-License-Identifier: Apache-2.0
#include "engine/basemap/locate.hpp"

#include <algorithm>

#include "engine/geometry/orientation.hpp"
#include "engine/geometry/parity.hpp"

namespace redline {
namespace {

using CornerRow = std::span<Point const>;

Place answer(Parity const& parity) {
  return !parity.sure() ? Place::unsure : parity.odd() ? Place::inside : Place::outside;
}

Place in_shape(Coordinates const& shape, Point p) {
  Parity parity(p);
  for (auto const& part : shape.parts)
    for (auto const& ring : part) parity.add(ring);
  return answer(parity);
}

bool edge_may_meet(Point a, Point b, Coordinates const& shape) {
  for (auto const& part : shape.parts)
    for (auto const& ring : part)
      for (std::size_t i = 1; i < ring.size(); ++i)
        if (may_meet(a, b, ring[i - 1], ring[i])) return true;
  return false;
}

bool outlines_may_meet(CornerRow ring, Coordinates const& shape, Bounds const& box) {
  for (std::size_t i = 1; i < ring.size(); ++i)
    if (!box.beside(ring[i - 1], ring[i]) && edge_may_meet(ring[i - 1], ring[i], shape)) return true;
  return false;
}

// A run of border edges in one ring of a cell belongs to one border of the zone, so where it does not meet the shape,
// one corner tells whether that border lies within the shape. `in_run`: the edge before the stretch is a border edge.
bool borders_may_matter(Cell const& cell, CornerRow ring, bool in_run, Coordinates const& shape, Bounds const& box) {
  for (std::size_t i = 1; i < ring.size(); ++i) {
    auto const a = ring[i - 1], b = ring[i];
    if (is_cut(cell.frame, a, b)) {
      in_run = false;
      continue;
    }
    if (!box.beside(a, b) && edge_may_meet(a, b, shape)) return true;
    if (!in_run && shape.dimension == 2 && box.contains(a) && in_shape(shape, a) != Place::outside) return true;
    in_run = true;
  }
  return false;
}

// Whether `holds` does for a stretch of a ring of the cell that may reach into the box; it gets the number of the
// stretch's first corner, too.
template <class Holds>
bool any_stretch(AreaCells const& ground, Cell const& cell, Bounds const& box, Holds const& holds) {
  for (std::uint32_t r = 0; r < cell.rings; ++r) {
    auto const ring = ground.ring(cell, r);
    auto const boxes = ground.boxes(cell, r);
    for (std::size_t k = 0; k < boxes.size(); ++k)
      if (boxes[k].intersects(box) && holds(ring, k * AreaCells::EDGES_IN_BOX, AreaCells::edges_in_box(ring, k)))
        return true;
  }
  return false;
}

// The place of all points given as one; unsure where they differ.
class Agreement {
 public:
  void add(Place p) { m_place = m_first ? p : m_place == p ? p : Place::unsure, m_first = false; }
  Place place() const { return m_first ? Place::unsure : m_place; }

 private:
  Place m_place = Place::unsure;
  bool m_first = true;
};

}  // namespace

Place locate(AreaCells const& ground, Cell const& cell, Point p) {
  if (!cell.bounds.contains(Bounds{p.x, p.y, p.x, p.y})) return Place::outside;
  Parity parity(p);
  for (std::uint32_t r = 0; r < cell.rings; ++r) {
    auto const ring = ground.ring(cell, r);
    auto const boxes = ground.boxes(cell, r);
    for (std::size_t k = 0; k < boxes.size(); ++k) parity.add(AreaCells::edges_in_box(ring, k), boxes[k]);
  }
  return answer(parity);
}

Place locate(AreaCells const& ground, std::span<CellRef const> cells, Point p) {
  for (auto const& ref : cells)
    if (auto const place = locate(ground, ground.cells[ref.cell], p); place != Place::outside) return place;
  return Place::outside;
}

// Where no outlines meet, each ring lies wholly inside or outside the other shape, so one corner of each tells.
Place locate(AreaCells const& ground, Cell const& cell, Coordinates const& shape, Bounds const& box) {
  if (!cell.bounds.intersects(box)) return Place::outside;
  if (any_stretch(ground, cell, box,
                  [&](CornerRow, std::size_t, CornerRow edges) { return outlines_may_meet(edges, shape, box); }))
    return Place::unsure;
  for (std::uint32_t r = 0; shape.dimension == 2 && r < cell.rings; ++r)
    if (in_shape(shape, ground.ring(cell, r).front()) != Place::outside) return Place::unsure;
  Agreement all;
  for (auto const& part : shape.parts)
    for (auto const& ring : part) all.add(locate(ground, cell, ring.front()));
  return all.place();
}

Place locate(AreaCells const& ground, std::span<CellRef const> cells, Coordinates const& shape, Bounds const& box) {
  for (auto const& ref : cells) {
    if (shape.dimension == 0) break;  // no outline that could meet a border
    auto const& cell = ground.cells[ref.cell];
    if (any_stretch(ground, cell, box, [&](CornerRow ring, std::size_t first, CornerRow edges) {
          bool const in_run = first > 0 && !is_cut(cell.frame, ring[first - 1], ring[first]);
          return borders_may_matter(cell, edges, in_run, shape, box);
        }))
      return Place::unsure;
  }
  Agreement all;
  for (auto const& part : shape.parts)
    for (auto const& ring : part) all.add(locate(ground, cells, ring.front()));
  return all.place();
}

}  // namespace redline
