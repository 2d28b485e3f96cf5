// Opens FILE[:LAYER] or PG:…[:LAYER] by GDAL (place.hpp says how the string is read). A file with several layers needs
// one named, unless only one of them has geometry. CSV and spreadsheets need columns of coordinates or WKT: recognised
// by name and magnitude, or given as x_field (east) and y_field (north); degrees without a CRS are taken as EPSG:4490
// with a warning (read.degrees_assumed), metres have no CRS. Texts: the encoding is decided with evidence, kept as a
// finding (read.encoding). Errors (input): read.missing, read.directory, read.not_vector, read.which_layer,
// read.no_layer, read.no_layers, read.damaged_…, read.no_coordinates, read.swapped, read.ambiguous, read.no_field,
// read.bad_where, read.bad_encoding, read.refused_…
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>

#include "layers/read/feature_source.hpp"

namespace redline {

struct SourceOptions {
  std::string path_and_layer, encoding, where, x_field, y_field;
  bool allow_network = false, allow_vrt = false;
  std::string crs{};  // that the user states, against which a column of zones is held
};

std::unique_ptr<FeatureSource> open_source(SourceOptions const& options);

}  // namespace redline
