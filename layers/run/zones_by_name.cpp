// SPDX-License-Identifier: Apache-2.0
#include "layers/run/zones_by_name.hpp"

#include <algorithm>

#include "layers/workspace/reserve_name.hpp"

namespace redline {
namespace {

// The first value stated counts. False where another one contradicts it.
template <class T>
bool fill_in(T& known, T const& more) {
  if (known == T{}) known = more;
  return more == T{} || more == known;
}

void merge(ProtectedArea& known, ProtectedArea const& more) {
  fill_in(known.boundary_doc, more.boundary_doc);
  known.schematic |= more.schematic;
  if (known.accuracy_m) known.accuracy_m = more.accuracy_m ? std::max(known.accuracy_m, more.accuracy_m) : std::nullopt;
}

Finding about(char const* code, Severity severity, std::string const& layer, std::string const& names, std::size_t n) {
  return {code, severity, layer, "", {std::to_string(n), names}};
}

}  // namespace

void ZonesByName::add(ProtectedArea const& feature, std::string const& stated_id, std::string const& zone) {
  if (feature.name.empty()) return;
  auto const [known, fresh] = m_keys.try_emplace(feature.name);
  if (fresh) known->second = m_names.key(feature.name);
  if (known->second.empty()) return;  // 自然保护区 alone is nobody's name
  auto& group = m_groups[{feature.kind, known->second}];
  if (group.features++ == 0) group.area = feature;
  auto& id = group.ids[feature.id];
  id.stated = !stated_id.empty();
  id.zones.insert(zone);
  group.zones.insert(zone);
  group.names.insert(feature.name);
  if (zone.empty() && id.stated) group.boundaries.insert(stated_id);
  group.contradicts |= !fill_in(group.area.level, feature.level);
  group.contradicts |= !fill_in(group.area.designated_on, feature.designated_on);
  merge(group.area, feature);
  auto const [of_id, first] = m_of_id.try_emplace(feature.id, &group);
  if (!first && of_id->second != &group) group.contradicts = of_id->second->contradicts = true;
}

// The ids tell the areas apart already.
bool ZonesByName::Group::held_by_ids() const {
  auto const holds = [](auto const& id) { return id.second.zones.size() > 1; };
  auto const holding = std::count_if(ids.begin(), ids.end(), holds);
  if (holding == 0) return false;
  return holding > 1 ||
         std::any_of(ids.begin(), ids.end(), [&](auto const& id) { return id.second.stated && !holds(id); });
}

std::string ZonesByName::Group::id() const {
  for (auto const& [id, of] : ids)
    if (of.zones.size() > 1) return id;
  return boundaries.size() == 1 ? *boundaries.begin() : *names.begin();
}

Findings ZonesByName::settle() {
  constexpr std::size_t SHOWN = 10;
  struct Said {
    std::string names;
    std::size_t n = 0;
    void add(std::string const& name) {
      if (++n <= SHOWN) names += (n > 1 ? "、" : "") + name;
      if (n == SHOWN + 1) names += "、…";
    }
  } joined, apart;
  std::string layer;
  for (auto& [key, group] : m_groups) {
    if (group.ids.size() < 2 || group.zones.size() < 2 || group.held_by_ids()) continue;
    layer = group.area.layer;
    group.joined = !group.contradicts;
    if (group.joined) group.area.id = group.id();
    if (group.names.size() > 1) group.area.name = name_without_zone(*group.names.begin());
    (group.joined ? joined : apart).add(*group.names.begin());
  }
  Findings out;
  if (joined.n > 0) out.push_back(about("run.zones_by_name", Severity::info, layer, joined.names, joined.n));
  if (apart.n > 0) out.push_back(about("run.zones_apart", Severity::warning, layer, apart.names, apart.n));
  return out;
}

ProtectedArea const* ZonesByName::area_of(std::string const& id) const {
  auto const it = m_of_id.find(id);
  return it != m_of_id.end() && it->second->joined ? &it->second->area : nullptr;
}

}  // namespace redline
