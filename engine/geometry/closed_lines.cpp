// SPDX-License-Identifier: Apache-2.0
#include "engine/geometry/closed_lines.hpp"

#include <algorithm>

#include "engine/geometry/validity.hpp"

namespace redline {

bool is_line(std::span<unsigned char const> wkb) {
  constexpr std::size_t HEADER = 5;
  constexpr unsigned LINE = 2, LINES = 5;
  if (wkb.size() < HEADER) return false;
  auto const type = wkb[0] == 1 ? wkb[1] : wkb[4];  // of two dimensions: the other bytes are zero
  return type == LINE || type == LINES;
}

bool is_closed(Ring const& line) {
  constexpr std::size_t FEWEST = 4;
  return line.size() >= FEWEST && line.front().x == line.back().x && line.front().y == line.back().y;
}

std::optional<Coordinates> enclosed(Coordinates const& lines) {
  auto const closed = [](RingsOfPart const& part) { return part.size() == 1 && is_closed(part.front()); };
  if (lines.dimension != 1 || lines.parts.empty() || !all_finite(lines) ||
      !std::all_of(lines.parts.begin(), lines.parts.end(), closed))
    return std::nullopt;
  Coordinates out{2, lines.parts};
  auto const polygons = build(out);
  if (defect(polygons) && repair(polygons).geometry.empty()) return std::nullopt;
  return out;
}

}  // namespace redline
