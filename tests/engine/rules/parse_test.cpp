#include <catch2/catch.hpp>

#include <string>

#include "engine/core/error.hpp"
#include "engine/core/hash.hpp"
#include "engine/rules/examples.hpp"
#include "engine/rules/rule_set.hpp"

using namespace redline;

namespace {

// Line 1 is `format`; the rule starts on line 14.
std::string const GOOD = R"(format = "redline-rules/1"
id = "small"
version = "1"
title = { zh = "小", en = "small" }
[[instrument]]
id = "LAW"
kind = "law"
name = { zh = "法", en = "Law" }
from = 2000-01-01
[[instrument.clause]]
id = "7"
verified = true
source = "read"
[[rule]]
id = "R"
zones = ["core"]
from = 2001-01-01
effect = "prohibited"
clauses = ["LAW/7"]
[[rule]]
id = "S"
area_kinds = ["wetland"]
effect = "review"
effects = { new = "prohibited" }
clauses = ["LAW/7"]
[[mineral_class]]
word = "ordinary"
names = ["铁", "煤"]
)";

std::string with(std::string const& from, std::string const& to) {
  auto text = GOOD;
  auto const at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

void fails(std::string const& text, std::string const& code, std::string const& line, std::string const& mention) {
  INFO(code << " line " << line);
  try {
    RuleSet::parse(text, "my.toml");
    FAIL("accepted");
  } catch (Error const& e) {
    CHECK(e.kind() == ErrorKind::input);
    CHECK(e.message().key == code);
    REQUIRE(e.message().args.size() >= 2);
    CHECK(e.message().args[0] == "my.toml");
    CHECK(e.message().args[1] == line);
    CHECK(e.text(Language::en).find(mention) != std::string::npos);
    CHECK(e.text(Language::zh).find("第 " + line + " 行") != std::string::npos);
    CHECK(has_text(code));
  }
}

}  // namespace

TEST_CASE("a good rule file is read, with its identity") {
  auto const set = RuleSet::parse(GOOD, "my.toml");
  CHECK(set.id() == "small");
  CHECK(set.version() == "1");
  CHECK(set.sha256() == sha256_hex(GOOD));
}

TEST_CASE("a bad edit is named with its line and the nearest valid word") {
  fails(with("zones = ", "zone = "), "rules.unknown_key", "16", "zones");
  fails(with("\"core\"", "\"kore\""), "rules.unknown_word", "16", "\"core\"");
  fails(with("[\"core\"]", "\"core\""), "rules.wrong_type", "16", "zones");
  fails(with("[\"core\"]", "[]"), "rules.empty", "16", "zones");
  fails(with("[\"core\"]", "[1]"), "rules.wrong_type", "16", "zones");
  fails(with("2001-01-01", "\"2001-13-01\""), "rules.bad_date", "17", "2001-13-01");
  fails(with("2001-01-01", "2001-13-01"), "rules.syntax", "17", "");
  fails(with("2001-01-01", "7"), "rules.wrong_type", "17", "YYYY-MM-DD");
  fails(with("from = 2001-01-01", "until = 1999-12-31"), "rules.never_in_force", "14", "2000-01-01");
  fails(with("from = 2001-01-01", "from = 2001-01-02\nuntil = 2001-01-01"), "rules.date_order", "18", "2001-01-02");
  fails(with("\"prohibited\"", "\"prohibit\""), "rules.unknown_word", "18", "\"prohibited\"");
  fails(with("effect = \"prohibited\"\n", ""), "rules.missing_key", "14", "effect");
  fails(with("\"LAW/7\"", "\"LAW/8\""), "rules.unknown_clause", "19", "LAW/7");
  fails(with("clauses = [\"LAW/7\"]\n", ""), "rules.missing_key", "14", "clauses");
  fails(with("id = \"S\"", "id = \"R\""), "rules.duplicate_id", "21", "line 14");
  fails(with("wetland", "wet_land"), "rules.unknown_word", "22", "wetland");
  fails(with("new =", "knew ="), "rules.unknown_key", "24", "new");
  fails(with("effects = { new", "actions = [\"renew\"]\neffects = { new"), "rules.effect_without_action", "25", "new");
  fails(with("{ new = \"prohibited\" }", "{ new = \"clear\" }"), "rules.unknown_word", "24", "\"new\"");
  fails(with("\"law\"", "\"lore\""), "rules.unknown_word", "7", "law");
  fails(with("source = \"read\"\n", ""), "rules.missing_key", "10", "source");
  fails(with("verified = true", "verified = \"yes\""), "rules.wrong_type", "12", "verified");
  fails(with("{ zh = \"法\", en", "{ en"), "rules.missing_key", "8", "zh");
  fails(with("en = \"Law\"", "en = \"\""), "rules.empty", "8", "en");
  fails(with("redline-rules/1", "redline-rules/9"), "rules.format", "1", "redline-rules/1");
  fails(with("id = \"small\"\n", ""), "rules.missing_key", "1", "id");
  fails(with("\"煤\"", "\"铁\""), "rules.duplicate_name", "28", "铁");
  fails(with("\"ordinary\"", "\"common\""), "rules.unknown_word", "27", "\"word\"");
  fails(GOOD + "[[rule]]\n", "rules.missing_key", "29", "id");
  fails(GOOD + "[[rules]]\n", "rules.unknown_key", "29", "rule");
  fails(GOOD + "rule = \n", "rules.syntax", "29", "");
  fails(GOOD.substr(0, GOOD.find("[[rule]]")), "rules.empty", "1", "rule");
  fails("", "rules.missing_key", "1", "format");
}

TEST_CASE("a rule file of hostile bytes is refused, never read halfway") {
  for (auto const* text : {"\xff\xfe", "[[rule]", "format = 1", "= 3", "a = { b", "\"\"\"", "rule = 3"})
    CHECK_THROWS_AS(RuleSet::parse(text, "x.toml"), Error);
}

TEST_CASE("malformed examples are named with their line") {
  auto const set = RuleSet::parse(GOOD, "my.toml");
  auto const code = [&](std::string const& text) -> std::string {
    try {
      run_examples(set, text, "e.toml");
    } catch (Error const& e) {
      return e.message().key + " " + e.message().args.at(1);
    }
    return "accepted";
  };
  std::string const head = "[[example]]\nname = \"n\"\nas_of = 2019-01-01\n";
  CHECK(code(head + "evidence = { zone = \"core\" }\nexpect = { verdict = \"prohibited\" }\n") == "accepted");
  CHECK(code(head + "evidence = { zone = \"cor\" }\nexpect = { verdict = \"prohibited\" }\n") ==
        "rules.unknown_word 4");
  CHECK(code(head + "evidence = { zones = \"core\" }\nexpect = { verdict = \"prohibited\" }\n") ==
        "rules.unknown_key 4");
  CHECK(code(head + "evidence = { zone = \"core\" }\nexpect = { verdict = \"no\" }\n") == "rules.unknown_word 5");
  CHECK(code(head + "evidence = { zone = \"core\" }\n") == "rules.missing_key 1");
  CHECK(code("") == "rules.empty 1");
}
