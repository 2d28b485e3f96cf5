// SPDX-License-Identifier: Apache-2.0
#include "layers/run/summary.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "engine/ledger/dissolve.hpp"
#include "engine/overlay/pipeline.hpp"

namespace redline {
namespace {

constexpr std::size_t GROUPS_AT_ONCE = 32, OVERLAPS_AT_ONCE = 2048;

SummaryRow row_of(ProtectedArea const& a, Reserve const* reserve, std::string const& zone,
                  std::string const& activity_kind) {
  return {a.id, a.kind, a.name, a.level, zone, activity_kind, 0, 0, 0, {}, "given", reserve ? reserve->id : ""};
}

}  // namespace

std::size_t Summary::Hash::operator()(Key const& key) const {
  std::hash<std::string> const of;
  auto const zone = of(key.zone), kind = of(key.activity_kind);
  return (key.area * 31 + zone) * 31 + kind;
}

void Summary::add(std::string const& activity_kind, ConflictRow const& c) {
  if (c.geometry.empty()) return;
  auto& group = m_groups[{c.area, c.zone, activity_kind}];
  ++group.count;
  ++group.by_verdict[c.verdict];
  auto const measure = (c.dimension == 2 ? c.overlap_m2 : c.overlap_m).value_or(0);
  if (c.dimension > 0) group.grounds.push_back({m_spool.add(c.geometry), measure, c.dimension});
}

SummaryRow Summary::dissolved(Groups::value_type const& of, Basemap const& basemap,
                              RegisterCheck const& reserves) const {
  auto const& [key, group] = of;
  auto row = row_of(basemap.areas()[key.area], reserves.of_area[key.area], key.zone, key.activity_kind);
  row.count = group.count, row.by_verdict = group.by_verdict;
  Dissolver areas, lines;
  for (auto const& g : group.grounds)
    (g.dimension == 2 ? areas : lines).add(Geometry::from_wkb(m_spool.read(g.place)), g.measure);
  row.overlap_m2 = areas.total();
  row.overlap_m = lines.total();
  return row;
}

std::vector<SummaryRow> Summary::rows(Basemap const& basemap, RegisterCheck const& reserves, int threads) {
  m_spool.flush();
  std::vector<SummaryRow> rows;
  std::vector<Groups::value_type const*> groups;
  for (auto const& group : m_groups) groups.push_back(&group);
  std::sort(groups.begin(), groups.end(), [](auto const* a, auto const* b) { return a->first < b->first; });
  auto next = groups.begin();
  auto const some = [&] {
    std::vector<Groups::value_type const*> out;
    for (std::size_t n = 0; next != groups.end() && out.size() < GROUPS_AT_ONCE && n < OVERLAPS_AT_ONCE; ++next) {
      out.push_back(*next);
      n += (*next)->second.grounds.size();
    }
    return out;
  };
  ordered_pipeline<Groups::value_type const*, SummaryRow>(
      threads, some, [&](auto const* group) { return dissolved(*group, basemap, reserves); },
      [&](SummaryRow&& r) { rows.push_back(std::move(r)); });
  std::set<std::size_t> met;
  for (auto const& [key, group] : m_groups) met.insert(key.area);
  for (std::size_t i = 0; i < basemap.areas().size(); ++i)
    if (!met.count(i)) rows.push_back(row_of(basemap.areas()[i], reserves.of_area[i], "", ""));
  for (auto const* r : reserves.without_boundary)
    rows.push_back({r->id, "nature_reserve", r->name_zh, r->level, "", "", 0, 0, 0, {}, "none", r->id});
  return rows;
}

}  // namespace redline
