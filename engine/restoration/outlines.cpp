// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/outlines.hpp"

#include <algorithm>

#include "engine/measure/area.hpp"
#include "engine/overlay/ladder.hpp"
#include "engine/restoration/less.hpp"
#include "engine/restoration/placing.hpp"

namespace redline {
namespace {

struct Outline {
  SiteKey site;
  Geometry const* ground;
  Bounds bounds;
};

void compare(Outline const& a, Outline const& b, Findings& findings) {
  auto const shared = common(*a.ground, *b.ground);
  auto const m2 = shared.empty() ? 0 : exact_area_m2(shared);
  if (m2 <= REPORTED_GROUND_M2) return;
  auto const& [first, second] = std::minmax(a.site, b.site);
  auto const place = shared.bounds().centre();
  findings.push_back({"restoration.outlines_overlap",
                      Severity::warning,
                      std::string(first.first),
                      "",
                      {std::string(first.second), std::string(second.second), Amount::from_double(m2).decimal()},
                      place.x,
                      place.y});
}

}  // namespace

std::map<SiteKey, Geometry> outlines_of(std::vector<Polygon> const& polygons) {
  std::map<SiteKey, std::vector<Geometry>> parts;
  std::set<SiteKey> begun_restored;
  for (auto const& p : polygons) {
    SiteKey const key{p.record->reserve, p.record->site};
    if (key.second.empty() || begun_restored.count(key)) continue;
    if (done(*p.record)) {
      if (!parts.count(key)) begun_restored.insert(key);
    } else if (!p.record->stage->returns) {
      auto& known = parts[key];
      if (known.empty() || !same_outline(known.back(), p.geometry)) known.push_back(p.geometry.clone());
    }
  }
  std::map<SiteKey, Geometry> out;
  for (auto& [key, list] : parts)
    out.emplace(key, list.size() == 1 ? std::move(list.front()) : union_by_ladder(std::move(list), 2).geometry);
  return out;
}

void tell_overlapping(std::map<SiteKey, Geometry> const& outlines, std::set<SiteKey> const& stated,
                      Findings& findings) {
  std::vector<Outline> all;
  for (auto const& [site, ground] : outlines)
    if (!stated.count(site)) all.push_back({site, &ground, ground.bounds()});
  std::stable_sort(all.begin(), all.end(),
                   [](auto const& a, auto const& b) { return a.bounds.min_x < b.bounds.min_x; });
  for (std::size_t i = 0; i < all.size(); ++i)
    for (auto j = i + 1; j < all.size() && all[j].bounds.min_x <= all[i].bounds.max_x; ++j)
      if (all[i].site.first == all[j].site.first && all[i].bounds.intersects(all[j].bounds))
        compare(all[i], all[j], findings);
}

}  // namespace redline
