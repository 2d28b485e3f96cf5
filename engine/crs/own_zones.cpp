// SPDX-License-Identifier: Apache-2.0
#include "engine/crs/own_zones.hpp"

#include <cmath>

#include "engine/measure/ellipsoid.hpp"

namespace redline {
namespace {

constexpr double PREFIX_STEP = 1e6, ZONE_MIDDLE = 5e5, METRES_PER_DEGREE = 111.2e3, SLACK_M = 10e3;

double half_strip_m(ZoneWidth width, double northing) {
  auto const latitude = northing / METRES_PER_DEGREE * RADIANS;
  return static_cast<double>(width) / 2 * METRES_PER_DEGREE * std::cos(latitude) + SLACK_M;
}

// That both ends of the bounds have.
std::optional<Zone> prefix_of(Bounds const& b) {
  auto const west = zone_of_prefix(b.min_x), east = zone_of_prefix(b.max_x);
  return west == east ? west : std::nullopt;
}

bool in_strip(Bounds const& b, ZoneWidth width) {
  auto const off = [](double easting) { return std::abs(std::fmod(easting, PREFIX_STEP) - ZONE_MIDDLE); };
  return std::max(off(b.min_x), off(b.max_x)) <= half_strip_m(width, b.min_y);
}

}  // namespace

bool in_strip_of_its_number(Bounds const& given) {
  auto const zone = given.empty() ? std::nullopt : prefix_of(given);
  return zone && in_strip(given, zone->width);
}

ZoneSurvey::ZoneSurvey(Crs const& crs) {
  auto const easting = crs.zone_easting();
  auto const zone = easting ? zone_of_prefix(*easting) : std::nullopt;
  if (zone && epsg_of_zone(crs.datum(), *zone, true)) m_common = zone;
}

void ZoneSurvey::add(Bounds const& given) {
  if (given.empty() || !zone_of_prefix(given.min_x)) return;  // no number: said elsewhere
  auto const zone = prefix_of(given);
  if (zone && (zone == m_common || (zone->width == m_common->width && in_strip(given, zone->width))))
    ++m_zones[zone->number];
  else
    m_between = true;
}

ZoneSurvey::Zones ZoneSurvey::several() const { return m_between || m_zones.size() < 2 ? Zones{} : m_zones; }

ZoneTransformations ZoneTransformations::clone() const {
  ZoneTransformations out(m_common.clone());
  for (auto const& [zone, own] : m_own) out.add(zone, own.clone());
  return out;
}

Transformation const& ZoneTransformations::of(Bounds const& given) const {
  if (m_own.empty()) return m_common;
  auto const zone = prefix_of(given);
  auto const it = zone ? m_own.find(zone->number) : m_own.end();
  return it == m_own.end() ? m_common : it->second;
}

}  // namespace redline
