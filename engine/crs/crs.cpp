// SPDX-License-Identifier: Apache-2.0
#include "engine/crs/crs.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "engine/core/error.hpp"
#include "engine/crs/proj.hpp"

namespace redline {
namespace {

using proj::Object;

bool is_geographic(PJ_TYPE t) { return t == PJ_TYPE_GEOGRAPHIC_2D_CRS || t == PJ_TYPE_GEOGRAPHIC_3D_CRS; }

Object unwrapped(PJ_CONTEXT* ctx, Object crs) {  // a compound or bound CRS stands for its horizontal part
  while (crs) {
    auto const type = proj_get_type(crs.get());
    if (type == PJ_TYPE_COMPOUND_CRS) crs.reset(proj_crs_get_sub_crs(ctx, crs.get(), 0));
    else if (type == PJ_TYPE_BOUND_CRS) crs.reset(proj_get_source_crs(ctx, crs.get()));
    else return crs;
  }
  return crs;
}

std::string lower_letters(std::string_view text) {
  std::string out;
  for (unsigned char const c : text)
    if (std::isalnum(c)) out += static_cast<char>(std::tolower(c));
  return out;
}

Datum datum_of(PJ_CONTEXT* ctx, PJ* crs) {
  Object const geodetic(proj_crs_get_geodetic_crs(ctx, crs));
  if (!geodetic) return Datum::other;
  Object const datum(proj_crs_get_datum_forced(ctx, geodetic.get()));
  auto const name = lower_letters(std::string(datum ? proj_get_name(datum.get()) : "") + " " + proj_get_name(geodetic.get()));
  auto const has = [&](char const* part) { return name.find(part) != std::string::npos; };
  if (has("china2000") || has("cgcs2000") || has("chinageodeticcoordinatesystem2000") || has("chinesegeodetic")) return Datum::cgcs2000;
  if (has("xian") || has("1980")) return Datum::xian1980;
  if (has("newbeijing")) return Datum::new_beijing;
  if (has("beijing")) return Datum::beijing1954;
  if (has("wgs84") || has("worldgeodeticsystem1984") || has("wgs1984")) return Datum::wgs84;
  return Datum::other;
}

std::string identified_code(PJ_CONTEXT* ctx, PJ* crs) {
  if (auto const* own = proj_get_id_code(crs, 0)) return std::string(proj_get_id_auth_name(crs, 0)) + ":" + own;
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

std::optional<double> meridian_of(PJ_CONTEXT* ctx, PJ* crs) {
  Object const conversion(proj_crs_get_coordoperation(ctx, crs));
  if (!conversion) return std::nullopt;
  for (int i = 0; i < proj_coordoperation_get_param_count(ctx, conversion.get()); ++i) {
    char const* code = nullptr;
    double value = 0, factor = 0;
    proj_coordoperation_get_param(ctx, conversion.get(), i, nullptr, nullptr, &code, &value, nullptr, &factor, nullptr, nullptr, nullptr, nullptr);
    if (code && std::string_view(code) == "8802") return value;  // longitude of natural origin
  }
  return std::nullopt;
}

}  // namespace

std::string to_string(Datum d) {
  switch (d) {
    case Datum::cgcs2000: return "cgcs2000";
    case Datum::wgs84: return "wgs84";
    case Datum::xian1980: return "xian1980";
    case Datum::beijing1954: return "beijing1954";
    case Datum::new_beijing: return "new_beijing";
    case Datum::other: return "other";
  }
  return "other";
}

Crs Crs::parse(std::string const& text) {
  auto const ctx = proj::make_context();
  auto const crs = unwrapped(ctx.get(), Object(proj_create(ctx.get(), text.c_str())));
  if (!crs || proj_is_crs(crs.get()) == 0) throw Error(ErrorKind::input, "crs.unknown", {text.substr(0, 200)});
  auto const type = proj_get_type(crs.get());
  if (!is_geographic(type) && type != PJ_TYPE_PROJECTED_CRS) throw Error(ErrorKind::input, "crs.unknown", {text.substr(0, 200)});
  Crs out;
  out.m_definition = proj_as_wkt(ctx.get(), crs.get(), PJ_WKT2_2019, nullptr) ? proj_as_wkt(ctx.get(), crs.get(), PJ_WKT2_2019, nullptr) : text;
  out.m_name = proj_get_name(crs.get());
  out.m_code = identified_code(ctx.get(), crs.get());
  out.m_geographic = is_geographic(type);
  out.m_datum = datum_of(ctx.get(), crs.get());
  if (!out.m_geographic) out.m_meridian = meridian_of(ctx.get(), crs.get());
  return out;
}

}  // namespace redline
