// Little files for the tests of reading: a folder that goes away, layers written by GDAL, everything a source gives.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "engine/core/error.hpp"
#include "layers/gdal/session.hpp"
#include "layers/read/open.hpp"

namespace redline::read_test {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() {
    static int n = 0;
    m_path = fs::temp_directory_path() / ("redline_read_" + std::to_string(::getpid()) + "_" + std::to_string(++n));
    fs::create_directories(m_path);
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
  }
  std::string operator/(std::string const& name) const { return (m_path / name).string(); }
  std::string path() const { return m_path.string(); }

 private:
  fs::path m_path;
};

inline void write_bytes(std::string const& path, std::string const& bytes) {
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

inline std::string read_bytes(std::string const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Row {
  std::string text, wkt;  // an empty wkt is a null geometry
};

struct LayerSample {
  std::string driver, path, layer = "rights", field = "name";
  OGRwkbGeometryType type = wkbUnknown;
  std::vector<std::string> creation;
  std::vector<Row> rows;
  int epsg = 4490;
};

inline void write_layer(LayerSample const& s) {
  static GdalSession const session;
  auto* driver = GetGDALDriverManager()->GetDriverByName(s.driver.c_str());
  REQUIRE(driver != nullptr);
  bool const there = fs::exists(s.path) && s.driver == "GPKG";
  GDALDatasetUniquePtr ds(there ? GDALDataset::Open(s.path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE)
                                : driver->Create(s.path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  REQUIRE(ds);
  OGRSpatialReference srs;
  srs.importFromEPSG(s.epsg);
  srs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  CPLStringList options;
  for (auto const& c : s.creation) options.AddString(c.c_str());
  if (s.creation.empty() && s.driver == "ESRI Shapefile") options.AddString("ENCODING=UTF-8");
  auto* layer = ds->CreateLayer(s.layer.c_str(), &srs, s.type, options.List());
  REQUIRE(layer != nullptr);
  OGRFieldDefn field(s.field.c_str(), OFTString);
  field.SetWidth(40);
  if (s.driver != "DXF") REQUIRE(layer->CreateField(&field) == OGRERR_NONE);
  for (auto const& row : s.rows) {
    OGRFeature f(layer->GetLayerDefn());
    f.SetField(s.driver == "DXF" ? "Layer" : s.field.c_str(), row.text.c_str());
    OGRGeometry* g = nullptr;
    if (!row.wkt.empty()) {
      REQUIRE(OGRGeometryFactory::createFromWkt(row.wkt.c_str(), nullptr, &g) == OGRERR_NONE);
      f.SetGeometryDirectly(g);
    }
    REQUIRE(layer->CreateFeature(&f) == OGRERR_NONE);
  }
}

struct All {
  std::vector<FieldInfo> fields;
  std::vector<RawFeature> features;
  Findings findings;
  std::string crs, layer, encoding;
  bool has(std::string const& code) const {
    return std::any_of(findings.begin(), findings.end(), [&](auto const& f) { return f.code == code; });
  }
  std::string value(std::size_t feature, std::string const& field) const {
    for (std::size_t i = 0; i < fields.size(); ++i)
      if (fields[i].name == field) return features.at(feature).values.at(i).value_or("<null>");
    return "<no field " + field + ">";
  }
};

inline All read_all(SourceOptions const& o) {
  static GdalSession const session;
  auto const source = open_source(o);
  All all;
  all.fields = source->fields();
  RawFeature f;
  while (source->next(f)) all.features.push_back(f);
  all.findings = source->findings();
  all.crs = source->crs_text(), all.layer = source->layer_name(), all.encoding = source->encoding();
  return all;
}

inline All read_all(std::string const& path) { return read_all(SourceOptions{path, "", "", "", ""}); }

// The code of the error that reading raises, or "<none>".
inline std::string refusal(SourceOptions const& o) {
  try {
    read_all(o);
  } catch (Error const& e) {
    CHECK(e.kind() == ErrorKind::input);
    CHECK(has_text(e.message().key));
    return e.message().key;
  }
  return "<none>";
}
inline std::string refusal(std::string const& path) { return refusal(SourceOptions{path, "", "", "", ""}); }

inline std::string wkt(Wkb const& wkb, int decimals = 3) {
  return wkb.empty() ? "" : Geometry::from_wkb(wkb).wkt(decimals);
}

}  // namespace redline::read_test
