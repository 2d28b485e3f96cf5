// SPDX-License-Identifier: Apache-2.0
#include "engine/crs/other_place.hpp"

#include <string>

#include "engine/core/error.hpp"
#include "engine/crs/densify.hpp"
#include "engine/crs/zones.hpp"

namespace redline {

OtherPlace::OtherPlace(Crs const& stated, std::vector<DatumParameters> parameters)
    : m_datum(stated.datum()), m_parameters(std::move(parameters)) {}

Bounds OtherPlace::of(Geometry const& given) {
  auto const zone = given.empty() ? std::nullopt : zone_of_prefix(given.bounds().min_x);
  auto const code = zone ? epsg_of_zone(m_datum, *zone, true) : std::nullopt;
  if (!code) return {};
  auto it = m_zones.find(*code);
  if (it == m_zones.end())
    it = m_zones.emplace(*code, Transformation(Crs::parse("EPSG:" + std::to_string(*code)), m_parameters)).first;
  try {
    return corners_to_lonlat(given, it->second).bounds();
  } catch (GeometryError const&) {
    return {};
  }
}

}  // namespace redline
