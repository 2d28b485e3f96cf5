#include "layers/read/stated_datum.hpp"

#include <catch2/catch.hpp>

#include "engine/core/error.hpp"

using namespace redline;

namespace {

using Texts = std::vector<std::string>;

Texts const OLD{"BJ54",
                "BJ-54",
                "BJ_54",
                "BJ1954",
                "bj54",
                "BJZ54",
                "BJ54坐标系",
                "BJ54坐标",
                "Beijing54",
                "Beijing-54",
                "GCS_Beijing_1954",
                "Beijing_1954_3_Degree_GK_CM_84E",
                "BEIJING 1954",
                "北京54坐标系",
                "北京1954",
                "北京-54",
                "54北京",
                "54年北京坐标系",
                "1954年北京坐标",
                "北京坐标系1954",
                "新54坐标",
                "(新54)",
                "新北京54",
                "老北京54",
                "北京五四坐标系",
                "P54坐标",
                "54坐标系",
                "1954年坐标系",
                "克拉索夫斯基椭球",
                "Krasovsky",
                "XA80",
                "XA-80",
                "XA_80",
                "XA1980",
                "xa80",
                "GDZ80",
                "Xian80",
                "XIAN80",
                "Xi'an 80",
                "Xi’an80",
                "Xian_1980_3_Degree_GK_Zone_28",
                "西安1980",
                "西安-80",
                "西安（80）",
                "80西安",
                "1980西安坐标系",
                "1980年西安",
                "西安八零",
                "八零坐标",
                "西安坐标系",
                "西安大地坐标系1980",
                "C80坐标系",
                "80坐标系",
                "1980年坐标系",
                "1980国家大地坐标系",
                "1980年国家大地坐标系",
                "80国家大地坐标系",
                "国家80坐标系",
                "国家1980大地坐标系",
                "IAG75椭球",
                "IAG-75",
                "百度坐标",
                "高德坐标",
                "腾讯地图坐标",
                "高德经纬度",
                "GCJ02"},
    BARE{"P54",  "C80",      "X80",     "54系",      "80系",      "新54", "老54",       "国家80", "高德",
         "百度", "腾讯地图", "Beijing", "EPSG:4610", "EPSG:4214", "4610", "EPSG::2359", "54年"},
    PRESENT{"CGCS2000", "CGCS 2000", "国家2000", "2000国家大地坐标系", "国家大地2000", "2000坐标系", "2000坐标",
            "WGS84",    "WGS-84",    "WGS 84",   "EPSG:4490",          "4490",         "EPSG:4326",  "EPSG:4526",
            "2000",     "84",        "84坐标系"},
    NO_DATUM{"1980年国家级自然保护区油井",
             "1980年国家批准的油井",
             "1980年油井坐标表",
             "1954年钻井",
             "1980年12月井位",
             "北京路54号加油站",
             "北京54号院",
             "西安80号井",
             "北京五四大街油井",
             "XA80井",
             "BJ54-1井",
             "BJ54井区块",
             "TXA80油井",
             "XA801井",
             "新54井",
             "老54井",
             "新54井区",
             "更新54口井",
             "共80个坐标",
             "54口油井",
             "第80批",
             "1985国家高程基准",
             "1956黄海高程",
             "国家80年代油井",
             "西安80年代油井",
             "西安石油大学",
             "北京公司油井",
             "高德公司油井",
             "百度公司",
             "八十口油井",
             "2080坐标",
             "某油田54井区",
             "80系列钻机"},
    CONVERTED{"西安80→2000",
              "西安80转2000坐标",
              "由XA80转换为CGCS2000",
              "BJ54转CGCS2000",
              "BJ54换算到CGCS2000",
              "2000坐标（54坐标转换）",
              "2000坐标（BJ54换算）",
              "原坐标为北京54，现为CGCS2000",
              "54坐标换算到2000",
              "不得使用西安80",
              "自1980年国家大地坐标系转换为2000国家大地坐标系"},
    NOT_CONVERTED{"CGCS2000转换为BJ54", "西安80（CGCS2000转换）", "原坐标为北京54", "CGCS2000及BJ54坐标"};

StatedDatum const STATED({"wells.csv", "wells"}, "");

}  // namespace

TEST_CASE("writings of the old datums in titles, headings and cells") {
  for (auto const& word : OLD) {
    INFO(word);
    CHECK_FALSE(other_datum_in("塔河油田井位表（" + word + "，3度带）").empty());
    CHECK_FALSE(other_datum_in("井位_" + word).empty());
    CHECK_THROWS_AS(STATED.headings("经度(" + word + ")", "纬度"), Error);
    CHECK_THROWS_AS(STATED.cell(word), Error);
  }
  for (auto const& word : BARE) {
    INFO(word);
    CHECK_THROWS_AS(STATED.cell(word), Error);
  }
}

TEST_CASE("what names no old datum") {
  for (auto const& word : PRESENT) {
    INFO(word);
    CHECK(other_datum_in("塔河油田井位表（" + word + "，3度带）").empty());
    CHECK_NOTHROW(STATED.headings("经度(" + word + ")", "纬度"));
    CHECK_NOTHROW(STATED.cell(word));
  }
  for (auto const& title : NO_DATUM) {
    INFO(title);
    CHECK(other_datum_in(title).empty());
  }
}

TEST_CASE("what was converted from an old datum, and what is on one still") {
  for (auto const& title : CONVERTED) {
    INFO(title);
    CHECK(other_datum_in(title).empty());
  }
  for (auto const& title : NOT_CONVERTED) {
    INFO(title);
    CHECK_FALSE(other_datum_in(title).empty());
  }
}

TEST_CASE("numbers of wells like an abbreviation") {
  CHECK_NOTHROW(STATED.note({"BJ54", "", "", "未钻"}));
  CHECK_THROWS_AS(STATED.note({"坐标系", "BJ54", ""}), Error);
  CHECK_THROWS_AS(STATED.note({"BJ54", "", ""}), Error);
  CHECK_THROWS_AS(STATED.note({"注：北京54坐标", "", "a"}), Error);
}
