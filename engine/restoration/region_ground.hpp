// The ground of all reserves together, each m² once: within a reserve what stands is disjoint already, so only ground
// whose box meets that of another reserve's is dissolved. Geometry in EPSG:4490; add() copies what it needs.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/ground.hpp"

namespace redline {

class RegionGround {
 public:
  void add(std::string const& reserve, StageClass stage_class, Geometry const& standing, double m2);
  GroundTotals totals();  // balanced as ground.hpp says; empties the object

 private:
  struct Item {
    std::string reserve;
    StageClass stage_class = StageClass::not_started;
    Geometry geometry;
    Bounds bounds;
    double m2 = 0;
    bool shared = false;
  };
  void mark_shared();
  std::vector<Item> m_items;
};

}  // namespace redline
