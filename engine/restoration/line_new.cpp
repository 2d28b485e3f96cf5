// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/line.hpp"

#include "engine/restoration/table_parts.hpp"

namespace redline {

// What becomes of a figure that is new, step by step.
struct Line::NewFigure {
  RestorationRecord const& r;
  Amount amount;
  bool contained;
  Amount deduction;
  Amount before = {}, known = {};  // what stood; what of the amount counts already
  Periods::Told told = {};
  std::optional<Amount> reported = {};
  bool rounded = false;
  bool plain = false, beside = false, larger = false;
  Amount more = {};  // of what plain figures gave
  bool equal_years = false;

  bool whole() const { return deduction.zero(); }
  bool undrawn() const { return r.wkb.empty() && !contained; }
};

// A later figure that only says again what stands, perhaps with what was redone.
Amount Line::known_of(RestorationRecord const& r, Amount amount) {
  auto const day = standing_day(r);
  bool const later = last && (!day || *day > *last);
  bool const redone = amount <= m_to_redo;
  bool const may_be = r.wkb.empty() || (m_drawn && m_drawn->wkb == r.wkb);
  bool const beside = m_last && other_part(*m_last, r);
  if (!is_new(r.basis) || beside || another_period(r) || !later || amount.zero() || redone || !may_be) return {};
  if (amount == all() || amount == so_far(r)) return amount;
  return !m_to_redo.zero() && amount == all() + m_to_redo ? all() : Amount{};
}

// What stands is a figure of another source, or the sum of some, and r says it again, rounded.
bool Line::rounds_to_all(RestorationRecord const& r, bool contained) const {
  if (contained || !is_new(r.basis) || another_period(r) || !r.wkb.empty() || !m_last || !m_to_redo.zero() ||
      !drawn.all.zero())
    return false;
  if (!last || (standing_day(r) && *standing_day(r) <= *last) || !within_a_year(last, standing_day(r))) return false;
  if (auto const* only = m_counted.only(); only && *only->amount == all()) return same_when_rounded(*only, r);
  return another_source(*m_last, r, true) && std::max(all() - *r.amount, *r.amount - all()) <= rounding_of(r);
}

// Work that is finished after another report told what was done by then: it may hold what stands.
bool Line::after_another_report(RestorationRecord const& r, bool contained) const {
  bool const later = last && standing_day(r) && *standing_day(r) > *last;
  if (!later || !m_last || contained || r.basis != Basis::piece || !r.wkb.empty() || !m_to_redo.zero()) return false;
  auto const before = m_last->basis;
  return (before == Basis::situation || before == Basis::reported) && m_last->source != r.source;
}

// Of a plain figure of another report, or of work that it dates: what may stand already.
std::optional<Amount> Line::told_by_reports(RestorationRecord const& r, Amount amount, bool contained) const {
  if (!m_last || contained || !m_to_redo.zero()) return std::nullopt;
  if (after_another_report(r, contained)) return std::min(all(), amount);
  bool const later = last && standing_day(r) && *standing_day(r) > *last;
  return m_reports.known(r, amount, all(), later && stands_for_all(m_last->basis), later && !m_grown);
}

// A figure of another file, of a later day, that is larger than all that such figures gave: it may hold them.
bool Line::grown_beside(RestorationRecord const& r, Amount amount) const {
  bool const later = last && standing_day(r) && *standing_day(r) > *last;
  bool const alone = r.basis == Basis::fresh && !r.site.empty() && r.replaces.empty() && m_to_redo.zero();
  return later && alone && !m_plain.all().zero() && m_plain.all() == all() && amount > all() && m_plain.beside(r);
}

// What counts already, as this line, its periods and the reports before it say.
void Line::find_known(NewFigure& f) {
  if (f.whole()) f.known = known_of(f.r, f.amount);
  bool const periodic = of_period(f.r.basis) && standing_day(f.r) && f.undrawn() && f.whole();
  if (periodic) f.told = m_periods.say(f.r, f.amount);
  if (f.told.again) f.known = f.amount - f.told.more;
  f.before = all();
  if (f.known.zero()) f.reported = told_by_reports(f.r, f.amount, f.contained);
  if (f.reported) f.known = *f.reported;
}

// A figure that only rounds what stands is known, else it is one of those that stand.
void Line::find_rounded(NewFigure& f) {
  f.rounded = f.whole() && f.known.zero() && !f.told.again && rounds_to_all(f.r, f.contained);
  if (f.rounded) {
    f.known = f.amount;
    take_finer(f.r, f.amount);
  } else if (f.known.zero() && f.undrawn() && is_new(f.r.basis)) {
    m_counted.remember(f.r);
  }
}

void Line::take_finer(RestorationRecord const& r, Amount amount) {
  auto const* only = m_counted.only();
  if (!only || *only->amount != all() || !finer(r, *only)) return;
  correct(amount - *only->amount);
  m_counted.clear(), m_counted.remember(r);
}

// What plain figures of other files gave already.
void Line::find_plain(NewFigure& f) {
  auto const& r = f.r;
  f.plain = plain_figure(r) && !f.contained && f.whole() && (f.amount.zero() || f.known < f.amount);
  f.beside = f.plain && r.basis == Basis::fresh && !r.site.empty() && r.replaces.empty() && m_plain.beside(r);
  f.larger = f.plain && f.known.zero() && grown_beside(r, f.amount);
  if (f.larger) f.known = f.before, m_plain.clear();
  f.more = f.plain ? m_plain.say(r, f.amount) : f.amount;
  f.known = std::max(f.known, f.amount - std::min(f.amount, f.more));
}

bool Line::equals_year_before(NewFigure const& f) const {
  bool const behind_sum = m_last && m_last->basis == Basis::cumulative && m_last->source == f.r.source;
  return !f.told.again && another_period(f.r) && !f.amount.zero() && f.amount == all() && !behind_sum;
}

void Line::count(NewFigure const& f) {
  auto const added = std::max(Amount{}, f.amount - f.deduction - f.known);
  of(f.r).add(added, f.contained);
  if (f.contained) return;
  m_reports.say(f.r, f.more, false);
  not_added += f.amount - added;
}

Line::Entry Line::entry_of(NewFigure const& f) {
  if (f.told.again) return Entry::again;
  if (f.equal_years) return Entry::another_year;
  if (f.reported) {
    m_grown = f.r.basis != Basis::piece || !after_another_report(f.r, f.contained);
    return m_grown || f.amount < f.before ? Entry::grown : Entry::added;
  }
  if (f.larger) return Entry::grown;
  if (f.plain && f.more < f.amount) return Entry::again;
  if (f.beside && f.known.zero()) return Entry::beside;
  return f.rounded ? Entry::rounded_sum : f.known.zero() ? Entry::added : Entry::running_sum;
}

Line::Entry Line::add_new(RestorationRecord const& r, Amount amount, bool contained, Amount deduction) {
  NewFigure f{r, amount, contained, deduction};
  find_known(f);
  find_rounded(f);
  find_plain(f);
  f.equal_years = equals_year_before(f);
  count(f);
  return entry_of(f);
}

}  // namespace redline
