// Areas in force whose ground is not on the basemap where it may be, as CheckedLayers that no activity there passes as
// clear. add() takes every feature of areas, used or not: what has no usable polygon is `unusable`, in its box or
// anywhere (one entry a layer); what has another zone's number is an `other_place` (finding run.other_place). Points
// are names on a map and left alone, as are zones inside a boundary of another layer: their ground is a gap there.
// finish() gives the entries and one finding for each layer (run.areas_not_used).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "engine/ledger/checked_layer.hpp"
#include "layers/run/area_features.hpp"

namespace redline {

class NotDrawn {
 public:
  void add(RawArea const& raw, std::string const& layer, Findings& findings);
  void finish(std::vector<CheckedLayer>& entries, Findings& findings);

 private:
  struct Unusable {
    std::vector<std::string> features;
    bool anywhere = false;
  };
  void add_unusable(RawArea const& raw, std::string const& layer);
  void add_other_place(RawArea const& raw, std::string const& layer, Findings& findings);

  std::vector<CheckedLayer> m_entries;
  std::map<std::string, Unusable> m_unusable;  // by layer
};

}  // namespace redline
