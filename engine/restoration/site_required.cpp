// What must be restored at a site. Figures of one day add up. Those of several programmes add up too; of one
// programme, or where one of the two names none, the later day takes the place of the earlier, which is told if they
// differ. A contained figure takes nobody's place. SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/site_account.hpp"

namespace redline {
namespace {

void increase(std::optional<Amount>& sum, std::optional<Amount> const& more) {
  if (more) sum = sum.value_or(Amount{}) + *more;
}

}  // namespace

void SiteAccount::require(RestorationRecord const& r, bool contained) {
  if (!r.amount) return;
  auto const rivals = [&](auto const& entry) {
    bool const both_named = !entry.first.empty() && !r.programme.empty();
    return (!both_named || entry.first == r.programme) && entry.second.day != standing_day(r);
  };
  std::optional<Amount> before;
  for (auto it = m_required.begin(); it != m_required.end();) {
    if (!rivals(*it)) {
      ++it;
      continue;
    }
    if (contained && it->second.once) return;
    tell_changed(it->second);
    increase(before, it->second.once);
    it = m_required.erase(it);
  }
  auto& s = m_required[r.programme];
  if (!s.by) s.day = standing_day(r), s.by = &r, s.before = before;
  state(s, m_required_said, r, contained);
}

void SiteAccount::tell_changed(Statement const& s) {
  for (auto const& d : s.reports.differences())
    add_finding("restoration.reports_differ", Severity::warning, d.largest->id, {cited(*d.largest), d.most.decimal()});
  if (!s.before || !s.once || s.before->decimal() == s.once->decimal()) return;
  add_finding("restoration.required_changed", Severity::warning, s.by->id,
              {cited(*s.by), s.before->decimal(), s.once->decimal()});
}

SiteAccount::Statement SiteAccount::required() const {
  Statement out;
  for (auto const& [programme, s] : m_required) {
    increase(out.all, s.all), increase(out.once, s.once);
    out.at_least = out.at_least || s.at_least;
    out.rounding += s.rounding;
  }
  return out;
}

}  // namespace redline
