// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/once.hpp"

#include <algorithm>
#include <tuple>

#include "engine/measure/length.hpp"
#include "engine/overlay/ladder.hpp"

namespace redline {
namespace {

std::optional<Once> points_once(Coordinates points) {
  auto& parts = points.parts;
  auto const before = parts.size();
  auto const key = [](RingsOfPart const& p) { return std::tie(p[0][0].x, p[0][0].y); };
  std::sort(parts.begin(), parts.end(), [&](auto const& a, auto const& b) { return key(a) < key(b); });
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  if (parts.size() == before) return std::nullopt;
  return Once{build(points), static_cast<double>(before), static_cast<double>(parts.size())};
}

bool simple(Geometry const& line) { return geos::answer(GEOSisSimple_r(geos::context(), line.get()), "simple"); }

// The overlay with a box around it dissolves the line.
std::optional<Once> line_once(Geometry const& line) {
  if (simple(line)) return std::nullopt;
  auto const box = Geometry::rectangle(line.bounds().expanded(1, 1));
  Once out{only_dimension(intersection_by_ladder(line, box, Rung::grid).geometry, 1), exact_length_m(line), 0};
  out.after = exact_length_m(out.geometry);
  if (out.before - out.after <= 0.001 + 1e-9 * out.before) return std::nullopt;
  return out;
}

}  // namespace

std::optional<Once> counted_once(Geometry const& geometry, Coordinates const& shape) {
  if (shape.dimension == 0 && shape.parts.size() > 1) return points_once(shape);
  bool const one_edge = shape.parts.size() == 1 && shape.parts[0][0].size() == 2;
  return shape.dimension == 1 && !one_edge ? line_once(geometry) : std::nullopt;
}

}  // namespace redline
