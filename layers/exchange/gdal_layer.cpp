// SPDX-License-Identifier: Apache-2.0
#include "layers/exchange/gdal_layer.hpp"

#include <cpl_string.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "engine/core/date.hpp"
#include "engine/core/error.hpp"
#include "layers/exchange/shapefile_names.hpp"
#include "layers/gdal/errors.hpp"
#include "layers/write/geopackage_geometry.hpp"

namespace redline {
namespace {

constexpr int WGS84 = 4326;

struct Width {
  int digits, decimals;
};

// Of numbers in a DBF table, which are text: what no value of a ledger outgrows.
Width width_of(std::string const& column) {
  if (column == "lon" || column == "lat") return {14, 9};
  if (column.ends_with("_share")) return {12, 9};
  return {20, 4};
}

class Writer {
 public:
  Writer(LedgerRows& rows, ExchangeFormat const& format, std::string const& path, std::string const& shown)
      : m_rows(rows), m_format(format), m_path(path), m_shown(shown) {
    m_shapefile = std::string(format.name) == "shapefile", m_geojson = std::string(format.name) == "geojson";
    m_flatgeobuf = std::string(format.name) == "flatgeobuf";
  }

  LayerLosses write() {
    open();
    while (m_rows.next()) add();
    m_layer->SyncToDisk();
    m_dataset.reset();
    require(m_errors.failures().empty());
    recount();
    return std::move(m_losses);
  }

 private:
  void require(bool good) const {
    if (!good) throw Error(ErrorKind::output, "write.failed", {m_shown, m_errors.first()});
  }

  void open() {
    auto* driver = GetGDALDriverManager()->GetDriverByName(m_format.driver);
    if (!driver) throw Error(ErrorKind::output, "write.failed", {m_shown, m_format.driver});
    m_dataset.reset(driver->Create(m_path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    require(m_dataset != nullptr);
    OGRSpatialReference crs;
    crs.importFromEPSG(m_geojson ? WGS84 : LEDGER_SRS);
    crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    CPLStringList options;
    if (m_shapefile) options.SetNameValue("ENCODING", "UTF-8"), options.SetNameValue("2GB_LIMIT", "YES");
    if (m_geojson) options.SetNameValue("RFC7946", "YES"), options.SetNameValue("COORDINATE_PRECISION", "9");
    auto const type = OGRFromOGCGeomType(m_rows.layer().geometry_type.c_str());
    m_layer = m_dataset->CreateLayer(m_rows.layer().name.c_str(), &crs, type, options.List());
    require(m_layer != nullptr);
    for (auto const& column : m_rows.layer().columns) add_field(column);
  }

  void add_field(ColumnSpec const& column) {
    auto const name = m_shapefile ? shapefile_name(column.name) : column.name;
    OGRFieldDefn field(name.c_str(), OFTString);
    if (column.type == "REAL") field.SetType(OFTReal);
    if (column.type == "INTEGER" || column.type == "BOOLEAN")
      field.SetType(column.type == "INTEGER" ? OFTInteger64 : OFTInteger);
    if (column.type == "BOOLEAN" && !m_shapefile) field.SetSubType(OFSTBoolean);
    if (column.type == "DATE" && !m_geojson) field.SetType(OFTDate);
    if (m_shapefile) {
      auto const [digits, decimals] = width_of(column.name);
      if (column.type == "REAL") field.SetWidth(digits), field.SetPrecision(decimals);
      if (column.type == "BOOLEAN") field.SetWidth(1);
      if (column.type == "TEXT") field.SetWidth(static_cast<int>(SHAPEFILE_TEXT_BYTES));
    }
    require(m_layer->CreateField(&field) == OGRERR_NONE);
  }

  void add() {
    auto const wkb = m_rows.wkb();
    if (wkb.empty() && m_flatgeobuf) {  // GDAL would pass over it in silence
      ++m_losses.without_place;
      return;
    }
    OGRFeature feature(m_layer->GetLayerDefn());
    for (std::size_t i = 0; i < m_rows.layer().columns.size(); ++i) set(feature, i);
    if (!wkb.empty()) {
      OGRGeometry* geometry = nullptr;
      OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &geometry, wkb.size());
      require(geometry != nullptr);
      feature.SetGeometryDirectly(geometry);
    }
    require(m_layer->CreateFeature(&feature) == OGRERR_NONE);
    ++m_losses.rows;
  }

  void set(OGRFeature& feature, std::size_t i) {
    auto const& [name, type] = m_rows.layer().columns[i];
    auto const at = static_cast<int>(i);
    if (m_rows.null(i)) {
      feature.SetFieldNull(at);
    } else if (type == "REAL") {
      feature.SetField(at, m_rows.real(i));
    } else if (type == "INTEGER" || type == "BOOLEAN") {
      feature.SetField(at, static_cast<GIntBig>(m_rows.integer(i)));
    } else if (type == "DATE" && !m_geojson) {
      if (auto const day = parse_date(m_rows.text(i))) set_date(feature, at, *day);
    } else {
      auto const text = m_rows.text(i);
      auto const kept = m_shapefile ? cut_text(text, SHAPEFILE_TEXT_BYTES) : text;
      if (kept.size() < text.size()) ++m_losses.cut_texts[name];
      feature.SetField(at, std::string(kept).c_str());
    }
  }

  static void set_date(OGRFeature& feature, int at, Date day) {
    feature.SetField(at, static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                     static_cast<int>(static_cast<unsigned>(day.day())));
  }

  void recount() {
    GDALDatasetUniquePtr const written(GDALDataset::Open(m_path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    auto* layer = written ? written->GetLayer(0) : nullptr;
    auto const found = layer ? layer->GetFeatureCount(TRUE) : 0;
    if (found != m_losses.rows)
      throw Error(ErrorKind::invariant, "write.unbalanced",
                  {m_rows.layer().name, std::to_string(m_losses.rows), std::to_string(found)});
  }

  LedgerRows& m_rows;
  ExchangeFormat const& m_format;
  std::string const &m_path, &m_shown;
  GdalErrors m_errors;
  GDALDatasetUniquePtr m_dataset;
  OGRLayer* m_layer = nullptr;
  LayerLosses m_losses;
  bool m_shapefile = false, m_geojson = false, m_flatgeobuf = false;
};

}  // namespace

LayerLosses write_gdal_layer(LedgerRows& rows, ExchangeFormat const& format, std::string const& path,
                             std::string const& shown) {
  return Writer(rows, format, path, shown).write();
}

}  // namespace redline
