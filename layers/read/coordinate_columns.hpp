// Tables with coordinates: which columns hold them, and the point of a row. Longitude/latitude in decimal degrees or degrees, minutes,
// seconds with any of the usual signs; metres as they are. In Chinese tables X is north and Y is east (7 and 6 or 8 digits):
// the columns are told apart by magnitude, and a swap is a finding (read.x_is_north). A row without usable numbers keeps its place and
// gets a geometry_problem.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "layers/read/gdal_source.hpp"

namespace redline {

std::optional<double> coordinate(std::string const& text);
void geometry_from_columns(std::string const& x, std::string const& y, std::string const& wkt, RawFeature& out);
PointColumns find_point_columns(OGRLayer& layer, std::string const& x_field, std::string const& y_field, Findings& findings);

}  // namespace redline
