// What goes in comes out: values, NULLs, Chinese, hostile text and numbers, order of the second pass.
// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <limits>

#include "engine/core/error.hpp"
#include "tests/layers/write/ledger_reading.hpp"

using namespace redline;
using namespace redline::samples;

namespace {

constexpr double NOT_A_NUMBER = std::numeric_limits<double>::quiet_NaN();
constexpr double INFINITE = std::numeric_limits<double>::infinity();

std::string failure_of(std::function<void()> const& f) {
  try {
    f();
  } catch (Error const& e) {
    return e.message().key;
  }
  return "no error";
}

}  // namespace

TEST_CASE("counts and values of an ordinary ledger", "[write]") {
  register_drivers();
  Folder const folder;
  write_ledger(folder.file("a.gpkg"), 30);  // 10 of each dimension, 2 conflicts, 2 checks each
  Reading r(folder.file("a.gpkg"));
  for (char const* kind : {"areas", "lines", "points"}) {
    CHECK(r.layer(std::string("activity_") + kind).GetFeatureCount() == 10);
    CHECK(r.layer(std::string("conflict_") + kind).GetFeatureCount() == 20);
  }
  CHECK(r.value("SELECT count(*) FROM conflicts") == "60");
  CHECK(r.value("SELECT count(DISTINCT conflict_id) FROM conflicts") == "60");
  CHECK(r.value("SELECT count(*) FROM activity_checks") == "60");
  CHECK(r.value("SELECT count(*) FROM balance") == "30");
  CHECK(r.value("SELECT area_name FROM conflicts WHERE conflict_id='c2b'") == "塔里木胡杨国家级自然保护区");
  CHECK(r.value("SELECT designated_on FROM conflicts WHERE conflict_id='c2b'") == "2006/02/11");
  CHECK(r.value("SELECT overlap_m2 = 1234.5 AND overlap_share = 0.25 AND zone_share = 1e-6 FROM conflicts "
                "WHERE conflict_id='c2a'") == "1");
  CHECK(r.value("SELECT schematic FROM conflicts WHERE conflict_id='c2a'") == "1");
  CHECK(r.value("SELECT overlap_m2 FROM conflict_lines WHERE conflict_id='c1a'") == "0");
  CHECK(r.value("SELECT overlap_m FROM conflict_lines WHERE conflict_id='c1a'") == "77.5");
  CHECK(r.value("SELECT overlap_share FROM conflict_points WHERE conflict_id='c0a'") == "NULL");
  CHECK(r.value("SELECT valid_to FROM activity_areas WHERE activity_id='A2'") == "NULL");
  CHECK(r.value("SELECT holder FROM activity_areas WHERE activity_id='A2'") == "NULL");
  CHECK(r.errors.failures().empty());
}

TEST_CASE("x is the longitude and corners stay as given", "[write]") {
  register_drivers();
  Folder const folder;
  write_ledger(folder.file("a.gpkg"), 3);
  Reading r(folder.file("a.gpkg"));
  OGRFeatureUniquePtr const feature(r.layer("activity_areas").GetNextFeature());
  auto const wkt = feature->GetGeometryRef()->exportToWkt();
  CHECK(wkt == "MULTIPOLYGON (((80.04 40.0,80.05 40.0,80.05 40.01,80.04 40.01,80.04 40.0)))");
}

TEST_CASE("numbers that are none and empty text become NULL", "[write]") {
  register_drivers();
  Folder const folder;
  auto odd = record(0, 2);
  odd.attributes.declared_m2 = NOT_A_NUMBER, odd.row.nearest_m = INFINITE;
  odd.conflicts[0].overlap_m2 = -INFINITE, odd.conflicts[0].lon = NOT_A_NUMBER;
  odd.conflicts[1].geometry.clear(), odd.conflicts[1].overlap_m2.reset();  // a contact
  odd.balance.residue = NOT_A_NUMBER, odd.row.corners.clear();
  odd.findings = {{"geometry.null", Severity::warning, "rights", "A0", {}, NOT_A_NUMBER, 40}};
  LedgerWriter writer({folder.file("a.gpkg"), false, Language::en}, areas());
  writer.add(odd);
  writer.commit();
  Reading r(folder.file("a.gpkg"));
  for (char const* sql : {"SELECT declared_m2 FROM activity_areas", "SELECT nearest_m FROM activity_areas",
                          "SELECT overlap_m2 FROM conflicts WHERE conflict_id='c0a'", "SELECT residue FROM balance",
                          "SELECT lon FROM conflicts WHERE conflict_id='c0a'", "SELECT args FROM findings"}) {
    INFO(sql);
    CHECK(r.value(sql) == "NULL");
  }
  CHECK(r.value("SELECT overlap_m2 FROM conflicts WHERE conflict_id='c0b'") == "0");
  CHECK(r.value("SELECT count(*) FROM conflict_areas WHERE geom IS NULL") == "1");
  CHECK(r.value("SELECT count(*) FROM activity_areas WHERE geom IS NULL") == "1");
  CHECK(r.value("SELECT count(*) FROM findings WHERE geom IS NULL") == "1");
  CHECK(r.value("SELECT text FROM findings") == "has no geometry");
}

