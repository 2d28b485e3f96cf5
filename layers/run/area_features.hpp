// Features of protected areas in the order of reading, each with the layer it comes from and the area it belongs to:
// first those of a layer of boundaries, then those of the layers whose zones_of names it. A feature of the latter
// belongs to the area that ZoneOwners finds, else it is an area of its own layer. count(): how many features each area
// has in all these layers, by a pass over the attributes alone; before the first next(). A layer of zones without a
// column of zones (or a name that is one: zones_in_names.hpp) is Error(input, "run.no_zones"). Ids that several areas
// share are none (shared_ids.hpp). Zones of a layer that stands alone are joined by name where no id
// does it (zones_by_name.hpp); findings() says so. days(): on which the same features are in force.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "engine/core/day_range.hpp"
#include "layers/run/layer_input.hpp"
#include "layers/run/shared_ids.hpp"
#include "layers/run/zone_owners.hpp"
#include "layers/run/zones_by_name.hpp"
#include "layers/run/zones_in_names.hpp"

namespace redline {

struct AreaGroup {
  LayerInput& boundaries;
  std::vector<LayerInput*> zones;  // may be none
};

// Each layer of boundaries with the layers of its zones. Zones whose boundaries are not in use stand for themselves
// (finding run.zones_alone).
std::vector<AreaGroup> area_groups(std::vector<std::unique_ptr<LayerInput>> const& areas, Findings& findings);

struct RawArea {
  std::size_t input = 0;  // 0: the boundaries
  std::string feature;    // its own id
  ProtectedArea area;
  bool in_force = true, joined = false;  // joined: zone of an area of another layer
  std::string zone;
  Message problem;
  Wkb wkb;
  Findings findings, zone_findings;
  std::optional<Finding> doubt;  // about the area it belongs to
  Normalised normalised;
  Bounds other_place = {};  // by its zone number, where that contradicts the Crs
};

std::string area_key(std::string const& layer, std::string const& id);

class AreaFeatures {
 public:
  using Counts = std::unordered_map<std::string, std::uint64_t>;  // by area_key

  AreaFeatures(AreaGroup const& group, RunPlan const& run, ReserveNames const& names);
  Counts count();  // empty where no area can have several features
  bool next(RawArea& out);
  LayerInput& input(std::size_t i) const { return *m_inputs[i]; }
  std::size_t inputs() const { return m_inputs.size(); }
  DayRange const& days() const { return m_days; }
  Findings const& findings() const { return m_findings; }

 private:
  bool in_force(ProtectedArea const& a);
  AreaReading reading(std::size_t input, RawFeature const& f, Findings& findings, Findings& of_zone);
  template <class F>
  void each_reading(std::size_t input, F f);
  struct Survey {
    Counts ids;
    std::uint64_t features = 0, stated = 0, repeated = 0;
    bool zones_in_names = false;
  };
  Survey survey(std::size_t input);
  void tell_shared_ids(std::size_t input, Survey const& survey);
  void count_alone(Counts& counts);
  void count_boundaries(Counts& counts);
  void count_zones(std::size_t input, Counts& counts);
  void join(RawArea& out, std::string const& stated_id) const;
  void tell(Findings const& more) { m_findings.insert(m_findings.end(), more.begin(), more.end()); }

  std::vector<LayerInput*> m_inputs;
  RunPlan const& m_run;
  ZoneOwners m_owners;
  ZonesByName m_by_name;
  std::vector<ZonesInNames> m_zones;  // by input
  std::vector<SharedIds> m_shared;    // likewise
  Findings m_findings;
  std::size_t m_at = 0;
  DayRange m_days;
};

}  // namespace redline
