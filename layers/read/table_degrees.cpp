// SPDX-License-Identifier: Apache-2.0
#include "layers/read/table_degrees.hpp"

#include <cpl_conv.h>

#include "layers/read/coordinate_text.hpp"
#include "layers/read/degrees_said.hpp"

namespace redline {
namespace {

constexpr int ROWS_OF_UNITS = 3, ROWS_THAT_MAY_SAY = 50000;  // long tables are read to the end where they say something

void word_or_number(OGRFeature& row, CoordinateColumns const& c, bool may_be_units, DegreesSaid& said) {
  std::string const x = row.GetFieldAsString(c.x), y = row.GetFieldAsString(c.y);
  if (coordinate(x) && coordinate(y)) return said.number(x), said.number(y);
  if (may_be_units) said.heading(x), said.heading(y);
  for (int i = 0; i < row.GetFieldCount(); ++i)
    if (!may_be_units || (i != c.x && i != c.y)) said.text(row.GetFieldAsString(i));
}

}  // namespace

void read_degrees_as_said(GdalSourceParts& table) {
  auto& c = table.columns;
  if (!c.degrees || c.x < 0 || c.y < 0) return;
  DegreesSaid said;
  for (auto const i : {c.x, c.y}) said.heading(table.layer->GetLayerDefn()->GetFieldDefn(i)->GetNameRef());
  for (auto const& title : table.titles) said.text(title);
  said.text(table.layer->GetName()), said.text(CPLGetBasename(table.path.c_str()));
  table.layer->ResetReading();
  for (int n = 0; n < ROWS_THAT_MAY_SAY || said.any(); ++n) {
    OGRFeatureUniquePtr const row(table.layer->GetNextFeature());
    if (!row) break;
    word_or_number(*row, c, n < ROWS_OF_UNITS, said);
  }
  table.layer->ResetReading();
  c.pointed = said.pointed({table.path, table.layer->GetName()}, table.findings);
}

}  // namespace redline
