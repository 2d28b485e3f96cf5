// SPDX-License-Identifier: Apache-2.0
#include "engine/ledger/proposals.hpp"

#include <tbb/enumerable_thread_specific.h>

#include <functional>
#include <unordered_map>

namespace redline {
namespace {

constexpr std::size_t MOST_KEPT = 2000;  // some 2 MB a thread

struct EvidenceHash {
  std::size_t value = 0;
  template <class T>
  void add(T const& v) {
    value = value * 1099511628211U ^ std::hash<T>{}(v);
  }
  void add(std::optional<PossibleDays> const& d) {
    for (auto const day : {d ? d->first : Date{}, d ? d->last : Date{}})
      add(static_cast<int>(day.year()) * 512 + static_cast<int>(static_cast<unsigned>(day.month()) * 32) +
          static_cast<int>(static_cast<unsigned>(day.day())));
  }
  std::size_t operator()(Evidence const& e) const {
    EvidenceHash h;
    for (auto const* word :
         {&e.activity_kind, &e.action, &e.mineral, &e.mineral_class, &e.status, &e.area_kind, &e.zone})
      h.add(*word);
    for (auto const* day : {&e.valid_from, &e.valid_to, &e.granted_on, &e.designated_on}) h.add(*day);
    h.add(e.share.value_or(-1));
    return h.value;
  }
};

using Known = std::unordered_map<Evidence, Proposal, EvidenceHash>;

}  // namespace

struct Proposals::State {
  RuleSet const& rules;
  Date as_of;
  Language language;
  tbb::enumerable_thread_specific<Known> known = {};
};

Proposals::Proposals(RuleSet const& rules, Date as_of, Language language)
    : m_state(std::make_unique<State>(State{rules, as_of, language})) {}
Proposals::~Proposals() = default;

Proposal const& Proposals::on(Evidence const& given) const {
  auto const evidence = as_judged(given);
  auto& known = m_state->known.local();
  if (auto const it = known.find(evidence); it != known.end()) return it->second;
  if (known.size() >= MOST_KEPT) known.clear();
  auto const judgement = std::make_shared<Judgement const>(m_state->rules.judge(evidence, m_state->as_of));
  auto const& j = *judgement;
  auto& out = known[evidence];
  out.verdict = j.verdict;
  out.disposition = j.disposition;
  out.judgement = judgement;
  for (auto const& id : j.rule_ids) out.rule_ids += (out.rule_ids.empty() ? "" : "; ") + id;
  out.clauses = render_clauses(j, m_state->language);
  out.trace = render_trace(j, m_state->language);
  return out;
}

}  // namespace redline
