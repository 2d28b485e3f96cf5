#include <algorithm>

#include "tests/layers/read/samples.hpp"

using namespace redline;
using namespace redline::read_test;

namespace {

constexpr char const* SQUARE = "POLYGON ((85 44,85.5 44,85.5 44.5,85 44.5,85 44))";
constexpr char const* OTHER = "POLYGON ((86 44,86.25 44,86.25 44.25,86 44))";

}  // namespace

TEST_CASE("every format gives the same features, texts and CRS") {
  Folder const folder;
  auto const [driver, file] = GENERATE(table<std::string, std::string>({{"ESRI Shapefile", "矿权.shp"},
                                                                        {"GPKG", "矿权.gpkg"},
                                                                        {"OpenFileGDB", "矿权.gdb"},
                                                                        {"GeoJSON", "矿权.geojson"},
                                                                        {"FlatGeobuf", "矿权.fgb"},
                                                                        {"LIBKML", "矿权.kml"}}));
  CAPTURE(driver);
  auto const path = folder / file;
  bool const lonlat_only = driver == "GeoJSON" || driver == "LIBKML";
  write_layer(
      {driver, path, "rights", "名称", wkbPolygon, {}, {{"甲矿", SQUARE}, {"乙矿", OTHER}}, lonlat_only ? 4326 : 4490});
  auto const all = read_all(path);
  REQUIRE(all.features.size() == 2);
  std::vector<std::string> names{all.value(0, "名称"), all.value(1, "名称")};
  std::sort(names.begin(), names.end());
  CHECK(names == std::vector<std::string>{"乙矿", "甲矿"});
  std::vector<double> areas;
  for (auto const& f : all.features) {
    auto const g = Geometry::from_wkb(f.wkb);
    CHECK(g.dimension() == 2);
    CHECK(g.bounds().min_x >= 85);  // x is the longitude
    CHECK(g.bounds().max_y <= 44.5);
    areas.push_back(g.planar_area());
  }
  std::sort(areas.begin(), areas.end());
  CHECK_THAT(areas[0], Catch::WithinAbs(0.03125, 1e-9));  // half of 0.25 by 0.25; FileGDB keeps 1e-9 degrees
  CHECK_THAT(areas[1], Catch::WithinAbs(0.25, 1e-8));
  CHECK_FALSE(all.crs.empty());
}

TEST_CASE("only what is selected comes, in the order asked for") {
  Folder const folder;
  write_layer({"GPKG", folder / "a.gpkg", "a", "name", wkbPolygon, {}, {{"甲", SQUARE}}});
  GdalSession const session;
  SourceOptions o;
  o.path_and_layer = folder / "a.gpkg";
  auto const source = open_source(o);
  source->select({});
  source->select_geometry(false);
  RawFeature f;
  REQUIRE(source->next(f));
  CHECK(f.values.empty());
  CHECK(f.wkb.empty());
  CHECK_FALSE(source->next(f));
  source->select({0, 0});
  source->select_geometry(true);
  REQUIRE(source->next(f));
  CHECK(f.values == std::vector<std::optional<std::string>>{"甲", "甲"});
  CHECK_FALSE(f.wkb.empty());
  CHECK(source->count() == 1u);
}

TEST_CASE("a layer is named behind the last colon; of several, one must be") {
  Folder const folder;
  auto const path = folder / "all.gpkg";
  write_layer({"GPKG", path, "采矿权", "name", wkbPolygon, {}, {{"a", SQUARE}}});
  write_layer({"GPKG", path, "探矿权", "name", wkbPolygon, {}, {{"b", OTHER}, {"c", OTHER}}});
  CHECK(refusal(path) == "read.which_layer");
  CHECK(read_all(path + ":探矿权").features.size() == 2);
  CHECK(refusal(path + ":采矿") == "read.no_layer");
  auto const odd = folder / "odd:name.gpkg";  // the whole string is a file
  write_layer({"GPKG", odd, "x", "name", wkbPolygon, {}, {{"a", SQUARE}}});
  CHECK(read_all(odd).features.size() == 1);
  CHECK(read_all(odd + ":x").features.size() == 1);
}

