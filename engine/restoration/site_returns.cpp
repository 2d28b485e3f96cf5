// What leaves the account of a site: sent back (a part, or all of it), with its parts of other figures. A row that
// gives the state of the site (returns_whole()) sends all of it back: its figure is what stands restored, and of what
// was accepted there stays what it says itself, or its report says of that day, if that is less than before.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/restoration/site_account.hpp"

namespace redline {

// What the site has by itself is sent back first, then its parts of other figures.
void SiteAccount::send_parts_back(std::optional<Amount> amount) {
  auto const stands = claimed();
  auto left = std::max(Amount{}, std::min(amount.value_or(stands.all), stands.all) - stands.once);
  m_parts_back.clear();
  for (auto& p : m_parts) {
    auto const back = std::min(left, p.amount);
    if (!back.zero()) m_parts_back.push_back({p.part, back});
    left -= back, p.amount -= back;
  }
  m_parts.erase(
      std::remove_if(m_parts.begin(), m_parts.end(), [&](auto const& p) { return !amount || p.amount.zero(); }),
      m_parts.end());
}

void SiteAccount::ground_back(TakenBack const& t) {
  if (auto const it = m_stages.find(t.stage); it != m_stages.end()) it->second.take_away(t.amount);
}

// Polygons meet the ground that they cover.
void SiteAccount::look_at_unmet(RestorationRecord const& r) {
  bool const back = r.stage && (r.stage->returns || r.stage->again);
  bool const work = r.stage && r.stage->stage_class >= StageClass::under_way && !r.stage->returns && !r.returned;
  if (back && !m_reported && !m_site.unmet && r.wkb.empty()) m_site.unmet = &r;
  m_reported = m_reported || work;
  if (back || r.returned || (r.quantity == Quantity::other && !r.stage)) return;
  auto const row = row_of(r.id);
  m_told_by_rows = m_told_by_rows || (!m_told_by.empty() && m_told_by != row);
  m_told_by = row;
}

void SiteAccount::draw(DrawnClaim const& claim, bool contained) {
  auto const redone = std::min(claim.redone, m_drawn_to_redo);
  m_drawn_to_redo -= redone;
  m_drawn.add(claim.counts + redone, contained);
}

// By number, so that no ground leaves, but a part of what it claims.
void SiteAccount::take_drawn(Amount amount) {
  auto const taken = std::min(amount, m_drawn.all);
  m_drawn = {m_drawn.all - taken, m_drawn.once - std::min(taken, m_drawn.once)};
  m_drawn_to_redo += taken;
}

void SiteAccount::after_return() {
  m_any_restored = !claimed().all.zero();
  m_any_work = false;
  m_any_sent_back = true;
  m_last_accepted = nullptr, m_late = nullptr;
  m_accepted.clear();
  m_early.clear();
}

void SiteAccount::send_back(RestorationRecord const& r) {
  m_parts_back.clear();
  bool const state = r.amount && returns_whole(r) && stands_for_all(r.basis);
  bool const whole = state || (r.amount && returns_whole(r) && *r.amount < claimed().all);
  if (!state && r.amount && repeats(m_back[r.stage], r, *r.amount, false)) return;
  if (whole) return send_back_whole(r);
  if (claimed().all.zero()) m_sent_back_cited = cited(r), m_sent_back_id = r.id;
  send_parts_back(r.amount);
  take_away(r.amount);
  if (r.wkb.empty()) take_drawn(r.amount.value_or(m_drawn.all));
  after_return();
}

// By the row itself, and by its report of that day, where that is less than what had been accepted, or no more than
// stood when the site was sent back before: the same figure again, or one that nobody gave before, is what was accepted
// once.
Amount SiteAccount::said_accepted(Stage const& stage, RestorationRecord const& by) const {
  Amount said, before;
  for (auto const* a : m_accepted) {
    bool const of_row = row_of(a->id) == row_of(by.id);
    bool const of_report = a->source == by.source && standing_day(*a) == standing_day(by) && stands_for_all(a->basis);
    if (!of_row && !of_report)
      before = std::max(before, *a->amount);
    else if (a->stage == &stage)
      said += *a->amount;
  }
  return said < before || said <= m_kept_accepted ? said : Amount{};
}

void SiteAccount::send_back_whole(RestorationRecord const& r) {
  auto const accepted = largest(StageClass::accepted).all, stood = claimed().all;
  if (stood.zero()) m_sent_back_cited = cited(r), m_sent_back_id = r.id;
  send_parts_back(std::nullopt);
  bool const doubtful = !stands_for_all(r.basis);  // the part that was sent back, or what stands
  auto const stays = doubtful ? std::min(*r.amount, stood - *r.amount) : *r.amount;
  Amount kept;
  for (auto& [stage, line] : m_stages) {
    if (stage->stage_class < StageClass::restored) continue;
    bool const of_acceptance = stage->stage_class == StageClass::accepted;
    auto const keep = of_acceptance ? said_accepted(*stage, r) : stays;
    if (of_acceptance) kept = std::max(kept, keep);
    if (line.all() > keep) line.take_away(line.all() - keep);
  }
  m_kept_accepted = kept;
  take_drawn(m_drawn.all - std::min(m_drawn.all, stays));
  after_return();
  tell_returned(r, accepted);
}

void SiteAccount::tell_returned(RestorationRecord const& r, Amount before) {
  auto const left = largest(StageClass::accepted).all;
  if (left >= before) return;
  bool const doubtful = !stands_for_all(r.basis);
  add_finding(doubtful ? "restoration.returned_doubtful" : "restoration.returned_whole",
              doubtful ? Severity::warning : Severity::info, r.id, {cited(r), before.decimal(), left.decimal()});
}

}  // namespace redline
