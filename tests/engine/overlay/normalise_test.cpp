#include "engine/overlay/normalise.hpp"

#include <catch2/catch.hpp>
#include <limits>

using namespace redline;

namespace {

Normalised from(char const* wkt) {
  Transformation const t(Crs::parse("EPSG:4490"));
  return normalise(Geometry::from_wkt(wkt).wkb(), t, {"layer", "id", {}, 0.01});
}

}  // namespace

TEST_CASE("every kind of bad geometry ends as repaired or rejected, with a finding that names the feature") {
  CHECK(from("POLYGON ((84 44, 85 44, 85 45, 84 44))").outcome == Outcome::used);
  auto const bow_tie = from("POLYGON ((84 44, 84.2 44.2, 84.2 44, 84 44.2, 84 44))");
  CHECK(bow_tie.outcome == Outcome::repaired);
  REQUIRE(bow_tie.findings.size() == 1);
  CHECK(bow_tie.findings[0].feature == "id");
  CHECK(bow_tie.findings[0].lon > 84);
  CHECK(from("POLYGON ((84 44, 85 44, 85 45, 84 45, 84 44), (86 46, 87 46, 87 47, 86 46))").outcome ==
        Outcome::repaired);
  CHECK(from("POLYGON EMPTY").reason == "geometry.empty");
  CHECK(from("GEOMETRYCOLLECTION (POINT (84 44), LINESTRING (84 44, 85 45))").reason == "geometry.mixed");
  CHECK(from("POLYGON ((44 84, 44 285, 45 285, 44 84))").reason == "geometry.off_earth");
  CHECK(from("POLYGON ((84 44, 85 45, 84 44, 84 44))").outcome == Outcome::rejected);
}

TEST_CASE("null, NaN, broken bytes and what the reader refused are rejected") {
  Transformation const t(Crs::parse("EPSG:4490"));
  CHECK(normalise({}, t, {"l", "f", {}, 0.01}).reason == "geometry.null");
  CHECK(normalise({}, t, {"l", "f", Message{"read.row_zero", {}}, 0.01}).reason == "read.row_zero");
  Wkb const broken{1, 3, 0, 0, 0, 9};
  CHECK(normalise(broken, t, {"l", "f", {}, 0.01}).reason == "geometry.unreadable");
  auto const bow = Geometry::from_wkt("POLYGON ((84 44, 84.1 44.1, 84.1 44, 84 44.1, 84 44))").wkb();
  auto const mended = normalise(bow, t, {"l", "f", {}, 0.01}).findings.at(0);
  CHECK(render({mended.code, mended.args}, Language::zh).find("边界自相交") != std::string::npos);
  CHECK(render({mended.code, mended.args}, Language::en).find("self-intersection") != std::string::npos);
  auto const nan = Geometry::point({std::numeric_limits<double>::infinity(), 44}).wkb();
  CHECK(normalise(nan, t, {"l", "f", {}, 0.01}).outcome == Outcome::rejected);
}
