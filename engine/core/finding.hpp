// Anything odd in the data, as a row with a place on the map (longitude, latitude in EPSG:4490; NaN where unknown).
// `code` is also the key of its text; `args` fill the text. Findings never stop a run.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace redline {

enum class Severity { info, warning, error };

struct Finding {
  std::string code;
  Severity severity = Severity::warning;
  std::string layer;
  std::string feature;  // the id as the user knows it, may be empty for a whole layer
  std::vector<std::string> args;
  double lon = std::numeric_limits<double>::quiet_NaN();
  double lat = std::numeric_limits<double>::quiet_NaN();
};

using Findings = std::vector<Finding>;

}  // namespace redline
