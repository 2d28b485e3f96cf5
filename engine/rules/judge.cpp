// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "engine/rules/act_days.hpp"
#include "engine/rules/rule_set.hpp"
#include "engine/rules/status.hpp"
#include "engine/rules/trace.hpp"

namespace redline {
namespace {

using namespace rules;
using V = Vocabulary;

class Weighing {
 public:
  Weighing(RuleSetData const& set, Evidence const& evidence, Date as_of)
      : m_set(set),
        m_evidence(evidence),
        m_as_of(as_of),
        m_facts(facts_of(evidence, as_of, set)),
        m_minerals(minerals_of(evidence, set.minerals)),
        m_classes(possible_classes(m_minerals)),
        m_trace(set, evidence, as_of) {}

  Judgement run() {
    if (m_evidence.contact || m_evidence.certainty == "contact") return m_trace.contact();
    m_trace.evidence(m_facts, m_minerals.unknown);
    if (m_facts[V::action] == UNKNOWN_WORD) m_trace.unknown_action(), m_floor = Verdict::review;
    if (is_act()) weigh_act();
    if (!is_act())
      weigh_at(m_as_of, m_facts[V::action]);
    else if (exists_since_act())
      weigh_at(m_as_of, word_index(V::action, "operate"));
    auto const stricter = [](Fired const& a, Fired const& b) { return a.verdict > b.verdict; };
    std::stable_sort(m_fired.begin(), m_fired.end(), stricter);
    auto const verdict = m_fired.empty() ? Verdict::review : m_fired.front().verdict;
    m_trace.fired(m_fired);
    m_trace.idle(m_idle, m_fired);
    auto const last = in_force(in_every_zone(in_every_class(more_severe(verdict, m_floor))));
    return m_trace.finish(last, dispose(last));
  }

 private:
  bool is_act() const {
    auto const& a = m_evidence.action;
    return a == "new" || a == "renew" || a == "change" || a == "transfer";
  }
  bool exists_since_act() const { return m_evidence.act_date && m_evidence.act_date->last < m_as_of; }

  // Before its designation an area forbids nothing, unless that was another one than its first.
  Verdict in_force(Verdict verdict) {
    if (!m_evidence.designated_later) return verdict;
    m_trace.designated_later();
    return verdict >= Verdict::conditional ? Verdict::review : verdict;
  }

  void weigh_act() {
    auto const day = m_evidence.act_date ? m_evidence.act_date->first : m_as_of;
    if (m_evidence.designated_on && day < m_evidence.designated_on->last && exists_since_act())
      return m_trace.act_before_designation(day, m_evidence.designated_on->last);
    if (m_evidence.act_date) m_trace.act_day(day);
    weigh_at(day, m_facts[V::action]);
  }

  // The zone as the law of that day reads it; nullopt where the workspace does not say how.
  std::optional<unsigned> zone_on(Date day) {
    auto const zone = m_facts[V::zone];
    auto const& z = m_set.zones;
    if (!z || day < z->from || zone == UNKNOWN_WORD || z->to[zone] == UNKNOWN_WORD) return zone;
    if (!(z->area_kinds & word_bit(m_facts[V::area_kind]))) return zone;
    if (!m_evidence.three_zones_mapped) return std::nullopt;
    m_trace.zone_read(words(V::zone)[zone], words(V::zone)[z->to[zone]]);
    return z->to[zone];
  }

  void weigh_at(Date day, unsigned action) {
    auto const zone = zone_on(day);
    if (!zone) {
      m_trace.zones_not_mapped(*m_set.zones);
      m_floor = Verdict::review;
      return;
    }
    auto facts = m_facts;
    facts[V::zone] = *zone;
    facts[V::action] = action;
    auto const before = m_fired.size();
    auto const& candidates = m_set.index[RuleSetData::slot(facts[V::area_kind], facts[V::activity_kind])];
    m_idle.reserve(m_idle.size() + candidates.size());
    for (auto const i : candidates) try_rule(m_set.rules[i], facts, day);
    if (m_fired.size() > before) return;
    m_trace.no_rule(day);
    m_floor = Verdict::review;
  }

  // Of minerals of several classes, or of one that nobody knows, a verdict stands if it is the same for each class.
  Verdict in_every_class(Verdict verdict) {
    if (m_classes.size() == 1) return verdict;
    auto other = m_evidence;
    other.zones_not_given = other.designated_later = false;
    std::vector<Verdict> there;
    for (auto const c : m_classes) {
      other.mineral_class = words(V::mineral_class)[c];
      there.push_back(Weighing(m_set, other, m_as_of).run().verdict);
    }
    bool const same = std::all_of(there.begin(), there.end(), [&](Verdict v) { return v == verdict; });
    m_trace.several_classes(m_classes, there, same);
    return same ? verdict : Verdict::review;
  }

