// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/table_parts.hpp"

#include <tuple>
#include <unordered_map>

namespace redline {
namespace {

using Record = RestorationRecord;

bool stated_unlike(std::string_view a, std::string_view b) { return !a.empty() && !b.empty() && a != b; }

bool speaks_of_zone(Record const& r) { return !r.zone.empty() && !r.site.empty() && r.wkb.empty(); }

// By the address of their names, which are kept once.
std::set<char const*> sites_of_several_zones(std::vector<Record const*> const& records) {
  std::unordered_map<char const*, std::string_view> first;
  std::set<char const*> out;
  for (auto const* r : records)
    if (speaks_of_zone(*r) && first.try_emplace(r->site.data(), r->zone).first->second != r->zone)
      out.insert(r->site.data());
  return out;
}

auto report(Record const& r) { return std::tuple(r.site, r.source, r.stage, r.quantity, standing_day(r)); }

}  // namespace

bool other_part(Record const& a, Record const& b) {
  bool const one_table = a.source == b.source || !a.replaces.empty() || !b.replaces.empty();
  return one_table && row_of(a.id) != row_of(b.id) && (stated_unlike(a.zone, b.zone) || stated_unlike(a.kind, b.kind));
}

ZonesOfParts zones_of_parts(std::vector<Record const*> const& records) {
  auto const several = sites_of_several_zones(records);
  std::map<decltype(report(*records.front())), std::string_view> known;
  ZonesOfParts out;
  for (auto const* r : records) {
    if (!speaks_of_zone(*r) || several.count(r->site.data()) == 0) continue;
    auto const& zone = known.try_emplace(report(*r), r->zone).first->second;
    if (zone != r->zone) out[r->site].insert({zone, r->zone});
  }
  return out;
}

}  // namespace redline
