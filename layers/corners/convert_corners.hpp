// From a corner list (text file, pasted text) or any GIS format to another: taken in (intake.hpp), written. `to`
// transforms the corners. Output by ending: .txt, .geojson (or .json), .gpkg, .csv; another one is Error(usage,
// corner.ending). The file appears complete or not at all.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/intake.hpp"

namespace redline {

struct ConvertPlan {
  IntakePlan input;
  std::string output, to, write_encoding;
  bool overwrite = false;
};

struct ConvertResult {
  std::size_t parcels = 0, rings = 0, corners = 0;
  std::string crs, how;  // EPSG code or name, several of a register in several; given, declared, detected
  Findings findings;
};

ConvertResult convert_corners(ConvertPlan const& plan);

}  // namespace redline
