// Writings of the old datums beside the usual ones (西安80, 1954北京坐标系): abbreviations (BJ54, XA80, GDZ80), names
// in Latin letters, numbers in words (西安八零), ellipsoids (克拉索夫斯基, IAG 75), and of the maps for the public
// (高德坐标). For text in large letters and ASCII signs. names_thing(): what follows makes it the name or number of
// something else (BJ54井, 西安80号院, 1980年国家级).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "engine/crs/crs.hpp"

namespace redline {

std::string further_spellings();  // a regular expression without groups of its own
bool may_be_spelling(std::string const& text);
bool names_thing(std::string_view following);
std::optional<Datum> spelled_datum(std::string const& text);
std::optional<Datum> bare_datum(std::string const& cell);  // of a column of systems: 54, 老54, P54, C80, EPSG:4610

}  // namespace redline
