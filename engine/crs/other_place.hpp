// Where coordinates would lie if the zone number before their eastings were right, whatever Crs they are said to be in
// (crs.other_zone of doubt.hpp): their bounds in EPSG:4490, empty where the number names no zone of the datum or the
// place cannot be reckoned. One object is used by one thread at a time.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <vector>

#include "engine/crs/transformation.hpp"
#include "engine/geometry/geometry.hpp"

namespace redline {

class OtherPlace {
 public:
  OtherPlace(Crs const& stated, std::vector<DatumParameters> parameters);
  Bounds of(Geometry const& given);

 private:
  Datum m_datum;
  std::vector<DatumParameters> m_parameters;
  std::map<int, Transformation> m_zones;  // by EPSG code
};

}  // namespace redline
