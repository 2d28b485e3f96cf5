// The ground of one protected area, cut into cells of few vertices. Each cell belongs to one zone and lies in its
// frame, an axis-parallel box; an inner cell fills its frame. Edges on the sides of a frame are cuts, not boundaries of
// the area. Rings are closed, shells counter-clockwise
// and holes clockwise (the zone is on the left), longitude/latitude in EPSG:4490. Coordinates are kept flat, so a cell
// costs 18 bytes a vertex. Corners and boxes lie in memory, or (keep_at) in a row of bytes that loads what is asked
// for. Tables and rings from such bytes that do not fit together, or hold what is no place on Earth, throw
// std::out_of_range: take_tables and keep_at look at every index, ring() at the corners and boxes when they are first
// asked for.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/core/bytes_on_demand.hpp"
#include "engine/geometry/coordinates.hpp"

namespace redline {

class ByteReader;
class ByteRow;

struct Cell {
  Bounds frame;
  Bounds bounds;
  std::uint32_t zone = 0;  // index into AreaCells::zones
  bool inner = false;
  std::uint32_t first_ring = 0, rings = 0;
};

struct CellRef {  // cells of an area are in order of zone
  std::uint32_t area = 0, cell = 0;
  auto operator<=>(CellRef const&) const = default;
};

struct ZoneGround {
  std::string zone;
  double area_m2 = 0;
};

struct GroundMoment {  // middles of the boxes of all cells, weighed by the planar area of the cells
  double x = 0, y = 0, weight = 0;
};

class AreaCells {
 public:
  std::vector<ZoneGround> zones;
  std::vector<Cell> cells;

  void add(Cell cell, Coordinates const& piece);
  void finish();  // cells in order of zone; gives back what growing left over
  Geometry geometry(Cell const& cell) const;
  Geometry zone_geometry(std::uint32_t zone) const;  // all cells of a zone, dissolved
  std::span<Point const> ring(Cell const& cell, std::uint32_t i) const;
  std::span<Bounds const> boxes(Cell const& cell, std::uint32_t i) const;  // of each EDGES_IN_BOX edges of that ring
  static constexpr std::size_t EDGES_IN_BOX = 16;
  static std::span<Point const> edges_in_box(std::span<Point const> ring, std::size_t box) {
    auto const first = box * EDGES_IN_BOX;
    return ring.subspan(first, std::min(EDGES_IN_BOX + 1, ring.size() - first));
  }
  GroundMoment moment() const;

  std::span<Point const> all_corners() const { return m_points; }  // what keep_at() expects to find there again
  std::span<Bounds const> all_boxes() const { return m_boxes; }
  void put_tables(ByteRow& out) const;  // everything but corners and boxes
  void take_tables(ByteReader& in);
  // Corners begin at `corners`, boxes at `boxes`, and all end before `end`.
  void keep_at(std::shared_ptr<BytesOnDemand const> store, std::uint64_t corners, std::uint64_t boxes,
               std::uint64_t end);

 private:
  void add_boxes(std::size_t first_point);
  void require_sound_tables() const;
  std::span<Point const> stored_ring(std::size_t at) const;
  std::span<Bounds const> stored_boxes(std::size_t at) const;
  struct RingSpan {
    std::uint64_t first = 0, first_box = 0;
    std::uint32_t size = 0;
    bool shell = true;  // a hole belongs to the shell before it
  };
  std::vector<Point> m_points;
  std::vector<RingSpan> m_rings;
  std::vector<Bounds> m_boxes;
  std::shared_ptr<BytesOnDemand const> m_store;
  std::shared_ptr<std::atomic<bool>[]> m_looked_at;  // of each ring in the store
  std::uint64_t m_corners_at = 0, m_boxes_at = 0;
  std::optional<GroundMoment> m_moment;  // as put into tables
};

// Neither infinite nor no number, and near enough to longitudes and latitudes that reckoning with it stays finite.
inline bool on_earth(Point p) { return std::abs(p.x) <= 1000 && std::abs(p.y) <= 1000; }

// True where the edge a-b lies on a side of the frame: made by cutting.
bool is_cut(Bounds const& frame, Point a, Point b);

}  // namespace redline
