// All protected areas and zones in force, cut into cells and packed into an R-tree. Built once, then read by any number
// of threads. A Builder takes features in any order; areas are numbered in the order of first mention and cells in a
// fixed order, so results do not depend on threads. `ground` must be valid and polygonal, EPSG:4490. Query results are
// sorted by (area, zone, cell).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <vector>

#include "engine/basemap/cells.hpp"
#include "engine/basemap/partition.hpp"
#include "engine/basemap/protected_area.hpp"
#include "engine/core/finding.hpp"

namespace redline {

class CellIndex;

class Basemap {
 public:
  ~Basemap();
  Basemap(Basemap&&) noexcept;
  Basemap& operator=(Basemap&&) noexcept;

  std::vector<ProtectedArea> const& areas() const;
  AreaCells const& ground(std::size_t area) const;
  Cell const& cell(CellRef ref) const { return ground(ref.area).cells[ref.cell]; }
  void query(Bounds const& box, std::vector<CellRef>& out) const;
  CellIndex const& index() const;  // of all cells
  std::size_t cell_count() const;

  class Builder {
   public:
    Builder();
    ~Builder();
    // Areas of one layer with one id are the same area; the first mention gives its attributes.
    std::size_t area(ProtectedArea const& area);
    void add(std::size_t area, GroundFeature feature);
    std::vector<ProtectedArea> const& areas() const;
    // For a caller that partitions an area as soon as it is complete: its features out, its cells in.
    std::vector<GroundFeature> take(std::size_t area);
    void keep(std::size_t area, AreaCells ground);
    Basemap build(int threads, Findings& findings);  // partitions what is still there

   private:
    void partition_rest(int threads, Findings& findings);
    struct State;
    std::unique_ptr<State> m_state;
  };

 private:
  struct State;
  explicit Basemap(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

}  // namespace redline
