// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/from_cut.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "corner_samples.hpp"
#include "engine/crs/densify.hpp"
#include "layers/corners/containment.hpp"
#include "layers/corners/detective.hpp"
#include "layers/corners/write_baopan.hpp"

using namespace redline;
using namespace redline::samples;

namespace {

Geometry in_metres(std::string const& wkt) {  // from 28421000 east, 4940000 north in EPSG:4516
  auto const g = transform(Geometry::from_wkt(wkt), [](Point p) { return Point{p.x + 28421000, p.y + 4940000}; });
  return to_lonlat(g, Transformation(Crs::parse("EPSG:4516")));
}
Geometry in_seconds(std::string const& wkt) {  // from 84°E 44°N
  return transform(Geometry::from_wkt(wkt), [](Point p) { return Point{84 + p.x / 3600, 44 + p.y / 3600}; });
}

struct Written {
  Cut result;
  std::string text;
};

Written written(Geometry const& a, std::vector<Geometry> const& p, std::string const& crs, bool blocks = false) {
  Transformation const t(Crs::parse(crs));
  Written out{cut({a, p, t, blocks, {}}), ""};
  REQUIRE(out.result.outcome == CutOutcome::staked);
  Parcel parcel;
  parcel.id = "A1", parcel.name = "甲地块", parcel.declared_area = "100.0000", parcel.declared_corners = 5;
  Findings findings;
  auto const list = corners_of_cut(out.result.staked, parcel, {{"精度", "0.01"}});
  out.text = baopan_text(list, Crs::parse(out.result.staked.crs), "cut.txt", findings);
  CHECK(findings.empty());
  return out;
}

CornerList placed(std::string const& text) {
  auto list = read(text);
  auto const proposal = propose(list, {});
  CHECK(proposal.certain);
  place_corners(list, proposal);
  return list;
}

// What is read is what was meant: the same rings, the same digits, free of protected ground, and written the same
// again.
void check_trip(Written const& w, std::vector<Geometry> const& p) {
  auto const list = placed(w.text);
  REQUIRE(list.parcels.size() == 1);
  auto const& rings = list.parcels[0].rings;
  auto const& meant = w.result.staked.rings;
  REQUIRE(rings.size() == meant.size());
  for (std::size_t i = 0; i < rings.size(); ++i) {
    CHECK(rings[i].mark == std::to_string(i + 1));
    REQUIRE(rings[i].corners.size() == meant[i].size());
    for (std::size_t k = 0; k < meant[i].size(); ++k) {
      CHECK(rings[i].corners[k].name == "J" + std::to_string(k + 1));
      CHECK(std::abs(rings[i].corners[k].x - meant[i][k].x) < 1e-9);
      CHECK(std::abs(rings[i].corners[k].y - meant[i][k].y) < 1e-9);
    }
  }
  auto const ground = to_lonlat(build(closed_rings(list.parcels[0])), Transformation(Crs::parse(w.result.staked.crs)));
  CHECK(ground.parts() == w.result.staked.parts);
  if (!w.result.blocks)
    for (auto const& g : p) CHECK_FALSE(intersects(ground, g));
  Findings ignored;
  CHECK(baopan_text(list, Crs::parse(w.result.staked.crs), "cut.txt", ignored) == w.text);
}

std::vector<Geometry> both(Geometry a, Geometry b) {
  std::vector<Geometry> out;
  out.push_back(std::move(a));
  out.push_back(std::move(b));
  return out;
}

}  // namespace

TEST_CASE("a cut as TXT: metres with two decimals, a hole behind its shell, a second part", "[corners][cut]") {
  auto const p = both(in_metres("POLYGON ((200 400, 300 400, 300 600, 200 600, 200 400))"),
                      in_metres("POLYGON ((600 -10, 700 -10, 700 1010, 600 1010, 600 -10))"));
  auto const w = written(in_metres("POLYGON ((0 0, 1000 0, 1000 1000, 0 1000, 0 0))"), p, "EPSG:4516");
  CHECK(w.result.staked.rings.size() == 3);
  CHECK(w.result.staked.part_of == std::vector<std::size_t>{0, 0, 1});
  check_trip(w, p);
  CHECK(w.text.find("带号=28\r\n精度=0.01\r\n") != std::string::npos);
  CHECK(w.text.find("\r\nJ1,1,4941000.00,28421000.00\r\n") != std::string::npos);
  CHECK(w.text.find(",A1,甲地块,面,,,,@\r\n") != std::string::npos);
  CHECK(w.text.find("100.0000") == std::string::npos);  // the area of what remains, not of what was declared
}

TEST_CASE("a cut as TXT: degrees, seconds with three decimals", "[corners][cut]") {
  auto const p = both(in_seconds("POLYGON ((40.1234567 -5, 80 -5, 80 65, 45.7654321 65, 40.1234567 -5))"),
                      in_seconds("POLYGON ((10 10, 20.00049 10, 20 20.00051, 10 10))"));
  auto const w = written(in_seconds("POLYGON ((0 0, 60 0, 60 60, 0 60, 0 0))"), p, "EPSG:4490");
  CHECK(w.result.staked.rings.size() == 2);
  check_trip(w, p);
  CHECK(w.text.find("计量单位=度分秒\r\n") != std::string::npos);
  CHECK(w.text.find("J1,1,44°01′00.000″,84°00′00.000″\r\n") != std::string::npos);
  CHECK(w.text.find("精度=\r\n") != std::string::npos);
}

TEST_CASE("blocks as TXT, also where two meet at a point", "[corners][cut]") {
  auto const p =
      both(in_seconds("POLYGON ((1 1, 2 1, 2 2, 1 1))"), in_seconds("POLYGON ((16 16, 17 16, 17 17, 16 16))"));
  auto const w = written(in_seconds("POLYGON ((0 0, 45 0, 45 45, 0 45, 0 0))"), p, "EPSG:4490", true);
  REQUIRE(w.result.blocks);
  CHECK(w.result.blocks->lost == 2);
  check_trip(w, p);
}

TEST_CASE("cuts of random ground make the trip", "[corners][cut]") {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> place(0, 900), size(50, 300);
  for (int round = 0; round < 40; ++round) {
    CAPTURE(round);
    bool const degrees = round % 2 == 1;
    std::vector<Geometry> p;
    for (int i = 0; i < 3; ++i) {
      auto const x = place(random), y = place(random), r = size(random);
      p.push_back(in_metres("POLYGON ((" + std::to_string(x) + " " + std::to_string(y) + ", " + std::to_string(x + r) +
                            " " + std::to_string(y + r / 3) + ", " + std::to_string(x + r / 4) + " " +
                            std::to_string(y + r) + ", " + std::to_string(x) + " " + std::to_string(y) + "))"));
    }
    check_trip(
        written(in_metres("POLYGON ((0 0, 1000 0, 1000 1000, 0 1000, 0 0))"), p, degrees ? "EPSG:4490" : "EPSG:4516"),
        p);
  }
}
