// The nature reserves of a workspace as a basemap, with the register's id of each area (empty where the register leaves
// doubt). Areas of kind nature_reserve count, with the zones of layers that are zones_of theirs, as far as they are in
// force on plan.as_of.
// find_reserves(): a polygon whose row names no reserve is given to the one that holds most of it.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/basemap/basemap.hpp"
#include "engine/restoration/book.hpp"
#include "layers/run/plan.hpp"

namespace redline {

struct ReserveMap {
  Basemap basemap;
  std::vector<std::string> reserve_of;
};

ReserveMap read_reserve_map(RunPlan const& plan, Findings& findings);
struct GroundPlace {
  std::string reserve, zone;  // empty: outside all
};
GroundPlace place_of(Geometry const& ground, ReserveMap const& map);  // where most of it lies
void find_reserves(RestorationBook& book, ReserveMap const& map);

}  // namespace redline
