#include "engine/screen/minerals.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

using namespace redline;

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

void same(Pairs const& pairs) {
  for (auto const& [a, b] : pairs) {
    INFO(a << " | " << b);
    CHECK_FALSE(known_to_differ(a, b));
    CHECK_FALSE(known_to_differ(b, a));
  }
}

void apart(Pairs const& pairs) {
  for (auto const& [a, b] : pairs) {
    INFO(a << " | " << b);
    CHECK(known_to_differ(a, b));
    CHECK(known_to_differ(b, a));
  }
}

}  // namespace

TEST_CASE("one mineral in other words is the same", "[screen]") {
  same({{"金", "金矿"}, {"煤", "煤矿"}, {"煤", "煤炭"}, {"金矿", "岩金"}, {"金矿", "金矿(岩金)"}, {"铁矿", "铁"}});
  same({{"铅锌矿", "铅锌"},
        {"石灰岩", "水泥用石灰岩"},
        {"建筑用砂", "建筑用砂石"},
        {"铜矿", "铜矿石"},
        {"金矿", "Gold"}});
  same({{"粘土", "砖瓦用黏土"}, {"萤石", "萤石（普通）"}, {"硫铁矿", "硫"}, {"gold ore", "GOLD"}, {"铬铁矿", "铬"}});
}

TEST_CASE("lists that share a mineral are not apart", "[screen]") {
  same({{"铅锌矿", "铅、锌"},
        {"铅、锌", "锌、铅"},
        {"铜矿", "铜、金"},
        {"铜、金", "金"},
        {"石油", "石油、天然气"},
        {"油气", "石油"}});
  same({{"铜镍矿", "镍"}, {"钒钛磁铁矿", "铁矿"}, {"oil and gas", "natural gas"}, {"金，伴生银", "银矿"}});
}

TEST_CASE("what is not understood word for word is never apart", "[screen]") {
  same({{"多金属", "铁"},
        {"铜等", "金"},
        {"", "金"},
        {"、", "金"},
        {"矿", "铁"},
        {"建筑石料", "石灰岩"},
        {"XX", "金"},
        {"铁XX", "金"}});
  same({{"blue gold", "iron"}, {"golden", "iron"}, {"\xff", "铁"}});
}

TEST_CASE("minerals that are known and have none in common are apart", "[screen]") {
  apart({{"金矿", "煤"},
         {"煤层气", "煤矿"},
         {"盐", "钾盐"},
         {"铁矿", "硫铁矿"},
         {"石英砂", "建筑用砂"},
         {"金刚石", "金"}});
  apart({{"铜、金", "煤；石油"}, {"coal", "Gold ore"}, {"矿泉水", "地热水"}, {"油页岩", "石油"}, {"云母", "白云岩"}});
}