TEST_CASE("hostile text survives or is made readable", "[write]") {
  register_drivers();
  Folder const folder;
  std::string const quotes = "O'Neil \"; DROP TABLE conflicts; --\n第二行\t{0}";
  std::string const long_text(3000000, 'x');
  auto one = record(0, 2), two = record(3, 2);
  one.attributes.name = quotes, one.attributes.holder = "\xC0\xCF\xB0\xE5", one.conflicts[0].trace = long_text;
  two.attributes.id = std::string(200000, 'y');  // longer than the block that texts of a batch share
  LedgerWriter writer({folder.file("a.gpkg"), false, Language::zh}, areas());
  writer.add(one), writer.add(two);
  writer.add_finding({"no.such.code", Severity::error, "", "", {"{0}", "\"", "\xFF"}});
  writer.commit();
  Reading r(folder.file("a.gpkg"));
  CHECK(r.value("SELECT activity_name FROM conflicts WHERE conflict_id='c0a'") == quotes);
  CHECK(r.value("SELECT holder FROM activity_areas WHERE activity_id='A0'") == "ÀÏ°å");  // Latin-1 reading
  CHECK(r.value("SELECT length(trace) FROM conflicts WHERE conflict_id='c0a'") == "3000000");
  CHECK(r.value("SELECT count(*) FROM activity_checks WHERE length(activity_id)=200000") == "2");
  CHECK(r.value("SELECT code FROM findings") == "no.such.code");
  CHECK(r.errors.failures().empty());
}

TEST_CASE("what cannot be right is an error, and no file appears", "[write]") {
  register_drivers();
  Folder const folder;
  auto const attempt = [&](std::function<void(ActivityRecord&)> const& spoil) {
    return failure_of([&] {
      LedgerWriter writer({folder.file("a.gpkg"), false, Language::zh}, areas());
      auto r = record(0, 2);
      spoil(r);
      auto const code = failure_of([&] { writer.add(r); });
      REQUIRE(code != "no error");
      CHECK(failure_of([&] { writer.commit(); }) == "write.incomplete");
      throw Error(ErrorKind::invariant, code);
    });
  };
  CHECK(attempt([](auto& r) { r.conflicts[0].area = 2; }) == "write.area");
  CHECK(attempt([](auto& r) { r.dimension = -1; }) == "write.geometry");
  CHECK(attempt([](auto& r) { r.row.corners.resize(20); }) == "write.geometry");
  CHECK(attempt([](auto& r) { r.conflicts[1].geometry = square(80, NOT_A_NUMBER, 1); }) == "write.geometry");
  CHECK(attempt([](auto& r) { r.conflicts[1].geometry = segment(80, 40, 1); }) == "write.geometry");
  CHECK(folder.names().empty());
}

TEST_CASE("small tables read back", "[write]") {
  register_drivers();
  Folder const folder;
  LedgerWriter writer({folder.file("a.gpkg"), false, Language::zh}, areas());
  writer.add_layer(
      {"reserves", "areas", "保护区.shp", "ab12", 31, "2019-01-01", "", "not stated", "used", "EPSG:4490", "", "GBK"});
  writer.add_rows({"rights", "", "", 10, 8, 1, 1});
  writer.add_rows({"rights", "A7", "空图形", 1, 0, 0, 1});
  writer.add_summary(
      {"NR-1", "nature_reserve", "塔里木", "国家级", "core", "oil_well", 3, 0, 0, {{"must_exit", 2}, {"review", 1}}});
  writer.add_decision({"A1", "NR-1", "keep", "新自然资函〔2020〕1号", "自然资源厅", "2020-01-01", "2025-01-01"});
  writer.add_style({"conflict_areas", "redline", "<qgis/>", "<sld/>", "", true});
  writer.commit();
  Reading r(folder.file("a.gpkg"));
  CHECK(r.value("SELECT source || valid_from FROM layers_checked WHERE valid_to IS NULL") == "保护区.shp2019-01-01");
  CHECK(r.value("SELECT sum(read) FROM rows WHERE feature IS NULL") == "10");
  CHECK(r.value("SELECT reason FROM rows WHERE feature='A7'") == "空图形");
  CHECK(r.value("SELECT must_exit*100 + review*10 + prohibited FROM summary") == "210");
  CHECK(r.value("SELECT office FROM decisions") == "自然资源厅");
  CHECK(r.value("SELECT styleQML FROM layer_styles WHERE f_table_name='conflict_areas' AND f_table_schema='' AND "
                "f_geometry_column='geom'") == "<qgis/>");
  CHECK(r.value("SELECT styleSLD FROM layer_styles") == "<sld/>");
}

TEST_CASE("a verdict that the summary has no column for is an error", "[write]") {
  register_drivers();
  Folder const folder;
  LedgerWriter writer({folder.file("a.gpkg"), false, Language::zh}, areas());
  CHECK(failure_of([&] {
          writer.add_summary({"NR-1", "", "", "", "", "", 1, 0, 0, {{"perhaps", 1}}});
        }) == "write.verdict");
}
