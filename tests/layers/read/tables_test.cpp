#include "layers/read/coordinate_columns.hpp"
#include "tests/layers/read/samples.hpp"

using namespace redline;
using namespace redline::read_test;

namespace {

All csv(std::string const& text, std::string const& x = "", std::string const& y = "") {
  Folder const folder;
  write_bytes(folder / "t.csv", text);
  SourceOptions o;
  o.path_and_layer = folder / "t.csv";
  o.x_field = x, o.y_field = y;
  return read_all(o);
}

std::string csv_refusal(std::string const& text, std::string const& x = "", std::string const& y = "") {
  try {
    csv(text, x, y);
  } catch (Error const& e) {
    return e.message().key;
  }
  return "<none>";
}

// A sheet without a header of its own: the first rows are titles.
void write_sheet(std::string const& path, std::vector<std::vector<std::string>> const& rows) {
  static GdalSession const session;
  GDALDatasetUniquePtr ds(
      GetGDALDriverManager()->GetDriverByName("XLSX")->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  REQUIRE(ds);
  auto* layer = ds->CreateLayer("采矿权", nullptr, wkbNone, nullptr);
  for (auto const& name : rows.front()) {
    OGRFieldDefn field(name.c_str(), OFTString);
    REQUIRE(layer->CreateField(&field) == OGRERR_NONE);
  }
  for (std::size_t r = 1; r < rows.size(); ++r) {
    OGRFeature f(layer->GetLayerDefn());
    for (std::size_t c = 0; c < rows[r].size(); ++c)
      if (!rows[r][c].empty()) f.SetField(static_cast<int>(c), rows[r][c].c_str());
    REQUIRE(layer->CreateFeature(&f) == OGRERR_NONE);
  }
}

}  // namespace

TEST_CASE("longitude and latitude by name, in decimals and in degrees, minutes, seconds") {
  auto const all = csv("名称,纬度,经度\n甲,\"44°06'30\"\"\",\"E85°12'30.5\"\"\"\n乙,44.5,85.25\n");
  CHECK(wkt(all.features.at(0).wkb, 6) == "POINT (85.208472 44.108333)");
  CHECK(wkt(all.features.at(1).wkb) == "POINT (85.25 44.5)");
  CHECK(all.has("read.degrees_assumed"));
  CHECK(all.crs.find("China Geodetic Coordinate System 2000") != std::string::npos);
}

TEST_CASE("X is north in a Chinese table: decided by magnitude, told, and without a CRS") {
  auto const all = csv("点号,X,Y\nJ1,4940966.783,28421670.310\nJ2,4940900.5,28421700\n");
  CHECK(wkt(all.features.at(0).wkb) == "POINT (28421670.31 4940966.783)");
  CHECK(all.has("read.x_is_north"));
  CHECK(all.crs.empty());
  auto const six = csv("点号,X坐标(m),Y坐标(m)\nJ1,4940966.783,421670.310\n");
  CHECK(wkt(six.features.at(0).wkb) == "POINT (421670.31 4940966.783)");
}

TEST_CASE("X is east where the numbers say so") {
  auto const all = csv("X,Y\n421670.31,4940966.783\n");
  CHECK(wkt(all.features.at(0).wkb) == "POINT (421670.31 4940966.783)");
  CHECK(all.has("read.x_is_east"));
  CHECK(csv("横坐标,纵坐标\n421670.31,4940966.783\n").features.size() == 1);
}

TEST_CASE("exchanged or undecidable columns are refused with a question, and the answer settles it") {
  CHECK(csv_refusal("经度,纬度\n44.1,85.2\n44.2,85.3\n") == "read.swapped");
  CHECK(csv_refusal("x,y\n4940966,4421670\n") == "read.ambiguous");
  CHECK(csv_refusal("x,y\n-69.1,-38.2\n") == "read.ambiguous");
  CHECK(wkt(csv("x,y\n-69.1,-38.2\n", "x", "y").features.at(0).wkb, 1) == "POINT (-69.1 -38.2)");
  CHECK(csv_refusal("a,b\n1,2\n", "a", "c") == "read.no_field");
  CHECK(csv_refusal("a,b\n1,2\n") == "read.no_coordinates");
}

TEST_CASE("extents of a right are not taken for its place") {
  CHECK(csv_refusal("许可证号,东经起,东经止,北纬起,北纬止\nC1,85,86,44,45\n") == "read.no_coordinates");
}

TEST_CASE("rows without usable coordinates keep their place and say why") {
  auto const all =
      csv("名称,X,Y\n甲,4940966.783,28421670.310\n合计,,\n零,0,0\n乙,28421670.310,4940966.783\n丙,x,y\n丁,\"4,940,"
          "967\",28421671\n"
          "戊,4940966,28421670\n己,4940966,28421670\n庚,4940966,28421670\n辛,4940966,28421670\n壬,4940966,28421670\n"
          "癸,4940966,28421670\n子,4940966,28421670\n");
  REQUIRE(all.features.size() == 13);
  for (std::size_t bad : {1, 2, 3, 4}) {
    CHECK(all.features[bad].wkb.empty());
    CHECK_FALSE(all.features[bad].geometry_problem.key.empty());
  }
  CHECK(wkt(all.features[5].wkb, 0) == "POINT (28421671 4940967)");
}

TEST_CASE("a column of WKT gives any geometry; a broken one is a problem of its row") {
  auto const all = csv("id;WKT\n1;POLYGON ((0 0,1 0,1 1,0 0))\n2;POLYGON ((0 0,1\n3;\n");
  REQUIRE(all.features.size() == 3);
  CHECK(Geometry::from_wkb(all.features[0].wkb).planar_area() == 0.5);
  CHECK_FALSE(all.features[1].geometry_problem.key.empty());
  CHECK((all.features[2].wkb.empty() && all.features[2].geometry_problem.key.empty()));
}

TEST_CASE("a spreadsheet with titles above its header, an empty row and numbers as text") {
  Folder const folder;
  write_sheet(folder / "t.xlsx", {{"某县采矿权一览表", " ", "  ", "   "},
                                  {"制表：某局", "", "", "2019-03-31"},
                                  {"序号", "许可证号", "X坐标", "Y坐标"},
                                  {"1", "C6501", "4940966.783", "28421670.310"},
                                  {"", "", "", ""},
                                  {"2", "C6502", "4940966.5", "28421671"}});
  auto const all = read_all(folder / "t.xlsx");
  REQUIRE(all.features.size() == 2);
  CHECK(all.value(1, "许可证号") == "C6502");
  CHECK(wkt(all.features[0].wkb) == "POINT (28421670.31 4940966.783)");
  CHECK(all.features[1].fid == 6);  // the row of the sheet
  CHECK((all.has("read.title_rows") && all.has("read.x_is_north")));
  CHECK(all.layer == "采矿权");
}

TEST_CASE("a CSV with title lines") {
  auto const all = csv("某县油井一览表,,\n井号,经度,纬度\nW1,83.5,41.25\n");
  REQUIRE(all.features.size() == 1);
  CHECK(all.value(0, "井号") == "W1");
  CHECK(all.has("read.title_rows"));
}

TEST_CASE("garbled texts of a table are reported once with an example") {
  auto const all = csv("name,lon,lat\nBAÃ±,85.5,44\nMuÃ±oz,85,44\nplain,85,44\n");
  CHECK(std::count_if(all.findings.begin(), all.findings.end(),
                      [](auto const& f) { return f.code == "read.mojibake"; }) == 1);
  CHECK(all.value(0, "name") == "BAÃ±");  // left as it is
}

TEST_CASE("a pass over some of the selected fields leaves the others out, and its word on texts to a whole pass") {
  Folder const folder;
  std::ofstream(folder / "a.csv") << "id,name,lon,lat\nW1,BAÃ±,85.5,44\nW2,plain,85,44\n";
  GdalSession const session;
  SourceOptions o;
  o.path_and_layer = folder / "a.csv";
  auto const source = open_source(o);
  auto const garbled = [&] {
    auto const& found = source->findings();
    return std::count_if(found.begin(), found.end(), [](auto const& f) { return f.code == "read.mojibake"; });
  };
  source->select({0, 1});
  source->select_geometry(false);
  source->read_only({0});
  RawFeature f;
  REQUIRE(source->next(f));
  CHECK(f.values == std::vector<std::optional<std::string>>{"W1", std::nullopt});
  REQUIRE(source->next(f));
  CHECK(f.values.front() == "W2");
  CHECK_FALSE(source->next(f));
  CHECK(garbled() == 0);
  source->read_all_selected();
  source->select_geometry(true);
  REQUIRE(source->next(f));
  CHECK(f.values == std::vector<std::optional<std::string>>{"W1", "BAÃ±"});
  CHECK_FALSE(f.wkb.empty());
  while (source->next(f)) {
  }
  CHECK(garbled() == 1);
}
