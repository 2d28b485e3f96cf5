// Polygons of any GIS format as a corner list: a parcel per feature, id and name from recognised fields, corners J1,
// J2, … anew in each ring, coordinates in the layer's own CRS with x = east. A feature that is no polygon is
// Error(input, corner.not_polygon, line_not_polygon or point_not_polygon {file, number of the feature}), several are
// corner.features_failed {file, count, the first with their reasons}, or with spare_parcels failed parcels (a lone
// feature still is an Error): a boundary is not left out in silence.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/corner_list.hpp"
#include "layers/read/open.hpp"

namespace redline {

struct FeatureCorners {
  CornerList list;
  std::string crs;  // WKT; empty if the source states none
};

FeatureCorners corners_of_features(SourceOptions const& options, Language language, bool spare_parcels = false);

}  // namespace redline
