// How a layer looks in QGIS (QML) and elsewhere (SLD 1.1), from palette and templates: rules with symbols, labels,
// names and units of columns, value maps, map tips. The same arguments give the same bytes. `columns` are those of the
// table without fid and geometry; dimension 0, 1, 2.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <kainjow/mustache.hpp>

#include <string>
#include <vector>

#include "engine/core/text.hpp"
#include "layers/qgis/palette.hpp"
#include "layers/write/geopackage_table.hpp"
#include "layers/write/style_table.hpp"

namespace redline {

using Mustache = kainjow::mustache::data;

struct StyledTable {
  std::string table;
  int dimension = -1;  // -1: without geometry
  std::vector<std::string> columns;
};

StyledTable styled_table(TableSpec const& spec);

// What look.mustache needs; `rules` are those of the class that the layer draws (all of them, or one).
Mustache look_data(StyledTable const& table, LayerLook const& look, std::vector<MapRule> const& rules, Language l);
Mustache fields_data(StyledTable const& table, Language l);
std::string map_tip(LayerLook const& look, Language l);
// Fills a template of this room; the others are its partials. Text is escaped for XML where it is put in.
std::string fill_template(std::string const& name, Mustache& data);

// What people read instead of names and codes: the title of a column with its unit; the word for a coded value.
std::string column_title(std::string const& column, Language l);
std::string shown_word(std::string const& column, std::string_view value, Language l);

std::vector<StyleRow> styles_of(std::vector<TableSpec> const& tables, Language l);  // of those that are drawn
std::vector<StyleRow> ledger_styles(Language l);                                    // of a ledger

}  // namespace redline
