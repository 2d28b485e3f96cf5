// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/act_days.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace redline::rules {
namespace {

Date day_after(Date day) { return std::chrono::sys_days(day) + std::chrono::days(1); }

// The first day of each stretch.
std::set<Date> stretches(RuleSetData const& set, Evidence const& e, Date as_of) {
  auto const& act = *e.act_date;
  std::set<Date> out{act.first};
  auto const begins = [&](Date day) {
    if (act.first < day && day <= act.last) out.insert(day);
  };
  begins(as_of);
  if (set.zones) begins(set.zones->from);
  if (e.designated_on) begins(e.designated_on->first), begins(e.designated_on->last);
  for (auto const& rule : set.rules) {
    if (rule.period.from) begins(*rule.period.from);
    if (rule.period.until) begins(day_after(*rule.period.until));
  }
  return out;
}

bool same(Judgement const& a, Judgement const& b) {
  return a.verdict == b.verdict && a.disposition == b.disposition && a.rule_ids == b.rule_ids;
}

}  // namespace

std::vector<Evidence> possible_acts(RuleSetData const& set, Evidence const& e, Date as_of) {
  static constexpr std::array<std::string_view, 4> ACTS{"new", "renew", "change", "transfer"};
  if (!e.act_date || std::find(ACTS.begin(), ACTS.end(), e.action) == ACTS.end()) return {};
  auto const& designated = e.designated_on;
  auto const perhaps_before = [&](Date day) {
    return designated && designated->first <= day && day < designated->last;
  };
  if (e.act_date->one() && !perhaps_before(e.act_date->first)) return {};
  std::vector<Evidence> out;
  for (auto const day : stretches(set, e, as_of)) {
    out.push_back(e);
    out.back().act_date = day;
    if (!perhaps_before(day)) continue;
    out.back().designated_on = designated->first;
    out.push_back(out.back());
    out.back().designated_on = designated->last;
  }
  return out;
}

Judgement settle(std::vector<Judgement> const& judgements, Evidence const& e) {
  auto out = judgements.back();
  bool const agreed = std::all_of(judgements.begin(), judgements.end(), [&](auto const& j) { return same(j, out); });
  auto const& days = *e.act_date;
  out.trace.push_back({agreed ? "rules.trace.act_days_agree" : "rules.trace.act_days_differ",
                       {to_string(days), e.designated_on ? to_string(*e.designated_on) : "—"}});
  if (!agreed) out.verdict = Verdict::review, out.disposition = Judgement{}.disposition;
  return out;
}

}  // namespace redline::rules
