// Zones of a layer without a column of zones, as names tell them: that of an area ends with a word of zones
// (乌兰自然保护区核心区; the rest is the name of the area), or that of the layer or its file does (核心区.shp). Words
// of reserves count for reserves and areas of no stated kind, those of water sources for these. zone_of() takes the
// word off the name of the area and says what was taken (run.zone_in_name, run.zone_of_layer_name), or that a word in
// the name was not (run.zone_word_unread). reserve_part(): a name without its zone and what else tells parts of one
// reserve apart; empty where it is but a zone. Words without 区 (核心, 实验) are told, never used.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "engine/basemap/protected_area.hpp"
#include "layers/run/layer_input.hpp"

namespace redline {

std::string reserve_part(std::string const& name);
bool holds_zone_word(std::string const& name);
bool is_short_zone(std::string const& value);            // 核心, 实验 without 区 and nothing else
std::string short_zone_at_end(std::string const& name);  // empty: none
bool may_have_zones(LayerPlan const& plan);              // by what it says of its kind

class ZonesInNames {
 public:
  explicit ZonesInNames(LayerInput& in);
  bool of_layer() const { return !m_word.empty(); }
  bool by_name() const { return m_wanted; }  // names of areas are looked at
  std::string zone_of(ProtectedArea& area, RawFeature const& f, Findings& findings) const;

 private:
  std::string of_name(ProtectedArea& area, Findings& findings) const;
  std::string of_its_layer(ProtectedArea const& area, Findings& findings) const;
  void tell(char const* code, ProtectedArea const& area, std::string const& word, Findings& findings) const;

  LayerInput const* m_in;
  bool m_wanted = false;
  std::string m_word;  // in the name of the layer
};

}  // namespace redline
