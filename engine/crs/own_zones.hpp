// A table whose rows stand each in its own Gauss–Krüger zone, told by the numbers before the eastings (28466831 is zone
// 28). ZoneSurvey takes the bounds of every row, in a Crs with such a number: several() gives rows by zone where there
// are at least two zones and every row of another zone than that of the Crs lies in the strip of its own; else nothing:
// one zone drawn beyond its strip has eastings between the strips too. ZoneTransformations then gives the
// transformation of a row, by its bounds; one object is used by one thread at a time. Strips: half a zone at the
// latitude of the row, and 10 km; in_strip_of_its_number() tells it of bounds with such a number.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <map>
#include <vector>

#include "engine/crs/transformation.hpp"
#include "engine/crs/zones.hpp"

namespace redline {

bool in_strip_of_its_number(Bounds const& given);

class ZoneSurvey {
 public:
  using Zones = std::map<int, std::uint64_t>;  // number, rows

  explicit ZoneSurvey(Crs const& crs);
  bool wanted() const { return m_common.has_value(); }  // the Crs has a zone number
  void add(Bounds const& given);
  Zones several() const;

 private:
  std::optional<Zone> m_common;
  Zones m_zones;
  bool m_between = false;  // a row between the strips
};

class ZoneTransformations {
 public:
  explicit ZoneTransformations(Transformation common) : m_common(std::move(common)) {}
  void add(int zone, Transformation own) { m_own.emplace(zone, std::move(own)); }
  ZoneTransformations clone() const;
  Transformation const& common() const { return m_common; }
  Transformation const& of(Bounds const& given) const;

 private:
  Transformation m_common;
  std::map<int, Transformation> m_own;
};

}  // namespace redline
