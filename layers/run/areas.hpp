// Protected areas of one layer, and of the layers that hold its zones, into the basemap and the ledger, in one bounded
// line: read, normalised, collected by area, partitioned into cells, kept. An area is worked on as soon as the last of
// its features in all these layers is read, so whole layers are never held as features; only boundaries wait for zones
// that stand in another layer. Filtered by date and by --reserve; every feature counted in its own layer. Gives what
// --reserve left out of each layer: one finding says so, the row ledger names each. Areas reach the ledger in the order
// of their first features, their zones in that of their last. An area that is in force and cannot be used is no open
// ground: what may lie there is `incomplete` (run.areas_not_used), which is everything where its place is not known.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <vector>

#include "engine/basemap/basemap.hpp"
#include "engine/ledger/assess.hpp"
#include "layers/run/area_features.hpp"
#include "layers/run/reserve_names.hpp"
#include "layers/write/ledger_writer.hpp"

namespace redline {

struct AreaSink {
  Basemap::Builder& builder;
  LedgerWriter* ledger = nullptr;  // none: the basemap alone is wanted
  DayRange days = {};              // on which the same is in force and said of the areas
  // Where areas would lie by their zone numbers (other_place), and those that could not be used (unusable).
  std::vector<CheckedLayer> not_drawn = {};
  std::vector<LeftOut> left_out = {};  // by --reserve
};

struct AreaShare {  // of one layer in the group, the boundaries first
  bool zones_of_others = false;
  std::uint64_t left_out = 0;  // by --reserve
  std::uint64_t own = 0;       // features of a layer of zones that belong to no area of the boundaries
};

// loaded: after each group, in their order; the next one is being counted meanwhile.
using AreasLoaded = std::function<void(AreaGroup const& group, std::vector<AreaShare> const& shares)>;
void load_areas(
    std::vector<AreaGroup> const& groups, RunPlan const& run, ReserveNames& names, AreaSink& sink, Findings& findings,
    AreasLoaded const& loaded = [](auto const&, auto const&) {});

}  // namespace redline
