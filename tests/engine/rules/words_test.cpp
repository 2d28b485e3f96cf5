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
  auto const name = [&](char const* mineral) {
    return words(V::mineral_class)[rules::mineral_class(mineral, set.minerals)];
  };
  CHECK(name("石油") == "oil_gas");
  CHECK(name("石油、天然气") == "oil_gas");
  CHECK(name("煤层气") == "oil_gas");
  CHECK(name("页岩气") == "oil_gas");
  CHECK(name("砖瓦用页岩") == "ordinary");
  CHECK(name("铀矿") == "uranium");
  CHECK(name("铜") == "strategic");
  CHECK(name(" 铜矿 ") == "strategic");
  CHECK(name("铜镍矿") == "strategic");
  CHECK(name("钾盐矿") == "strategic");
  CHECK(name("湖盐") == "ordinary");
  CHECK(name("中重稀土") == "strategic");
  CHECK(name("铜、金") == "ordinary");  // no exception for a licence that also mines gold
  CHECK(name("铜、某某石") == "unstated");
  CHECK(name("") == "unstated");
  CHECK(name("、") == "unstated");
  CHECK(name("矿") == "unstated");
}
