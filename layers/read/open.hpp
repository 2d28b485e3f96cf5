// Opens FILE[:LAYER] (or PG:…[:LAYER]) by GDAL. If the whole string opens it is the file, else it is split at the last colon.
// A .zip is read in place. CSV and spreadsheets need columns of coordinates (or WKT): recognised by name and magnitude, or given.
// Errors (input): read.missing, read.not_vector, read.which_layer, read.no_layer, read.damaged, read.no_coordinates, read.refused
// (network and VRT sources unless allowed). Text encodings are decided with evidence, kept as a finding read.encoding.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>

#include "layers/read/feature_source.hpp"

namespace redline {

struct SourceOptions {
  std::string path_and_layer, encoding, where, x_field, y_field;
  bool allow_network = false, allow_vrt = false;
};

std::unique_ptr<FeatureSource> open_source(SourceOptions const& options);

}  // namespace redline