TEST_CASE("the only layer with geometry needs no name beside a table of styles") {
  Folder const folder;
  write_layer({"GPKG", folder / "a.gpkg", "rights", "name", wkbPolygon, {}, {{"a", SQUARE}}});
  write_layer({"GPKG", folder / "a.gpkg", "layer_styles", "name", wkbNone, {}, {{"s", ""}}});
  CHECK(read_all(folder / "a.gpkg").layer == "rights");
}

TEST_CASE("a condition chooses features, also by a field that is not selected") {
  Folder const folder;
  write_layer({"GPKG", folder / "a.gpkg", "a", "name", wkbPolygon, {}, {{"甲", SQUARE}, {"乙", OTHER}}});
  SourceOptions o;
  o.path_and_layer = folder / "a.gpkg";
  o.where = "name = '乙'";
  auto const source = open_source(o);
  source->select({});
  RawFeature f;
  int n = 0;
  while (source->next(f)) ++n;
  CHECK(n == 1);
  o.where = "no such thing";
  CHECK(refusal(o) == "read.bad_where");
}

TEST_CASE("arcs become lines within millimetres, Z and M go, and one finding each says so") {
  Folder const folder;
  write_layer({"GPKG",
               folder / "c.gpkg",
               "c",
               "name",
               wkbUnknown,
               {},
               {{"circle", "CURVEPOLYGON (CIRCULARSTRING (1000 0,0 1000,-1000 0,0 -1000,1000 0))"},
                {"zm", "POLYGON ZM ((0 0 5 1,1 0 5 1,1 1 5 1,0 0 5 1))"},
                {"z", "POINT Z (1 2 3)"}},
               4516});
  auto const all = read_all(folder / "c.gpkg");
  REQUIRE(all.features.size() == 3);
  CHECK(all.features[0].had_curves);
  CHECK((all.features[1].had_z && all.features[1].had_m));
  auto const circle = Geometry::from_wkb(all.features[0].wkb);
  // With corners on the circle each quarter of a degree an edge strays by r (1 - cos 0.125°) = 2.4 mm, times 6283 m of
  // outline.
  double const disk = M_PI * 1e6;
  CHECK(circle.planar_area() < disk);
  CHECK(circle.planar_area() > disk - 15);
  CHECK(wkt(all.features[2].wkb, 0) == "POINT (1 2)");
  CHECK(std::count_if(all.findings.begin(), all.findings.end(),
                      [](auto const& f) { return f.code == "read.curves"; }) == 1);
  CHECK((all.has("read.z") && all.has("read.m")));
}

TEST_CASE("the findings about geometry come also when a pass without geometry went before") {
  Folder const folder;
  write_layer({"GPKG", folder / "c.gpkg", "c", "name", wkbUnknown, {}, {{"z", "POINT Z (1 2 3)"}}});
  SourceOptions o;
  o.path_and_layer = folder / "c.gpkg";
  auto const source = open_source(o);
  RawFeature f;
  for (bool const geometry : {false, true, true}) {
    source->select_geometry(geometry);
    while (source->next(f)) {
    }
  }
  auto const& all = source->findings();
  CHECK(std::count_if(all.begin(), all.end(), [](auto const& x) { return x.code == "read.z"; }) == 1);
}

TEST_CASE("collections of one kind become multi geometries, mixed ones and surfaces in space are problems") {
  Folder const folder;
  write_layer({"GPKG",
               folder / "g.gpkg",
               "g",
               "name",
               wkbUnknown,
               {},
               {{"points", "GEOMETRYCOLLECTION (POINT (1 2),MULTIPOINT ((3 4)))"},
                {"polygons",
                 "GEOMETRYCOLLECTION (POLYGON ((0 0,1 0,1 1,0 0)),GEOMETRYCOLLECTION (POLYGON ((5 5,6 5,6 6,5 5))))"},
                {"mixed", "GEOMETRYCOLLECTION (POINT (1 2),LINESTRING (0 0,1 1))"},
                {"tin", "TIN Z (((0 0 0,0 0 1,0 1 0,0 0 0)))"},
                {"empty", "POLYGON EMPTY"},
                {"null", ""}}});
  auto const all = read_all(folder / "g.gpkg");
  REQUIRE(all.features.size() == 6);
  CHECK(Geometry::from_wkb(all.features[0].wkb).dimension() == 0);
  CHECK(Geometry::from_wkb(all.features[1].wkb).parts() == 2);
  CHECK_FALSE(all.features[2].geometry_problem.key.empty());
  CHECK_FALSE(all.features[3].geometry_problem.key.empty());
  CHECK(Geometry::from_wkb(all.features[4].wkb).empty());  // there, but empty
  CHECK(all.features[5].wkb.empty());
  for (std::size_t i : {4, 5}) CHECK(all.features[i].geometry_problem.key.empty());
}

