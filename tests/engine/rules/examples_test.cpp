#include <catch2/catch.hpp>

#include <set>
#include <string>

#include "engine/rules/examples.hpp"
#include "engine/rules/model.hpp"

using namespace redline;

namespace {

std::size_t failures(std::string const& text) {
  std::size_t n = 0;
  auto const set = RuleSet::parse(text, "edited.toml");
  for (auto const& r : run_examples(set, builtin_rule_examples(), "examples.toml")) n += r.ok ? 0 : 1;
  return n;
}

// The text of the rule set with one line of one rule changed; the rule's lines are found by its id.
std::string edited(std::string text, std::string const& id, std::string const& from, std::string const& to) {
  auto const rule = text.find("[[rule]]\nid = \"" + id + "\"");
  REQUIRE(rule != std::string::npos);
  auto const end = std::min(text.find("\n\n", rule), text.size());
  auto const at = text.find(from, rule);
  if (at == std::string::npos || at >= end) return {};
  return text.replace(at, from.size(), to);
}

std::string everything_verified(std::string text) {
  for (auto at = text.find("verified = false"); at != std::string::npos; at = text.find("verified = false"))
    text.replace(at, 16, "verified = true");
  for (auto at = text.find("\nsource = "); at != std::string::npos; at = text.find("\nsource = ", at + 1)) {
    auto const start = text.rfind("[[instrument.clause]]", at);
    if (text.substr(start, at - start).find("\nverified") == std::string::npos)
      at = text.insert(at, "\nverified = true").find("\nsource = ", at);
  }
  return text;
}

}  // namespace

TEST_CASE("every example beside the rule set gives what it expects") {
  auto const results = run_examples(RuleSet::builtin(), builtin_rule_examples(), "xinjiang.examples.toml");
  CHECK(results.size() >= 80);
  long last = 0;
  for (auto const& r : results) {
    INFO(r.name << " (line " << r.line << "): expected " << r.expected << ", got " << r.got);
    CHECK(r.ok);
    CHECK(r.line > last);
    last = r.line;
  }
}

TEST_CASE("every rule of the set is held by an example") {
  auto const set = rules::parse_rule_set(builtin_rules(), "xinjiang.toml");
  for (auto const& rule : set.rules) {
    INFO(rule.id);
    CHECK(builtin_rule_examples().find("\"" + rule.id + "\"") != std::string_view::npos);
  }
}

TEST_CASE("flipping the effect of a confident rule makes examples fail") {
  auto const text = std::string(builtin_rules());
  auto const set = rules::parse_rule_set(text, "xinjiang.toml");
  std::set<std::string> const only_beside_stricter{"ML09-RESERVE", "ML09-SCENIC"};  // never decide a verdict alone
  std::size_t flipped = 0;
  for (auto const& rule : set.rules) {
    if (!rule.verified || only_beside_stricter.contains(rule.id)) continue;
    INFO(rule.id);
    std::string changed;
    for (auto const* effect : {"prohibited", "must_exit", "review", "conditional", "allowed"})
      if (changed.empty())
        changed =
            edited(text, rule.id, "effect = \"" + std::string(effect) + "\"",
                   "effect = \"" + std::string(std::string(effect) == "allowed" ? "prohibited" : "allowed") + "\"");
    REQUIRE_FALSE(changed.empty());
    CHECK(failures(changed) > 0);
    ++flipped;
  }
  CHECK(flipped > 30);
}

TEST_CASE("calling every text verified changes answers: an unread clause was holding them at review") {
  auto const text = everything_verified(std::string(builtin_rules()));
  auto const set = rules::parse_rule_set(text, "edited.toml");
  for (auto const& c : set.clauses) CHECK(c.verified);
  CHECK(failures(text) > 40);
}
