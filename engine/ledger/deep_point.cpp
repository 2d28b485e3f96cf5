// SPDX-License-Identifier: Apache-2.0
#include "engine/ledger/deep_point.hpp"

#include <queue>

#include "engine/basemap/near.hpp"
#include "engine/measure/along.hpp"

namespace redline {
namespace {

constexpr std::size_t TRIED_POINTS = 200;
constexpr double METRIC_ERROR = 1.05;

struct Stretch {
  std::size_t part = 0;
  double from_m = 0, to_m = 0;
  double deepest_m = 0;  // no point of it lies deeper
  bool operator<(Stretch const& other) const { return deepest_m < other.deepest_m; }
};

}  // namespace

std::optional<Point> deep_point(Basemap const& basemap, std::size_t area, std::uint32_t zone, Coordinates const& line,
                                double depth_m) {
  std::vector<Along> parts;
  std::priority_queue<Stretch> stretches;
  for (auto const& part : line.parts) {
    parts.emplace_back(part.at(0));
    stretches.push({parts.size() - 1, 0, parts.back().length_m(), depth_m});
  }
  for (std::size_t tried = 0; tried < TRIED_POINTS && !stretches.empty(); ++tried) {
    auto const s = stretches.top();
    if (s.deepest_m < depth_m) break;
    stretches.pop();
    auto const half_m = (s.to_m - s.from_m) / 2, middle_m = s.from_m + half_m;
    auto const middle = parts[s.part].at(middle_m);
    auto const found_m = depth_up_to(basemap, area, zone, middle, depth_m);
    if (found_m >= depth_m) return middle;
    auto const deepest_m = found_m + half_m * METRIC_ERROR;
    stretches.push({s.part, s.from_m, middle_m, deepest_m});
    stretches.push({s.part, middle_m, s.to_m, deepest_m});
  }
  return std::nullopt;
}

}  // namespace redline
