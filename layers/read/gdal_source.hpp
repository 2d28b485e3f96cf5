// The port FeatureSource on a GDAL layer. x/y columns turn a table into points; they hold degrees (also as DMS) or metres.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <memory>

#include "layers/gdal/errors.hpp"
#include "layers/read/feature_source.hpp"

namespace redline {

struct PointColumns {
  int x = -1, y = -1, wkt = -1;
  bool any() const { return (x >= 0 && y >= 0) || wkt >= 0; }
};

struct GdalSourceParts {
  GDALDatasetUniquePtr dataset;
  OGRLayer* layer = nullptr;
  std::string path, encoding;
  PointColumns columns;
  Findings findings;
  std::uint64_t expected = 0;  // features a shapefile must have; 0: unknown
};

std::unique_ptr<FeatureSource> make_gdal_source(GdalSourceParts parts);

}  // namespace redline
