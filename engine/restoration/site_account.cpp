// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/site_account.hpp"

#include <algorithm>

namespace redline {

void SiteAccount::add_finding(char const* code, Severity severity, std::string_view feature,
                              std::vector<std::string> args) {
  m_findings.push_back({code, severity, std::string(m_site.reserve), std::string(feature), std::move(args)});
}

void SiteAccount::add(RestorationRecord const& r, bool contained, Amount deduction) {
  ++m_site.records;
  m_last_id = r.id;
  if (r.stage) m_site.stage = r.stage;
  bool const speaks_of_ground = r.quantity != Quantity::other && r.quantity != Quantity::status;
  if (speaks_of_ground || r.stage) m_site.counts_as_site = !m_site.site.empty();
  if (r.deadline && (speaks_of_ground || r.stage)) {
    bool const same_day = m_site.deadline && m_deadline_stated == r.day;
    m_site.deadline = same_day ? std::min(*m_site.deadline, *r.deadline) : *r.deadline;
    m_deadline_stated = r.day;
  }
  if (r.stage && r.stage->returns) return send_back(r);
  if (r.quantity == Quantity::restored)
    restored(r, contained, deduction);
  else if (r.quantity == Quantity::volume && r.amount)
    put(m_volume, r, *r.amount, contained, {});
  else if (r.quantity == Quantity::required)
    state(m_required, r, contained);
  else if (r.quantity == Quantity::disturbed)
    disturbed(r, contained);
}

// Damage reported after a restoration is ground disturbed again, no measure of how much there was to restore.
void SiteAccount::disturbed(RestorationRecord const& r, bool contained) {
  auto const before = [&](auto const& entry) {
    return entry.first->stage_class >= StageClass::restored && entry.second.last && r.day &&
           *entry.second.last < *r.day;
  };
  if (std::any_of(m_stages.begin(), m_stages.end(), before)) {
    if (r.wkb.empty()) add_finding("restoration.disturbed_again", Severity::warning, r.id, {cited(r)});
    return;
  }
  state(m_disturbed, r, contained);
  if (!m_most_disturbed.all || m_disturbed.all > m_most_disturbed.all) m_most_disturbed = m_disturbed;
}

void SiteAccount::state(Statement& s, RestorationRecord const& r, bool contained) {
  if (!r.amount) return;
  if (r.day != s.day) s = {};
  s.day = r.day;
  s.at_least = s.at_least || r.at_least;
  s.all = s.all.value_or(Amount{}) + *r.amount;
  if (!contained) s.once = s.once.value_or(Amount{}) + *r.amount;
}

void SiteAccount::put(Sum& sum, RestorationRecord const& r, Amount amount, bool contained, Amount deduction) {
  bool const later = r.day && sum.last && *r.day > *sum.last;
  if (r.basis == Basis::fresh && later && deduction.zero() && amount == sum.all && !amount.zero()) {
    if (!contained) sum.not_added += amount;
    add_finding("restoration.cumulative_as_new", Severity::warning, r.id, {cited(r), amount.decimal()});
  } else if (r.basis == Basis::cumulative) {
    if (amount < sum.all)
      add_finding("restoration.cumulative_fell", Severity::warning, r.id, {cited(r), sum.all.decimal()});
    sum.all = amount;
    if (!contained) sum.once = amount;
  } else {
    auto const added = std::max(Amount{}, amount - deduction);
    sum.all += added;
    if (!contained) sum.once += added, sum.not_added += amount - added;
  }
  if (contained) sum.not_added += amount;
  if (r.day) sum.last = r.day;
  ++sum.n;
}

SiteAccount::Sum SiteAccount::largest(StageClass from) const {
  Sum out;
  for (auto const& [stage, sum] : m_stages) {
    if (stage->stage_class < from) continue;
    out.all = std::max(out.all, sum.all);
    out.once = std::max(out.once, sum.once);
    out.n += sum.n;
  }
  return out;
}

void SiteAccount::restored(RestorationRecord const& r, bool contained, Amount deduction) {
  if (!r.stage) return;
  bool const accepted = r.stage->stage_class == StageClass::accepted;
  if (!r.amount && !accepted) return;
  auto amount = r.amount.value_or(Amount{});
  auto const before = largest(StageClass::restored);
  if (accepted) check_acceptance(r, amount);
  auto& sum = m_stages[r.stage];
  if (r.amount) return put(sum, r, amount, contained, deduction);
  sum.all = before.all, sum.once = before.once;  // acceptance without a figure: of all that was claimed
}

void SiteAccount::check_acceptance(RestorationRecord const& r, Amount amount) {
  auto const restored_so_far = [&] {
    Amount most;
    for (auto const& [stage, sum] : m_stages)
      if (stage->stage_class == StageClass::restored) most = std::max(most, sum.all);
    return most;
  }();
  if (r.day && (r.amount ? restored_so_far < amount : restored_so_far.zero()))
    m_early.push_back({cited(r), std::string(r.id), *r.day});
}

void SiteAccount::send_back(RestorationRecord const& r) {
  for (auto& [stage, sum] : m_stages) {
    if (stage->stage_class < StageClass::restored) continue;
    sum.all = r.amount ? std::max(Amount{}, sum.all - *r.amount) : Amount{};
    sum.once = r.amount ? std::max(Amount{}, sum.once - *r.amount) : Amount{};
  }
  m_early.clear();
}

SiteTally SiteAccount::close(Date as_of, std::optional<Amount> outline) {
  if (outline) m_most_disturbed.all = outline, m_most_disturbed.once = outline;
  auto const claimed = largest(StageClass::restored), accepted = largest(StageClass::accepted);
  m_site.claimed = claimed.all, m_site.claimed_once = claimed.once;
  m_site.accepted = accepted.all, m_site.accepted_once = accepted.once;
  m_site.disturbed = m_most_disturbed.all, m_site.disturbed_at_least = m_most_disturbed.at_least;
  m_site.required = m_required.all ? m_required.all : m_most_disturbed.all;
  m_site.required_once = m_required.all ? m_required.once : m_most_disturbed.once;
  m_site.volume_once = m_volume.once;
  for (auto const& [stage, sum] : m_stages) m_site.not_added = std::max(m_site.not_added, sum.not_added);
  close_checks(as_of);
  return m_site;
}

void SiteAccount::close_checks(Date as_of) {
  auto const name = std::string(m_site.site);
  auto const& most = m_most_disturbed.all ? m_most_disturbed : m_required;
  if (most.all && !most.at_least && !m_site.site.empty() && m_site.claimed > *most.all)
    add_finding("restoration.restored_exceeds_disturbed", Severity::error, m_last_id,
                {name, m_site.claimed.decimal(), most.all->decimal()});
  for (auto const& early : m_early)
    for (auto const& [stage, sum] : m_stages)
      if (stage->stage_class == StageClass::restored && sum.last && *sum.last > early.day) {
        add_finding("restoration.accepted_before_restored", Severity::error, early.id,
                    {early.cited, to_string(early.day), to_string(*sum.last)});
        break;
      }
  bool const accepted_in_full = m_site.accepted > Amount{}
                                    ? m_site.accepted >= m_site.required.value_or(m_site.claimed)
                                    : m_site.stage && m_site.stage->stage_class == StageClass::accepted;
  m_site.overdue = m_site.counts_as_site && m_site.deadline && *m_site.deadline < as_of && !accepted_in_full;
  if (m_site.overdue)
    add_finding("restoration.deadline_passed", Severity::warning, m_last_id, {name, to_string(*m_site.deadline)});
}

}  // namespace redline
