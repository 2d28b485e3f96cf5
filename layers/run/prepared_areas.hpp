// What a run knows of its layers of areas once they are a basemap, so that another run can start from there with the
// same result: the same rows, statuses, findings and ground, in the same order, on every one of `days`.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "engine/basemap/basemap.hpp"
#include "engine/core/day_range.hpp"
#include "engine/ledger/assess.hpp"

namespace redline {

struct PreparedLayer {
  std::uint64_t ordinal = 0;  // among all layers of areas of the plan
  LayerRow row;
  std::string path;  // of its source
  Findings of_opening;
};

struct PreparedAreas {
  std::vector<PreparedLayer> layers;  // those in use, in order of the plan
  std::vector<CheckedLayer> checked;  // as building adds them
  Findings findings;                  // of building
  DayRange days;
  std::function<void(Basemap::Builder&)> fill;
};

}  // namespace redline
