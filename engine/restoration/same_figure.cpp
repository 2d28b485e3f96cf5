// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/same_figure.hpp"

#include <algorithm>

namespace redline {
namespace {

using Record = RestorationRecord;

bool before(Record const* r, Amount a) { return *r->amount < a; }

Amount apart(Record const& a, Record const& b) { return std::max(*a.amount - *b.amount, *b.amount - *a.amount); }

}  // namespace

bool within_a_year(std::optional<Date> a, std::optional<Date> b) {
  constexpr auto YEAR = std::chrono::days{366};
  return !a || !b || std::chrono::abs(std::chrono::sys_days(*a) - std::chrono::sys_days(*b)) <= YEAR;
}

Claims::List::const_iterator Claims::equal(Amount amount) const {
  return std::lower_bound(m_list.begin(), m_list.end(), amount, before);
}

void Claims::add(Record const& r) {
  m_list.insert(equal(*r.amount), &r);
  m_coarsest = std::max(m_coarsest, rounding_of(r));
}

void Claims::remember(Record const& r) {
  for (auto at = equal(*r.amount); at != end() && (*at)->amount == r.amount; ++at)
    if (!another_source(**at, r, true)) {
      m_list[static_cast<std::size_t>(at - m_list.cbegin())] = &r;
      return;
    }
  add(r);
}

std::pair<Claims::List::const_iterator, Claims::List::const_iterator> Claims::near(Record const& r) const {
  auto const most = std::max(m_coarsest, rounding_of(r));
  auto const from = equal(*r.amount - most);
  auto to = from;
  while (to != m_list.end() && *(*to)->amount <= *r.amount + most) ++to;
  return {from, to};
}

// The same as the one that counts, and as all that it stands for; or one of these, said again.
bool Claims::one_of(Record const& counted, Record const& r) const {
  if (!same_when_rounded(counted, r)) return false;
  bool all = true, again = false;
  for (auto const& [first, other] : m_also)
    if (first == &counted) all = all && same_when_rounded(*other, r), again = again || other->amount == r.amount;
  return all || again;
}

Record const* Claims::rounded(Record const& r) const {
  if (m_list.empty() || !r.amount || !r.wkb.empty()) return nullptr;
  Record const* best = nullptr;
  auto const [from, to] = near(r);
  for (auto at = from; at != to; ++at)
    if (one_of(**at, r) && (!best || apart(**at, r) < apart(*best, r))) best = *at;
  return best;
}

void Claims::stand_for(Record const& counted, Record const& other) { m_also.emplace_back(&counted, &other); }

void Claims::take_place(Record const& of, Record const& r) {
  m_list.erase(std::find(equal(*of.amount), end(), &of));
  for (auto& [first, other] : m_also)
    if (first == &of) first = &r;
  stand_for(r, of);
  add(r);
}

Record const* Claims::like(Record const& r) const {
  if (m_list.empty() || !r.amount || r.amount->zero() || !r.wkb.empty()) return nullptr;
  auto const [from, to] = near(r);
  for (auto at = from; at != to; ++at) {
    auto const& other = **at;
    bool const same = other.amount == r.amount ? another_source(other, r, false) : same_when_rounded(other, r);
    if (same && within_a_year(standing_day(other), standing_day(r))) return &other;
  }
  return nullptr;
}

}  // namespace redline
