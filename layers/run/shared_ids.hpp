// Ids that several areas of one layer share: the features in force with that id state different names (compared as
// those of reserves are; zones of one reserve have one) or kinds or, where none has a name, levels or days of
// designation. Such an id is none: the areas are told apart by what differs, and a feature that does not state it
// stands for itself (run.area_id_shared). The same of a recognised column with one value in all features
// (run.area_id_constant). What the features of one area state is put together whatever their order: days of
// designation that differ are possible days (run.area_states_differ).
// Filled with all features whose id occurs more than once; then settle(), then describe(), const.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <set>
#include <string>

#include "engine/basemap/protected_area.hpp"
#include "engine/core/finding.hpp"
#include "layers/run/reserve_names.hpp"

namespace redline {

struct AreaReading {  // what one feature states
  ProtectedArea area;
  std::string own_id;     // LAYER:FID
  std::string stated_id;  // empty: none
  std::string zone;
  bool kind_stated = false, in_force = true;
};

class SharedIds {
 public:
  explicit SharedIds(ReserveNames const& names) : m_names(names) {}
  void add(AreaReading const& feature);
  Findings settle(std::string const& layer, bool one_id_for_all);
  void describe(AreaReading& feature) const;  // its area: id, and what all its features state

 private:
  struct Facts {
    std::string kind, name, mark;  // empty: not stated
  };
  struct Id {
    std::set<std::string> kinds, marks;
    std::map<std::string, std::string> names;               // key → a name to show
    std::map<std::string, std::set<std::string>> kinds_of;  // by key
    bool zoned = false, shared = false;
  };
  struct Known {
    ProtectedArea area;
    std::set<std::string> boundaries, names, levels;  // names of features without and with a zone
    std::set<std::pair<Date, Date>> days;
  };
  Facts facts(AreaReading const& feature) const;
  std::string new_id(AreaReading const& feature) const;
  void put_together(AreaReading const& feature, std::string const& id);
  Findings differing(std::string const& layer);
  Finding shared(std::string const& layer, bool one_id) const;

  ReserveNames const& m_names;
  std::map<std::string, std::string> m_keys;  // of all names met: describe() is asked from other threads
  std::map<std::string, Id> m_ids;
  std::vector<AreaReading> m_features;
  std::map<std::string, Known> m_areas;   // by their new id
  bool m_one_id = false, m_none = false;  // none: the id tells nothing at all
};

}  // namespace redline