TEST_CASE("closed lines of a drawing become polygons, open ones stay lines, its layers stay known") {
  Folder const folder;
  write_layer({"DXF",
               folder / "d.dxf",
               "entities",
               "Layer",
               wkbUnknown,
               {},
               {{"KQFW", "LINESTRING (0 0,10 0,10 10,0 10,0 0)"},
                {"ROAD", "LINESTRING (0 0,5 5,9 1)"},
                {"WELL", "POINT (3 4)"}}});
  auto const all = read_all(folder / "d.dxf");
  REQUIRE(all.features.size() == 3);
  CHECK(Geometry::from_wkb(all.features[0].wkb).planar_area() == 100);
  CHECK(Geometry::from_wkb(all.features[1].wkb).dimension() == 1);
  CHECK(all.has("read.closed_lines"));
  CHECK(all.crs.empty());
}

TEST_CASE("a KML keeps name and description as texts") {
  Folder const folder;
  write_bytes(
      folder / "k.kml",
      "<?xml version='1.0' encoding='UTF-8'?><kml xmlns='http://www.opengis.net/kml/2.2'><Document><name>d</name>"
      "<Folder><name>景区</name><Placemark><name>木屋</name><description><![CDATA[<table><tr><td>状态</td><td>拆除</"
      "td></tr></table>]]>"
      "</description><Point><coordinates>87.5,43.9,1800</coordinates></Point></Placemark></Folder></Document></kml>");
  auto const all = read_all(folder / "k.kml");
  REQUIRE(all.features.size() == 1);
  CHECK(all.value(0, "Name") == "木屋");
  CHECK(all.value(0, "description").find("拆除") != std::string::npos);
  CHECK(wkt(all.features[0].wkb, 1) == "POINT (87.5 43.9)");
}

TEST_CASE("duplicate and absent field names") {
  Folder const folder;
  write_bytes(folder / "d.csv", "id,id,lon,lat\n1,2,85.5,44\n");
  auto const all = read_all(folder / "d.csv");
  REQUIRE(all.features.size() == 1);
  CHECK(all.features[0].values.at(0) == "1");
  CHECK(all.features[0].values.at(1) == "2");
}

TEST_CASE("a source that has ended stays so until it is rewound, with any number of features in it") {
  Folder const folder;
  auto const [driver, file] = GENERATE(table<std::string, std::string>({{"MapInfo File", "one.tab"},
                                                                        {"MapInfo File", "one.mif"},
                                                                        {"ESRI Shapefile", "one.shp"},
                                                                        {"GPKG", "one.gpkg"},
                                                                        {"GeoJSON", "one.geojson"},
                                                                        {"FlatGeobuf", "one.fgb"}}));
  auto const n = GENERATE(1U, 3U);
  CAPTURE(file, n);
  write_layer({driver, folder / file, "one", "name", wkbPolygon, {}, std::vector<Row>(n, Row{"a", SQUARE}), 4326});
  SourceOptions o;
  o.path_and_layer = folder / file;
  auto const source = open_source(o);
  for (int pass = 0; pass < 3; ++pass, source->rewind()) {
    RawFeature f;
    for (auto i = 0U; i < n; ++i) CHECK(source->next(f));
    for (int again = 0; again < 3; ++again) CHECK_FALSE(source->next(f));
    CHECK(source->count() == n);
    CHECK_FALSE(source->next(f));
  }
}
