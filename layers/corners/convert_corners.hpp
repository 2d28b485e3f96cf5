// From a corner list (text file, pasted text) or any GIS format to another: reads, finds out the CRS, checks, writes.
// The CRS is `crs` where given; else the declared or detected one if nothing speaks against it, or with `accept` the
// proposal. Else Error(input, corner.doubtful {file, proposal, evidence}) or corner.no_crs; corners that contradict a
// given or target CRS are corner.crs_contradicted {doubt}. `to` transforms the corners. Output by ending: .txt,
// .geojson (or .json), .gpkg, .csv; another one is Error(usage, corner.ending). The file appears complete or not at
// all.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/detective.hpp"

namespace redline {

struct ConvertPlan {
  std::string source, output, crs, to, encoding, write_encoding;
  std::optional<std::string> pasted;  // the text itself, where source is "-"
  CornerHints hints;
  bool accept = false, overwrite = false, allow_network = false, allow_vrt = false;
  Language language = Language::zh;
};

struct ConvertResult {
  std::size_t parcels = 0, rings = 0, corners = 0;
  std::string crs, how;  // EPSG code or name; given, declared, detected
  Findings findings;
};

ConvertResult convert_corners(ConvertPlan const& plan);

}  // namespace redline
