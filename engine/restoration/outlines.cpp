// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/outlines.hpp"

#include <algorithm>
#include <numeric>

#include "engine/measure/area.hpp"
#include "engine/overlay/ladder.hpp"
#include "engine/restoration/less.hpp"
#include "engine/restoration/narrow.hpp"
#include "engine/restoration/placing.hpp"

namespace redline {
namespace {

struct Outline {
  SiteKey site;
  Geometry const* ground;
  Bounds bounds;
};

bool compare(Outline const& a, Outline const& b, Findings& findings) {
  auto const shared = common(*a.ground, *b.ground);
  auto const m2 = wide_m2(shared);
  if (m2 <= REPORTED_GROUND_M2) return false;
  auto const& [first, second] = std::minmax(a.site, b.site);
  auto const place = shared.bounds().centre();
  findings.push_back({"restoration.outlines_overlap",
                      Severity::warning,
                      std::string(first.first),
                      "",
                      {std::string(first.second), std::string(second.second), Amount::from_double(m2).decimal()},
                      place.x,
                      place.y});
  return true;
}

using Outlines = std::vector<Outline>;

// Groups of outlines that hang together by overlaps, each in order of number.
std::vector<std::vector<std::size_t>> overlapping(Outlines const& all, Findings& findings) {
  std::vector<std::size_t> leader(all.size());
  std::iota(leader.begin(), leader.end(), std::size_t{0});
  auto const first = [&](std::size_t i) {
    while (leader[i] != i) i = leader[i];
    return i;
  };
  for (std::size_t i = 0; i < all.size(); ++i)
    for (auto j = i + 1; j < all.size() && all[j].bounds.min_x <= all[i].bounds.max_x; ++j)
      if (all[i].site.first == all[j].site.first && all[i].bounds.intersects(all[j].bounds) &&
          compare(all[i], all[j], findings)) {
        auto const [a, b] = std::minmax({first(i), first(j)});
        leader[b] = a;
      }
  std::map<std::size_t, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < all.size(); ++i) groups[first(i)].push_back(i);
  std::vector<std::vector<std::size_t>> out;
  for (auto& [number, group] : groups)
    if (group.size() > 1) out.push_back(std::move(group));
  return out;
}

SharedOutlines shared_by(std::vector<std::size_t> const& group, Outlines const& all) {
  SharedOutlines out;
  std::vector<Geometry> parts;
  for (auto const i : group) {
    out.sites.push_back(all[i].site);
    out.twice += Amount::from_double(exact_area_m2(*all[i].ground));
    parts.push_back(all[i].ground->clone());
  }
  out.twice -= Amount::from_double(exact_area_m2(union_by_ladder(std::move(parts), 2).geometry));
  return out;
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

std::vector<SharedOutlines> shared_outlines(std::map<SiteKey, Geometry> const& outlines,
                                            std::set<SiteKey> const& stated, Findings& findings) {
  Outlines all;
  for (auto const& [site, ground] : outlines)
    if (!stated.count(site)) all.push_back({site, &ground, ground.bounds()});
  std::stable_sort(all.begin(), all.end(),
                   [](auto const& a, auto const& b) { return a.bounds.min_x < b.bounds.min_x; });
  std::vector<SharedOutlines> out;
  for (auto const& group : overlapping(all, findings)) out.push_back(shared_by(group, all));
  return out;
}

}  // namespace redline
