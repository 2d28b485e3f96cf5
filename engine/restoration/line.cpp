// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/line.hpp"

namespace redline {

Line::Sum& Line::of(RestorationRecord const& r) {
  return r.basis == Basis::confirmed_new ? confirmed : r.wkb.empty() ? stated : drawn;
}

Amount Line::so_far(RestorationRecord const& r) { return (r.wkb.empty() ? stated : drawn).all + confirmed.all; }

void Line::stand_for_all(Amount amount, bool contained, Sum& kind) {
  for (auto* sum : {&stated, &drawn, &confirmed}) {
    sum->all = sum == &kind ? amount : Amount{};
    if (!contained) sum->once = sum->all;
  }
}

// A later figure that only says again what stands, perhaps with what was redone.
Amount Line::known_of(RestorationRecord const& r, Amount amount) {
  auto const day = standing_day(r);
  bool const later = last && (!day || *day > *last);
  bool const redone = amount <= m_to_redo;
  bool const may_be = r.wkb.empty() || (m_drawn && m_drawn->wkb == r.wkb);
  if (r.basis != Basis::fresh || !later || amount.zero() || redone || !may_be) return {};
  if (amount == all() || amount == so_far(r)) return amount;
  return !m_to_redo.zero() && amount == all() + m_to_redo ? all() : Amount{};
}

Line::Entry Line::add_new(RestorationRecord const& r, Amount amount, bool contained, Amount deduction) {
  auto const known = deduction.zero() ? known_of(r, amount) : Amount{};
  auto const added = std::max(Amount{}, amount - deduction - known);
  of(r).add(added, contained);
  if (!contained) not_added += amount - added;
  return known.zero() ? Entry::added : Entry::running_sum;
}

// What was not added is counted; a deduction is ground that an earlier claim counts already.
Line::Entry Line::enter(RestorationRecord const& r, Amount amount, bool contained, Amount deduction) {
  auto const before = all();
  auto out = Entry::cumulative;
  if (r.basis == Basis::cumulative)
    stand_for_all(amount, contained, of(r));
  else
    out = add_new(r, amount, contained, deduction);
  redo(before);
  if (contained) not_added += amount;
  if (!r.wkb.empty()) m_drawn = &r;
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
}

RestorationRecord const* Line::said_before(RestorationRecord const& r, Amount amount, bool contained) {
  if (contained || r.basis == Basis::cumulative) return nullptr;
  if (standing_day(r) != m_day) m_said.clear();
  m_day = standing_day(r);
  if (amount.zero() || r.basis == Basis::confirmed_new) return nullptr;
  auto const at =
      std::lower_bound(m_said.begin(), m_said.end(), amount, [](auto const& said, Amount a) { return said.first < a; });
  bool const equal = at != m_said.end() && at->first == amount;
  if (equal && (r.wkb.empty() || at->second->wkb.empty())) return at->second;
  if (!equal) m_said.insert(at, {amount, &r});
  return nullptr;
}

}  // namespace redline
