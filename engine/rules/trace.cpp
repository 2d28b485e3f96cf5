// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/trace.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace redline::rules {
namespace {

using V = Vocabulary;

std::string pair(std::string_view zh, std::string_view en) { return std::string(zh) + '\x1F' + std::string(en); }

std::string verdict_word(Verdict v) { return "@verdict." + std::string(to_string(v)); }

std::string shown(Facts const& f, V v, std::string const& as_given) {
  auto const word = f.name(v);
  return word.empty() ? as_given : fmt::format("@{}.{}", text_of(v), word);
}

template <class List, class Item>
bool holds(List const& list, Item const& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

bool has_fired(std::vector<Fired> const& fired, Rule const* rule) {
  return std::any_of(fired.begin(), fired.end(), [&](Fired const& f) { return f.rule == rule; });
}

}  // namespace

void Trace::line(char const* key, std::vector<std::string> args) { m_out.trace.push_back({key, std::move(args)}); }

Judgement Trace::contact() {
  m_out.verdict = Verdict::clear;
  line("rules.trace.contact", {});
  return std::move(m_out);
}

void Trace::evidence(Facts const& f) {
  auto const share = m_evidence.share ? fmt::format("{:.4g}%", *m_evidence.share * 100) : std::string("—");
  line("rules.trace.evidence",
       {shown(f, V::activity_kind, m_evidence.activity_kind), shown(f, V::action, m_evidence.action),
        shown(f, V::area_kind, m_evidence.area_kind), shown(f, V::zone, m_evidence.zone),
        shown(f, V::mineral_class, m_evidence.mineral_class), share, to_string(m_as_of), m_set.id + " " + m_set.version});
  if (m_evidence.certainty == "within_accuracy") line("rules.trace.within_accuracy", {});
  right(f);
}

void Trace::right(Facts const& f) {
  auto const state = f.name(V::right_state);
  if (state == "not_a_right") return;
  line("rules.trace.right", {shown(f, V::right_state, ""), to_string(m_evidence.valid_to),
                             to_string(m_evidence.renewal_filed_on), to_string(m_as_of)});
}

void Trace::act_day(Date day) { line("rules.trace.act_day", {to_string(day), to_string(m_as_of)}); }

void Trace::act_before_designation(Date day, Date designated) {
  line("rules.trace.act_before_designation", {to_string(day), to_string(designated)});
}

void Trace::zone_read(std::string_view from, std::string_view to) {
  line("rules.trace.zone_read", {fmt::format("@zone.{}", from), fmt::format("@zone.{}", to)});
}

void Trace::zones_not_mapped(ZoneReading const& reading) {
  line("rules.trace.zones_not_mapped", {reading.id, to_string(reading.from)});
  if (!holds(m_out.rule_ids, reading.id)) m_out.rule_ids.push_back(reading.id);
  add_clause(reading.clause);
}

void Trace::no_rule(Date day) { line("rules.trace.no_rule", {to_string(day)}); }

void Trace::add_clause(std::size_t clause) {
  auto const& text = m_set.clauses[clause].text;
  bool const known = std::any_of(m_out.clauses.begin(), m_out.clauses.end(), [&](auto const& c) { return c.id == text.id; });
  if (!known) m_out.clauses.push_back(text);
}

std::string Trace::clause_list(Rule const& rule) const {
  std::string zh, en;
  for (auto const c : rule.clauses) {
    auto const& text = m_set.clauses[c].text;
    zh += (zh.empty() ? "" : "、") + text.zh;
    en += (en.empty() ? "" : "; ") + text.en;
  }
  return pair(zh, en);
}

void Trace::explain(Fired const& f) {
  auto const& r = *f.rule;
  auto const in_force = fmt::format("{}…{}", to_string(r.period.from), to_string(r.period.until));
  line(r.verified ? "rules.trace.fired" : "rules.trace.not_verified",
       {r.id, verdict_word(f.effect), clause_list(r), to_string(f.day), in_force, m_set.version});
  if (r.note) line("rules.trace.note", {pair(r.note->zh, r.note->en)});
}

void Trace::fired(std::vector<Fired> const& fired) {
  for (auto const& f : fired) {
    if (!holds(m_out.rule_ids, f.rule->id)) m_out.rule_ids.push_back(f.rule->id);
    for (auto const c : f.rule->clauses) add_clause(c);
    explain(f);
  }
}

void Trace::idle(std::vector<Idle> const& idle, std::vector<Fired> const& fired) {
  std::array<std::string, CONDITION_COUNT + 1> ids;
  std::vector<Rule const*> seen;
  for (auto const& i : idle) {
    if (has_fired(fired, i.rule) || holds(seen, i.rule)) continue;
    seen.push_back(i.rule);
    auto& list = ids[i.reason];
    if (!list.empty()) list += ", ";
    list += i.rule->id;
  }
  for (std::size_t reason = 0; reason < ids.size(); ++reason)
    if (!ids[reason].empty())
      line("rules.trace.idle",
           {ids[reason], reason == OUT_OF_FORCE ? std::string("@rules.idle.date")
                                                : fmt::format("@rules.idle.{}", text_of(static_cast<V>(reason)))});
}

Judgement Trace::finish(Verdict verdict, Disposition const* d) {
  m_out.verdict = verdict;
  line("rules.trace.verdict", {verdict_word(verdict)});
  if (d && d->word != "none") {
    m_out.disposition = d->word;
    line("rules.trace.disposition", {"@disposition." + d->word, d->id, pair(d->note.zh, d->note.en),
                                     to_string(m_evidence.granted_on), to_string(m_evidence.designated_on)});
  }
  return std::move(m_out);
}

}  // namespace redline::rules
