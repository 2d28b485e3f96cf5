// SPDX-License-Identifier: Apache-2.0
#include "engine/screen/nearest_areas.hpp"

#include <algorithm>
#include <map>

namespace redline {
namespace {

constexpr double FIRST_RADIUS_M = 2000, GROWTH = 3;

std::vector<Near> each_area_once(std::vector<Near> const& all, std::set<std::size_t> const& met) {
  std::map<std::size_t, Near> best;
  for (auto const& n : all) {
    if (met.count(n.area)) continue;
    auto const [it, fresh] = best.emplace(n.area, n);
    if (!fresh && n.distance_m < it->second.distance_m) it->second = n;
  }
  std::vector<Near> out;
  out.reserve(best.size());
  for (auto const& [area, n] : best) out.push_back(n);
  std::stable_sort(out.begin(), out.end(), [](auto const& a, auto const& b) { return a.distance_m < b.distance_m; });
  return out;
}

}  // namespace

std::vector<Near> nearest_areas(Basemap const& basemap, Coordinates const& shape, std::set<std::size_t> const& met,
                                double limit_m, std::size_t count) {
  for (double radius = std::min(limit_m, FIRST_RADIUS_M);; radius = std::min(limit_m, radius * GROWTH)) {
    auto out = radius > 0 ? each_area_once(within(basemap, shape, radius), met) : std::vector<Near>{};
    if (out.size() > count) out.resize(count);
    if (out.size() == count || radius >= limit_m) return out;
  }
}

}  // namespace redline
