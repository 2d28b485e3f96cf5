// The rule file → RuleSetData: rules, dispositions, names, and the index. Instruments stand in parse_instruments.cpp.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "engine/core/hash.hpp"
#include "engine/rules/parse.hpp"

namespace redline::rules {
namespace {

using Keys = std::vector<std::string_view>;

Keys with_conditions(Keys keys) {
  for (std::size_t i = 0; i < CONDITION_COUNT; ++i) keys.push_back(key_of(static_cast<Vocabulary>(i)));
  return keys;
}

// Left open, a condition admits every word; gaps, reductions and what was removed only where they are named.
Masks conditions(TomlReader const& r) {
  Masks masks{};
  for (std::size_t i = 0; i < CONDITION_COUNT; ++i) {
    auto const v = static_cast<Vocabulary>(i);
    masks[i] = r.mask(key_of(v), v);
    if (r.has(key_of(v))) continue;
    if (v == Vocabulary::zone) masks[i] &= ~word_bit(v, "zone_gap");
    if (v == Vocabulary::action) masks[i] &= ~word_bit(v, "reduce");
    if (v == Vocabulary::registered) masks[i] &= ~word_bit(v, "removed");
  }
  return masks;
}

Verdict effect_of(unsigned word) { return *parse_verdict(words(Vocabulary::effect)[word]); }

void read_effects(TomlReader const& r, Rule& rule) {
  rule.effects.fill(effect_of(r.word("effect", Vocabulary::effect)));
  auto const actions = words(Vocabulary::action);
  auto const special = r.table("effects", {actions.begin(), actions.end()});
  for (unsigned a = 0; special && a < actions.size(); ++a) {
    if (!special->has(actions[a])) continue;
    if (!(rule.conditions[static_cast<std::size_t>(Vocabulary::action)] & word_bit(a)))
      r.fail("rules.effect_without_action", special->line_of(actions[a]), {rule.id, std::string(actions[a])});
    rule.effects[a] = effect_of(special->word(actions[a], Vocabulary::effect));
  }
}

void narrow(Period& p, Period const& by) {
  if (by.from && (!p.from || *p.from < *by.from)) p.from = by.from;
  if (by.until && (!p.until || *by.until < *p.until)) p.until = by.until;
}

std::string clause_list(Rule const& rule, Instruments const& instruments) {
  std::string zh, en;
  for (auto const c : rule.clauses) {
    auto const& text = instruments.clauses[c].text;
    zh += (zh.empty() ? "" : "、") + text.zh;
    en += (en.empty() ? "" : "; ") + text.en;
  }
  return language_pair(zh, en);
}

std::string pair_of(Note const& note) { return language_pair(note.zh, note.en); }

Rule read_rule(TomlReader const& r, Instruments const& instruments) {
  Rule rule;
  rule.id = r.text("id");
  rule.conditions = conditions(r);
  read_effects(r, rule);
  rule.period = r.period();
  rule.verified = r.flag("verified", true);
  if (auto const note = r.note("note")) rule.note = pair_of(*note);
  if (!r.has("clauses")) r.fail("rules.missing_key", r.line(), {"clauses"});
  for (auto const& [reference, line] : r.texts("clauses")) {
    auto const c = instruments.find(r, reference, line);
    rule.clauses.push_back(c);
    narrow(rule.period, instruments.clauses[c].period);
    rule.verified = rule.verified && instruments.clauses[c].verified;
  }
  if (rule.period.from && rule.period.until && *rule.period.until < *rule.period.from)
    r.fail("rules.never_in_force", r.line(), {rule.id, to_string(*rule.period.from), to_string(*rule.period.until)});
  rule.in_force = to_string(rule.period.from) + "…" + to_string(rule.period.until);
  rule.clause_list = clause_list(rule, instruments);
  return rule;
}

Disposition read_disposition(TomlReader const& r) {
  Disposition d;
  d.id = r.text("id");
  d.word = words(Vocabulary::disposition)[r.word("disposition", Vocabulary::disposition)];
  d.conditions = conditions(r);
  for (auto const& [name, line] : r.texts("verdicts"))
    d.verdicts |= word_bit(static_cast<unsigned>(effect_of(r.known(name, line, "verdicts", Vocabulary::effect))));
  if (!d.verdicts) r.fail("rules.missing_key", r.line(), {"verdicts"});
  d.note = pair_of(r.required_note("note"));
  return d;
}

ZoneReading read_zones(TomlReader const& r, Instruments const& instruments) {
  ZoneReading z;
  z.id = r.text("id");
  auto const from = r.date("from");
  if (!from) r.fail("rules.missing_key", r.line(), {"from"});
  z.from = *from;
  z.area_kinds = r.mask("area_kinds", Vocabulary::area_kind);
  z.clause = instruments.find(r, r.text("clause"), r.line_of("clause"));
  z.to.fill(UNKNOWN_WORD);
  auto const zones = words(Vocabulary::zone);
  auto const map = r.table("map", {zones.begin(), zones.end()});
  if (!map) r.fail("rules.missing_key", r.line(), {"map"});
  for (unsigned i = 0; i < zones.size(); ++i)
    if (map->has(zones[i])) z.to[i] = map->word(zones[i], Vocabulary::zone);
  return z;
}

Names read_names(TomlReader const& top, std::string_view key, Vocabulary vocabulary) {
  Names names;
  for (auto const& r : top.tables(key, {"word", "names"})) {
    auto const word = r.word("word", vocabulary);
    for (auto const& [name, line] : r.texts("names"))
      if (!names.emplace(name, word).second) r.fail("rules.duplicate_name", line, {name});
  }
  return names;
}

void build_index(RuleSetData& set) {
  set.index.resize(RuleSetData::slot(31, 31) + 1);
  for (unsigned area = 0; area < 32; ++area)
    for (unsigned activity = 0; activity < 32; ++activity)
      for (std::size_t i = 0; i < set.rules.size(); ++i) {
        auto const& c = set.rules[i].conditions;
        if ((c[0] & word_bit(area)) && (c[1] & word_bit(activity)))
          set.index[RuleSetData::slot(area, activity)].push_back(i);
      }
}

template <class Items, class Read>
auto read_unique(Items const& readers, Read read) {
  std::vector<decltype(read(readers.front()))> out;
  std::map<std::string, long> seen;
  for (auto const& r : readers) {
    out.push_back(read(r));
    auto const [it, fresh] = seen.emplace(out.back().id, r.line());
    if (!fresh) r.fail("rules.duplicate_id", r.line_of("id"), {out.back().id, std::to_string(it->second)});
  }
  return out;
}

void check_format(TomlReader const& top) {
  auto const format = top.text("format");
  if (format != "redline-rules/1") top.fail("rules.format", top.line_of("format"), {format, "redline-rules/1"});
}

}  // namespace

RuleSetData parse_rule_set(std::string_view toml, std::string const& file_name) {
  auto const document = parse_toml(toml, file_name);
  TomlReader const top(document, file_name,
                       {"format", "id", "version", "title", "instrument", "rule", "disposition", "zone_reading",
                        "mineral_class", "area_level", "right_status"});
  check_format(top);
  RuleSetData set;
  set.id = top.text("id");
  set.version = top.text("version");
  set.sha256 = sha256_hex(toml);
  top.required_note("title");
  auto instruments = read_instruments(top);
  auto const rule_keys = with_conditions({"id", "effect", "effects", "clauses", "verified", "from", "until", "note"});
  set.rules = read_unique(top.tables("rule", rule_keys), [&](auto const& r) { return read_rule(r, instruments); });
  if (set.rules.empty()) top.fail("rules.empty", top.line(), {"rule"});
  set.dispositions = read_unique(top.tables("disposition", with_conditions({"id", "disposition", "verdicts", "note"})),
                                 [](auto const& r) { return read_disposition(r); });
  if (auto const z = top.table("zone_reading", {"id", "from", "area_kinds", "clause", "map"}))
    set.zones = read_zones(*z, instruments);
  set.minerals = read_names(top, "mineral_class", Vocabulary::mineral_class);
  set.levels = read_names(top, "area_level", Vocabulary::area_level);
  set.statuses = read_names(top, "right_status", Vocabulary::registered);
  set.clauses = std::move(instruments.clauses);
  build_index(set);
  return set;
}

}  // namespace redline::rules
