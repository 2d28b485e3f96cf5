// SPDX-License-Identifier: Apache-2.0
#include "engine/crs/doubt.hpp"

#include <fmt/format.h>

#include <cmath>

#include "engine/crs/zones.hpp"

namespace redline {
namespace {

// Eastings more than 2,500 km from the meridian or northings beyond 6,500 km lie outside China in any of its zones.
constexpr double FAR_EAST_WEST = 2.5e6, NORTH_END = 6.5e6, ZONE_STEP = 1e6;

struct Range {
  double low, high;
  bool has(double a, double b) const { return a >= low && b <= high; }
};
constexpr Range LONGITUDES{73, 136}, LATITUDES{3, 54}, TURN{-180, 180}, NORTHINGS{1e6, NORTH_END}, SIX_DIGITS{1e5, 1e6};

bool lies(Bounds const& b, Range x, Range y) { return x.has(b.min_x, b.max_x) && y.has(b.min_y, b.max_y); }
bool swapped_degrees(Bounds const& b) { return lies(b, LATITUDES, LONGITUDES); }

std::optional<Zone> one_prefix(double low, double high) {
  auto const zone = zone_of_prefix(low);
  return zone && std::floor(low / ZONE_STEP) == std::floor(high / ZONE_STEP) ? zone : std::nullopt;
}

bool is_easting(double low, double high) { return SIX_DIGITS.has(low, high) || one_prefix(low, high); }
bool swapped_metres(Bounds const& b) { return NORTHINGS.has(b.min_x, b.max_x) && is_easting(b.min_y, b.max_y); }

Datum known(Datum d) { return d == Datum::xian1980 || d == Datum::beijing1954 ? d : Datum::cgcs2000; }

std::string code(std::optional<int> epsg) { return epsg ? "EPSG:" + std::to_string(*epsg) : std::string{}; }

std::string geographic_code(Datum d) {
  return d == Datum::xian1980      ? "EPSG:4610"
         : d == Datum::beijing1954 ? "EPSG:4214"
         : d == Datum::new_beijing ? "EPSG:4555"
                                   : "EPSG:4490";
}

Doubt make(char const* text, Crs const& crs, Bounds const& b, std::string proposed, bool certain = true) {
  bool const degrees = TURN.has(b.min_x, b.max_x) && TURN.has(b.min_y, b.max_y);
  auto const shown = [&](double v) { return degrees ? fmt::format("{:.6f}", v) : fmt::format("{:.0f}", v); };
  auto const name = crs.code().empty() ? crs.name() : crs.code();
  return {text, {shown(b.min_x), shown(b.min_y), name, std::move(proposed), ""}, certain};
}

std::optional<Doubt> of_degrees(Crs const& crs, Bounds const& b) {
  if (swapped_degrees(b)) return make("crs.swapped", crs, b, "");
  bool const metres = (b.min_x > 1000 || b.max_x < -1000) && (b.min_y > 1000 || b.max_y < -1000);
  if (!metres) return std::nullopt;
  bool const swapped = swapped_metres(b);
  auto const zone = swapped ? one_prefix(b.min_y, b.max_y) : one_prefix(b.min_x, b.max_x);
  if (!zone) return make("crs.metres_no_zone", crs, b, "");
  return make(swapped ? "crs.metres_swapped" : "crs.metres", crs, b,
              code(epsg_of_zone(known(crs.datum()), *zone, true)));
}

std::optional<Doubt> of_prefix(Crs const& crs, Bounds const& b, double false_easting) {
  auto const own = zone_of_prefix(false_easting);
  auto const zone = one_prefix(b.min_x, b.max_x);
  if (own && SIX_DIGITS.has(b.min_x, b.max_x))
    return make("crs.no_prefix", crs, b, code(epsg_of_zone(crs.datum(), *own, false)));
  if (!zone || zone == own) return std::nullopt;
  auto const proposed = code(epsg_of_zone(crs.datum(), *zone, true));
  if (!own) return make("crs.prefix", crs, b, proposed);
  bool const within = std::fmod(b.min_x, ZONE_STEP) >= 1e5 && std::fmod(b.max_x, ZONE_STEP) <= 9e5;
  bool const far = std::abs(b.min_x - false_easting) > FAR_EAST_WEST;
  return within || far ? std::optional(make("crs.other_zone", crs, b, proposed, far)) : std::nullopt;
}

std::optional<Doubt> of_metres(Crs const& crs, Bounds const& b, double false_easting) {
  if (swapped_degrees(b) || lies(b, TURN, TURN)) return make("crs.degrees", crs, b, geographic_code(crs.datum()));
  if (swapped_metres(b)) return make("crs.swapped", crs, b, "");
  if (auto d = of_prefix(crs, b, false_easting)) return d;
  bool const far =
      std::max(b.max_x - false_easting, false_easting - b.min_x) > FAR_EAST_WEST || b.min_y < 0 || b.max_y > NORTH_END;
  return far ? std::optional(make("crs.far", crs, b, "")) : std::nullopt;
}

}  // namespace

std::optional<Doubt> doubt(Crs const& crs, Bounds const& b) {
  if (b.empty() || !std::isfinite(b.min_x + b.min_y + b.max_x + b.max_y)) return std::nullopt;
  if (crs.geographic()) return of_degrees(crs, b);
  if (auto const easting = crs.zone_easting()) return of_metres(crs, b, *easting);
  if (lies(b, LONGITUDES, LATITUDES)) return make("crs.degrees", crs, b, "EPSG:4490");
  return std::nullopt;
}

}  // namespace redline
