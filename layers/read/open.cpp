// SPDX-License-Identifier: Apache-2.0
#include "layers/read/open.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>

#include "engine/core/error.hpp"
#include "layers/gdal/errors.hpp"
#include "layers/read/csv_text.hpp"
#include "layers/read/cut_names.hpp"
#include "layers/read/degree_parts.hpp"
#include "layers/read/dxf_text.hpp"
#include "layers/read/encoding.hpp"
#include "layers/read/field_names.hpp"
#include "layers/read/gdal_source.hpp"
#include "layers/read/geojson_crs.hpp"
#include "layers/read/kml_tracks.hpp"
#include "layers/read/place.hpp"
#include "layers/read/shapefile_check.hpp"
#include "layers/read/table_datum.hpp"
#include "layers/read/table_degrees.hpp"
#include "layers/read/table_rows.hpp"
#include "layers/read/zone_column.hpp"

namespace redline {
namespace {

using Strings = std::vector<std::string>;

GDALDatasetUniquePtr open_dataset(SourcePlace const& place, CPLStringList const& open_options, SourceOptions const& o,
                                  Findings& findings) {
  CPLStringList drivers;
  for (auto const& d : allowed_drivers(o)) drivers.AddString(d.c_str());
  GdalErrors errors;
  GDALDatasetUniquePtr dataset(GDALDataset::Open(place.path.c_str(),
                                                 GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                                                 drivers.List(), open_options.List()));
  if (!dataset)
    throw Error(ErrorKind::input, "read.not_vector",
                {place.shown, errors.first().empty() ? "@read.not_its_format" : errors.first()});
  for (auto const* said : {&errors.failures(), &errors.warnings()})
    for (auto const& text : *said)
      findings.push_back({"read.warning", Severity::warning, CPLGetBasename(place.path.c_str()), "", {"1", text}});
  return dataset;
}

// The only layer, or the only one with geometry (a GeoPackage of QGIS also holds a table of styles).
OGRLayer* choose_layer(GDALDataset& ds, SourcePlace const& place) {
  if (!place.layer.empty())
    if (auto* named = ds.GetLayerByName(place.layer.c_str())) return named;
  Strings names;
  OGRLayer* with_geometry = nullptr;
  int spatial = 0;
  for (int i = 0; i < ds.GetLayerCount(); ++i) {
    auto* layer = ds.GetLayer(i);
    names.emplace_back(layer->GetName());
    if (layer->GetGeomType() != wkbNone) with_geometry = layer, ++spatial;
  }
  if (names.empty()) throw Error(ErrorKind::input, "read.no_layers", {place.shown});
  if (!place.layer.empty())
    throw Error(ErrorKind::input, "read.no_layer",
                {place.shown, place.layer, listed(names), nearest_name(names, place.layer)});
  if (names.size() == 1) return ds.GetLayer(0);
  if (spatial == 1) return with_geometry;
  throw Error(ErrorKind::input, "read.which_layer", {place.shown, listed(names)});
}

Strings field_names(OGRLayer& layer) {
  Strings out;
  for (int i = 0; i < layer.GetLayerDefn()->GetFieldCount(); ++i)
    out.emplace_back(layer.GetLayerDefn()->GetFieldDefn(i)->GetNameRef());
  return out;
}

// Conditions, too, are then written with the readable names.
void read_names(GdalSourceParts& parts) {
  auto const names = readable_names(field_names(*parts.layer));
  for (std::size_t i = 0; i < names.size(); ++i) {
    parts.layer->GetLayerDefn()->GetFieldDefn(static_cast<int>(i))->SetName(names[i].shown.c_str());
    parts.begins.push_back(names[i].begin);
  }
}

void open_shapefile(SourcePlace const& place, SourceOptions const& o, GdalSourceParts& parts) {
  auto const scan = check_shapefile(place.path);
  auto const encoding = shapefile_encoding(place.path, scan, o.encoding, parts.findings);
  auto const layer = name_from_zip(CPLGetBasename(place.path.c_str()));
  CPLStringList options;
  if (!encoding.name.empty()) options.SetNameValue("ENCODING", encoding.name.c_str());
  parts.encoding = encoding.name;
  parts.findings.push_back(encoding_finding(layer, encoding));
  if (scan.deleted > 0)
    parts.findings.push_back({"read.deleted", Severity::info, layer, "", {std::to_string(scan.deleted)}});
  parts.expected = scan.records - scan.deleted;
  parts.dataset = open_dataset(place, options, o, parts.findings);
  parts.layer = choose_layer(*parts.dataset, place);
  read_names(parts);
}

void take_rows(GdalSourceParts& parts, SourceOptions const& o, TableName const& table) {
  GdalErrors errors;
  auto rows = rows_below_header(*parts.layer, o.x_field, o.y_field, table, parts.findings);
  if (!errors.failures().empty())
    throw Error(ErrorKind::input, "read.feature", {table.path, table.layer, "", errors.first()});
  parts.dataset = std::move(rows.dataset);
  parts.layer = rows.layer;
  parts.titles = std::move(rows.titles);
}

void open_spreadsheet(SourcePlace const& place, SourceOptions const& o, GdalSourceParts& parts) {
  CPLConfigOptionSetter const types(("OGR_" + place.driver + "_FIELD_TYPES").c_str(), "STRING", false);
  CPLConfigOptionSetter const headers(("OGR_" + place.driver + "_HEADERS").c_str(), "DISABLE", false);
  parts.dataset = open_dataset(place, {}, o, parts.findings);
  parts.layer = choose_layer(*parts.dataset, place);
  take_rows(parts, o, {place.shown, parts.layer->GetName()});
}

void open_csv(SourcePlace const& place, SourceOptions const& o, GdalSourceParts& parts) {
  auto const text = csv_as_utf8(place.path, o.encoding);
  auto const utf8 = SourcePlace{place.shown, text.path, place.layer, place.driver};
  parts.memory = text.memory;
  parts.encoding = text.encoding.name;
  parts.dataset = open_dataset(utf8, {}, o, parts.findings);
  parts.layer = choose_layer(*parts.dataset, utf8);
  TableName const table{place.shown, parts.layer->GetName()};
  parts.findings.push_back(encoding_finding(table.layer, text.encoding));
  if (text.stray_quotes > 0)
    parts.findings.push_back(
        {"read.stray_quotes", Severity::info, table.layer, "", {std::to_string(text.stray_quotes)}});
  bool const given = !o.x_field.empty() && !o.y_field.empty();
  if (given || find_coordinate_columns(field_names(*parts.layer), "", "", table).any()) return;
  CPLStringList no_header;
  no_header.SetNameValue("HEADERS", "NO");
  parts.dataset = open_dataset(utf8, no_header, o, parts.findings);
  parts.layer = parts.dataset->GetLayer(0);
  take_rows(parts, o, table);
}

void open_drawing(SourcePlace const& place, SourceOptions const& o, GdalSourceParts& parts) {
  auto const layer = std::string(CPLGetBasename(place.path.c_str()));
  auto const encoding = dxf_encoding(place.path, layer, o.encoding, parts.findings);
  CPLConfigOptionSetter const option("DXF_ENCODING", encoding.name.c_str(), false);
  parts.encoding = encoding.name;
  parts.findings.push_back(encoding_finding(layer, encoding));
  parts.geometry.closed_lines_are_polygons = true;
  parts.dataset = open_dataset(place, {}, o, parts.findings);
  parts.layer = choose_layer(*parts.dataset, place);
}

void open_other(SourcePlace const& place, SourceOptions const& o, GdalSourceParts& parts) {
  CPLStringList options;
  if (place.driver == "GML" && !o.allow_network) options.SetNameValue("DOWNLOAD_SCHEMA", "NO");
  parts.dataset = open_dataset(place, options, o, parts.findings);
  parts.layer = choose_layer(*parts.dataset, place);
  if (o.crs.empty() && EQUAL(parts.dataset->GetDriverName(), "GeoJSON"))
    if (auto const crs = unknown_geojson_crs(place.path); !crs.empty())
      throw Error(ErrorKind::input, "read.geojson_crs", {place.shown, crs.substr(0, 200)});
  if (place.extension() == "dbf") read_names(parts);
  if (!o.encoding.empty())
    parts.findings.push_back({"read.encoding_unused", Severity::info, parts.layer->GetName(), "", {o.encoding}});
}

void open_kml(SourcePlace const& place, SourceOptions const& o, GdalSourceParts& parts) {
  auto const text = kml_with_times(place.path, place.shown);
  parts.memory = text.memory;
  auto in_memory = place;
  in_memory.path = text.path;
  open_other(in_memory, o, parts);
  if (text.tracks > 0)
    parts.findings.push_back(
        {"read.track_times", Severity::info, parts.layer->GetName(), "", {std::to_string(text.tracks)}});
}

std::set<int> zone_numbers(OGRLayer& layer, int column) {
  std::set<int> out;
  layer.ResetReading();
  while (OGRFeatureUniquePtr const f{layer.GetNextFeature()})
    if (auto const number = zone_number(f->GetFieldAsString(column))) out.insert(*number);
  layer.ResetReading();
  return out;
}

RowsOfCells first_rows(OGRLayer& layer) {
  constexpr std::size_t ROWS = 200;
  RowsOfCells out;
  layer.ResetReading();
  while (out.size() < ROWS) {
    OGRFeatureUniquePtr const f(layer.GetNextFeature());
    if (!f) break;
    auto& cells = out.emplace_back();
    for (int i = 0; i < f->GetFieldCount(); ++i) cells.emplace_back(f->GetFieldAsString(i));
  }
  layer.ResetReading();
  return out;
}

void find_coordinates(GdalSourceParts& parts, SourceOptions const& o) {
  TableName const table{parts.path, parts.layer->GetName()};
  auto const names = field_names(*parts.layer);
  auto const found = find_coordinate_columns(names, o.x_field, o.y_field, table);
  if (!found.any()) throw no_coordinates(names, table);
  std::vector<TextPair> rows;
  auto const cells = found.x >= 0 ? first_rows(*parts.layer) : RowsOfCells{};
  for (auto const& row : cells)
    rows.emplace_back(row[static_cast<std::size_t>(found.x)], row[static_cast<std::size_t>(found.y)]);
  parts.columns = decide_orientation(found, names, rows, table, parts.findings);
  refuse_degree_parts(parts.columns, names, cells, table);
  read_degrees_as_said(parts);
  auto const zone = zone_column(names, found);
  if (zone < 0 || parts.columns.degrees) return;
  auto const numbers = zone_numbers(*parts.layer, zone);
  if (zone_column_counts(numbers, o.crs))
    parts.columns = with_zone_column(parts.columns, names, zone, numbers, table, parts.findings);
}

void filter(GdalSourceParts& parts, std::string const& where) {
  GdalErrors errors;
  bool const refused = parts.layer->SetAttributeFilter(where.c_str()) != OGRERR_NONE;
  if (!refused)
    OGRFeatureUniquePtr const probe(
        parts.layer->GetNextFeature());  // databases look at a condition only when they run it
  if (refused || !errors.failures().empty())
    throw Error(ErrorKind::input, "read.bad_where",
                {parts.path, where, errors.first(), listed(field_names(*parts.layer))});
  parts.expected.reset();
  parts.filtered = true;
}

// A layer without a name of its own bears that of its file, which may be bytes of GBK.
std::string readable(std::string const& name) {
  if (is_utf8(name)) return name;
  auto const chinese = to_utf8(name, "GB18030");
  return chinese ? *chinese : to_utf8(name, "ISO-8859-1").value_or("?");
}

bool is_table(SourcePlace const& p) {
  return p.driver == "CSV" || p.extension() == "csv" || p.extension() == "tsv" || p.extension() == "txt";
}

}  // namespace

std::unique_ptr<FeatureSource> open_source(SourceOptions const& o) {
  auto const place = locate(o);
  GdalSourceParts parts;
  parts.path = place.shown;
  parts.encoding = "UTF-8";
  bool const sheet = place.driver == "XLSX" || place.driver == "XLS" || place.driver == "ODS";
  if (place.extension() == "shp")
    open_shapefile(place, o, parts);
  else if (sheet)
    open_spreadsheet(place, o, parts);
  else if (is_table(place))
    open_csv(place, o, parts);
  else if (place.driver == "DXF")
    open_drawing(place, o, parts);
  else if (place.driver == "LIBKML")
    open_kml(place, o, parts);
  else
    open_other(place, o, parts);
  parts.layer_name = readable(name_from_zip(parts.layer->GetName()));
  if (sheet || is_table(place) || parts.layer->GetGeomType() == wkbNone) find_coordinates(parts, o);
  if (!place.texts_beside.empty())
    parts.findings.push_back(
        {"read.texts_beside", Severity::warning, parts.layer_name, "", {listed(place.texts_beside)}});
  if (!o.where.empty()) filter(parts, o.where);
  if (parts.columns.any()) refuse_other_datum(parts, o.crs);
  return make_gdal_source(std::move(parts));
}

}  // namespace redline
