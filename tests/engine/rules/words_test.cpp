#include <catch2/catch.hpp>

#include "engine/core/text.hpp"
#include "engine/rules/facts.hpp"
#include "engine/rules/rule_set.hpp"
#include "engine/rules/verdict.hpp"
#include "engine/rules/words.hpp"

using namespace redline;
using V = Vocabulary;

TEST_CASE("verdicts go to words and back, and the most severe wins") {
  for (int i = 0; i <= static_cast<int>(Verdict::prohibited); ++i) {
    auto const v = static_cast<Verdict>(i);
    CHECK(parse_verdict(to_string(v)) == v);
  }
  CHECK_FALSE(parse_verdict("forbidden"));
  CHECK(more_severe(Verdict::incomplete, Verdict::clear) == Verdict::incomplete);
  CHECK(more_severe(Verdict::allowed, Verdict::incomplete) == Verdict::incomplete);
  CHECK(more_severe(Verdict::review, Verdict::must_exit) == Verdict::must_exit);
}

TEST_CASE("every word that a person may read has a text") {
  for (int i = 0; i <= static_cast<int>(V::instrument_kind); ++i)
    for (auto const word : words(static_cast<V>(i))) {
      INFO(text_of(static_cast<V>(i)) << "." << word);
      CHECK(has_text(std::string(text_of(static_cast<V>(i))) + "." + std::string(word)));
    }
  for (auto const* reason : {"date", "zone", "action", "mineral_class", "area_level", "right_state", "registered",
                             "granted", "extent", "standing"})
    CHECK(has_text(std::string("rules.idle.") + reason));
  CHECK(has_text("verdict.incomplete"));
  CHECK(has_text("verdict.clear"));
}

TEST_CASE("the nearest word is the one with the fewest edits") {
  CHECK(nearest_word({"core", "buffer", "experimental"}, "expermental") == "experimental");
  CHECK(nearest_word({"core", "buffer"}, "cor") == "core");
  CHECK(nearest_word({}, "x").empty());
}

TEST_CASE("the class of a mineral comes from its name as licences write it") {
  auto const set = rules::parse_rule_set(builtin_rules(), "xinjiang.toml");
  auto const name = [&](std::string const& mineral) {  // of several classes all, of a part that is not known "?"
    auto const read = rules::read_minerals(mineral, set.minerals);
    std::string out = read.unknown ? "?" : "";
    for (auto const c : rules::possible_classes({read.classes, false}))
      out += (out.empty() ? "" : " ") + std::string(words(V::mineral_class)[c]);
    return out;
  };
  auto const all = [&](char const* word, std::vector<std::string> const& minerals) {
    for (auto const& mineral : minerals) {
      INFO(mineral);
      CHECK(name(mineral) == word);
    }
  };
  all("oil_gas", {"石油", "石油、天然气", "煤层气", "页岩气", "油砂", "油页岩", "Oil and Gas", "oil shale"});
  all("uranium", {"铀矿", "砂岩型铀矿", "地浸砂岩型铀矿"});
  all("strategic", {"铜", " 铜矿 ", "铜 矿", "铜　矿石", "铜镍矿", "钾盐矿", "中重稀土", "锂辉石矿", "锂辉石", "锆英石",
                    "稀有金属", "铜多金属矿", "黄铜矿", "Copper ore", "锂、钴"});
  all("strategic ordinary", {"盐湖锂", "硫酸钾镁盐", "锂铍矿", "铜、金", "金铜矿", "铁/铜", "copper, gold"});
  all("oil_gas ordinary", {"煤层气、煤", "煤,石油"});
  all("ordinary",
      {"湖盐",       "石盐",         "岩盐",   "砖瓦用页岩",     "砖瓦用粘土", "建筑用石料",   "建筑石料用灰岩",
       "石墨",       "晶质石墨",     "砂石",   "金刚石",         "钾长石",     "萤石（普通）", "金矿(岩金)",
       "钒钛磁铁矿", "饰面用花岗岩", "和田玉", "水泥配料用砂岩", "建筑用砂",   "建筑用砂石",   "建筑用砂岩",
       "铅、锌",     "铁 矿",        "Gold",   "limestone"});
  all("water_heat", {"矿泉水", "地热"});
  all("unstated", {"", "、", "矿", "/", "-", "无"});
  all("? unstated", {"地铁", "多金属", "贵金属", "某某石", "32006", "铁多金属", "金等", "soil", "goldenrod"});
  all("? strategic", {"铜、某某石"});
}

TEST_CASE("of the kinds of activity two are rights") {
  std::vector<std::string_view> rights;
  for (auto const kind : words(V::activity_kind))
    if (is_right(kind)) rights.push_back(kind);
  CHECK(rights == std::vector<std::string_view>{"mining_right", "exploration_right"});
  CHECK_FALSE(is_right(""));
}
