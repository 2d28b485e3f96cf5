// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/trace.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/rules/status.hpp"

namespace redline::rules {
namespace {

using V = Vocabulary;

std::string const& verdict_word(Verdict v) {
  static auto const WORDS = [] {
    std::vector<std::string> out;
    for (int i = 0; i <= static_cast<int>(Verdict::prohibited); ++i)
      out.push_back("@verdict." + std::string(to_string(static_cast<Verdict>(i))));
    return out;
  }();
  return WORDS[static_cast<std::size_t>(v)];
}

std::string const& idle_reason(std::size_t reason) {
  static auto const REASONS = [] {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < CONDITION_COUNT; ++i)
      out.push_back("@rules.idle." + std::string(text_of(static_cast<V>(i))));
    out.emplace_back("@rules.idle.date");
    return out;
  }();
  return REASONS[reason];
}

std::string or_dash(std::optional<PossibleDays> const& day) {
  if (!day) return "—";
  if (day->is_any()) return "@rules.day_not_known";
  if (day->first != PossibleDays::any().first) return to_string(*day);  // else: on the last day or before
  Message const by{"rules.day_no_later", {to_string(day->last)}};
  return language_pair(render(by, Language::zh), render(by, Language::en));
}

std::string const& shown(Facts const& f, V v, std::string const& as_given) {
  return f[v] == UNKNOWN_WORD ? as_given : text_key_of(v, f[v]);
}

template <class List, class Item>
bool holds(List const& list, Item const& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

bool has_fired(std::vector<Fired> const& fired, Rule const* rule) {
  return std::any_of(fired.begin(), fired.end(), [&](Fired const& f) { return f.rule == rule; });
}

}  // namespace

Trace::Trace(RuleSetData const& set, Evidence const& evidence, Date as_of)
    : m_set(set), m_evidence(evidence), m_as_of(as_of), m_as_of_text(to_string(as_of)) {
  m_out.trace.reserve(12);
  m_out.clauses.reserve(4);
}

template <class... Args>
void Trace::line(char const* key, Args&&... args) {
  auto& message = m_out.trace.emplace_back();
  message.key = key;
  message.args.reserve(sizeof...(args));
  (message.args.emplace_back(std::forward<Args>(args)), ...);
}

Judgement Trace::contact() {
  m_out.verdict = Verdict::clear;
  line("rules.trace.contact");
  return std::move(m_out);
}

void Trace::evidence(Facts const& f, bool mineral_unknown) {
  auto const share = m_evidence.share ? fmt::format("{:.4g}%", *m_evidence.share * 100) : std::string("—");
  line("rules.trace.evidence", shown(f, V::activity_kind, m_evidence.activity_kind),
       shown(f, V::action, m_evidence.action), shown(f, V::area_kind, m_evidence.area_kind),
       shown(f, V::zone, m_evidence.zone),
       mineral_unknown ? "@rules.mineral_unknown" : shown(f, V::mineral_class, m_evidence.mineral_class), share,
       m_as_of_text, m_set.id + " " + m_set.version);
  if (mineral_unknown) line("rules.trace.mineral_unknown", m_evidence.mineral);
  if (m_evidence.certainty == "within_accuracy") line("rules.trace.within_accuracy");
  right(f);
}

void Trace::right(Facts const& f) {
  if (f.name(V::right_state) == "not_a_right") return;
  line("rules.trace.right", text_key_of(V::right_state, f[V::right_state]), or_dash(m_evidence.valid_to),
       or_dash(m_evidence.renewal_filed_on), m_as_of_text, or_dash(m_evidence.granted_on),
       or_dash(m_evidence.designated_on), text_key_of(V::registered, f[V::registered]));
  unsure(f);
}

// Why days that are given do not tell.
void Trace::unsure(Facts const& f) {
  auto const& e = m_evidence;
  bool const over = !e.valid_to || e.valid_to->last < m_as_of;
  if (state_is_open(e, f) && over)
    line("rules.trace.renewal_unsure", e.renewal_filed_on ? or_dash(e.renewal_filed_on) : e.status);
  else if (state_is_open(e, f))
    line("rules.trace.term_unsure", or_dash(e.valid_to), m_as_of_text);
  if (f.name(V::granted) == "unknown" && e.granted_on && e.designated_on)
    line("rules.trace.granted_unsure", or_dash(e.granted_on), or_dash(e.designated_on));
}

void Trace::designated_later() {
  line("rules.trace.designated_later", or_dash(m_evidence.designated_on), m_as_of_text);
}

void Trace::unknown_action() { line("rules.trace.unknown_action", m_evidence.action); }

void Trace::act_day(Date day) {
  m_two_days = day != m_as_of;
  line("rules.trace.act_day", on(day), m_as_of_text);
}

void Trace::act_before_designation(Date day, Date designated) {
  line("rules.trace.act_before_designation", on(day), to_string(designated));
}

void Trace::zone_read(std::string_view from, std::string_view to) {
  line("rules.trace.zone_read", fmt::format("@zone.{}", from), fmt::format("@zone.{}", to));
}

void Trace::zones_not_mapped(ZoneReading const& reading) {
  line("rules.trace.zones_not_mapped", reading.id, to_string(reading.from));
  add_outcome(reading.id, Verdict::review, {&reading.clause, 1});
}

void Trace::several_classes(std::vector<unsigned> const& classes, std::vector<Verdict> const& verdicts, bool same) {
  for (std::size_t i = 0; i < classes.size(); ++i)
    line("rules.trace.in_class", text_key_of(V::mineral_class, classes[i]), verdict_word(verdicts[i]));
  line(same ? "rules.trace.classes_same" : "rules.trace.classes_differ", m_evidence.mineral);
}

void Trace::in_zone(std::string_view zone, Verdict verdict) {
  line("rules.trace.in_zone", fmt::format("@zone.{}", zone), verdict_word(verdict));
}

void Trace::zones_not_given(bool same_in_each) {
  line(same_in_each ? "rules.trace.zones_same" : "rules.trace.zones_not_given");
}

void Trace::no_rule(Date day) { line("rules.trace.no_rule", on(day)); }

void Trace::extent_open(bool inside, std::string const& wholly, std::string const& partly) {
  line(inside ? "rules.trace.extent_open" : "rules.trace.rest_not_checked", "@disposition." + wholly,
       "@disposition." + partly);
}

void Trace::disposition_open(std::string const& alive, std::string const& expired) {
  line("rules.trace.disposition_open", "@disposition." + alive, "@disposition." + expired);
}

void Trace::add_clause(std::size_t clause) {
  auto const& text = m_set.clauses[clause].text;
  auto const same = [&](ClauseText const& c) { return c.id == text.id; };
  if (std::none_of(m_out.clauses.begin(), m_out.clauses.end(), same)) m_out.clauses.push_back(text);
}

void Trace::add_outcome(std::string const& id, Verdict effect, std::span<std::size_t const> clauses) {
  for (auto const c : clauses) add_clause(c);
  if (holds(m_out.rule_ids, id)) return;
  m_out.rule_ids.push_back(id);
  auto& outcome = m_out.outcomes.emplace_back();
  outcome.id = id;
  outcome.effect = effect;
  for (auto const c : clauses) outcome.clause_ids.push_back(m_set.clauses[c].text.id);
}

void Trace::explain(Fired const& f) {
  auto const& r = *f.rule;
  line(r.verified ? "rules.trace.fired" : "rules.trace.not_verified", r.id, verdict_word(f.effect), r.clause_list,
       on(f.day), r.in_force, m_set.version);
  if (!r.note.empty()) line("rules.trace.note", r.note);
}

void Trace::fired(std::vector<Fired> const& fired) {
  for (auto const& f : fired) {
    add_outcome(f.rule->id, f.verdict, f.rule->clauses);
    explain(f);
  }
}

void Trace::idle(std::vector<Idle> const& idle, std::vector<Fired> const& fired) {
  std::array<std::string, CONDITION_COUNT + 1> ids;
  for (auto i = idle.begin(); i != idle.end(); ++i) {
    auto const same = [&](Idle const& other) { return other.rule == i->rule; };
    bool const listed = m_two_days && std::any_of(idle.begin(), i, same);
    if (listed || has_fired(fired, i->rule)) continue;
    auto& list = ids[i->reason];
    list.reserve(128);
    if (!list.empty()) list += ", ";
    list += i->rule->id;
  }
  for (std::size_t reason = 0; reason < ids.size(); ++reason)
    if (!ids[reason].empty()) line("rules.trace.idle", std::move(ids[reason]), idle_reason(reason));
}

Judgement Trace::finish(Verdict verdict, Disposition const* d) {
  m_out.verdict = verdict;
  line("rules.trace.verdict", verdict_word(verdict));
  if (d && d->word != "none") {
    m_out.disposition = d->word;
    line("rules.trace.disposition", "@disposition." + d->word, d->id, d->note);
  }
  return std::move(m_out);
}

}  // namespace redline::rules
