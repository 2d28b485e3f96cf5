// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/write_baopan.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "engine/core/error.hpp"
#include "engine/core/printed_number.hpp"
#include "engine/crs/zones.hpp"
#include "engine/measure/area.hpp"
#include "layers/corners/containment.hpp"
#include "layers/corners/detective.hpp"
#include "layers/corners/read_corners.hpp"

namespace redline {
namespace {

using Header = std::vector<std::pair<std::string, std::string>>;
using Printed = std::vector<std::array<std::string, 4>>;  // name, ring, north, east

constexpr double HECTARE_M2 = 1e4;

std::string datum_words(Crs const& crs, std::string const& declared) {
  auto const said = datum_of_text(declared);
  bool const same = said == crs.datum() || (said == Datum::wgs84 && crs.datum() == Datum::cgcs2000);
  if (said && same) return declared;
  switch (crs.datum()) {
    case Datum::cgcs2000:
      return "2000国家大地坐标系";
    case Datum::xian1980:
      return "1980西安坐标系";
    case Datum::beijing1954:
      return "1954年北京坐标系";
    default:
      return crs.name();
  }
}

std::optional<Zone> zone_of_crs(Crs const& crs) {
  for (auto const width : {ZoneWidth::three, ZoneWidth::six})
    for (int number = 13; number <= 45; ++number)
      for (bool const prefix : {true, false}) {
        Zone const zone{width, number};
        auto const code = epsg_of_zone(crs.datum(), zone, prefix);
        if (code && crs.code() == "EPSG:" + std::to_string(*code)) return zone;
      }
  return std::nullopt;
}

std::string one_line(std::string text) {  // a field of the form holds no comma and no line end
  for (auto at = text.find(','); at != std::string::npos; at = text.find(',', at)) text.replace(at, 1, "，");
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return text;
}

Header header_of(CornerList const& list, Crs const& crs) {
  auto const zone = zone_of_crs(crs);
  auto const or_else = [&](char const* key, char const* otherwise) {
    auto const value = list.header_value(key);
    return value.empty() ? std::string(otherwise) : value;
  };
  Header out{{"格式版本号", or_else("格式版本号", "1.01版本")},
             {"数据产生单位", list.header_value("数据产生单位")},
             {"数据产生日期", list.header_value("数据产生日期")},
             {"坐标系", datum_words(crs, list.header_value("坐标系"))},
             {"几度分带", zone ? std::to_string(static_cast<int>(zone->width)) : ""},
             {"投影类型", crs.geographic() ? "" : "高斯克吕格"},
             {"计量单位", crs.geographic() ? "度分秒" : "米"},
             {"带号", zone ? std::to_string(zone->number) : ""},
             {"精度", or_else("精度", crs.geographic() ? "" : "0.01")},
             {"转换参数", or_else("转换参数", "0,0,0,0,0,0,0")}};
  for (auto const& entry : list.header) {
    auto const same_key = [&](auto const& kv) { return kv.first == entry.first; };
    bool const there = std::any_of(out.begin(), out.end(), same_key);
    if (!there && entry.first != "中央子午线") out.push_back(entry);
  }
  return out;
}

Printed printed_corners(Parcel const& p, bool degrees, int decimals, int& merged) {
  Printed out;
  int number = 0;
  for (auto const& part : parts_by_containment(p.rings))
    for (auto const i : part) {
      ++number;
      auto const first = out.size();
      for (auto const& c : p.rings[i].corners) {
        std::array<std::string, 4> row{one_line(c.name), std::to_string(number),
                                       degrees ? printed_dms(c.y) : printed(c.y, decimals),
                                       degrees ? printed_dms(c.x) : printed(c.x, decimals)};
        bool const again = out.size() > first && out.back()[2] == row[2] && out.back()[3] == row[3];
        merged += again ? 1 : 0;
        if (!again) out.push_back(std::move(row));
      }
      auto const closing = out[first];
      out.push_back(closing);
    }
  return out;
}

std::string area_of(Parcel const& p, Crs const& crs) {
  if (!p.declared_area.empty()) return one_line(p.declared_area);
  auto const rings = closed_rings(p);
  auto const m2 = crs.geographic() ? tdt1055_area_m2(rings) : build(rings).planar_area();
  return printed(m2 / HECTARE_M2, 4);
}

std::string parcel_line(Parcel const& p, std::size_t rows, Crs const& crs) {
  auto out = std::to_string(rows);
  for (auto const& field : {area_of(p, crs), p.id, p.name, std::string("面"), p.sheet, p.use, p.land_class})
    out += "," + one_line(field);
  for (auto const& field : p.more) out += "," + one_line(field);
  return out + ",@\r\n";
}

// What the text says must be what is read from it again: the corners of each ring, none lost, none joined.
void check_reading(std::string const& text, std::vector<Printed> const& written, bool degrees, int decimals,
                   std::string const& shown) {
  auto const again = read_corners(text, shown, "UTF-8");
  bool same = !again.has_failed_lines() && again.parcels.size() == written.size();
  for (std::size_t i = 0; same && i < written.size(); ++i) {
    Printed rows;
    for (auto const& ring : again.parcels[i].rings) {
      auto const first = rows.size();
      for (auto const& c : ring.corners)
        rows.push_back({c.name, ring.mark, degrees ? printed_dms(c.x) : printed(c.x, decimals),
                        degrees ? printed_dms(c.y) : printed(c.y, decimals)});
      auto const closing = rows[first];
      rows.push_back(closing);
    }
    same = rows == written[i];
  }
  if (!same) throw Error(ErrorKind::output, "corner.lost_in_rounding", {shown});
}

void say_rounding(CornerList const& list, int decimals, int merged, Findings& findings) {
  auto const layer = std::filesystem::path(list.shown).stem().string();
  int most = 0;
  for (auto const& p : list.parcels)
    for (auto const& r : p.rings)
      for (auto const& c : r.corners) most = std::max(most, c.decimals);
  if (most > decimals)
    findings.push_back(
        {"corner.rounded", Severity::warning, layer, "", {std::to_string(most), std::to_string(decimals)}});
  if (merged > 0) findings.push_back({"corner.merged", Severity::warning, layer, "", {std::to_string(merged)}});
}

}  // namespace

int metre_decimals(CornerList const& list) {
  auto const said = list.header_value("精度");
  return said == "0.001" || said == "3" || said == "0.0010" ? 3 : 2;
}

std::string baopan_text(CornerList const& list, Crs const& crs, std::string const& shown, Findings& findings) {
  auto const decimals = metre_decimals(list);
  std::string out = "[属性描述]\r\n";
  for (auto const& [key, value] : header_of(list, crs)) {
    out += key;
    out += '=';
    out += value + "\r\n";
  }
  out += "[地块坐标]\r\n";
  int merged = 0;
  std::vector<Printed> written;
  for (auto const& p : list.parcels) {
    written.push_back(printed_corners(p, crs.geographic(), decimals, merged));
    out += parcel_line(p, written.back().size(), crs);
    for (auto const& [name, ring, north, east] : written.back()) {
      out += name + ",";
      out += ring + ",";
      out += north + ",";
      out += east + "\r\n";
    }
  }
  if (!crs.geographic()) say_rounding(list, decimals, merged, findings);
  check_reading(out, written, crs.geographic(), decimals, shown);
  return out;
}

}  // namespace redline
