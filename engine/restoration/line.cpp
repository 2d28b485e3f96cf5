// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/line.hpp"

#include <tuple>

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
  if (standing_day(r) != m_day) m_said.clear(), m_said_confirmed.clear();
  m_day = standing_day(r);
  if (amount.zero()) return nullptr;
  bool const confirmed_new = r.basis == Basis::confirmed_new;
  auto& said = confirmed_new ? m_said_confirmed : m_said;
  auto at = std::lower_bound(said.begin(), said.end(), amount, [](auto const& s, Amount a) { return s.first < a; });
  for (; at != said.end() && at->first == amount; ++at)
    if (confirmed_new ? rewritten(*at->second, r) : r.wkb.empty() || at->second->wkb.empty()) return at->second;
  said.insert(at, {amount, &r});
  return nullptr;
}

}  // namespace redline
