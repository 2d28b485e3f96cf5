// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/examples.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "engine/rules/toml_reader.hpp"

namespace redline {
namespace {

using rules::TomlReader;
using V = Vocabulary;

std::vector<std::string_view> const EVIDENCE_KEYS{
    "activity_kind", "action",         "mineral",  "mineral_class",    "status",    "valid_from",
    "valid_to",      "granted_on",     "act_date", "renewal_filed_on", "area_kind", "zone",
    "area_level",    "designated_on",  "share",    "wholly_inside",    "contact",   "three_zones_mapped",
    "certainty",     "zones_not_given"};

std::string word_or(TomlReader const& r, std::string_view key, V vocabulary, std::string otherwise) {
  if (!r.has(key)) return otherwise;
  return std::string(words(vocabulary)[r.word(key, vocabulary)]);
}

std::string text_or_empty(TomlReader const& r, std::string_view key) {
  return r.has(key) ? r.text(key) : std::string{};
}

Evidence read_evidence(TomlReader const& r) {
  Evidence e;
  e.activity_kind = word_or(r, "activity_kind", V::activity_kind, "other");
  e.action = word_or(r, "action", V::action, "operate");
  e.mineral_class = word_or(r, "mineral_class", V::mineral_class, "");
  e.area_kind = word_or(r, "area_kind", V::area_kind, "nature_reserve");
  e.zone = word_or(r, "zone", V::zone, e.area_kind == "nature_reserve" ? "unzoned" : "none");
  e.mineral = text_or_empty(r, "mineral"), e.status = text_or_empty(r, "status");
  e.area_level = text_or_empty(r, "area_level"), e.certainty = text_or_empty(r, "certainty");
  e.valid_from = r.date("valid_from"), e.valid_to = r.date("valid_to"), e.granted_on = r.date("granted_on");
  e.act_date = r.date("act_date"), e.renewal_filed_on = r.date("renewal_filed_on");
  e.designated_on = r.date("designated_on");
  e.share = r.number("share");
  e.wholly_inside = r.flag("wholly_inside", false), e.contact = r.flag("contact", false);
  e.three_zones_mapped = r.flag("three_zones_mapped", false);
  e.zones_not_given = r.flag("zones_not_given", false);
  return e;
}

std::string summary(std::string_view verdict, std::string_view disposition, std::vector<std::string> ids) {
  std::sort(ids.begin(), ids.end());
  return fmt::format("{} {} [{}]", verdict, disposition, fmt::join(ids, ", "));
}

std::string expected_verdict(TomlReader const& r) {
  auto verdict = r.text("verdict");
  static std::vector<std::string_view> const VERDICTS{"prohibited",  "must_exit", "review",
                                                      "conditional", "allowed",   "clear"};
  if (std::find(VERDICTS.begin(), VERDICTS.end(), verdict) == VERDICTS.end())
    r.fail("rules.unknown_word", r.line_of("verdict"),
           {verdict, "verdict", std::string(nearest_word(VERDICTS, verdict))});
  return verdict;
}

ExampleResult run(RuleSet const& set, TomlReader const& r) {
  auto const as_of = r.date("as_of");
  auto const evidence = r.table("evidence", EVIDENCE_KEYS);
  auto const expect = r.table("expect", {"verdict", "rules", "disposition"});
  for (auto const* key : {"as_of", "evidence", "expect"})
    if (!r.has(key)) r.fail("rules.missing_key", r.line(), {key});
  auto const judgement = set.judge(read_evidence(*evidence), *as_of);
  std::vector<std::string> ids;
  for (auto const& [id, line] : expect->texts("rules")) ids.push_back(id);
  auto const disposition = word_or(*expect, "disposition", V::disposition, "none");
  ExampleResult result{r.text("name"), r.line(), {}, {}, false};
  result.expected = summary(expected_verdict(*expect), disposition, ids);
  result.got = summary(to_string(judgement.verdict), judgement.disposition,
                       expect->has("rules") ? judgement.rule_ids : std::vector<std::string>{});
  result.ok = result.expected == result.got;
  return result;
}

}  // namespace

std::vector<ExampleResult> run_examples(RuleSet const& set, std::string_view toml, std::string const& file_name) {
  auto const document = rules::parse_toml(toml, file_name);
  TomlReader const top(document, file_name, {"example"});
  auto const examples = top.tables("example", {"name", "as_of", "evidence", "expect"});
  if (examples.empty()) top.fail("rules.empty", top.line(), {"example"});
  std::vector<ExampleResult> out;
  out.reserve(examples.size());
  for (auto const& r : examples) out.push_back(run(set, r));
  return out;
}

}  // namespace redline
