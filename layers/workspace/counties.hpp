// The extent of a county in longitude/latitude, from the layer of counties that a workspace names in [counties]: of all
// features whose `field` is `name`, or begins with it (沙湾 finds 沙湾市). Errors (input): workspace.no_counties, where
// there is no such layer; workspace.no_county {file, name, nearest}, workspace.which_county {file, name, those that
// begin so}; read.no_field; those of open_source().
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "engine/geometry/bounds.hpp"

namespace redline {

struct CountyLayer {
  std::string source, field, crs;  // crs: empty where the source states it
};

Bounds county_extent(CountyLayer const& layer, std::string const& name);

}  // namespace redline
