#include "layers/read/encoding.hpp"
#include "layers/read/place.hpp"
#include "tests/layers/read/samples.hpp"

using namespace redline;
using namespace redline::read_test;

namespace {

void zip(Folder const& folder, std::string const& archive, std::vector<std::string> const& files) {
  for (auto const& f : files) {
    auto const to = "/vsizip/" + (folder / archive) + "/资料/" + f;
    auto* out = VSIFOpenL(to.c_str(), "wb");
    REQUIRE(out != nullptr);
    auto const bytes = read_bytes(folder / f);
    VSIFWriteL(bytes.data(), 1, bytes.size(), out);
    VSIFCloseL(out);
  }
}

}  // namespace

TEST_CASE("a zipped shapefile in a folder of the archive is read in place, with the same care") {
  Folder const folder;
  write_layer(
      {"ESRI Shapefile", folder / "a.shp", "a", "名称", wkbPoint, {"ENCODING=GBK"}, {{"天山", "POINT (85 44)"}}});
  zip(folder, "one.zip", {"a.shp", "a.shx", "a.dbf", "a.prj"});
  auto const all = read_all(folder / "one.zip");
  REQUIRE(all.features.size() == 1);
  CHECK(all.value(0, "名称") == "天山");
  CHECK(all.layer == "a");
  zip(folder, "torn.zip", {"a.shp", "a.dbf"});
  CHECK(refusal(folder / "torn.zip") == "read.damaged_missing");
}

TEST_CASE("of several files in an archive one must be named") {
  Folder const folder;
  for (auto const* name : {"a.geojson", "b.geojson"})
    write_layer({"GeoJSON", folder / name, "x", "name", wkbPoint, {}, {{name, "POINT (85 44)"}}, 4326});
  zip(folder, "two.zip", {"a.geojson", "b.geojson"});
  CHECK(refusal(folder / "two.zip") == "read.which_layer");
  CHECK(read_all(folder / "two.zip:b").value(0, "name") == "b.geojson");
  CHECK(refusal(folder / "two.zip:c") == "read.no_layer");
}

TEST_CASE("Chinese names in archives that do not say UTF-8 are understood") {
  auto const as_gdal_shows = to_utf8(convert("矿业权分布图", "UTF-8", "GB18030").value(), "CP437").value();
  CHECK(name_from_zip(as_gdal_shows) == "矿业权分布图");
  CHECK(name_from_zip("矿业权分布图") == "矿业权分布图");
  CHECK(name_from_zip("rights_2019") == "rights_2019");
}
