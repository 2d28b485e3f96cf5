// What reports say stands at a site so far, beside acceptance of other levels and later stages that contradict it.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "engine/restoration/none_done.hpp"
#include "engine/restoration/site_account.hpp"

namespace redline {
namespace {

bool states_sum(RestorationRecord const& r) {
  return r.amount && stands_for_all(r.basis) && r.wkb.empty() && standing_day(r);
}

}  // namespace

void SiteAccount::none_done(RestorationRecord const& r, bool contained) {
  auto const of = r.stage->stage_class;
  if (contained) return;
  if (largest(of).all.zero()) return void(m_none = &r);
  hear_state(r);
  put(m_stages[r.stage], r, *r.amount, contained, {});
  if (of == StageClass::restored) take_drawn(m_drawn.all);
}

void SiteAccount::hear_state(RestorationRecord const& r) {
  auto& said = r.stage->stage_class == StageClass::accepted ? m_accepted_said : m_restored_said;
  bool const of_day = m_none && m_none->stage->stage_class == r.stage->stage_class && states_sum(r) &&
                      standing_day(*m_none) == standing_day(r);
  if (of_day) m_stages[m_none->stage].enter(*std::exchange(m_none, nullptr), {}, false, {});  // another report, or part
  if (states_sum(r) && !said.by) said = {&r, largest(r.stage->stage_class).all};
}

// Higher levels cannot hold more than what is said of the lower one; what nobody restored is not accepted either.
void SiteAccount::settle_states(std::optional<Date> next) {
  for (auto* said : {&m_restored_said, &m_accepted_said}) {
    if (!said->by || (next && standing_day(*said->by) == next)) continue;
    auto const [r, before] = std::exchange(*said, {});
    lower_to(*r, m_stages[r->stage].all(), r->stage->stage_class, before);
    bool const nothing = r->stage->stage_class == StageClass::restored && largest(StageClass::restored).all.zero();
    if (auto const accepted = largest(StageClass::accepted).all; nothing && !accepted.zero())
      lower_to(*r, {}, StageClass::accepted, accepted);
  }
}

void SiteAccount::lower_to(RestorationRecord const& r, Amount most, StageClass of, Amount before) {
  bool fell = false;
  for (auto& [stage, line] : m_stages) {
    bool const above = stage->stage_class == of && (of != r.stage->stage_class || stage->order > r.stage->order);
    bool const earlier = !line.last || *line.last < *standing_day(r);
    if (above && earlier && line.all() > most) line.take_away(line.all() - most), fell = true;
  }
  auto const now = largest(of).all;
  if (fell && now < before)
    add_finding("restoration.cumulative_fell", Severity::warning, r.id, {cited(r), before.decimal()});
  if (of == StageClass::accepted && now.zero() && !before.zero()) lose_acceptance();
}

void SiteAccount::lose_acceptance() {
  m_last_accepted = nullptr, m_late = nullptr;
  m_accepted.clear();
  if (!m_site.stage || m_site.stage->stage_class != StageClass::accepted) return;
  auto const restored = std::find_if(m_stages.begin(), m_stages.end(), [](auto const& entry) {
    return entry.first->stage_class == StageClass::restored && !entry.second.all().zero();
  });
  if (restored != m_stages.end())
    m_site.stage = restored->first;
  else
    m_site.open_part = true;
}

// Work that has not begun, or goes on, where all was accepted. What else comes before the work (告知, 注销) may be
// late.
void SiteAccount::look_at_late(RestorationRecord const& r) {
  if (!r.stage || r.stage->takes_back() || r.returned) return;
  bool const open = r.stage->order == 0 || r.stage->stage_class == StageClass::under_way;
  if (!open || r.stage->stage_class >= StageClass::restored) return;
  auto const* accepted = m_last_accepted;
  auto const day = standing_day(r), before = accepted ? standing_day(*accepted) : std::nullopt;
  if (!day || !before || *day <= *before) return;
  auto const all = largest(StageClass::accepted).all;
  auto const asked = required().all ? required().all : m_most_disturbed.all;
  if (all < claimed().all || (asked && all < *asked)) return;
  m_late = &r, m_late_behind = accepted;
}

void SiteAccount::tell_late() {
  if (!m_late) return;
  add_finding("restoration.stage_fell", Severity::warning, m_late->id,
              {cited(*m_late), to_string(standing_day(*m_late)), m_late->stage->zh, cited(*m_late_behind),
               to_string(standing_day(*m_late_behind)), m_late_behind->stage->zh});
}

// Accepted at another level after more was restored: that level may hold what is accepted already.
void SiteAccount::look_at_levels(RestorationRecord const& r) {
  if (stands_for_all(r.basis)) return;
  for (auto const& [stage, other] : m_level)
    if (m_grown_since && stage != r.stage && !m_stages[stage].all().zero()) m_levels = {&r, other};
  m_level[r.stage] = &r;
}

void SiteAccount::tell_levels() {
  auto const [r, other] = m_levels;
  if (!r) return;
  Amount sum;
  for (auto const& [stage, line] : m_stages)
    if (stage->stage_class == StageClass::accepted) sum += line.all();
  auto const most = largest(StageClass::accepted).all;
  if (most < sum && most < claimed().all)
    add_finding("restoration.levels_not_added", Severity::warning, r->id,
                {cited(*r), r->stage->zh, cited(*other), other->stage->zh, most.decimal(), claimed().all.decimal()});
}

}  // namespace redline
