// SPDX-License-Identifier: Apache-2.0
#include "engine/ledger/proposals.hpp"

#include <tbb/enumerable_thread_specific.h>

#include <functional>
#include <unordered_map>

namespace redline {
namespace {

constexpr std::size_t MOST_KEPT = 300;  // so few that they stay in the processor's cache

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

// Lines of traces as shown. Those that tell of one right alone come once; the others, of rules and their clauses, in
// thousands of traces.
class ShownLines {
 public:
  std::string trace(Judgement const& judgement, Language language) {
    std::string out;
    for (auto const& line : judgement.trace) {
      if (!out.empty()) out += "; ";
      bool const own = line.key == "rules.trace.evidence" || line.key == "rules.trace.right";
      out += own ? render_line(line, language) : shown(line, language);
    }
    return out;
  }

 private:
  std::string const& shown(Message const& line, Language language) {
    m_key = line.key;
    for (auto const& argument : line.args) m_key.append(1, '\x1E').append(argument);
    if (m_lines.size() >= MOST_KEPT) m_lines.clear();
    auto const [it, fresh] = m_lines.try_emplace(m_key);
    if (fresh) it->second = render_line(line, language);
    return it->second;
  }

  std::unordered_map<std::string, std::string> m_lines;
  std::string m_key;
};

struct Known {
  std::unordered_map<Evidence, Proposal, EvidenceHash> proposals;
  ShownLines lines;
};

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
  if (auto const it = known.proposals.find(evidence); it != known.proposals.end()) return it->second;
  if (known.proposals.size() >= MOST_KEPT) known.proposals.clear();
  auto const judgement = std::make_shared<Judgement const>(m_state->rules.judge(evidence, m_state->as_of));
  auto const& j = *judgement;
  auto& out = known.proposals[evidence];
  out.verdict = j.verdict;
  out.disposition = j.disposition;
  out.judgement = judgement;
  for (auto const& id : j.rule_ids) out.rule_ids += (out.rule_ids.empty() ? "" : "; ") + id;
  out.clauses = render_clauses(j, m_state->language);
  out.trace = known.lines.trace(j, m_state->language);
  return out;
}

}  // namespace redline
