// Ground that several activities share, counted once: the exact area (m²) of the union of many overlaps, or the length
// (m) of lines. Overlaps that surely share no ground are summed as they are; only groups of others are dissolved, one
// group at a time. Points count nothing here. Geometry in EPSG:4490.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "engine/geometry/coordinates.hpp"

namespace redline {

class Dissolver {
 public:
  void add(Geometry geometry, double measure);  // measure: its own exact area or length
  double total();                               // empties the dissolver

 private:
  struct Item {
    Bounds bounds;
    Geometry geometry;
    Coordinates shape;  // taken when first needed
    double measure = 0;
  };
  static bool surely_apart(Item& a, Item& b);
  static double together(std::vector<Item>& items, std::vector<std::size_t> const& group);
  std::vector<Item> m_items;
};

}  // namespace redline
