#include "tests/layers/read/samples.hpp"

using namespace redline;
using namespace redline::read_test;

TEST_CASE("network sources are refused unless allowed, however they are wrapped") {
  for (auto const* path :
       {"/vsicurl/http://127.0.0.1:9/a.gpkg", "http://127.0.0.1:9/a.geojson", "HTTPS://127.0.0.1/a.json",
        "/vsizip//vsicurl/http://127.0.0.1:9/a.zip", "WFS:http://127.0.0.1:9/wfs",
        "CSV:/vsicurl/http://127.0.0.1:9/a.csv", "/vsis3/bucket/a.gpkg"}) {
    CAPTURE(path);
    CHECK(refusal(path) == "read.refused_network");
  }
}

TEST_CASE("a VRT is refused unless allowed, also under another name") {
  Folder const folder;
  write_layer({"GPKG", folder / "a.gpkg", "a", "name", wkbPoint, {}, {{"x", "POINT (1 2)"}}});
  auto const vrt = "<OGRVRTDataSource><OGRVRTLayer name=\"a\"><SrcDataSource>" + (folder / "a.gpkg") +
                   "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
  for (auto const* name : {"a.vrt", "a.xml", "b.gpkg"}) {
    CAPTURE(name);
    write_bytes(folder / name, vrt);
    CHECK(refusal(folder / name) != "<none>");
  }
  SourceOptions o;
  o.path_and_layer = folder / "a.vrt";
  CHECK(refusal(o) == "read.refused_vrt");
  o.allow_vrt = true;
  CHECK(read_all(o).features.size() == 1);
}

TEST_CASE("a file that only says inside that it is a web service is not followed") {
  Folder const folder;
  write_bytes(folder / "a.xml", "<OGRWFSDataSource><URL>http://127.0.0.1:9/wfs</URL></OGRWFSDataSource>");
  CHECK(refusal(folder / "a.xml") == "read.refused_network");
}

TEST_CASE("a password in a database address is not shown") {
  try {
    read_all("PG:host=127.0.0.1 port=9 dbname=none user=u password=secret123");
    FAIL("no error");
  } catch (Error const& e) {
    CHECK(e.text(Language::en).find("secret123") == std::string::npos);
    CHECK(e.message().key == "read.not_vector");
  }
}
