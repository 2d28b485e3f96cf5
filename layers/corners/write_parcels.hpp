// A placed list as a GIS file: GeoJSON (RFC 7946, degrees with 9 decimals), GeoPackage (EPSG:4490, one layer `parcels`)
// or CSV (a row per corner: northing and easting where the Crs has metres, latitude and longitude where they are
// known; UTF-8 with byte order mark). Corners are transformed, none is added. GeoJSON and GeoPackage need `to_lonlat`.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/crs/transformation.hpp"
#include "layers/corners/corner_list.hpp"

namespace redline {

std::string geojson_text(CornerList const& placed, Transformation const& to_lonlat);
std::string corner_csv_text(CornerList const& placed, Crs const& crs, Transformation const* to_lonlat);
void write_parcel_geopackage(CornerList const& placed, Transformation const& to_lonlat, std::string const& path,
                             bool overwrite, Language language);

}  // namespace redline
