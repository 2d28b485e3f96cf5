// SPDX-License-Identifier: Apache-2.0
#include "layers/read/open.hpp"

#include <algorithm>
#include <cpl_vsi.h>

#include "engine/core/error.hpp"
#include "layers/read/coordinate_columns.hpp"
#include "layers/read/encoding.hpp"
#include "layers/read/gdal_source.hpp"
#include "layers/read/shapefile_check.hpp"

namespace redline {
namespace {

std::string extension(std::string const& path) { return CPLString(CPLGetExtension(path.c_str())).tolower(); }
bool is_database(std::string const& path) { return STARTS_WITH_CI(path.c_str(), "PG:"); }

bool exists(std::string const& path) {
  VSIStatBufL stat;
  return is_database(path) || VSIStatL(path.c_str(), &stat) == 0;
}

struct Place {
  std::string path, layer;
};

Place split(std::string const& whole) {
  if (exists(whole) && !is_database(whole)) return {whole, ""};
  auto const colon = whole.rfind(':');
  if (is_database(whole)) {  // PG:host=… dbname=…:LAYER
    return colon == 2 ? Place{whole, ""} : Place{whole.substr(0, colon), whole.substr(colon + 1)};
  }
  if (colon != std::string::npos && exists(whole.substr(0, colon))) return {whole.substr(0, colon), whole.substr(colon + 1)};
  throw Error(ErrorKind::input, "read.missing", {whole});
}

void refuse_unless_allowed(SourceOptions const& o) {
  auto const& p = o.path_and_layer;
  auto const starts = [&](char const* s) { return STARTS_WITH_CI(p.c_str(), s); };
  bool const network = starts("http:") || starts("https:") || starts("ftp:") || starts("/vsicurl") || starts("/vsis3") || starts("WFS:") || starts("OAPIF:");
  if (network && !o.allow_network) throw Error(ErrorKind::input, "read.refused_network", {p});
  bool const vrt = extension(p) == "vrt" || p.find(".vrt:") != std::string::npos || starts("<OGRVRT");
  if (vrt && !o.allow_vrt) throw Error(ErrorKind::input, "read.refused_vrt", {p});
}

// A table that is not UTF-8 is recoded in memory, because GDAL takes CSV as UTF-8.
std::string recoded_csv(std::string const& path, SourceOptions const& o, GdalSourceParts& parts) {
  GByte* data = nullptr;
  vsi_l_offset size = 0;
  if (!VSIIngestFile(nullptr, path.c_str(), &data, &size, -1)) throw Error(ErrorKind::input, "read.missing", {path});
  std::string const bytes(reinterpret_cast<char*>(data), static_cast<std::size_t>(size));
  CPLFree(data);
  auto const e = o.encoding.empty() ? decide(bytes) : Encoding{o.encoding, "encoding.given"};
  parts.encoding = e.name;
  parts.findings.push_back({"read.encoding", Severity::info, CPLGetBasename(path.c_str()), "", {e.name, render(e.evidence, Language::zh), render(e.evidence, Language::en)}});
  if (e.name == "UTF-8") return path;
  auto const text = to_utf8(bytes, e.name);
  if (!text) throw Error(ErrorKind::input, "read.bad_encoding", {path, e.name});
  auto const memory = std::string("/vsimem/redline_recoded/") + CPLGetFilename(path.c_str());
  auto* out = VSIFOpenL(memory.c_str(), "wb");
  VSIFWriteL(text->data(), 1, text->size(), out);
  VSIFCloseL(out);
  return memory;
}

GDALDatasetUniquePtr open_dataset(std::string const& path, CPLStringList const& options, std::string const& shown) {
  GdalErrors errors;
  GDALDatasetUniquePtr ds(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, nullptr, options.List()));
  if (!ds) throw Error(ErrorKind::input, "read.not_vector", {shown, errors.first()});
  return ds;
}

std::string layer_names(GDALDataset& ds) {
  std::string out;
  for (int i = 0; i < ds.GetLayerCount(); ++i) out += (i ? ", " : "") + std::string(ds.GetLayer(i)->GetName());
  return out;
}

OGRLayer* choose_layer(GDALDataset& ds, Place const& place) {
  if (!place.layer.empty()) {
    if (auto* l = ds.GetLayerByName(place.layer.c_str())) return l;
    throw Error(ErrorKind::input, "read.no_layer", {place.path, place.layer, layer_names(ds)});
  }
  if (ds.GetLayerCount() == 1) return ds.GetLayer(0);
  if (ds.GetLayerCount() == 0) throw Error(ErrorKind::input, "read.no_layers", {place.path});
  throw Error(ErrorKind::input, "read.which_layer", {place.path, layer_names(ds)});
}

std::string as_opened(std::string const& path) { return extension(path) == "zip" ? "/vsizip/" + path : path; }

GdalSourceParts parts_of(Place const& place, SourceOptions const& o) {
  GdalSourceParts parts;
  parts.path = place.path;
  parts.encoding = "UTF-8";
  CPLStringList options;
  auto path = as_opened(place.path);
  auto const ext = is_database(path) ? "" : extension(place.path);
  if (ext == "shp") {
    parts.expected = check_shapefile(path);
    auto const e = shapefile_encoding(path, o.encoding, parts.findings);
    if (!e.name.empty()) options.SetNameValue("ENCODING", e.name.c_str());
    parts.encoding = e.name.empty() ? ".cpg" : e.name;
    parts.findings.push_back({"read.encoding", Severity::info, CPLGetBasename(path.c_str()), "", {parts.encoding, render(e.evidence, Language::zh), render(e.evidence, Language::en)}});
  } else if (ext == "csv" || ext == "txt") {
    path = recoded_csv(path, o, parts);
  } else if (ext == "xlsx" || ext == "xls" || ext == "ods") {
    CPLSetThreadLocalConfigOption("OGR_XLSX_FIELD_TYPES", "STRING");
    CPLSetThreadLocalConfigOption("OGR_XLSX_HEADERS", "FORCE");
  }
  parts.dataset = open_dataset(path, options, place.path);
  parts.layer = choose_layer(*parts.dataset, place);
  if (!o.where.empty()) parts.expected = 0;
  return parts;
}

}  // namespace

std::unique_ptr<FeatureSource> open_source(SourceOptions const& o) {
  refuse_unless_allowed(o);
  auto const place = split(o.path_and_layer);
  auto parts = parts_of(place, o);
  if (!o.where.empty()) {
    GdalErrors errors;
    if (parts.layer->SetAttributeFilter(o.where.c_str()) != OGRERR_NONE)
      throw Error(ErrorKind::input, "read.bad_where", {place.path, o.where, errors.first()});
  }
  if (parts.layer->GetGeomType() == wkbNone) {
    parts.columns = find_point_columns(*parts.layer, o.x_field, o.y_field, parts.findings);
    if (!parts.columns.any()) throw Error(ErrorKind::input, "read.no_coordinates", {place.path, parts.layer->GetName()});
  }
  return make_gdal_source(std::move(parts));
}

}  // namespace redline
