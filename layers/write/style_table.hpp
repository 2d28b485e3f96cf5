// The styles a GeoPackage carries, in the table that QGIS itself makes for them: a layer dragged into an empty project
// is drawn by the default style under its name. QML for QGIS, SLD for others; either may be empty. Nothing volatile.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "layers/write/geopackage_table.hpp"

namespace redline {

struct StyleRow {
  std::string layer, name, qml, sld, description;
  bool is_default = true;
};

TableSpec style_table();  // layer_styles
void put_style(TableFiller& table, StyleRow const& style);

}  // namespace redline
