// Writes the trace of one judgement, line by line, as messages: what was known, which rules fired on which day under
// which clause and version, which rules of the same area and activity kind did not fire and why, and the disposition.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rules/facts.hpp"
#include "engine/rules/judgement.hpp"

namespace redline::rules {

struct Fired {
  Rule const* rule;
  Verdict effect;   // as the rule says
  Verdict verdict;  // review where the text is not verified
  Date day;         // of the law applied
};

inline constexpr std::size_t OUT_OF_FORCE = CONDITION_COUNT;
struct Idle {
  Rule const* rule;
  std::size_t reason;  // a condition, or OUT_OF_FORCE
};

class Trace {
 public:
  Trace(RuleSetData const& set, Evidence const& evidence, Date as_of);

  Judgement contact();
  void evidence(Facts const& facts, bool mineral_unknown);
  void unknown_action();
  void act_day(Date day);
  void designated_later();
  void act_before_designation(Date day, Date designated);
  void zone_read(std::string_view from, std::string_view to);
  void zones_not_mapped(ZoneReading const& reading);
  void several_classes(std::vector<unsigned> const& classes, std::vector<Verdict> const& verdicts, bool same);
  void in_zone(std::string_view zone, Verdict verdict);
  void zones_not_given(bool same_in_each);
  void no_rule(Date day);
  void extent_open(bool inside, std::string const& wholly, std::string const& partly);
  void disposition_open(std::string const& alive, std::string const& expired);
  void fired(std::vector<Fired> const& fired);
  void idle(std::vector<Idle> const& idle, std::vector<Fired> const& fired);
  Judgement finish(Verdict verdict, Disposition const* disposition);

 private:
  template <class... Args>
  void line(char const* key, Args&&... args);
  std::string on(Date day) const { return day == m_as_of ? m_as_of_text : to_string(day); }
  void right(Facts const& facts);
  void unsure(Facts const& facts);
  void add_clause(std::size_t clause);
  void add_outcome(std::string const& id, Verdict effect, std::span<std::size_t const> clauses);
  void explain(Fired const& f);

  RuleSetData const& m_set;
  Evidence const& m_evidence;
  Date m_as_of;
  std::string m_as_of_text;
  bool m_two_days = false;  // a past act and what stands today were both judged
  Judgement m_out;
};

}  // namespace redline::rules
