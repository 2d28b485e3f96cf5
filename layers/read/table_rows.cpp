// SPDX-License-Identifier: Apache-2.0
#include "layers/read/table_rows.hpp"

#include <algorithm>

#include "engine/core/error.hpp"
#include "layers/read/field_names.hpp"

namespace redline {
namespace {

constexpr std::size_t HEADER_ROWS = 30;

struct Row {
  GIntBig number = 0;
  std::vector<std::string> cells;
};

std::string one_line(std::string text) {
  std::erase_if(text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; });
  auto const first = text.find_first_not_of(' ');
  return first == std::string::npos ? std::string{} : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

Row row_of(OGRFeature& f) {
  Row row{f.GetFID(), {}};
  for (int i = 0; i < f.GetFieldCount(); ++i)
    row.cells.emplace_back(f.IsFieldSetAndNotNull(i) ? f.GetFieldAsString(i) : "");
  return row;
}

bool blank(Row const& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](auto const& c) { return one_line(c).empty(); });
}

std::vector<std::string> header(Row const& row, Row const* above) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    auto name = one_line(row.cells[i]);
    if (name.empty() && above) name = one_line(above->cells[i]);
    names.push_back(name.empty() ? "F" + std::to_string(i + 1) : name);
  }
  return names;
}

bool names_coordinates(std::vector<std::string> const& names, std::string const& x, std::string const& y) {
  auto const has = [&](std::string const& n) { return std::find(names.begin(), names.end(), n) != names.end(); };
  if (!x.empty() && !y.empty()) return has(x) && has(y);
  return find_coordinate_columns(names, "", "", {}).any();
}

OGRLayer* layer_with_fields(GDALDataset& dataset, std::string const& name, std::vector<std::string> const& fields) {
  auto* layer = dataset.CreateLayer(name.c_str(), nullptr, wkbNone, nullptr);
  for (auto const& f : fields) {
    OGRFieldDefn field(f.c_str(), OFTString);
    layer->CreateField(&field);
  }
  return layer;
}

void add_row(OGRLayer& layer, Row const& row) {
  OGRFeature f(layer.GetLayerDefn());
  f.SetFID(row.number);
  for (std::size_t i = 0; i < row.cells.size(); ++i)
    if (!row.cells[i].empty()) f.SetField(static_cast<int>(i), row.cells[i].c_str());
  if (layer.CreateFeature(&f) != OGRERR_NONE)
    throw Error(ErrorKind::input, "read.feature", {layer.GetName(), layer.GetName(), std::to_string(row.number), ""});
}

}  // namespace

TableRows rows_below_header(OGRLayer& sheet, std::string const& x_field, std::string const& y_field,
                            TableName const& table, Findings& findings) {
  std::vector<Row> rows;
  sheet.ResetReading();
  for (OGRFeatureUniquePtr f(sheet.GetNextFeature()); f; f.reset(sheet.GetNextFeature()))
    if (auto row = row_of(*f); !blank(row)) rows.push_back(std::move(row));
  for (std::size_t h = 0; h < std::min(rows.size(), HEADER_ROWS); ++h) {
    auto const names = header(rows[h], h > 0 ? &rows[h - 1] : nullptr);
    if (!names_coordinates(names, x_field, y_field)) continue;
    if (h > 0)
      findings.push_back({"read.title_rows", Severity::info, table.layer, "", {std::to_string(rows[h].number)}});
    TableRows out;
    out.dataset.reset(GetGDALDriverManager()->GetDriverByName("Memory")->Create("", 0, 0, 0, GDT_Unknown, nullptr));
    out.layer = layer_with_fields(*out.dataset, table.layer, names);
    for (std::size_t i = 0; i < h; ++i) out.titles.insert(out.titles.end(), rows[i].cells.begin(), rows[i].cells.end());
    for (auto i = h + 1; i < rows.size(); ++i) add_row(*out.layer, rows[i]);
    return out;
  }
  throw no_coordinates(rows.empty() ? std::vector<std::string>{} : header(rows[0], nullptr), table);
}

}  // namespace redline
