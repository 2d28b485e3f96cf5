// A symbol of the palette as data for the templates: colours as QGIS writes them (r,g,b,a) and as SLD does, lengths in
// millimetres and in SLD's pixels of 0.28 mm.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <kainjow/mustache.hpp>

#include <string>

#include "layers/qgis/palette.hpp"

namespace redline {

kainjow::mustache::data symbol_data(MapSymbol const& s, int dimension, double dots, int pass);
std::string rgba(std::string const& hex, double opacity = 1);
std::string number(double value);

}  // namespace redline
