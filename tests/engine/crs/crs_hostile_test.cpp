#include <proj.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "engine/core/error.hpp"
#include "engine/crs/crs.hpp"
#include "engine/crs/transformation.hpp"
#include "engine/crs/zones.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;

namespace {

std::string geographic(std::string const& datum, std::string const& spheroid, std::string const& meridian = "0",
                       std::string const& unit = R"("Degree",0.0174532925199433)") {
  return "GEOGCS[\"g\",DATUM[\"" + datum + "\",SPHEROID[\"s\"," + spheroid + "]],PRIMEM[\"" +
         (meridian == "0" ? "Greenwich" : "p") + "\"," + meridian + "],UNIT[" + unit + "]]";
}

std::string gauss_krueger(std::string const& base, int meridian, std::string const& tail = "") {
  return "PROJCS[\"p\"," + base +
         ",PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],PARAMETER[\"central_meridian\"," +
         std::to_string(meridian) +
         "],PARAMETER[\"scale_factor\",1],PARAMETER[\"false_easting\",500000],PARAMETER[\"false_northing\",0],UNIT["
         "\"metre\",1]" +
         tail + "]";
}

std::string code_of_error(std::string const& text) {
  try {
    Crs::parse(text);
  } catch (Error const& e) {
    return e.message().key;
  }
  return "";
}

}  // namespace

TEST_CASE("a PROJ string is a coordinate system with and without its type") {
  for (auto const* tail : {"", " +no_defs", " +type=crs"})
    CHECK(Crs::parse(std::string("+proj=longlat +datum=WGS84") + tail).datum() == Datum::wgs84);
}

TEST_CASE("GRS 1980 is an ellipsoid, not the datum Xi'an 1980") {
  CHECK(Crs::parse("EPSG:4019").datum() == Datum::other);
  CHECK(Crs::parse("+proj=tmerc +lon_0=84 +x_0=500000 +ellps=GRS80").datum() == Datum::other);
  DatumParameters const xian{"xian1980", {0, 0, 100, 0, 0, 0, 0}, 1.0};
  CHECK_THROWS_AS(Transformation(Crs::parse("EPSG:4019"), {xian}), Error);
}

TEST_CASE("a datum with another datum's ellipsoid is refused at once") {
  CHECK(code_of_error(geographic("D_China_2000", "6378245,298.3")) == "crs.contradiction");
  CHECK(code_of_error(geographic("D_Xian_1980", "6378137,298.257222101")) == "crs.contradiction");
  CHECK(code_of_error(geographic("D_Beijing_1954", "6378140,298.257")) == "crs.contradiction");
  CHECK(code_of_error(geographic("D_WGS_1984", "6378137,0")) == "crs.contradiction");  // the old web-map sphere
  CHECK(code_of_error(geographic("D_WGS_1984", "6378137,298.257223563")).empty());
}

TEST_CASE("Chinese names of the datums are understood") {
  CHECK(Crs::parse(geographic("西安80", "6378140,298.257")).datum() == Datum::xian1980);
  CHECK(Crs::parse(geographic("北京54", "6378245,298.3")).datum() == Datum::beijing1954);
  CHECK(Crs::parse(geographic("2000国家大地坐标系", "6378137,298.257222101")).datum() == Datum::cgcs2000);
}

TEST_CASE("a claimed code counts only where the definition is that of the register") {
  auto const base =
      R"(GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]])";
  CHECK(Crs::parse(gauss_krueger(base, 84, R"(,AUTHORITY["EPSG","4537"])")).code() == "EPSG:4537");
  auto const lie = Crs::parse(gauss_krueger(base, 87, R"(,AUTHORITY["EPSG","4537"])"));
  CHECK(lie.code() != "EPSG:4537");
  CHECK(lie.central_meridian() == 87);
  CHECK_THAT(Transformation(lie).forward({500000, 4900000}).x, WithinAbs(87, 1e-10));
}

