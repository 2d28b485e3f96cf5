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

// What was not added is counted; a deduction is ground that an earlier claim counts already.
Line::Entry Line::enter(RestorationRecord const& r, Amount amount, bool contained, Amount deduction) {
  bool const later = standing_day(r) && last && *standing_day(r) > *last;
  bool const running_sum = !amount.zero() && (amount == all() || amount == so_far(r));
  auto out = Entry::added;
  if (r.basis == Basis::fresh && later && deduction.zero() && running_sum) {
    out = Entry::running_sum;
    if (!contained) not_added += amount;
  } else if (r.basis == Basis::cumulative) {
    out = Entry::cumulative;
    stand_for_all(amount, contained, of(r));
  } else {
    auto const added = std::max(Amount{}, amount - deduction);
    of(r).add(added, contained);
    if (!contained) not_added += amount - added;
  }
  if (contained) not_added += amount;
  if (standing_day(r)) last = standing_day(r);
  return out;
}

void Line::stand_at(Amount all, Amount once) {
  stated = {all, once};
  drawn = confirmed = {};
}

void Line::take_away(Amount amount) {
  auto const less = [](Amount a, Amount b) { return std::max(Amount{}, a - b); };
  auto const rest = less(amount, confirmed.all), rest_once = less(amount, confirmed.once);
  confirmed = {less(confirmed.all, amount), less(confirmed.once, amount)};
  stated = {less(stated.all, rest), less(stated.once, rest_once)};
  drawn = {less(drawn.all, rest), less(drawn.once, rest_once)};
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
