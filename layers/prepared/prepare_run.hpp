// Prepares the basemap of a workspace: reads its layers of areas as a screening would, and keeps what came out in
// basemap.prepared. Sources are hashed before and after reading: one that changed meanwhile is Error(input,
// "prepared.source_busy" {layer, path}), one that cannot be hashed (databases, folders inside archives)
// "prepared.no_file" {layer, path}. check_prepared: whether the file there can be used today, with every byte of it
// checked; nullopt: it can.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "layers/run/plan.hpp"
#include "layers/run/prepared_areas.hpp"

namespace redline {

struct PrepareResult {
  std::string path;
  std::size_t areas = 0, layers = 0;
  std::uint64_t bytes = 0;
  DayRange days;
};

PrepareResult run_prepare(RunPlan plan);
std::optional<Message> check_prepared(RunPlan plan);

}  // namespace redline
