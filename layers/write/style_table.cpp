// SPDX-License-Identifier: Apache-2.0
#include "layers/write/style_table.hpp"

#include "layers/write/geopackage_sql.hpp"

namespace redline {
namespace {

void add(std::vector<ColumnSpec>& to, char const* type, std::initializer_list<char const*> names) {
  for (auto const* name : names) to.push_back({name, type});
}

}  // namespace

TableSpec style_table() {
  TableSpec out{"layer_styles", "", {}, "id"};
  add(out.columns, "TEXT(256)", {"f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column"});
  add(out.columns, "TEXT(30)", {"styleName"});
  add(out.columns, "TEXT", {"styleQML", "styleSLD"});
  add(out.columns, "BOOLEAN", {"useAsDefault"});
  add(out.columns, "TEXT", {"description"});
  add(out.columns, "TEXT(30)", {"owner", "ui"});
  add(out.columns, "DATETIME DEFAULT CURRENT_TIMESTAMP", {"update_time"});
  return out;
}

void put_style(TableFiller& t, StyleRow const& s) {
  // Catalog and schema are empty text, not NULL: QGIS compares them with ''.
  t.blank().blank().text(s.layer).text(GEOMETRY_COLUMN).text(s.name).text(s.qml).text(s.sld).flag(s.is_default);
  t.text(s.description).text({}).text({}).text(LAST_CHANGE).done();
}

}  // namespace redline
