// SPDX-License-Identifier: Apache-2.0
#include "engine/geometry/joined_lines.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/geometry/closed_lines.hpp"

namespace redline {
namespace {

// One of the ends at a place stands for all.
void settle_ends(std::vector<Ring>& lines, double within) {
  std::vector<Point*> ends;
  for (auto& line : lines) ends.insert(ends.end(), {&line.front(), &line.back()});
  std::stable_sort(ends.begin(), ends.end(), [](auto const* a, auto const* b) { return a->x < b->x; });
  for (std::size_t i = 0; i < ends.size(); ++i)
    for (auto k = i; k-- > 0 && ends[i]->x - ends[k]->x <= 2 * within;)
      if (std::hypot(ends[i]->x - ends[k]->x, ends[i]->y - ends[k]->y) <= within) {
        *ends[i] = *ends[k];
        break;
      }
}

using LineEnds = std::array<double, 4>;

LineEnds ends_of(Ring const& line, std::size_t from, std::size_t to) {
  return {line[from].x, line[from].y, line[to].x, line[to].y};
}

}  // namespace

std::optional<std::map<std::size_t, Ring>> joined_lines(std::vector<Ring> lines, double within) {
  settle_ends(lines, within);
  std::map<LineEnds, std::size_t> line_of;
  Coordinates all{1, {}};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    line_of.emplace(ends_of(lines[i], 0, 1), i), line_of.emplace(ends_of(lines[i], 1, 0), i);
    all.parts.push_back({lines[i]});
  }
  if (!all_finite(all)) return std::nullopt;
  std::map<std::size_t, Ring> out;
  for (auto const& part :
       coordinates(Geometry(geos::own(GEOSLineMerge_r(geos::context(), build(all).get()), "join lines"))).parts) {
    auto const& ring = part.front();
    auto first = lines.size();
    for (std::size_t i = 1; i < ring.size(); ++i)
      if (auto const it = line_of.find(ends_of(ring, i - 1, i)); it != line_of.end())
        first = std::min(first, it->second);
    if (!is_closed(ring) || !out.emplace(first, ring).second) return std::nullopt;
  }
  return out.empty() ? std::nullopt : std::optional(std::move(out));
}

}  // namespace redline
