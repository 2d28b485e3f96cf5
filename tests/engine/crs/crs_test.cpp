#include "engine/crs/crs.hpp"

#include <catch2/catch.hpp>
#include <limits>

#include "engine/core/error.hpp"
#include "engine/crs/zones.hpp"

using namespace redline;

TEST_CASE("codes, names and ESRI's dialect are the same system") {
  CHECK(Crs::parse("EPSG:4516").code() == "EPSG:4516");
  CHECK(Crs::parse("EPSG:4516").central_meridian() == 84);
  CHECK(Crs::parse("EPSG:4490").geographic());
  auto const esri = Crs::parse(
      R"(PROJCS["CGCS2000_3_Degree_GK_Zone_28",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",28500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",84.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]])");
  CHECK(esri.datum() == Datum::cgcs2000);
  CHECK(esri.code() == "EPSG:4516");
}

TEST_CASE("datums are told apart") {
  CHECK(Crs::parse("EPSG:4490").datum() == Datum::cgcs2000);
  CHECK(Crs::parse("EPSG:4326").datum() == Datum::wgs84);
  CHECK(Crs::parse("EPSG:4610").datum() == Datum::xian1980);
  CHECK(Crs::parse("EPSG:2352").datum() == Datum::xian1980);
  CHECK(Crs::parse("EPSG:4214").datum() == Datum::beijing1954);
  CHECK(Crs::parse("EPSG:2425").datum() == Datum::beijing1954);
  CHECK(Crs::parse("EPSG:4555").datum() == Datum::new_beijing);
  CHECK(Crs::parse("EPSG:4267").datum() == Datum::other);
}

TEST_CASE("what is no coordinate system is an error") {
  for (auto const* text : {"", "EPSG:999999", "banana", "EPSG:9001", "PROJCS[\"broken\""})
    CHECK_THROWS_AS(Crs::parse(text), Error);
}

TEST_CASE("zones of Xinjiang: numbers, meridians, codes, prefixes") {
  CHECK(zone_of(84.0, ZoneWidth::three).number == 28);
  CHECK(zone_of(82.5, ZoneWidth::three).number == 28);
  CHECK(zone_of(82.49, ZoneWidth::three).number == 27);
  CHECK(zone_of(96.1, ZoneWidth::six).number == 17);
  for (int z = 25; z <= 32; ++z) {
    Zone const zone{ZoneWidth::three, z};
    auto const with = Crs::parse("EPSG:" + std::to_string(*epsg_cgcs2000(zone, true)));
    auto const without = Crs::parse("EPSG:" + std::to_string(*epsg_cgcs2000(zone, false)));
    CHECK(with.central_meridian() == central_meridian(zone));
    CHECK(without.central_meridian() == central_meridian(zone));
  }
  for (int z = 13; z <= 17; ++z)
    CHECK(Crs::parse("EPSG:" + std::to_string(*epsg_cgcs2000({ZoneWidth::six, z}, true))).central_meridian() ==
          6.0 * z - 3);
  CHECK(zone_of_prefix(28421670.31) == Zone{ZoneWidth::three, 28});
  CHECK(zone_of_prefix(14421670.31) == Zone{ZoneWidth::six, 14});
  CHECK_FALSE(zone_of_prefix(421670.31).has_value());
  CHECK(zone_of_prefix(13e6) == Zone{ZoneWidth::six, 13});
  CHECK(zone_of_prefix(45999999.99) == Zone{ZoneWidth::three, 45});
  for (double const none : {46e6, 12999999.99, 3e17, -3e17, 1e300, std::numeric_limits<double>::quiet_NaN()})
    CHECK_FALSE(zone_of_prefix(none).has_value());
}
