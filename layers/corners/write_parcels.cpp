// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/write_parcels.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "engine/core/printed_number.hpp"
#include "engine/crs/densify.hpp"
#include "engine/measure/area.hpp"
#include "layers/corners/containment.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/write_baopan.hpp"
#include "layers/write/geopackage.hpp"

namespace redline {
namespace {

using Json = nlohmann::ordered_json;

constexpr int DEGREE_DECIMALS = 9;

Coordinates on_ground(Parcel const& p, Transformation const& t) {
  auto c = closed_rings(p);
  for (auto& part : c.parts)
    for (auto& ring : part)
      for (auto& point : ring) point = t.forward(point);
  return c;
}

double rounded(double degrees) { return std::round(degrees * 1e9) / 1e9; }

double twice_area(Ring const& ring) {
  double sum = 0;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i)
    sum +=
        (ring[i].x - ring[0].x) * (ring[i + 1].y - ring[0].y) - (ring[i + 1].x - ring[0].x) * (ring[i].y - ring[0].y);
  return sum;
}

// RFC 7946: shells run counter-clockwise, holes clockwise.
Json ring_json(Ring ring, bool shell) {
  if ((twice_area(ring) > 0) != shell) ring = Ring(ring.rbegin(), ring.rend());
  Json out = Json::array();
  for (auto const& p : ring) out.push_back({rounded(p.x), rounded(p.y)});
  return out;
}

Json geometry_json(Coordinates const& c) {
  Json polygons = Json::array();
  for (auto const& part : c.parts) {
    Json rings = Json::array();
    for (auto const& ring : part) rings.push_back(ring_json(ring, rings.empty()));
    polygons.push_back(std::move(rings));
  }
  return {{"type", "MultiPolygon"}, {"coordinates", std::move(polygons)}};
}

Json optional_number(std::string const& text) {
  auto const value = number_of_cell(text);
  return value ? Json(*value) : Json(nullptr);
}

std::string csv_cell(std::string const& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (char const c : text) out.append(c == '"' ? 2 : 1, c);
  return out + "\"";
}

void append_row(std::string& out, std::vector<std::string> const& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    out += csv_cell(cells[i]);
  }
  out += "\r\n";
}

}  // namespace

std::string geojson_text(CornerList const& placed, Transformation const& t) {
  std::string out = R"({"type":"FeatureCollection","features":[)";
  char const* separator = "\n";
  for (auto const& p : placed.parcels) {
    auto const ground = on_ground(p, t);
    Json const feature{{"type", "Feature"},
                       {"properties",
                        {{"id", p.id},
                         {"name", p.name},
                         {"sheet", p.sheet},
                         {"use", p.use},
                         {"land_class", p.land_class},
                         {"declared_ha", optional_number(p.declared_area)},
                         {"tdt1055_m2", std::round(tdt1055_area_m2(ground) * 100) / 100}}},
                       {"geometry", geometry_json(ground)}};
    out += separator;
    out += feature.dump(-1, ' ', false, Json::error_handler_t::replace);
    separator = ",\n";
  }
  return out + "\n]}\n";
}

std::string corner_csv_text(CornerList const& placed, Crs const& crs, Transformation const* t) {
  std::string out = "\xEF\xBB\xBF";
  std::vector<std::string> heading{"parcel", "parcel_name", "ring", "corner"};
  if (crs.projected()) heading.insert(heading.end(), {"northing", "easting"});
  bool const degrees = t != nullptr || crs.geographic();
  if (degrees) heading.insert(heading.end(), {"latitude", "longitude"});
  append_row(out, heading);
  int number = 0;  // runs through the file, so that rings stay apart
  for (auto const& p : placed.parcels)
    for (auto const& part : parts_by_containment(p.rings))
      for (auto const i : part) {
        ++number;
        for (auto const& c : p.rings[i].corners) {
          std::vector<std::string> row{p.id, p.name, std::to_string(number), c.name};
          if (crs.projected())
            for (double const v : {c.y, c.x}) row.push_back(printed(v, metre_decimals(placed)));
          auto const ground = t != nullptr ? t->forward({c.x, c.y}) : Point{c.x, c.y};
          if (degrees)
            for (double const v : {ground.y, ground.x}) row.push_back(printed(v, DEGREE_DECIMALS));
          append_row(out, row);
        }
      }
  return out;
}

void write_parcel_geopackage(CornerList const& placed, Transformation const& t, std::string const& path, bool overwrite,
                             Language language) {
  std::vector<TableSpec> const specs{{"parcels",
                                      "MULTIPOLYGON",
                                      {{"id", "TEXT"},
                                       {"name", "TEXT"},
                                       {"sheet", "TEXT"},
                                       {"use", "TEXT"},
                                       {"land_class", "TEXT"},
                                       {"declared_ha", "REAL"},
                                       {"tdt1055_m2", "REAL"}}}};
  GeoPackage file(path, overwrite, specs);
  for (auto const& p : placed.parcels) {
    auto const ground = on_ground(p, t);
    auto const wkb = build(ground).wkb();
    auto& row = file.table(0);
    row.given(p.id).given(p.name).given(p.sheet).given(p.use).given(p.land_class);
    row.real(number_of_cell(p.declared_area)).real(tdt1055_area_m2(ground)).geometry(wkb, 2);
    row.done();
    row.flush();
  }
  file.finish({}, language);
}

}  // namespace redline
