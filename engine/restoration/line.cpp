// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/line.hpp"

#include <tuple>

#include "engine/restoration/table_parts.hpp"

namespace redline {
namespace {

// A row that was saved again with its figure written otherwise (10, 10.00).
bool rewritten(RestorationRecord const& a, RestorationRecord const& b) {
  auto const words = [](auto const& r) {
    return std::tie(r.item, r.subject, r.programme, r.kind, r.measure, r.zone, r.part_of, r.restates);
  };
  return a.wkb.empty() && b.wkb.empty() && words(a) == words(b) && figure_text(a) != figure_text(b);
}

}  // namespace

Line::Sum& Line::of(RestorationRecord const& r) {
  return r.basis == Basis::confirmed_new ? confirmed : r.wkb.empty() ? stated : drawn;
}

Amount Line::so_far(RestorationRecord const& r) { return (r.wkb.empty() ? stated : drawn).all + confirmed.all; }

void Line::stand_for_all(RestorationRecord const& r, Amount amount, bool contained) {
  bool doubtful = false;
  auto const others = m_topics.others(r);
  if (!contained && r.wkb.empty()) m_topics.of(r, doubtful).sum = {amount, amount};
  if (doubtful) m_state_doubts.push_back({"restoration.subjects_apart", &r, others.all});
  for (auto* sum : {&stated, &drawn, &confirmed}) {
    sum->all = sum == &of(r) ? amount + others.all : Amount{};
    if (!contained) sum->once = sum == &of(r) ? amount + others.once : Amount{};
  }
}

bool Line::another_period(RestorationRecord const& r) const {
  auto const day = standing_day(r);
  auto const before = m_last ? standing_day(*m_last) : std::nullopt;
  if (!of_period(r.basis) || !day || !before) return false;
  if (m_last->basis == Basis::cumulative)
    return r.basis == Basis::of_year ? day->year() > before->year() : day > before;
  return of_period(m_last->basis) && other_period(*m_last, r);
}

// What is done so far, as the reports of its day say it. The doubt of a day is that of its last row.
void Line::stand_as_said(RestorationRecord const& r, Amount amount, bool contained) {
  bool doubtful = false;
  auto const others = m_topics.others(r);
  auto& topic = m_topics.of(r, doubtful);
  bool const goes_on = topic.states.said_on(standing_day(r));
  bool const beside = m_last && m_last->basis == Basis::piece && m_last->source == r.source;
  Sum const stood{all() - others.all, once() - others.once};
  if (!goes_on) topic.before = stood.all;
  topic.sum = topic.states.say(r, amount, contained, beside && !goes_on ? stood : Sum{});
  for (auto* kind : {&stated, &drawn, &confirmed}) {
    kind->all = kind == &of(r) ? topic.sum.all + others.all : Amount{};
    if (!contained) kind->once = kind == &of(r) ? topic.sum.once + others.once : Amount{};
  }
  m_counted.clear(), m_reports.clear(), m_plain.clear(), m_grown = false;
  doubt_states(r, topic, goes_on);
  if (doubtful) m_state_doubts.push_back({"restoration.subjects_apart", &r, others.all});
}

void Line::doubt_states(RestorationRecord const& r, Topic const& topic, bool goes_on) {
  auto& doubts = m_state_doubts;
  bool const again = goes_on && !doubts.empty() && standing_day(*doubts.back().record) == standing_day(r);
  if (again && !other_topic(*doubts.back().record, r)) doubts.pop_back();
  if (topic.states.differ())
    doubts.push_back({"restoration.reports_differ", &r, topic.sum.all});
  else if (topic.sum.all < topic.before)
    doubts.push_back({"restoration.cumulative_fell", &r, topic.before});
}

// Of two reports of one day, or two rows of one that name no site, the larger running sum stands.
bool Line::beside_running_sum(RestorationRecord const& r, Amount amount) {
  bool const both = m_last && r.basis == Basis::cumulative && m_last->basis == Basis::cumulative;
  bool const drawn_or_corrected =
      both && (!r.wkb.empty() || !m_last->wkb.empty() || !r.replaces.empty() || !m_last->replaces.empty());
  bool const of_day = both && standing_day(r) && standing_day(r) == standing_day(*m_last);
  bool const beside = of_day && (r.source != m_last->source || r.site.empty()) && !other_topic(*m_last, r);
  auto const before = all() - apart_from(r);
  if (!beside || drawn_or_corrected || amount == before) return false;
  auto& doubts = m_state_doubts;
  if (!doubts.empty() && standing_day(*doubts.back().record) == standing_day(r)) doubts.pop_back();
  doubts.push_back({"restoration.reports_differ", &r, std::max(before, amount)});
  return amount < before;
}

// What was not added is counted; a deduction is ground that an earlier claim counts already.
Line::Entry Line::enter(RestorationRecord const& r, Amount amount, bool contained, Amount deduction) {
  auto const before = all();
  auto out = Entry::cumulative;
  if (beside_running_sum(r, amount))
    out = Entry::situation;
  else if (r.basis == Basis::cumulative)
    stand_for_all(r, amount, contained), m_counted.clear(), m_reports.clear(), m_plain.clear();
  else if (r.basis == Basis::situation)
    stand_as_said(r, amount, contained), out = Entry::situation;
  else
    out = add_new(r, amount, contained, deduction);
  redo(before);
  if (contained) not_added += amount;
  if (!r.wkb.empty()) m_drawn = &r;
  m_last = &r;
  if (standing_day(r)) last = standing_day(r);
  return out;
}

void Line::redo(Amount before) {
  auto const more = std::max(Amount{}, all() - before);
  m_to_redo = std::max(Amount{}, m_to_redo - more);
}

void Line::stand_at(Amount all, Amount once) {
  auto const before = this->all();
  stated = {all, once};
  drawn = confirmed = {};
  m_counted.clear(), m_topics.clear(), m_reports.clear(), m_plain.clear();
  redo(before);
}

void Line::rise_to(Sum least, std::optional<Date> on) {
  if (last && (!on || *last >= *on)) return;
  auto const before = all();
  stated.all = std::max(stated.all, least.all - confirmed.all);
  stated.once = std::max(stated.once, least.once - confirmed.once);
  if (on) last = on;
  redo(before);
}

void Line::take_away(Amount amount) {
  auto const less = [](Amount a, Amount b) { return std::max(Amount{}, a - b); };
  auto const before = all();
  auto const rest = less(amount, confirmed.all), rest_once = less(amount, confirmed.once);
  confirmed = {less(confirmed.all, amount), less(confirmed.once, amount)};
  stated = {less(stated.all, rest), less(stated.once, rest_once)};
  drawn = {less(drawn.all, rest), less(drawn.once, rest_once)};
  m_to_redo += before - all();
  m_counted.clear(), m_topics.clear(), m_periods.clear(), m_reports.clear(), m_plain.clear(), m_grown = false;
}

void Line::give_back(Amount amount) {
  auto const given = std::min(amount, m_to_redo);
  for (auto* kind : {&stated, &drawn})
    if (kind == &stated || !kind->all.zero()) kind->all += given, kind->once += given;
  m_to_redo -= given;
}

void Line::correct(Amount more) {
  if (stated.all.zero()) return;
  stated = {std::max(Amount{}, stated.all + more), std::max(Amount{}, stated.once + more)};
}

Line::Repetition Line::said_before(RestorationRecord const& r, Amount amount, bool contained) {
  if (contained || r.basis == Basis::cumulative) return {};
  if (standing_day(r) != m_day) m_said.clear(), m_said_confirmed.clear();
  m_day = standing_day(r);
  if (amount.zero()) return {};
  bool const confirmed_new = r.basis == Basis::confirmed_new;
  auto& said = confirmed_new ? m_said_confirmed : m_said;
  for (auto at = said.equal(amount); at != said.end() && *(*at)->amount == amount; ++at)
    if (said_again(**at, r) || other_part(**at, r))  // counted by their period, or beside each other
      continue;
    else if (confirmed_new ? rewritten(**at, r) : r.wkb.empty() || (*at)->wkb.empty())
      return m_reports.say(r, amount, true), Repetition{*at, false, confirmed_new ? Amount{} : m_plain.repeat(r, **at)};
  auto const* first = confirmed_new ? nullptr : said.rounded(r);
  if (first && said_again(*first, r)) first = nullptr;
  if (!first) return said.add(r), Repetition{};
  m_plain.round(r, *first);
  if (!finer(r, *first)) return said.stand_for(*first, r), Repetition{first, true};
  said.take_place(*first, r);
  return {first, true, amount - *first->amount};
}

}  // namespace redline