TEST_CASE("grads and other prime meridians are never taken for degrees from Greenwich") {
  Transformation const grads(
      Crs::parse(geographic("D_WGS_1984", "6378137,298.257223563", "0", R"("Grad",0.015707963267949)")));
  CHECK_FALSE(grads.identity());
  auto const p = grads.forward({100, 50});
  CHECK_THAT(p.x, WithinAbs(90, 1e-9));
  CHECK_THAT(p.y, WithinAbs(45, 1e-9));
  // PROJ has no operation of stated accuracy from another prime meridian here: refused, not passed through.
  auto const ferro = Crs::parse(geographic("D_WGS_1984", "6378137,298.257223563", "-17.66666666666667"));
  CHECK_THROWS_AS(Transformation(ferro), Error);
}

TEST_CASE("swapped axes and a wrong zone do not land on the other side of the Earth") {
  Transformation const prefixed(Crs::parse("EPSG:4516")), plain(Crs::parse("EPSG:4537"));
  CHECK_THROWS_AS(prefixed.forward({4940966, 28421670}), GeometryError);
  CHECK_THROWS_AS(plain.forward({4940966, 28421670}), GeometryError);
  CHECK_THROWS_AS(plain.forward({28421670, 4940966}), GeometryError);
  CHECK_THROWS_AS(prefixed.forward({421670, 4940966}), GeometryError);
  CHECK_THROWS_AS(prefixed.forward({28500000, 1e300}), GeometryError);
  CHECK_THAT(prefixed.forward({28421670, 4940966}).x, WithinAbs(plain.forward({421670, 4940966}).x, 1e-12));
}

TEST_CASE("every zone's code names a system of that datum, meridian and easting in PROJ's database") {
  for (auto const datum : {Datum::cgcs2000, Datum::xian1980, Datum::beijing1954})
    for (auto const& [width, first, last] : {std::tuple{ZoneWidth::three, 25, 45}, {ZoneWidth::six, 13, 23}})
      for (int z = first; z <= last; ++z)
        for (bool const prefix : {true, false}) {
          auto const crs = Crs::parse("EPSG:" + std::to_string(*epsg_of_zone(datum, {width, z}, prefix)));
          INFO(crs.name());
          CHECK(crs.datum() == datum);
          CHECK(crs.central_meridian() == central_meridian({width, z}));
          auto const at =
              crs.definition().find("False easting\"," + std::to_string(prefix ? z * 1000000 + 500000 : 500000));
          CHECK(at != std::string::npos);
        }
  CHECK_FALSE(epsg_of_zone(Datum::cgcs2000, {ZoneWidth::three, 24}, true).has_value());
  CHECK_FALSE(epsg_of_zone(Datum::wgs84, {ZoneWidth::three, 28}, true).has_value());
}

TEST_CASE("a Mercator of an agency, without any code: real data") {
  auto const* given = std::getenv("REDLINE_SHARED_DATA");
  auto const root = given ? std::filesystem::path(given) : std::filesystem::path(REDLINE_SOURCE_DIR) / "../shared/data";
  auto const folder = root / "drc-protected-areas/Conservation";
  if (!std::filesystem::exists(folder)) {
    std::cerr << "skipped: no shared data at " << folder.string() << " (REDLINE_SHARED_DATA)\n";
    if (std::getenv("CI")) FAIL("the shared data are needed in CI");
    return;
  }
  int seen = 0;
  for (auto const& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".prj") continue;
    std::stringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    auto const crs = Crs::parse(text.str());
    CHECK(crs.datum() == Datum::wgs84);
    CHECK(crs.code().empty());
    // On Mercator's equator x = a · k · λ with the scale of the standard parallel of 5°; 25°E worked out by hand.
    double const k = std::cos(5 * M_PI / 180) / std::sqrt(1 - 0.00669437999014 * std::pow(std::sin(5 * M_PI / 180), 2));
    CHECK_THAT(Transformation(crs).forward({6378137 * k * 25 * M_PI / 180, 0}).x, WithinAbs(25, 1e-9));
    ++seen;
  }
  CHECK(seen > 0);
}
