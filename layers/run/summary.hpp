// The second pass: dissolved sums per protected area × zone × activity kind, from the conflicts already written. Every area of the
// basemap appears, also with none; with a register also every reserve in force that the basemap does not hold.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/basemap/basemap.hpp"
#include "layers/write/ledger_writer.hpp"

namespace redline {

void write_summary(LedgerWriter& writer, Basemap const& basemap);

}  // namespace redline
