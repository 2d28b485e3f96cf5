// Zones of one area that no id holds together: features of one layer that have one name (ReserveNames::key) and kind,
// name different zones (or none: the boundary), and have each an id of its own or none. Not where two ids hold zones
// together each, where one does and others differ from it, or where levels or days of designation contradict each
// other (finding run.zones_apart). All features in force are added first, in one pass; then settle(), then area_of():
// the area of the feature with that id, null where it stands for itself. Its id is that of a boundary that states one
// alone, else the name; it is as accurate as the worst of its features, and schematic if one of them is.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <set>
#include <string>

#include "engine/basemap/protected_area.hpp"
#include "engine/core/finding.hpp"
#include "layers/run/reserve_names.hpp"

namespace redline {

class ZonesByName {
 public:
  explicit ZonesByName(ReserveNames const& names) : m_names(names) {}
  void add(ProtectedArea const& feature, std::string const& stated_id, std::string const& zone);
  Findings settle();
  ProtectedArea const* area_of(std::string const& id) const;

 private:
  struct Id {
    bool stated = false;
    std::set<std::string> zones;
  };
  struct Group {
    ProtectedArea area;
    std::size_t features = 0;
    std::map<std::string, Id> ids;
    std::set<std::string> zones, names, boundaries;
    bool contradicts = false, joined = false;
    bool held_by_ids() const;
    std::string id() const;
  };
  using Key = std::pair<std::string, std::string>;  // kind and name

  ReserveNames const& m_names;
  std::map<std::string, std::string> m_keys;  // of names
  std::map<Key, Group> m_groups;
  std::map<std::string, Group*> m_of_id;
};

}  // namespace redline
