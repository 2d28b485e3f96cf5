// The member `crs` of a GeoJSON. Where GDAL's reader cannot make a system of it, it takes WGS 84 without a word.
// unknown_geojson_crs(): what such a member says; empty where there is none or it is understood. The member is looked
// for at both ends of the file, where programs write it.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

std::string unknown_geojson_crs(std::string const& path);

}  // namespace redline
