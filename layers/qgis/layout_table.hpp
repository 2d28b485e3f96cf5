// A table of a print layout as data for layout.mustache: the row of the page itself, or the gravest rows of a relation.
// A cell holds one line, so that a sheet of so many rows has room for them all; a longer text ends in "…".
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <toml++/toml.h>

#include <string>

#include "engine/core/text.hpp"
#include "layers/qgis/layout_paper.hpp"
#include "layers/qgis/style.hpp"

namespace redline {

toml::table const& layout_table(toml::array const& tables, std::string const& name);
long rows_of(toml::table const& table, LayoutPaper const& paper);  // the most it shows of a relation
Mustache layout_table_data(toml::array const& tables, std::string const& name, std::string const& sheet,
                           LayoutPaper const& paper, Language l);

}  // namespace redline
