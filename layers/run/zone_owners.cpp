// SPDX-License-Identifier: Apache-2.0
#include "layers/run/zone_owners.hpp"

#include <algorithm>

namespace redline {

std::string ZoneOwners::key_of_name(std::string const& name) const {
  auto const key = m_names.key(name);
  return key.empty() ? name : key;
}

void ZoneOwners::add_boundary(ProtectedArea const& area, std::string const& stated_id, bool in_force) {
  auto const [it, fresh] = m_by_key.try_emplace(area.id, m_areas.size());
  if (fresh) m_areas.push_back({area, in_force});
  auto& known = m_areas[it->second];
  if (in_force && !known.in_force) known = {area, true};  // of several versions the first that counts
  if (!stated_id.empty()) m_by_id.emplace(stated_id, it->second);
  if (area.name.empty()) return;
  auto const [name, new_name] = m_keys.try_emplace(area.name);
  if (new_name) name->second = key_of_name(area.name);
  m_by_name[name->second].insert(it->second);
}

void ZoneOwners::add_zone(ProtectedArea const& zone, std::string const& stated_id) {
  auto const [name, fresh] = m_keys.try_emplace(zone.name);
  if (fresh && !zone.name.empty()) name->second = key_of_name(zone.name);
  char const* doubt = nullptr;
  auto const i = owner(zone, stated_id, doubt);
  if (!i) return;
  auto& area = m_areas[*i].area;
  area.schematic |= zone.schematic;
  if (area.accuracy_m) area.accuracy_m = zone.accuracy_m ? std::max(area.accuracy_m, zone.accuracy_m) : std::nullopt;
}

std::set<std::size_t> ZoneOwners::named(std::string const& name) const {
  auto const key = m_keys.find(name);
  if (name.empty() || key == m_keys.end()) return {};
  auto const it = m_by_name.find(key->second);
  return it == m_by_name.end() ? std::set<std::size_t>{} : it->second;
}

std::optional<std::size_t> ZoneOwners::owner(ProtectedArea const& zone, std::string const& stated_id,
                                             char const*& doubt) const {
  auto const called = named(zone.name);
  auto const by_id = stated_id.empty() ? m_by_id.end() : m_by_id.find(stated_id);
  if (by_id != m_by_id.end() && (called.empty() || called.count(by_id->second))) return by_id->second;
  if (called.size() == 1) {
    if (by_id != m_by_id.end()) doubt = "run.zone_id_and_name";
    return *called.begin();
  }
  doubt = called.empty() ? "run.zone_without_area" : "run.zone_of_several_areas";
  return std::nullopt;
}

std::string ZoneOwners::listed(std::set<std::size_t> const& areas) const {
  constexpr std::size_t SHOWN = 10;
  std::string out;
  std::size_t n = 0;
  for (auto const i : areas) {
    if (n++ == SHOWN) return out + ", …";
    out += (out.empty() ? "" : ", ") + m_areas[i].area.id;
  }
  return out;
}

ZoneOwner ZoneOwners::find(ProtectedArea const& zone, std::string const& stated_id) const {
  ZoneOwner out;
  char const* doubt = nullptr;
  auto const i = owner(zone, stated_id, doubt);
  if (i) out.area = &m_areas[*i].area, out.in_force = m_areas[*i].in_force;
  if (!doubt) return out;
  auto const severity = Severity::warning;
  out.doubt = Finding{doubt, severity, zone.layer, zone.id, {stated_id, zone.name, listed(named(zone.name))}};
  return out;
}

}  // namespace redline
