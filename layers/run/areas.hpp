// Protected areas of one layer into the basemap and the ledger, in one bounded line: read, normalised, collected by
// area, partitioned into cells, kept. An area is worked on as soon as its last feature is read, so whole layers are
// never held as features. Filtered by date and by --reserve; every feature counted. Gives how many features --reserve
// left out: one finding says so, the row ledger names each. Areas reach the ledger in the order of their first
// features, their zones in that of their last.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/basemap/basemap.hpp"
#include "layers/run/layer_input.hpp"
#include "layers/run/reserve_names.hpp"
#include "layers/write/ledger_writer.hpp"

namespace redline {

struct AreaSink {
  Basemap::Builder& builder;
  LedgerWriter& ledger;
};

std::uint64_t load_areas(LayerInput& input, RunPlan const& run, ReserveNames& names, AreaSink& sink,
                         Findings& findings);

}  // namespace redline
