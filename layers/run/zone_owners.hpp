// Which area of a layer of boundaries owns each feature of the layers with zones_of: the one with its id, else the one
// with its name, compared as names of reserves are (normal_name, aliases of the register), where only one is called so.
// Where id and name say different areas, the name counts, as with the register. Filled by a pass over the attributes of
// all these layers, boundaries first; then find() is const and may be asked while ReserveNames is in use elsewhere.
// An area whose zones come from elsewhere is as accurate as the worst of its layers, and schematic if one of them is.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/basemap/protected_area.hpp"
#include "engine/core/finding.hpp"
#include "layers/run/reserve_names.hpp"

namespace redline {

struct ZoneOwner {
  ProtectedArea const* area = nullptr;  // null: none, or not one alone
  bool in_force = true;
  std::optional<Finding> doubt;  // what a person should hear; layer and feature are the zone's
};

class ZoneOwners {
 public:
  explicit ZoneOwners(ReserveNames const& names) : m_names(names) {}
  // stated_id: as the source has it, empty where it has none
  void add_boundary(ProtectedArea const& area, std::string const& stated_id, bool in_force);
  void add_zone(ProtectedArea const& zone, std::string const& stated_id);
  ProtectedArea const& boundary(std::string const& id) const { return m_areas[m_by_key.at(id)].area; }
  ZoneOwner find(ProtectedArea const& zone, std::string const& stated_id) const;

 private:
  struct Known {
    ProtectedArea area;
    bool in_force = false;
  };
  std::string key_of_name(std::string const& name) const;
  std::set<std::size_t> named(std::string const& name) const;
  std::optional<std::size_t> owner(ProtectedArea const& zone, std::string const& stated_id, char const*& doubt) const;
  std::string listed(std::set<std::size_t> const& areas) const;

  ReserveNames const& m_names;
  std::vector<Known> m_areas;
  std::map<std::string, std::size_t> m_by_key, m_by_id;
  std::map<std::string, std::set<std::size_t>> m_by_name;
  std::map<std::string, std::string> m_keys;  // of all names met: asked from other threads, ReserveNames may not be
};

}  // namespace redline
