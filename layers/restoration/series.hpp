// The region's restoration on a sequence of days up to the day of the report: at most `points`, evenly spread month
// ends from the first dated record on, the last one being the day itself. SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/status_run.hpp"

namespace redline {

struct SeriesPoint {
  Date day;
  Amount claimed, verified, accepted;
};

std::vector<SeriesPoint> restoration_series(StatusRun const& run, std::size_t points = 16);

}  // namespace redline
