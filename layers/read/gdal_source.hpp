// The port FeatureSource on a GDAL layer, with what opening it has found out.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <memory>

#include "layers/read/coordinate_columns.hpp"
#include "layers/read/feature_source.hpp"
#include "layers/read/geometry_wkb.hpp"
#include "layers/read/memory_file.hpp"

namespace redline {

struct GdalSourceParts {
  std::shared_ptr<MemoryFile> memory;  // before the dataset that reads it
  GDALDatasetUniquePtr dataset;
  OGRLayer* layer = nullptr;
  std::string path, layer_name, encoding;
  std::vector<std::string> begins;  // of the names of fields that were cut, or none (cut_names.hpp)
  CoordinateColumns columns;
  std::vector<std::string> titles;  // cells above the header of a table
  GeometryOptions geometry;
  Findings findings;
  std::optional<std::uint64_t> expected;  // features that reading must give
  bool filtered = false;
};

std::unique_ptr<FeatureSource> make_gdal_source(GdalSourceParts parts);

}  // namespace redline
