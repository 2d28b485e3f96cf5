// SPDX-License-Identifier: Apache-2.0
#include "engine/geometry/oriented_rings.hpp"

#include <algorithm>

#include "engine/geometry/parity.hpp"

namespace redline {
namespace {

// A corner of the hole that does not lie on the shell, where there is one.
bool around(Ring const& shell, Ring const& hole) {
  for (auto const& p : hole) {
    Parity parity(p);
    parity.add(shell);
    if (parity.sure()) return parity.odd();
  }
  return true;
}

}  // namespace

Bounds bounds_of(Ring const& ring) {
  Bounds b;
  for (auto const& p : ring) b.add(p);
  return b;
}

double planar_area(std::vector<Ring> const& oriented) {
  double sum = 0;
  for (auto const& r : oriented) sum += signed_area(r);
  return sum;
}

std::vector<Ring> oriented_rings(Coordinates c) {
  std::vector<Ring> out;
  for (auto& part : c.parts)
    for (std::size_t i = 0; i < part.size(); ++i) {
      auto& ring = out.emplace_back(std::move(part[i]));
      if ((signed_area(ring) > 0) != (i == 0)) std::reverse(ring.begin(), ring.end());
    }
  return out;
}

Coordinates parts_of(std::vector<Ring> oriented) {
  Coordinates out;
  out.dimension = 2;
  std::vector<Ring> holes;
  std::vector<double> areas;
  for (auto& r : oriented) {
    auto const area = signed_area(r);
    if (area > 0)
      out.parts.push_back({std::move(r)}), areas.push_back(area);
    else
      holes.push_back(std::move(r));
  }
  for (auto& hole : holes) {
    RingsOfPart* home = nullptr;
    double smallest = 0;
    for (std::size_t i = 0; i < out.parts.size(); ++i)
      if ((!home || areas[i] < smallest) && around(out.parts[i][0], hole)) home = &out.parts[i], smallest = areas[i];
    if (home) home->push_back(std::move(hole));
  }
  return out;
}

}  // namespace redline
