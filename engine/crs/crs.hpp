// A coordinate reference system as a value: from WKT (1 or 2, also ESRI's), a PROJ string or a code such as EPSG:4516.
// code() is filled where the register has this very definition, whatever code the text claims. CGCS2000 and WGS 84
// count as one. TOWGS84 counts only for datums that are neither of these nor one of the old Chinese ones. parse throws
// Error(input, "crs.unknown"), and "crs.contradiction" where the datum's name and its ellipsoid disagree. Coordinates
// of every Crs are x = east or longitude, y = north or latitude, whatever the authority says.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

namespace redline {

enum class Datum { cgcs2000, wgs84, xian1980, beijing1954, new_beijing, other };

std::string to_string(Datum d);  // cgcs2000 wgs84 xian1980 beijing1954 new_beijing other

class Crs {
 public:
  static Crs parse(std::string const& wkt_or_code);
  std::string const& name() const { return m_name; }
  std::string const& code() const { return m_code; }
  std::string const& definition() const { return m_definition; }  // as given, what PROJ is asked with
  bool geographic() const { return m_geographic; }
  bool projected() const { return !m_geographic; }
  Datum datum() const { return m_datum; }
  std::optional<double> central_meridian() const { return m_meridian; }
  std::optional<double> zone_easting() const {
    return m_zone_easting;
  }  // false easting of a Chinese zone: 500000, 28500000
  bool degrees_from_greenwich() const {
    return m_degrees_from_greenwich;
  }  // of the geographic CRS below a projected one

 private:
  std::string m_name, m_code, m_definition;
  bool m_geographic = true, m_degrees_from_greenwich = true;
  Datum m_datum = Datum::other;
  std::optional<double> m_meridian, m_zone_easting;
};

}  // namespace redline
