#include "engine/crs/doubt.hpp"

#include <catch2/catch.hpp>

#include "engine/crs/transformation.hpp"
#include "engine/crs/zones.hpp"

using namespace redline;

namespace {

Bounds around(double x, double y, double half) { return {x - half, y - half, x + half, y + half}; }

Bounds right_of_5_km(Crs const& crs, double longitude, double latitude) {
  auto const p = crs.geographic() ? Point{longitude, latitude} : Transformation(crs).inverse({longitude, latitude});
  return around(p.x, p.y, crs.geographic() ? 0.03 : 2500);
}

std::string code_of(std::optional<Doubt> const& d) { return d ? d->code : "none"; }

}  // namespace

TEST_CASE("coordinates in their own CRS raise no doubt, in every zone of China, with and without its number") {
  for (auto const width : {ZoneWidth::three, ZoneWidth::six})
    for (int number = width == ZoneWidth::three ? 25 : 13; number <= (width == ZoneWidth::three ? 45 : 23); ++number)
      for (bool const prefix : {false, true}) {
        auto const crs = Crs::parse("EPSG:" + std::to_string(epsg_cgcs2000({width, number}, prefix).value()));
        CAPTURE(crs.code());
        for (double const latitude : {18.5, 34.4, 49.1, 53.4})
          for (double const off : {-1.4, 0.0, 1.4})
            CHECK(code_of(doubt(crs, right_of_5_km(crs, central_meridian({width, number}) + off, latitude))) == "none");
      }
}

TEST_CASE("the proposed code is the one the coordinates were made in") {
  for (int zone = 25; zone <= 32; ++zone) {
    auto const with = Crs::parse("EPSG:" + std::to_string(epsg_cgcs2000({ZoneWidth::three, zone}, true).value()));
    auto const without = Crs::parse("EPSG:" + std::to_string(epsg_cgcs2000({ZoneWidth::three, zone}, false).value()));
    auto const next = Crs::parse("EPSG:" + std::to_string(epsg_cgcs2000({ZoneWidth::three, zone + 1}, true).value()));
    auto const truth = right_of_5_km(with, 3.0 * zone, 44), bare = right_of_5_km(without, 3.0 * zone, 44);
    for (auto const& [crs, bounds, code, proposed] : {std::tuple{next, truth, "crs.other_zone", with.code()},
                                                      {without, truth, "crs.prefix", with.code()},
                                                      {with, bare, "crs.no_prefix", without.code()},
                                                      {Crs::parse("EPSG:4490"), truth, "crs.metres", with.code()}}) {
      auto const d = doubt(crs, bounds);
      CAPTURE(zone, code);
      REQUIRE(code_of(d) == code);
      CHECK(d->args.at(2) == crs.code());
      CHECK(d->args.at(3) == proposed);
      CHECK(d->certain == (d->code != "crs.other_zone"));
    }
  }
}

TEST_CASE("the proposal keeps the datum") {
  auto const d = doubt(Crs::parse("EPSG:2353"), around(28421000, 4900000, 10));  // Xi'an 1980, zone 29
  REQUIRE(code_of(d) == "crs.other_zone");
  CHECK(d->args.at(3) == "EPSG:2352");
  CHECK(doubt(Crs::parse("EPSG:2401"), around(85, 44, 0.1)).value().args.at(3) == "EPSG:4214");
}

TEST_CASE("axes exchanged are seen in degrees and in metres, other parts of the Earth are left alone") {
  CHECK(code_of(doubt(Crs::parse("EPSG:4490"), around(44, 85, 0.1))) == "crs.swapped");
  CHECK(code_of(doubt(Crs::parse("EPSG:4490"), around(30, 120, 0.1))) == "crs.swapped");
  CHECK(code_of(doubt(Crs::parse("EPSG:4516"), around(4900000, 28421000, 10))) == "crs.swapped");
  CHECK(code_of(doubt(Crs::parse("EPSG:4537"), around(4900000, 421000, 10))) == "crs.swapped");
  for (auto const& [lon, lat] :
       {std::pair{85.0, 44.0}, {-69.2, -38.5}, {22.0, -4.0}, {52.0, 45.0}, {-99.1, 19.3}, {25.0, 71.0}})
    CHECK(code_of(doubt(Crs::parse("EPSG:4326"), around(lon, lat, 0.1))) == "none");
  CHECK(code_of(doubt(Crs::parse("EPSG:32635"), around(500000, 9500000, 10))) == "none");
  CHECK(code_of(doubt(Crs::parse("EPSG:32645"), around(85, 44, 0.1))) == "crs.degrees");
}

TEST_CASE("far outside a zone but continuous with it is no contradiction; beyond China is") {
  auto const crs = Crs::parse("EPSG:4517");
  CHECK(code_of(doubt(crs, {28900000, 4000000, 29100000, 4200000})) == "none");  // across the seam of two numbers
  CHECK(code_of(doubt(crs, around(29500000 + 3e6, 4000000, 10))) != "none");
  CHECK(code_of(doubt(crs, around(29500000, -5, 10))) == "crs.far");
  CHECK(code_of(doubt(crs, Bounds{})) == "none");
}
