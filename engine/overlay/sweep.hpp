// Pairs of boxes whose interiors meet, by a sweep along x: order by the left side, then look only at those that begin
// before a box ends. Each pair once. run() gives, for each box that has any, its partners behind it in the order of the
// sweep, at most `at_once` at a time; false: the end. Ties are broken by the order of adding. 40 bytes a box.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/geometry/bounds.hpp"

namespace redline {

class Sweep {
 public:
  struct Partners {
    std::uint32_t of = 0;  // numbers in the order of adding
    std::vector<std::uint32_t> with;
  };

  void add(Bounds const& bounds);
  bool next(Partners& out, std::size_t at_once);

 private:
  struct Box {
    Bounds bounds;
    std::uint32_t number;
  };
  void sort();

  std::vector<Box> m_boxes;
  std::size_t m_at = 0, m_with = 0;
  bool m_sorted = false;
};

}  // namespace redline