  // Where zones exist that are not given, a verdict stands if it is the same in each of the zones that the rule set
  // reads; else a person has to say which zone it is.
  Verdict in_every_zone(Verdict verdict) {
    if (!m_evidence.zones_not_given) return verdict;
    auto other = m_evidence;
    other.zones_not_given = other.designated_later = false, other.three_zones_mapped = true;
    bool same = m_set.zones.has_value();
    for (unsigned zone = 0; m_set.zones && zone < words(V::zone).size(); ++zone) {
      if (m_set.zones->to[zone] == UNKNOWN_WORD) continue;
      other.zone = words(V::zone)[zone];
      auto const there = Weighing(m_set, other, m_as_of).run().verdict;
      m_trace.in_zone(other.zone, there);
      same = same && there == verdict;
    }
    m_trace.zones_not_given(same);
    return same ? verdict : Verdict::review;
  }

  void try_rule(Rule const& rule, Facts const& facts, Date day) {
    if (!rule.period.holds(day)) return m_idle.push_back({&rule, OUT_OF_FORCE});
    for (std::size_t c = 2; c < CONDITION_COUNT; ++c)
      if (!(rule.conditions[c] & word_bit(facts.word[c]))) return m_idle.push_back({&rule, c});
    auto const action = facts[V::action];
    auto const effect = action == UNKNOWN_WORD ? Verdict::review : rule.effects[action];
    m_fired.push_back({&rule, effect, rule.verified ? effect : Verdict::review, day});
  }

  // Where the state of a right is open, what is proposed for it alive and for it expired has to be the same.
  Disposition const* dispose(Verdict verdict) {
    if (!same_for_every_class(verdict) || !same_for_any_extent(verdict)) return nullptr;
    if (!state_is_open(m_evidence, m_facts)) return disposition_of(verdict, m_facts);
    auto alive = m_facts, expired = m_facts;
    alive[V::right_state] = word_index(V::right_state, "expired_renewal_filed");
    expired[V::right_state] = word_index(V::right_state, "expired");
    auto const *a = disposition_of(verdict, alive), *b = disposition_of(verdict, expired);
    auto const word = [](Disposition const* d) { return d ? d->word : Judgement{}.disposition; };
    if (word(a) == word(b)) return a;
    m_trace.disposition_open(word(a), word(b));
    return nullptr;
  }

  bool same_for_every_class(Verdict verdict) const {
    if (m_classes.size() == 1) return true;
    std::set<std::string> proposed;
    auto facts = m_facts;
    for (auto const c : m_classes) {
      facts[V::mineral_class] = c;
      auto const* d = disposition_of(verdict, facts);
      proposed.insert(d ? d->word : Judgement{}.disposition);
    }
    return proposed.size() == 1;
  }

  // Where a right may be wholly inside or not, what is proposed has to be the same for both.
  bool same_for_any_extent(Verdict verdict) {
    if (!m_evidence.extent_open) return true;
    std::vector<std::string> proposed;
    auto facts = m_facts;
    for (auto const* extent : {"wholly", "partly"}) {
      facts[V::extent] = word_index(V::extent, extent);
      auto const* d = disposition_of(verdict, facts);
      proposed.push_back(d ? d->word : Judgement{}.disposition);
    }
    if (proposed[0] != proposed[1]) m_trace.extent_open(m_evidence.wholly_inside, proposed[0], proposed[1]);
    return proposed[0] == proposed[1];
  }

  Disposition const* disposition_of(Verdict verdict, Facts const& facts) const {
    for (auto const& d : m_set.dispositions)
      if ((d.verdicts & word_bit(static_cast<unsigned>(verdict))) && meets(d.conditions, facts)) return &d;
    return nullptr;
  }

  static bool meets(Masks const& masks, Facts const& facts) {
    for (std::size_t c = 0; c < CONDITION_COUNT; ++c)
      if (!(masks[c] & word_bit(facts.word[c]))) return false;
    return true;
  }

  RuleSetData const& m_set;
  Evidence const& m_evidence;
  Date m_as_of;
  Facts m_facts;
  MineralReading m_minerals;
  std::vector<unsigned> m_classes;  // that its minerals may belong to
  Trace m_trace;
  std::vector<Fired> m_fired;
  std::vector<Idle> m_idle;
  Verdict m_floor = Verdict::clear;
};

}  // namespace

RuleSet RuleSet::parse(std::string_view toml, std::string const& file_name) {
  RuleSet set;
  set.m_data = std::make_shared<RuleSetData const>(parse_rule_set(toml, file_name));
  return set;
}

std::string RuleSet::id() const { return m_data->id; }
std::string RuleSet::version() const { return m_data->version; }
std::string RuleSet::sha256() const { return m_data->sha256; }

bool RuleSet::knows_status(std::string_view status) const {
  return status.empty() || rules::status_word(status, m_data->statuses);
}

bool RuleSet::knows_mineral(std::string_view mineral) const {
  return !rules::read_minerals(mineral, m_data->minerals).unknown;
}

Judgement RuleSet::judge(Evidence const& evidence, Date as_of) const {
  std::vector<Judgement> judgements;
  for (auto const& act : possible_acts(*m_data, evidence, as_of))
    judgements.push_back(Weighing(*m_data, act, as_of).run());
  return judgements.empty() ? Weighing(*m_data, evidence, as_of).run() : settle(judgements, evidence);
}

}  // namespace redline
