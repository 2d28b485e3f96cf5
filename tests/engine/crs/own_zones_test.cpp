#include "engine/crs/own_zones.hpp"

#include <catch2/catch.hpp>
#include <functional>

using namespace redline;

namespace {

Bounds at(double x, double half = 10) { return {x - half, 4.4e6 - half, x + half, 4.4e6 + half}; }

ZoneSurvey::Zones surveyed(char const* code, std::vector<Bounds> const& rows) {
  ZoneSurvey survey(Crs::parse(code));
  for (auto const& row : rows) survey.add(row);
  return survey.several();
}

using Zones = ZoneSurvey::Zones;

}  // namespace

TEST_CASE("rows of several zones are told by their numbers", "[crs]") {
  CHECK(surveyed("EPSG:4515", {at(27.45e6), at(28.41e6), at(28.58e6), at(30.59e6)}) ==
        Zones{{27, 1}, {28, 2}, {30, 1}});
  CHECK(surveyed("EPSG:4515", {at(27.10e6), at(28.41e6)}) == Zones{{27, 1}, {28, 1}});  // the stated one may reach far
  CHECK(surveyed("EPSG:2351", {at(27.45e6), at(28.41e6)}) == Zones{{27, 1}, {28, 1}});  // Xi'an 1980
  CHECK(surveyed("EPSG:4492", {at(14.2e6), at(15.7e6)}) == Zones{{14, 1}, {15, 1}});    // 6 degrees
}

TEST_CASE("one zone, drawn beyond its strip or not, is one zone", "[crs]") {
  CHECK(surveyed("EPSG:4515", {at(27.45e6), at(27.58e6)}).empty());
  CHECK(surveyed("EPSG:4515", {at(28.45e6), at(28.58e6)}).empty());  // all of another zone: for the doubt to say
  CHECK(surveyed("EPSG:4515", {at(27.45e6), at(28.50e6), at(28.90e6)}).empty());
  CHECK(surveyed("EPSG:4518", {at(30.6e6), at(29.66e6)}).empty());  // 160 km from the meridian of 29: no row of it
  CHECK(surveyed("EPSG:4515", {at(27.45e6), at(28.00e6, 2e5)}).empty());  // from one number into the next
  CHECK(surveyed("EPSG:4515", {at(27.45e6), at(15.50e6)}).empty());       // a number of 6 degrees
  CHECK(surveyed("EPSG:4515", {at(27.45e6), at(5e5)}).empty());
}

TEST_CASE("only a Crs with a zone number is asked", "[crs]") {
  CHECK(ZoneSurvey(Crs::parse("EPSG:4515")).wanted());
  CHECK_FALSE(ZoneSurvey(Crs::parse("EPSG:4536")).wanted());  // without number
  CHECK_FALSE(ZoneSurvey(Crs::parse("EPSG:4490")).wanted());
  CHECK_FALSE(ZoneSurvey(Crs::parse("EPSG:32645")).wanted());
}

TEST_CASE("a row is transformed in its own zone", "[crs]") {
  auto const crs = [](char const* code) { return Transformation(Crs::parse(code)); };
  ZoneTransformations zones(crs("EPSG:4515"));
  zones.add(28, crs("EPSG:4516"));
  auto const copy = zones.clone();
  for (ZoneTransformations const& t : {std::cref<ZoneTransformations>(zones), std::cref<ZoneTransformations>(copy)}) {
    CHECK(t.of(at(28.41e6)).crs().code() == "EPSG:4516");
    CHECK(t.of(at(27.41e6)).crs().code() == "EPSG:4515");
    CHECK(t.of(at(29.41e6)).crs().code() == "EPSG:4515");
    CHECK(t.of(at(28.5e6)).forward({28.5e6, 4.4e6}).x == Approx(84).margin(1e-9));
  }
}
