#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/layers/read/samples.hpp"

using namespace redline;
using namespace redline::read_test;

namespace {

LayerSample sample(std::string driver, std::string path, int features) {
  LayerSample s{std::move(driver), std::move(path), "rights", "name", wkbPolygon, {}, {}};
  for (int i = 0; i < features; ++i)
    s.rows.push_back({"right " + std::to_string(i),
                      "POLYGON ((85 44,85." + std::to_string(i + 1) + " 44,85.5 44.5,85 44.5,85 44))"});
  return s;
}

}  // namespace

TEST_CASE("a shapefile cut anywhere is refused, never read as fewer features") {
  Folder const folder;
  auto const ext = GENERATE(std::string("shp"), std::string("shx"), std::string("dbf"));
  write_layer(sample("ESRI Shapefile", folder / "a.shp", 9));
  REQUIRE(read_all(folder / "a.shp").features.size() == 9);
  auto const whole = read_bytes(folder / "a." + ext);
  auto const end =
      ext == "dbf" ? whole.size() - 1 : whole.size();  // the last byte of a .dbf is an end mark that may be absent
  for (std::size_t n : {std::size_t{0}, std::size_t{1}, std::size_t{31}, std::size_t{99}, std::size_t{100}, end / 2,
                        end - 8, end - 1}) {
    CAPTURE(ext, n);
    write_bytes(folder / "a." + ext, whole.substr(0, n));
    CHECK(refusal(folder / "a.shp").rfind("read.damaged", 0) == 0);
  }
}

TEST_CASE("a shapefile whose header was mended after the cut is refused while reading") {
  Folder const folder;
  write_layer(sample("ESRI Shapefile", folder / "a.shp", 9));
  auto shp = read_bytes(folder / "a.shp");
  shp.resize(shp.size() - 60);
  auto const words = shp.size() / 2;
  for (int i = 0; i < 4; ++i) shp[static_cast<std::size_t>(24 + i)] = static_cast<char>(words >> (8 * (3 - i)));
  write_bytes(folder / "a.shp", shp);
  CHECK(refusal(folder / "a.shp") == "read.feature");
}

TEST_CASE("a shapefile without .shx or .dbf says what is missing") {
  Folder const folder;
  for (auto const* ext : {"shx", "dbf"}) {
    write_layer(sample("ESRI Shapefile", folder / "a.shp", 2));
    fs::remove(folder / "a." + std::string(ext));
    CHECK(refusal(folder / "a.shp") == "read.damaged_missing");
  }
}

TEST_CASE("records marked as deleted are counted, not missed") {
  Folder const folder;
  write_layer(sample("ESRI Shapefile", folder / "a.shp", 4));
  auto dbf = read_bytes(folder / "a.dbf");
  auto const header = static_cast<unsigned char>(dbf[8]) + 256u * static_cast<unsigned char>(dbf[9]);
  dbf[header] = '*';
  write_bytes(folder / "a.dbf", dbf);
  auto const all = read_all(folder / "a.shp");
  CHECK(all.features.size() == 3);
  CHECK(all.has("read.deleted"));
}

TEST_CASE("files cut short are refused in every format") {
  Folder const folder;
  auto const [driver, name] = GENERATE(table<std::string, std::string>(
      {{"GPKG", "a.gpkg"}, {"GeoJSON", "a.geojson"}, {"FlatGeobuf", "a.fgb"}, {"LIBKML", "a.kml"}, {"GML", "a.gml"}}));
  write_layer(sample(driver, folder / name, 9));
  REQUIRE(read_all(folder / name).features.size() == 9);
  auto const whole = read_bytes(folder / name);
  for (int const percent : {0, 5, 30, 60, 90, 97}) {
    CAPTURE(driver, percent);
    write_bytes(folder / name, whole.substr(0, whole.size() * static_cast<std::size_t>(percent) / 100));
    CHECK(refusal(folder / name) != "<none>");
  }
}

TEST_CASE("rubbish under a good name is refused") {
  Folder const folder;
  std::string rubbish;
  for (int i = 0; i < 5000; ++i) rubbish += static_cast<char>((i * 7919 + i / 3) & 0xFF);
  for (auto const* name :
       {"a.shp", "a.gpkg", "a.geojson", "a.fgb", "a.kml", "a.dxf", "a.xlsx", "a.zip", "a.gdb", "a.unknown"}) {
    CAPTURE(name);
    write_bytes(folder / name, rubbish);
    CHECK(refusal(folder / name) != "<none>");
  }
}

TEST_CASE("what is not there, and folders") {
  Folder const folder;
  CHECK(refusal(folder / "none.shp") == "read.missing");
  CHECK(refusal(folder / "none.shp:layer") == "read.missing");
  CHECK(refusal("") == "read.missing");
  CHECK(refusal(folder.path()) == "read.directory");
  write_layer(sample("ESRI Shapefile", folder / "a.shp", 2));
  CHECK(read_all(folder.path() + ":a").features.size() == 2);
}

TEST_CASE("nothing in a layer is no error") {
  Folder const folder;
  for (auto const* file : {"a.shp", "a.gpkg", "a.geojson"}) {
    write_layer(sample(std::string(file) == "a.shp"    ? "ESRI Shapefile"
                       : std::string(file) == "a.gpkg" ? "GPKG"
                                                       : "GeoJSON",
                       folder / file, 0));
    CHECK(read_all(folder / file).features.empty());
  }
}

TEST_CASE("coordinates that are not finite arrive as they are, for the next stage to refuse") {
  Folder const folder;
  write_layer({"ESRI Shapefile",
               folder / "a.shp",
               "a",
               "name",
               wkbPoint,
               {},
               {{"nan", "POINT (85 45)"}, {"good", "POINT (85 44)"}}});
  auto shp = read_bytes(folder / "a.shp");
  shp.replace(120, 8,
              std::string(6, '\0') + "\xF8\x7F");  // header 100, record header 8, type 4, x 8: the y of the first point
  write_bytes(folder / "a.shp", shp);
  auto const all = read_all(folder / "a.shp");
  REQUIRE(all.features.size() == 2);
  CHECK(wkt(all.features[1].wkb, 0) == "POINT (85 44)");
}

TEST_CASE("a GeoPackage that another program holds is refused, not read as empty") {
  Folder const folder;
  write_layer(sample("GPKG", folder / "a.gpkg", 3));
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open((folder / "a.gpkg").c_str(), &db) == SQLITE_OK);
  REQUIRE(sqlite3_exec(db, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr) == SQLITE_OK);
  CHECK(refusal(folder / "a.gpkg") != "<none>");
  sqlite3_close(db);
  CHECK(read_all(folder / "a.gpkg").features.size() == 3);
}

TEST_CASE("a GeoPackage whose own count is out of date is read to the end") {
  Folder const folder;
  write_layer(sample("GPKG", folder / "a.gpkg", 3));
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open((folder / "a.gpkg").c_str(), &db) == SQLITE_OK);
  sqlite3_exec(db, "UPDATE gpkg_ogr_contents SET feature_count = 99", nullptr, nullptr, nullptr);
  sqlite3_close(db);
  CHECK(read_all(folder / "a.gpkg").features.size() == 3);
}

TEST_CASE("a file that may not be read is refused") {
  if (::geteuid() == 0) {
    WARN("skipped: root may read everything");
    return;
  }
  Folder const folder;
  write_layer(sample("GPKG", folder / "a.gpkg", 3));
  ::chmod((folder / "a.gpkg").c_str(), 0);
  CHECK(refusal(folder / "a.gpkg") != "<none>");
}
