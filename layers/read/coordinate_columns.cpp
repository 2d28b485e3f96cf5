// SPDX-License-Identifier: Apache-2.0
#include "layers/read/coordinate_columns.hpp"

#include <algorithm>
#include <initializer_list>

#include "engine/core/error.hpp"
#include "layers/read/field_names.hpp"
#include "layers/read/orientation.hpp"

namespace redline {
namespace {

using Names = std::vector<std::string>;

int named(Names const& fields, std::initializer_list<char const*> wanted) {
  for (auto const* w : wanted)
    for (std::size_t i = 0; i < fields.size(); ++i)
      if (bare_name(fields[i]) == w) return static_cast<int>(i);
  return -1;
}

// 井口经度, 中心点经度: the only field that speaks of it; not 东经起/东经止, which are extents.
int speaking_of(Names const& fields, std::string const& word) {
  int found = -1;
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (fields[i].find(word) != std::string::npos) {
      if (found >= 0) return -1;
      found = static_cast<int>(i);
    }
  return found;
}

int required(Names const& fields, std::string const& name, TableName const& table) {
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (fields[i] == name) return static_cast<int>(i);
  throw no_such_field(table.path, name, fields);
}

CoordinateColumns pair(CoordinateNames names, int x, int y) {
  CoordinateColumns out;
  if (x < 0 || y < 0 || x == y) return out;
  out.names = names, out.x = x, out.y = y;
  return out;
}

struct Votes {
  std::size_t east_first = 0, north_first = 0, undecided = 0, degrees = 0;
  std::size_t usable() const { return east_first + north_first + undecided; }
};

Votes count(std::vector<TextPair> const& rows) {
  Votes v;
  for (auto const& [x, y] : rows) {
    auto const o = orientation(x, y);
    v.east_first += o.order == AxisReading::east_first ? 1 : 0;
    v.north_first += o.order == AxisReading::north_first ? 1 : 0;
    v.undecided += o.order == AxisReading::undecided ? 1 : 0;
    v.degrees += o.degrees ? 1 : 0;
  }
  return v;
}

[[noreturn]] void refuse(char const* code, CoordinateColumns const& c, Names const& names, TableName const& table) {
  throw Error(ErrorKind::input, code,
              {table.path, table.layer, names[static_cast<std::size_t>(c.x)], names[static_cast<std::size_t>(c.y)]});
}

}  // namespace

CoordinateColumns find_coordinate_columns(Names const& names, std::string const& x_field, std::string const& y_field,
                                          TableName const& table) {
  if (!x_field.empty() && !y_field.empty())
    return pair(CoordinateNames::given, required(names, x_field, table), required(names, y_field, table));
  CoordinateColumns wkt;
  wkt.wkt = named(names, {"wkt", "geometry", "geom", "the_geom", "wkt_geom"});
  if (wkt.wkt >= 0) return wkt.names = CoordinateNames::wkt, wkt;
  auto found = pair(CoordinateNames::degrees, named(names, {"经度", "东经", "lon", "longitude", "lng", "long"}),
                    named(names, {"纬度", "北纬", "lat", "latitude"}));
  if (!found.any()) found = pair(CoordinateNames::degrees, speaking_of(names, "经度"), speaking_of(names, "纬度"));
  if (!found.any())
    found = pair(CoordinateNames::east_north, named(names, {"东坐标", "横坐标", "横坐标y", "y东", "easting", "east"}),
                 named(names, {"北坐标", "纵坐标", "纵坐标x", "x北", "northing", "north"}));
  if (!found.any())
    found =
        pair(CoordinateNames::xy,
             named(names, {"x", "x坐标", "坐标x", "x_coord", "xcoord", "coord_x", "point_x", "井口x", "大地坐标x"}),
             named(names, {"y", "y坐标", "坐标y", "y_coord", "ycoord", "coord_y", "point_y", "井口y", "大地坐标y"}));
  return found;
}

CoordinateColumns decide_orientation(CoordinateColumns c, Names const& names, std::vector<TextPair> const& rows,
                                     TableName const& table, Findings& findings) {
  if (!c.any() || c.wkt >= 0) return c;
  auto const votes = count(rows);
  c.degrees = c.names == CoordinateNames::degrees || votes.degrees * 2 > votes.usable();
  bool const east = votes.east_first * 10 >= votes.usable() * 9, north = votes.north_first * 10 >= votes.usable() * 9;
  if (votes.usable() == 0) return c;
  auto const& first = names[static_cast<std::size_t>(c.x)];
  auto const& second = names[static_cast<std::size_t>(c.y)];
  if (c.names == CoordinateNames::xy) {
    if (!east && !north) refuse("read.ambiguous", c, names, table);
    findings.push_back(
        {north ? "read.x_is_north" : "read.x_is_east", Severity::info, table.layer, "", {first, second}});
    if (north) std::swap(c.x, c.y);
  } else if (votes.north_first * 2 > votes.usable()) {
    refuse("read.swapped", c, names, table);
  }
  if (c.degrees) findings.push_back({"read.degrees_assumed", Severity::warning, table.layer, "", {first, second}});
  return c;
}

// Outlines in a cell (区域坐标) are for convert and screen to read.
Error no_coordinates(std::vector<std::string> const& names, TableName const& table) {
  for (auto const& name : names)
    if (bare_name(name).find("坐标") != std::string::npos)
      return {ErrorKind::input, "read.coordinate_strings", {table.path, table.layer, name}};
  return {ErrorKind::input, "read.no_coordinates", {table.path, table.layer, listed(names)}};
}

}  // namespace redline
