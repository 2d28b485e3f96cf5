// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/site_account.hpp"

#include <algorithm>
#include <utility>

namespace redline {

void SiteAccount::add_finding(char const* code, Severity severity, std::string_view feature,
                              std::vector<std::string> args) {
  m_findings.push_back({code, severity, std::string(m_site.reserve), std::string(feature), std::move(args)});
}

void SiteAccount::add(RestorationRecord const& r, bool contained, Amount deduction) {
  ++m_site.records;
  m_last_id = r.id;
  if (r.stage) m_site.stage = r.stage;
  if (r.approximate) mark(r);
  bool const speaks_of_ground = r.quantity != Quantity::other && r.quantity != Quantity::status;
  if (speaks_of_ground || r.stage) m_site.counts_as_site = !m_site.site.empty();
  if (r.deadline && (speaks_of_ground || r.stage)) {
    bool const same_day = m_site.deadline && m_deadline_stated == r.day;
    m_site.deadline = same_day ? std::min(*m_site.deadline, *r.deadline) : *r.deadline;
    m_deadline_stated = r.day;
  }
  if (r.stage && r.stage->returns) return send_back(r);
  if (r.stage) m_any_work = m_any_work || r.stage->stage_class == StageClass::under_way;
  if (r.stage) m_any_restored = m_any_restored || r.stage->stage_class == StageClass::restored;
  if (r.quantity == Quantity::restored)
    restored(r, contained, deduction);
  else if (r.quantity == Quantity::volume && r.amount)
    put(m_volume, r, *r.amount, contained, {});
  else if (r.reference)
    add_finding("restoration.reference_only", Severity::info, r.id, {cited(r)});
  else if (r.quantity == Quantity::required)
    state(m_required, r, contained);
  else if (r.quantity == Quantity::disturbed)
    disturbed(r, contained);
}

void SiteAccount::mark(RestorationRecord const& r) {
  add_finding("restoration.approximate", Severity::info, r.id, {cited(r)});
  (r.quantity == Quantity::restored ? m_site.approximate : m_site.required_approximate) = true;
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
  if (repeats(s.line, r, *r.amount, contained)) return;
  s.line.of(r).add(*r.amount, contained);
  s.all = s.line.all();
  if (!contained) s.once = s.line.once();
}

// The same figure of the same day, from another document or file.
bool SiteAccount::repeats(Line& line, RestorationRecord const& r, Amount amount, bool contained) {
  if (contained || r.basis == Basis::cumulative) return false;
  auto const* first = line.said_before(r, amount);
  if (!first) return false;
  line.not_added += amount;
  add_finding("restoration.repeated_claim", Severity::warning, r.id, {cited(r), cited(*first)});
  return true;
}

void SiteAccount::put(Line& line, RestorationRecord const& r, Amount amount, bool contained, Amount deduction) {
  if (repeats(line, r, amount, contained)) return;
  bool const later = r.day && line.last && *r.day > *line.last;
  bool const running_sum = !amount.zero() && (amount == line.all() || amount == line.so_far(r));
  if (r.basis == Basis::fresh && later && deduction.zero() && running_sum) {
    if (!contained) line.not_added += amount;
    add_finding("restoration.cumulative_as_new", Severity::warning, r.id, {cited(r), amount.decimal()});
  } else if (r.basis == Basis::cumulative) {
    if (amount < line.all())
      add_finding("restoration.cumulative_fell", Severity::warning, r.id, {cited(r), line.all().decimal()});
    line.stand_for_all(amount, contained, line.of(r));
  } else {
    auto const added = std::max(Amount{}, amount - deduction);
    line.of(r).add(added, contained);
    if (!contained) line.not_added += amount - added;
  }
  if (contained) line.not_added += amount;
  if (r.day) line.last = r.day;
}

Line::Sum SiteAccount::largest(StageClass from) const {
  Line::Sum out;
  for (auto const& [stage, line] : m_stages) {
    if (stage->stage_class < from) continue;
    out.all = std::max(out.all, line.all());
    out.once = std::max(out.once, line.once());
  }
  return out;
}

void SiteAccount::restored(RestorationRecord const& r, bool contained, Amount deduction) {
  if (!r.stage) return;
  bool const accepted = r.stage->stage_class == StageClass::accepted;
  if (!r.amount && !accepted) return;
  auto amount = r.amount.value_or(Amount{});
  auto const before = largest(StageClass::restored);
  if (accepted) check_acceptance(r, amount, contained);
  auto& line = m_stages[r.stage];
  if (r.amount) return put(line, r, amount, contained, deduction);
  line.stated = before, line.drawn = line.confirmed = {};  // acceptance without a figure: of all that was claimed
}

void SiteAccount::check_acceptance(RestorationRecord const& r, Amount amount, bool contained) {
  auto const restored_so_far = [&] {
    Amount most;
    for (auto const& [stage, line] : m_stages)
      if (stage->stage_class == StageClass::restored) most = std::max(most, line.all());
    return most;
  }();
  // Polygons are looked at by the survey; work that has no area (a facility removed) needs no area of restoration.
  bool const unrestored = !contained && r.wkb.empty() && !m_any_restored && (r.amount || !m_any_work);
  if (r.day && (r.amount ? restored_so_far < amount : restored_so_far.zero()))
    m_early.push_back({cited(r), std::string(r.id), *r.day, unrestored});
}

void SiteAccount::send_back(RestorationRecord const& r) {
  if (largest(StageClass::restored).all.zero()) m_sent_back_cited = cited(r), m_sent_back_id = r.id;
  for (auto& [stage, line] : m_stages) {
    if (stage->stage_class < StageClass::restored) continue;
    line.take_away(r.amount ? *r.amount : std::max(line.all(), line.once()));
  }
  m_any_restored = !largest(StageClass::restored).all.zero();
  m_any_work = false;
  m_early.clear();
}

SiteTally SiteAccount::close(Date as_of, std::optional<Amount> outline, bool alone) {
  if (outline) m_most_disturbed.all = outline, m_most_disturbed.once = outline;
  auto const claimed = largest(StageClass::restored), accepted = largest(StageClass::accepted);
  m_site.under_way = std::max(Amount{}, largest(StageClass::under_way).all - claimed.all);
  m_site.claimed = claimed.all, m_site.claimed_once = claimed.once;
  m_site.accepted = accepted.all, m_site.accepted_once = accepted.once;
  m_site.disturbed = m_most_disturbed.all, m_site.disturbed_at_least = m_most_disturbed.at_least;
  m_site.required = m_required.all ? m_required.all : m_most_disturbed.all;
  m_site.required_once = m_required.all ? m_required.once : m_most_disturbed.once;
  m_site.volume_once = m_volume.once();
  check_kinds();
  for (auto const& [stage, line] : m_stages)
    m_site.not_added = std::max(m_site.not_added, line.not_added + line.overlap());
  check_early(alone);
  check_sent_back(alone);
  close_checks(as_of);
  return m_site;
}

// Figures beside polygons, of the stage that claims most: a note where they agree, a question where they do not.
void SiteAccount::check_kinds() {
  Line const* most = nullptr;
  for (auto const& [stage, line] : m_stages)
    if (stage->stage_class >= StageClass::restored && !line.overlap().zero() &&
        (!most || line.overlap() > most->overlap()))
      most = &line;
  if (!most) return;
  auto const agreement = most->overlap().to_double() / std::max(most->stated.once, most->drawn.once).to_double();
  add_finding("restoration.drawn_and_stated", agreement < COVERED_SHARE ? Severity::warning : Severity::info, m_last_id,
              {std::string(m_site.site), most->stated.once.decimal(), most->drawn.once.decimal()});
}

// A row without site sends back what was reported without site; it does not reach the sites of the reserve.
void SiteAccount::check_sent_back(bool alone) {
  if (m_site.site.empty() && !alone && !m_sent_back_id.empty())
    add_finding("restoration.returned_no_site", Severity::error, m_sent_back_id, {m_sent_back_cited});
}

// What is accepted of the reserve as a whole may have been restored site by site. Of several levels of acceptance with
// no restoration before them the first is told.
void SiteAccount::check_early(bool alone) {
  bool told = !alone && m_site.site.empty();
  for (auto const& early : m_early) {
    auto const later = std::find_if(m_stages.begin(), m_stages.end(), [&](auto const& entry) {
      return entry.first->stage_class == StageClass::restored && entry.second.last && *entry.second.last > early.day;
    });
    if (later != m_stages.end())
      add_finding("restoration.accepted_before_restored", Severity::error, early.id,
                  {early.cited, to_string(early.day), to_string(*later->second.last)});
    else if (early.unrestored && !std::exchange(told, true))
      add_finding("restoration.accepted_without_restoration", Severity::warning, early.id,
                  {early.cited, to_string(early.day)});
  }
}

void SiteAccount::close_checks(Date as_of) {
  auto const name = std::string(m_site.site);
  auto const& most = m_most_disturbed.all ? m_most_disturbed : m_required;
  if (most.all && !most.at_least && !m_site.required_approximate && !m_site.site.empty() && m_site.claimed > *most.all)
    add_finding("restoration.restored_exceeds_disturbed", Severity::error, m_last_id,
                {name, m_site.claimed.decimal(), most.all->decimal()});
  bool const accepted_in_full = m_site.accepted > Amount{}
                                    ? m_site.accepted >= m_site.required.value_or(m_site.claimed)
                                    : m_site.stage && m_site.stage->stage_class == StageClass::accepted;
  m_site.overdue = m_site.counts_as_site && m_site.deadline && *m_site.deadline < as_of && !accepted_in_full;
  if (m_site.overdue)
    add_finding("restoration.deadline_passed", Severity::warning, m_last_id, {name, to_string(*m_site.deadline)});
}

}  // namespace redline
