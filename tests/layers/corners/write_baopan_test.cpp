// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/write_baopan.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "corner_samples.hpp"
#include "engine/core/error.hpp"
#include "engine/crs/zones.hpp"
#include "layers/corners/detective.hpp"

using namespace redline;
using namespace redline::samples;

namespace {

std::string written(CornerList list, std::string const& crs, Findings& findings) {
  auto proposal = propose(list, {});
  if (proposal.order == AxisOrder::unknown) proposal.order = list.order;
  if (list.order != AxisOrder::east_first) place_corners(list, proposal);
  return baopan_text(list, Crs::parse(crs), "out.txt", findings);
}

std::string written(CornerList const& list, std::string const& crs = "EPSG:4516") {
  Findings ignored;
  return written(list, crs, ignored);
}

CornerList random_list(std::mt19937& random, bool degrees) {
  CornerList list;
  list.shown = "r.txt";
  list.order = AxisOrder::east_first;
  std::uniform_real_distribution<double> size(0.2, 1);
  for (auto parcels = 1 + random() % 3; parcels > 0; --parcels) {
    Parcel p;
    p.id = std::to_string(random() % 1000);
    p.name = "甲,乙";
    for (int r = 0; r < 3; ++r) {  // a shell, a hole in it, another part
      CornerRing ring;
      auto const n = 3 + random() % 6;
      auto const reach = (degrees ? 0.001 : 100.0) * (r == 1 ? 0.1 : 1);
      auto const ox = (degrees ? 85.2 : 28421000.0) + (r == 2 ? 5 * reach : 0), oy = degrees ? 44.1 : 4940000.0;
      for (std::size_t i = 0; i < n; ++i) {
        auto const angle = -2 * 3.14159265358979 * static_cast<double>(i) / static_cast<double>(n),
                   d = reach * size(random);
        ring.corners.push_back({"J" + std::to_string(i + 1), ox + d * std::cos(angle), oy + d * std::sin(angle), 0, 0});
      }
      p.rings.push_back(std::move(ring));
    }
    list.parcels.push_back(std::move(p));
  }
  return list;
}

}  // namespace

TEST_CASE("the form as it is written, letter by letter", "[corners]") {
  auto const text = written(
      read(HEADER + "4,1.0000,A1,甲地块,面,,工矿用地,,备注,@\nJ1,1,4940100.0,28421700.1235\nJ2,1,4940100.0,28421800\n"
                    "J3,1,4940000.0,28421800\n"));
  CHECK(text ==
        "[属性描述]\r\n格式版本号=1.01版本\r\n数据产生单位=\r\n数据产生日期=\r\n坐标系=2000国家大地坐标系\r\n几度分带="
        "3\r\n"
        "投影类型=高斯克吕格\r\n计量单位=米\r\n带号=28\r\n精度=0.001\r\n转换参数=,,,,,,\r\n[地块坐标]\r\n"
        "4,1.0000,A1,甲地块,面,,工矿用地,,备注,@\r\nJ1,1,4940100.000,28421700.124\r\nJ2,1,4940100.000,28421800.000\r\n"
        "J3,1,4940000.000,28421800.000\r\nJ1,1,4940100.000,28421700.124\r\n");
}

TEST_CASE("two decimals unless the header asks for three, and the loss is said", "[corners]") {
  auto list = read(
      "[属性描述]\n坐标系=CGCS2000\n精度=0.01\n[地块坐标]\n3,,1,,面,,,,@\nJ1,1,4940100.125,28421700.135\n"
      "J2,1,4940100,28421800\nJ3,1,4940000,28421800\n");
  Findings findings;
  auto const text = written(list, "EPSG:4516", findings);
  CHECK(text.find("J1,1,4940100.12,28421700.14\r\n") != std::string::npos);
  CHECK(finding_count(findings, "corner.rounded") == 1);
  // the area nobody declared: ½ · 100 m · 99.865 m = 4,993.25 m²
  CHECK(text.find("\r\n4,0.4993,1,") != std::string::npos);
}

TEST_CASE("reading it back prints the same digits, and the second trip gives the same bytes", "[corners]") {
  std::mt19937 random(20220825);
  for (int round = 0; round < 200; ++round) {
    bool const degrees = round % 2 == 1;
    auto const* crs = degrees ? "EPSG:4490" : "EPSG:4516";
    auto const once = written(random_list(random, degrees), crs);
    auto const twice = written(read(once), crs);
    REQUIRE(twice == once);
  }
}

TEST_CASE("corners that would fall together are said or refused, never lost", "[corners]") {
  CornerList list;
  list.order = AxisOrder::east_first;
  Parcel p;
  CornerRing ring;
  for (auto const& [x, y] : {std::pair{0.0, 0.0}, {0.0, 100.0}, {0.001, 100.001}, {100.0, 100.0}, {100.0, 0.0}})
    ring.corners.push_back({"J" + std::to_string(ring.corners.size() + 1), 28421000 + x, 4940000 + y, 0, 0});
  p.rings = {ring};
  list.parcels = {p};
  Findings findings;
  written(list, "EPSG:4516", findings);
  CHECK(finding_count(findings, "corner.merged") == 1);
  list.parcels[0].rings[0].corners[2] = {"J3", 28421050, 4940120, 0, 0};
  list.parcels[0].rings[0].corners[3] = {"J4", 28421000.001, 4940000.001, 0, 0};  // prints like the first
  CHECK_THROWS_AS(written(list), Error);
}

TEST_CASE("the header says what the coordinates are in", "[corners]") {
  CornerList list = read("1 44°06′30.5″ 85°12′30.5″\n2 44°06′30.5″ 85°13′30.5″\n3 44°05′30.5″ 85°13′30.5″\n");
  auto const text = written(list, "EPSG:4490");
  CHECK(text.find("计量单位=度分秒\r\n") != std::string::npos);
  CHECK(text.find("1,1,44°06′30.500″,85°12′30.500″\r\n") != std::string::npos);
  auto const old =
      written(read("[属性描述]\n带号=28\n[地块坐标]\n3,,1,,面,,,,@\nJ1,1,4940100,28421700\nJ2,1,4940100,28421800\n"
                   "J3,1,4940000,28421800\n"),
              "EPSG:2352");
  CHECK(old.find("坐标系=1980西安坐标系\r\n") != std::string::npos);
}

// The way back through the header alone, for every zone of China in its four forms and three datums.
TEST_CASE("what is written is recognised again without a doubt", "[corners]") {
  for (auto const datum : {Datum::cgcs2000, Datum::xian1980, Datum::beijing1954})
    for (auto const width : {ZoneWidth::three, ZoneWidth::six})
      for (int number = 13; number <= 45; ++number)
        for (bool const prefix : {true, false}) {
          auto const epsg = epsg_of_zone(datum, {width, number}, prefix);
          if (!epsg) continue;
          auto const crs = "EPSG:" + std::to_string(*epsg);
          CAPTURE(crs);
          auto list = read(HEADER + "3,,1,,面,,,,@\nJ1,1,3940100,421700\nJ2,1,3940100,421800\nJ3,1,3940000,421800\n");
          for (auto& c : list.parcels[0].rings[0].corners) c.y += prefix ? number * 1e6 : 0;
          list.order = AxisOrder::north_first;
          auto const p = propose(read(written(list, crs)), {});
          CHECK(p.certain);
          CHECK(p.crs == crs);
        }
}
