// SPDX-License-Identifier: Apache-2.0
#include "layers/write/export.hpp"

#include <fmt/format.h>
#include <ogr_api.h>
#include <ogr_geometry.h>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string_view>

#include "engine/core/error.hpp"
#include "engine/core/letters.hpp"
#include "layers/write/atomic_file.hpp"
#include "layers/write/geopackage_geometry.hpp"
#include "layers/write/ledger_schema.hpp"
#include "layers/write/sqlite.hpp"

namespace redline {
namespace {

using Json = nlohmann::ordered_json;

std::vector<ColumnSpec> const& columns() { return ledger_views().front().shown.columns; }

std::string select_all() {
  std::string sql = "SELECT ";
  for (auto const& column : columns()) sql += (sql.size() > 7 ? "," : "") + sql_name(column.name);
  return sql + " FROM conflicts ORDER BY fid";
}

// ---- CSV

int decimals(std::string_view column) {
  if (column == "lon" || column == "lat") return 7;
  return column.ends_with("_share") ? 6 : 2;
}

std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (char const c : text) out.append(c == '"' ? 2 : 1, c);
  return out + "\"";
}

std::string csv_value(Statement const& row, int i) {
  auto const& column = columns()[static_cast<std::size_t>(i)];
  if (row.column_null(i)) return {};
  if (column.type == "REAL") return fmt::format("{:.{}f}", row.column_real(i).value_or(0), decimals(column.name));
  if (column.type == "BOOLEAN") return row.column_integer(i) ? "true" : "false";
  return csv_field(row.column_text(i));
}

void write_csv(Database& ledger, ByteSink& out) {
  out.add("\xEF\xBB\xBF");
  auto const n = static_cast<int>(columns().size());
  for (int i = 0; i < n; ++i) out.add((i ? "," : "") + columns()[static_cast<std::size_t>(i)].name);
  out.add("\r\n");
  for (auto row = ledger.prepare(select_all()); row.step(); out.add("\r\n"))
    for (int i = 0; i < n; ++i) out.add((i ? "," : "") + csv_value(row, i));
}

// ---- GeoJSON

Json json_value(Statement const& row, int i) {
  auto const& type = columns()[static_cast<std::size_t>(i)].type;
  if (row.column_null(i)) return nullptr;
  if (type == "REAL") return row.column_real(i).value_or(0);
  if (type == "BOOLEAN") return row.column_integer(i) != 0;
  if (type == "INTEGER") return row.column_integer(i);
  return std::string(row.column_text(i));
}

struct FreeByCpl {
  void operator()(char* p) const noexcept { CPLFree(p); }
};

// RFC 7946: shells run counter-clockwise, holes clockwise.
void wind(OGRGeometry& geometry) {
  if (wkbFlatten(geometry.getGeometryType()) != wkbMultiPolygon) return;
  for (auto* polygon : *geometry.toMultiPolygon()) {
    bool shell = true;
    for (auto* ring : *polygon) {
      if (ring->isClockwise() == static_cast<int>(shell)) ring->reverseWindingOrder();
      shell = false;
    }
  }
}

std::string geometry_json(std::span<unsigned char const> wkb) {
  OGRGeometry* raw = nullptr;
  if (wkb.empty() || OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &raw, wkb.size()) != OGRERR_NONE)
    return "null";
  OGRGeometryUniquePtr const geometry(raw);
  wind(*geometry);
  char option[] = "COORDINATE_PRECISION=9";
  char* options[] = {option, nullptr};
  std::unique_ptr<char, FreeByCpl> const text(OGR_G_ExportToJsonEx(OGRGeometry::ToHandle(geometry.get()), options));
  return text ? text.get() : "null";
}

class Geometries {  // of the three layers, walked beside the index: a conflict stands in the layer of its dimension
 public:
  explicit Geometries(Database& ledger) {
    for (std::size_t d = 0; d < 3; ++d)
      m_layers.push_back(ledger.prepare("SELECT conflict_id, geom FROM " + ledger_tables()[CONFLICT_POINTS + d].name +
                                        " ORDER BY fid"));
  }
  std::string next(int dimension, std::string_view conflict_id, std::string const& ledger) {
    auto& layer = m_layers.at(static_cast<std::size_t>(dimension));
    if (!layer.step() || layer.column_text(0) != conflict_id)
      throw Error(ErrorKind::input, "write.not_a_ledger", {ledger, "conflicts / " + std::string(conflict_id)});
    return geometry_json(wkb_of_blob(layer.column_blob(1)));
  }

 private:
  std::vector<Statement> m_layers;
};

void write_geojson(Database& ledger, std::string const& ledger_path, ByteSink& out) {
  Geometries geometries(ledger);
  out.add(R"({"type":"FeatureCollection","name":"conflicts","features":[)");
  char const* separator = "\n";
  auto const n = static_cast<int>(columns().size());
  for (auto row = ledger.prepare(select_all()); row.step(); separator = ",\n") {
    Json properties = Json::object();
    for (int i = 0; i < n; ++i) properties[columns()[static_cast<std::size_t>(i)].name] = json_value(row, i);
    auto const dimension = static_cast<int>(row.column_integer(n - 1));
    out.add(separator + std::string(R"({"type":"Feature","properties":)") +
            properties.dump(-1, ' ', false, Json::error_handler_t::replace) +
            ",\"geometry\":" + geometries.next(dimension, row.column_text(0), ledger_path) + "}");
  }
  out.add("\n]}\n");
}

std::string ending(std::string const& path) { return small_letters(std::filesystem::path(path).extension().string()); }

Database open_ledger(std::string const& path) {
  try {
    Database ledger(path, path, Database::Mode::read);
    ledger.prepare(select_all());
    return ledger;
  } catch (Error const& e) {
    throw Error(ErrorKind::input, "write.not_a_ledger", {path, e.message().args.back()});
  }
}

}  // namespace

void check_export_format(std::string const& out_path) {
  auto const kind = ending(out_path);
  if (kind != ".csv" && kind != ".geojson") throw Error(ErrorKind::usage, "write.format", {out_path});
}

void export_conflicts(std::string const& ledger_path, std::string const& out_path, bool overwrite) {
  check_export_format(out_path);
  auto const kind = ending(out_path);
  auto ledger = open_ledger(ledger_path);
  AtomicFile file(out_path, overwrite);
  ByteSink sink(file.temporary(), out_path);
  if (kind == ".csv")
    write_csv(ledger, sink);
  else
    write_geojson(ledger, ledger_path, sink);
  sink.close();
  file.publish();
}

}  // namespace redline
