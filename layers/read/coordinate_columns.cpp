// SPDX-License-Identifier: Apache-2.0
#include "layers/read/coordinate_columns.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <regex>

#include "engine/core/error.hpp"

namespace redline {
namespace {

std::string normalised_signs(std::string text) {
  static std::array<std::pair<char const*, char const*>, 16> const SIGNS{{{"°", " "}, {"º", " "}, {"˚", " "}, {"度", " "}, {"′", " "},
      {"’", " "}, {"'", " "}, {"分", " "}, {"″", " "}, {"”", " "}, {"\"", " "}, {"秒", " "}, {"东经", " "}, {"北纬", " "}, {"E", " "}, {"N", " "}}};
  for (auto const& [sign, with] : SIGNS)
    for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign)) text.replace(at, std::char_traits<char>::length(sign), with);
  return text;
}

std::optional<double> number(std::string const& text) {
  double out = 0;
  auto const first = text.find_first_not_of(' ');
  if (first == std::string::npos) return std::nullopt;
  auto const last = text.find_last_not_of(' ') + 1;
  auto const [end, error] = std::from_chars(text.data() + first, text.data() + last, out);
  return error == std::errc{} && end == text.data() + last && std::isfinite(out) ? std::optional(out) : std::nullopt;
}

std::string lower(std::string s) {
  std::transform(s.begin(), s.end(), s.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return s;
}

int field_named(OGRLayer& layer, std::initializer_list<char const*> names) {
  auto const* d = layer.GetLayerDefn();
  for (auto const* name : names)
    for (int i = 0; i < d->GetFieldCount(); ++i)
      if (lower(d->GetFieldDefn(i)->GetNameRef()) == name) return i;
  return -1;
}

int required_field(OGRLayer& layer, std::string const& name) {
  auto const i = layer.GetLayerDefn()->GetFieldIndex(name.c_str());
  if (i < 0) throw Error(ErrorKind::input, "read.no_field", {layer.GetName(), name, ""});
  return i;
}

// The first row with two numbers decides which column is north: 7 digits before the point are a northing of China.
bool x_column_is_north(OGRLayer& layer, int x, int y) {
  layer.ResetReading();
  for (int tried = 0; tried < 50; ++tried) {
    OGRFeatureUniquePtr const f(layer.GetNextFeature());
    if (!f) break;
    auto const a = coordinate(f->GetFieldAsString(x)), b = coordinate(f->GetFieldAsString(y));
    if (!a || !b) continue;
    layer.ResetReading();
    bool const metres = std::abs(*a) > 1000 && std::abs(*b) > 1000;
    if (!metres) return std::abs(*a) < 60 && std::abs(*b) > 60 && std::abs(*b) <= 180;
    return *a > 1e6 && *a < 6e6 && (*b > 1e7 || *b < 1e6);
  }
  layer.ResetReading();
  return false;
}

}  // namespace

std::optional<double> coordinate(std::string const& given) {
  if (auto const plain = number(given)) return plain;
  static std::regex const dms(R"(^\s*(\d{1,3})\s+(\d{1,2}(?:\.\d+)?)(?:\s+(\d{1,2}(?:\.\d+)?))?\s*$)");
  std::smatch m;
  auto const text = normalised_signs(given);
  if (auto const plain = number(text)) return plain;
  if (!std::regex_match(text, m, dms)) return std::nullopt;
  auto const minutes = std::stod(m[2].str()), seconds = m[3].matched ? std::stod(m[3].str()) : 0.0;
  if (minutes >= 60 || seconds > 60) return std::nullopt;
  return std::stod(m[1].str()) + minutes / 60 + seconds / 3600;
}

void geometry_from_columns(std::string const& x, std::string const& y, std::string const& wkt, RawFeature& out) {
  OGRGeometry* g = nullptr;
  if (!wkt.empty() && OGRGeometryFactory::createFromWkt(wkt.c_str(), nullptr, &g) != OGRERR_NONE) g = nullptr;
  std::unique_ptr<OGRGeometry> owner(g);
  if (wkt.empty()) {
    auto const a = coordinate(x), b = coordinate(y);
    if (a && b) owner = std::make_unique<OGRPoint>(*a, *b);
  }
  if (!owner) {
    out.geometry_problem = wkt.empty() ? "x = \"" + x + "\", y = \"" + y + "\"" : "WKT \"" + wkt.substr(0, 40) + "\"";
    return;
  }
  owner->flattenTo2D();
  out.wkb.resize(static_cast<std::size_t>(owner->WkbSize()));
  owner->exportToWkb(wkbNDR, out.wkb.data(), wkbVariantIso);
}

PointColumns find_point_columns(OGRLayer& layer, std::string const& x_field, std::string const& y_field, Findings& findings) {
  PointColumns c;
  if (!x_field.empty() && !y_field.empty()) return {required_field(layer, x_field), required_field(layer, y_field), -1};
  c.wkt = field_named(layer, {"wkt", "geometry", "geom", "the_geom"});
  if (c.wkt >= 0) return c;
  c.x = field_named(layer, {"经度", "东经", "lon", "longitude", "lng", "long"});
  c.y = field_named(layer, {"纬度", "北纬", "lat", "latitude"});
  if (c.x >= 0 && c.y >= 0) return c;
  c.x = field_named(layer, {"x", "x坐标", "坐标x", "x_coord", "东坐标", "easting"});
  c.y = field_named(layer, {"y", "y坐标", "坐标y", "y_coord", "北坐标", "northing"});
  if (c.x >= 0 && c.y >= 0 && x_column_is_north(layer, c.x, c.y)) {
    std::swap(c.x, c.y);
    findings.push_back({"read.x_is_north", Severity::info, layer.GetName(), "", {}});
  }
  return c.x >= 0 && c.y >= 0 ? c : PointColumns{};
}

}  // namespace redline
