// SPDX-License-Identifier: Apache-2.0
#include "layers/read/table_datum.hpp"

#include <cpl_conv.h>

#include "layers/read/coordinate_text.hpp"
#include "layers/read/stated_datum.hpp"

namespace redline {
namespace {

constexpr int ROWS_WITH_NOTES = 50000;  // of long tables only a column of systems is read to the end

std::vector<std::string> titles_of(OGRLayer& layer) {
  std::vector<std::string> out;
  out.reserve(static_cast<std::size_t>(layer.GetLayerDefn()->GetFieldCount()));
  for (int i = 0; i < layer.GetLayerDefn()->GetFieldCount(); ++i)
    out.emplace_back(layer.GetLayerDefn()->GetFieldDefn(i)->GetNameRef());
  return out;
}

void look_at_row(OGRFeature& row, int x, StatedDatum const& stated) {
  if (coordinate(row.GetFieldAsString(x))) return;
  std::vector<std::string> cells;
  cells.reserve(static_cast<std::size_t>(row.GetFieldCount()));
  for (int i = 0; i < row.GetFieldCount(); ++i) cells.emplace_back(row.GetFieldAsString(i));
  stated.note(cells);
}

void look_at_rows(GdalSourceParts const& table, int column, bool notes, StatedDatum const& stated) {
  table.layer->ResetReading();
  std::string last;
  for (int n = 0; column >= 0 || (notes && n < ROWS_WITH_NOTES); ++n) {
    OGRFeatureUniquePtr const row(table.layer->GetNextFeature());
    if (!row) break;
    if (column >= 0 && last != row->GetFieldAsString(column)) stated.cell(last = row->GetFieldAsString(column));
    if (notes && n < ROWS_WITH_NOTES) look_at_row(*row, table.columns.x, stated);
  }
  table.layer->ResetReading();
}

}  // namespace

void refuse_other_datum(GdalSourceParts const& table, std::string const& crs) {
  auto const& c = table.columns;
  auto const names = titles_of(*table.layer);
  auto const name = [&](int i) { return names[static_cast<std::size_t>(i)]; };
  StatedDatum const stated({table.path, table.layer_name}, crs);
  bool const named = c.x >= 0 && stated.headings(name(c.x), name(c.y));
  if (!named) {
    for (auto const& title : table.titles) stated.text(title);
    stated.text(table.layer_name), stated.text(CPLGetBasename(table.path.c_str()));
  }
  look_at_rows(table, datum_column(names, c), !named && c.x >= 0, stated);
}

}  // namespace redline
