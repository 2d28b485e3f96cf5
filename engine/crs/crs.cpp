// SPDX-License-Identifier: Apache-2.0
#include "engine/crs/crs.hpp"

#include <cctype>
#include <cmath>
#include <string_view>
#include <vector>

#include "engine/core/error.hpp"
#include "engine/crs/proj.hpp"
#include "engine/measure/ellipsoid.hpp"

namespace redline {
namespace {

using proj::Object;

bool is_geographic(PJ_TYPE t) { return t == PJ_TYPE_GEOGRAPHIC_2D_CRS || t == PJ_TYPE_GEOGRAPHIC_3D_CRS; }

Object horizontal(PJ_CONTEXT* ctx, Object crs) {  // a compound CRS stands for its horizontal part
  while (crs && proj_get_type(crs.get()) == PJ_TYPE_COMPOUND_CRS) crs.reset(proj_crs_get_sub_crs(ctx, crs.get(), 0));
  return crs;
}

Object unbound(PJ_CONTEXT* ctx, PJ* crs) {  // without TOWGS84; compound parts may be bound and bound ones compound
  if (!crs) return nullptr;
  if (proj_get_type(crs) != PJ_TYPE_BOUND_CRS) return Object(proj_clone(ctx, crs));
  return horizontal(ctx, Object(proj_get_source_crs(ctx, crs)));
}

std::string plain_letters(std::string_view text) {  // ASCII letters and digits in lower case, other scripts as they are
  std::string out;
  for (unsigned char const c : text)
    if (std::isalnum(c) || c >= 0x80) out += static_cast<char>(std::tolower(c));
  return out;
}

struct KnownDatum {
  Datum datum;
  double semi_major, inverse_flattening;
  std::vector<std::string_view> words;  // New Beijing stands before Beijing
};

std::vector<KnownDatum> const& known_datums() {
  static std::vector<KnownDatum> const ALL{
      {Datum::cgcs2000,
       6378137,
       298.257222101,
       {"china2000", "cgcs2000", "chinageodeticcoordinatesystem2000", "chinesegeodetic", "2000国家大地"}},
      {Datum::xian1980, 6378140, 298.257, {"xian1980", "xian80", "西安"}},
      {Datum::new_beijing, 6378245, 298.3, {"newbeijing", "新北京", "新1954"}},
      {Datum::beijing1954, 6378245, 298.3, {"beijing", "北京"}},
      {Datum::wgs84, 6378137, 298.257223563, {"wgs84", "worldgeodeticsystem1984", "wgs1984"}}};
  return ALL;
}

bool same_ellipsoid(PJ_CONTEXT* ctx, PJ* geodetic, KnownDatum const& known) {
  Object const ellipsoid(proj_get_ellipsoid(ctx, geodetic));
  double a = 0, rf = 0;
  if (!ellipsoid || proj_ellipsoid_get_parameters(ctx, ellipsoid.get(), &a, nullptr, nullptr, &rf) == 0) return false;
  return std::abs(a - known.semi_major) < 0.5 && std::abs(rf - known.inverse_flattening) < 0.001;
}

Datum datum_of(PJ_CONTEXT* ctx, PJ* geodetic, char const* crs_name) {
  Object const datum(proj_crs_get_datum_forced(ctx, geodetic));
  auto const name = plain_letters(std::string(datum ? proj_get_name(datum.get()) : "") + " " + proj_get_name(geodetic));
  for (auto const& known : known_datums())
    for (auto const word : known.words)
      if (name.find(word) != std::string::npos) {
        if (!same_ellipsoid(ctx, geodetic, known))
          throw Error(ErrorKind::input, "crs.contradiction", {crs_name, to_string(known.datum)});
        return known.datum;
      }
  return Datum::other;
}

bool counts_degrees_from_greenwich(PJ_CONTEXT* ctx, PJ* geodetic) {
  double longitude = 0, unit = 0;
  Object const meridian(proj_get_prime_meridian(ctx, geodetic));
  if (!meridian || proj_prime_meridian_get_parameters(ctx, meridian.get(), &longitude, nullptr, nullptr) == 0)
    return false;
  Object const axes(proj_crs_get_coordinate_system(ctx, geodetic));
  if (!axes ||
      proj_cs_get_axis_info(ctx, axes.get(), 0, nullptr, nullptr, nullptr, &unit, nullptr, nullptr, nullptr) == 0)
    return false;
  return longitude == 0 && std::abs(unit - RADIANS) < 1e-12;
}

Object east_first(PJ_CONTEXT* ctx,
                  PJ* crs) {  // WKT 1 leaves the order of axes open, so it plays no part in comparisons
  Object turned(proj_normalize_for_visualization(ctx, crs));
  return turned ? std::move(turned) : Object(proj_clone(ctx, crs));
}

// The code the text claims, but only where the register has the same definition under it.
std::string claimed_code(PJ_CONTEXT* ctx, PJ* crs) {
  auto const *authority = proj_get_id_auth_name(crs, 0), *code = proj_get_id_code(crs, 0);
  if (!authority || !code) return "";
  Object const registered(proj_create_from_database(ctx, authority, code, PJ_CATEGORY_CRS, 0, nullptr));
  if (!registered) return "";
  auto const ours = east_first(ctx, crs), theirs = east_first(ctx, registered.get());
  bool const same =
      proj_is_equivalent_to_with_ctx(ctx, ours.get(), theirs.get(), PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0;
  return same ? std::string(authority) + ":" + code : "";
}

std::string identified_code(PJ_CONTEXT* ctx, PJ* crs) {
  if (auto own = claimed_code(ctx, crs); !own.empty()) return own;
  int* confidence = nullptr;
  auto* list = proj_identify(ctx, crs, "EPSG", nullptr, &confidence);
  std::string out;
  if (list && proj_list_get_count(list) > 0 && confidence[0] >= 90) {
    Object const best(proj_list_get(ctx, list, 0));
    if (auto const* code = proj_get_id_code(best.get(), 0)) out = std::string("EPSG:") + code;
  }
  proj_int_list_destroy(confidence);
  proj_list_destroy(list);
  return out;
}

std::optional<double> parameter(PJ_CONTEXT* ctx, PJ* crs, std::string_view epsg) {
  Object const conversion(proj_crs_get_coordoperation(ctx, crs));
  if (!conversion) return std::nullopt;
  for (int i = 0; i < proj_coordoperation_get_param_count(ctx, conversion.get()); ++i) {
    char const* code = nullptr;
    double value = 0, factor = 0;
    proj_coordoperation_get_param(ctx, conversion.get(), i, nullptr, nullptr, &code, &value, nullptr, &factor, nullptr,
                                  nullptr, nullptr, nullptr);
    if (code && code == epsg) return value;
  }
  return std::nullopt;
}

constexpr char const *NATURAL_ORIGIN_LONGITUDE = "8802", *FALSE_EASTING = "8806";

bool chinese(Datum d) { return d != Datum::wgs84 && d != Datum::other; }

}  // namespace

std::string to_string(Datum d) {
  switch (d) {
    case Datum::cgcs2000:
      return "cgcs2000";
    case Datum::wgs84:
      return "wgs84";
    case Datum::xian1980:
      return "xian1980";
    case Datum::beijing1954:
      return "beijing1954";
    case Datum::new_beijing:
      return "new_beijing";
    case Datum::other:
      return "other";
  }
  return "other";
}

Crs Crs::parse(std::string const& text) {
  auto const ctx = proj::make_context();
  auto const unknown = [&] { return Error(ErrorKind::input, "crs.unknown", {text.substr(0, 200)}); };
  bool const proj_string = text.find("+proj=") != std::string::npos && text.find("+type=crs") == std::string::npos;
  auto const given =
      horizontal(ctx.get(), Object(proj_create(ctx.get(), (proj_string ? text + " +type=crs" : text).c_str())));
  auto const crs = unbound(ctx.get(), given.get());
  if (!crs || proj_is_crs(crs.get()) == 0) throw unknown();
  auto const type = proj_get_type(crs.get());
  if (!is_geographic(type) && type != PJ_TYPE_PROJECTED_CRS) throw unknown();
  Object const geodetic(proj_crs_get_geodetic_crs(ctx.get(), crs.get()));
  if (!geodetic) throw unknown();
  Crs out;
  out.m_name = proj_get_name(crs.get());
  out.m_code = identified_code(ctx.get(), crs.get());
  out.m_geographic = is_geographic(type);
  out.m_datum = datum_of(ctx.get(), geodetic.get(), out.m_name.c_str());
  out.m_degrees_from_greenwich = counts_degrees_from_greenwich(ctx.get(), geodetic.get());
  // TOWGS84 is taken at its word only where no other rule holds for the datum.
  auto const* wkt =
      proj_as_wkt(ctx.get(), out.m_datum == Datum::other ? given.get() : crs.get(), PJ_WKT2_2019, nullptr);
  out.m_definition = wkt ? wkt : text;
  if (out.m_geographic) return out;
  out.m_meridian = parameter(ctx.get(), crs.get(), NATURAL_ORIGIN_LONGITUDE);
  auto const easting = parameter(ctx.get(), crs.get(), FALSE_EASTING);
  if (chinese(out.m_datum) && easting && std::fmod(*easting, 1e6) == 5e5) out.m_zone_easting = easting;
  return out;
}

}  // namespace redline
