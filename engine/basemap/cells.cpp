// SPDX-License-Identifier: Apache-2.0
#include "engine/basemap/cells.hpp"

#include <algorithm>
#include <stdexcept>
#include <type_traits>

#include "engine/geometry/oriented_rings.hpp"

namespace redline {
namespace {

template <class T>
std::span<T const> stored(BytesOnDemand const& store, std::uint64_t begin, std::uint64_t first, std::uint64_t size) {
  static_assert(std::is_trivially_copyable_v<T> && alignof(T) == 8);
  auto const* bytes = store.at(begin + first * sizeof(T), size * sizeof(T));
  return {reinterpret_cast<T const*>(bytes), size};
}

std::uint64_t boxes_of(std::uint64_t corners) {
  return (corners + AreaCells::EDGES_IN_BOX - 2) / AreaCells::EDGES_IN_BOX;
}

Bounds box_of(std::span<Point const> stretch) {
  Bounds box;
  for (auto const& p : stretch) box.add(p);
  return box;
}

bool same(Bounds const& a, Bounds const& b) { return a.contains(b) && b.contains(a); }

bool sound(std::span<Point const> ring, std::span<Bounds const> boxes) {
  if (ring.front() != ring.back()) return false;
  if (!std::all_of(ring.begin(), ring.end(), [](Point p) { return on_earth(p); })) return false;
  for (std::size_t k = 0; k < boxes.size(); ++k)
    if (!same(boxes[k], box_of(AreaCells::edges_in_box(ring, k)))) return false;
  return true;
}

}  // namespace

void AreaCells::add(Cell cell, Coordinates const& piece) {
  cell.first_ring = static_cast<std::uint32_t>(m_rings.size());
  for (auto const& part : piece.parts)
    for (std::size_t i = 0; i < part.size(); ++i) {
      cell.bounds.add(bounds_of(part[i]));
      m_rings.push_back({m_points.size(), m_boxes.size(), static_cast<std::uint32_t>(part[i].size()), i == 0});
      if ((signed_area(part[i]) > 0) == (i == 0))
        m_points.insert(m_points.end(), part[i].begin(), part[i].end());
      else
        m_points.insert(m_points.end(), part[i].rbegin(), part[i].rend());
      add_boxes(m_points.size() - part[i].size());
    }
  cell.rings = static_cast<std::uint32_t>(m_rings.size()) - cell.first_ring;
  cells.push_back(cell);
}

void AreaCells::add_boxes(std::size_t first_point) {
  auto const ring = std::span<Point const>(m_points).subspan(first_point);
  for (std::size_t k = 0; k < boxes_of(ring.size()); ++k) m_boxes.push_back(box_of(edges_in_box(ring, k)));
}

void AreaCells::finish() {
  std::stable_sort(cells.begin(), cells.end(), [](Cell const& a, Cell const& b) { return a.zone < b.zone; });
  cells.shrink_to_fit();
  m_points.shrink_to_fit();
  m_rings.shrink_to_fit();
  m_boxes.shrink_to_fit();
}

std::span<Point const> AreaCells::ring(Cell const& cell, std::uint32_t i) const {
  if (m_store) return stored_ring(cell.first_ring + i);
  auto const& r = m_rings[cell.first_ring + i];
  return {m_points.data() + r.first, r.size};
}

std::span<Bounds const> AreaCells::boxes(Cell const& cell, std::uint32_t i) const {
  auto const& r = m_rings[cell.first_ring + i];
  if (m_store) return stored_boxes(cell.first_ring + i);
  return {m_boxes.data() + r.first_box, boxes_of(r.size)};
}

Geometry AreaCells::geometry(Cell const& cell) const {
  if (cell.inner) return Geometry::rectangle(cell.frame);
  Coordinates c;
  c.dimension = 2;
  for (std::uint32_t i = 0; i < cell.rings; ++i) {
    auto const points = ring(cell, i);
    if (m_rings[cell.first_ring + i].shell) c.parts.emplace_back();
    c.parts.back().emplace_back(points.begin(), points.end());
  }
  return build(c);
}

Geometry AreaCells::zone_geometry(std::uint32_t zone) const {
  std::vector<Geometry> parts;
  for (auto const& cell : cells)
    if (cell.zone == zone) parts.push_back(geometry(cell));
  return parts.empty() ? collect({}, 2) : union_all(std::move(parts), 2);
}

GroundMoment AreaCells::moment() const {
  if (m_moment) return *m_moment;
  GroundMoment m;
  for (auto const& c : cells) {
    auto const w = geometry(c).planar_area();
    m.x += w * (c.bounds.min_x + c.bounds.max_x) / 2, m.y += w * (c.bounds.min_y + c.bounds.max_y) / 2;
    m.weight += w;
  }
  return m;
}

void AreaCells::keep_at(std::shared_ptr<BytesOnDemand const> store, std::uint64_t corners, std::uint64_t boxes,
                        std::uint64_t end) {
  auto const fits = [end](std::uint64_t begin, std::uint64_t first, std::uint64_t size, std::uint64_t bytes) {
    auto const room = (end - begin) / bytes;
    return first <= room && size <= room - first;
  };
  bool const begin = corners <= end && boxes <= end && corners % alignof(Point) == 0 && boxes % alignof(Bounds) == 0;
  for (auto const& r : m_rings)
    if (!begin || !fits(corners, r.first, r.size, sizeof(Point)) ||
        !fits(boxes, r.first_box, boxes_of(r.size), sizeof(Bounds)))
      throw std::out_of_range("a ring beyond the corners");
  m_store = std::move(store), m_corners_at = corners, m_boxes_at = boxes;
  m_looked_at.reset(new std::atomic<bool>[m_rings.size()]());
}

std::span<Bounds const> AreaCells::stored_boxes(std::size_t at) const {
  return stored<Bounds>(*m_store, m_boxes_at, m_rings[at].first_box, boxes_of(m_rings[at].size));
}

std::span<Point const> AreaCells::stored_ring(std::size_t at) const {
  auto const out = stored<Point>(*m_store, m_corners_at, m_rings[at].first, m_rings[at].size);
  auto& looked_at = m_looked_at[static_cast<std::ptrdiff_t>(at)];
  if (looked_at.load(std::memory_order_relaxed)) return out;
  if (!sound(out, stored_boxes(at))) throw std::out_of_range("no ring");
  looked_at.store(true, std::memory_order_relaxed);
  return out;
}

bool is_cut(Bounds const& f, Point a, Point b) {
  return (a.x == b.x && (a.x == f.min_x || a.x == f.max_x)) || (a.y == b.y && (a.y == f.min_y || a.y == f.max_y));
}

}  // namespace redline
