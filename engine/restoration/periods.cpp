// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/periods.hpp"

#include <algorithm>
#include <tuple>

namespace redline {
namespace {

using Record = RestorationRecord;

constexpr unsigned MONTHS = 12, QUARTER = 3;

// Months in the period of a figure, and which of these periods since the year 0.
unsigned length(Basis b) { return b == Basis::of_month ? 1 : b == Basis::of_quarter ? QUARTER : MONTHS; }

long number(Date d, unsigned months) {
  auto const month = static_cast<long>(static_cast<int>(d.year())) * MONTHS + static_cast<unsigned>(d.month()) - 1;
  return month / static_cast<long>(months);
}

}  // namespace

bool same_words(Record const& a, Record const& b) {
  auto const words = [](Record const& r) {
    return std::tie(r.item, r.subject, r.programme, r.kind, r.measure, r.zone, r.said_by, r.part_of, r.restates);
  };
  return words(a) == words(b);
}

bool other_period(Record const& a, Record const& b) {
  if (a.basis == Basis::standing) return standing_day(a) != standing_day(b);
  auto const months = std::max(length(a.basis), length(b.basis));
  return number(*standing_day(a), months) != number(*standing_day(b), months);
}

bool said_again(Record const& a, Record const& b) {
  bool const periodic = of_period(a.basis) || a.basis == Basis::standing;
  bool const alike = a.source != b.source && a.basis == b.basis && periodic && a.wkb.empty() && b.wkb.empty();
  return alike && standing_day(a) && standing_day(b) && !other_period(a, b) && same_words(a, b);
}

Amount Periods::most(Group const& g) {
  Amount out;
  for (auto const& report : g) out = std::max(out, report.sum);
  return out;
}

// A year so far holds its months up to its day; both may be larger, as not all months were reported.
Periods::Year Periods::year_of(Record const& r) const {
  Year out;
  std::optional<Date> until;
  auto const of_year = [&](Record const& x) { return x.basis == Basis::of_year; };
  for (auto const& g : m_groups)
    if (auto const& x = *g.back().last;
        of_year(x) && number(*standing_day(x), MONTHS) == number(*standing_day(r), MONTHS) && same_words(x, r))
      out.so_far = most(g), until = standing_day(x);
  Amount held, behind;
  auto const year = [](Record const& x) { return number(*standing_day(x), MONTHS); };
  for (auto const& g : m_groups) {
    auto const& x = *g.back().last;
    if (of_year(x) || !of_period(x.basis) || year(x) != year(r) || !same_words(x, r)) continue;
    out.parts = true;
    (until && standing_day(x) <= until ? held : behind) += most(g);
  }
  out.both = out.parts && until;
  out.sum = std::max(out.so_far, held) + behind;
  return out;
}

Periods::Told Periods::say(Record const& r, Amount amount) {
  if (!of_period(r.basis) || !standing_day(r)) return enter(r, amount);
  auto const before = year_of(r);
  auto out = enter(r, amount);
  auto const after = year_of(r);
  if (!after.both) return out;
  out.more = after.sum - std::min(after.sum, before.sum);
  out.again = out.again || out.more < amount;
  return out;
}

Periods::Told Periods::enter(Record const& r, Amount amount) {
  auto const own = [&](Report const& x) { return x.last->source == r.source; };
  auto const alike = [&](Group const& g) {
    auto const& x = *g.front().last;
    return x.basis == r.basis && !other_period(x, r) && same_words(x, r);
  };
  auto group = std::find_if(m_groups.rbegin(), m_groups.rend(), alike);
  if (group == m_groups.rend()) return m_groups.push_back({{&r, amount}}), Told{false, amount};
  auto const before = most(*group);
  auto report = std::find_if(group->begin(), group->end(), own);
  if (report == group->end()) report = group->insert(report, {&r, Amount{}});
  report->last = &r, report->sum += amount;
  return {group->size() > 1, most(*group) - before};
}

std::vector<Periods::Difference> Periods::differences() const {
  std::vector<Difference> out;
  for (auto const& g : m_groups) {
    Difference d{g.front().last, g.front().sum, g.front().sum, true};
    for (std::size_t i = 1; i < g.size(); ++i) {
      bool const later = *standing_day(*g[i].last) > *standing_day(*g[i - 1].last);
      d.grown = d.grown && later && g[i].sum >= g[i - 1].sum;
      d.least = std::min(d.least, g[i].sum);
      if (g[i].sum > d.most) d.most = g[i].sum, d.largest = g[i].last;
    }
    if (d.most != d.least) out.push_back(d);
  }
  return out;
}

}  // namespace redline
