// The second pass: dissolved sums per protected area × zone × activity kind, from the conflicts already written. Every
// area of the basemap appears, also with none; then every reserve of the register in force that no layer holds
// (boundary = none).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/basemap/basemap.hpp"
#include "layers/run/register_check.hpp"
#include "layers/write/ledger_writer.hpp"

namespace redline {

void write_summary(LedgerWriter& writer, Basemap const& basemap, RegisterCheck const& reserves, int threads);

}  // namespace redline
