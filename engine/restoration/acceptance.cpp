// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/acceptance.hpp"

#include "engine/restoration/none_done.hpp"

namespace redline {
namespace {

bool accepts(RestorationRecord const& r) {
  return r.stage && r.stage->stage_class == StageClass::accepted && !r.stage->returns &&
         r.quantity == Quantity::restored && !says_none(r);
}

double accepted_m2(GroundTotals const& t) { return t.m2[static_cast<std::size_t>(StageClass::accepted)]; }
double done_m2(GroundTotals const& t) { return t.m2[static_cast<std::size_t>(StageClass::restored)] + accepted_m2(t); }

}  // namespace

bool accepts_ground(RestorationRecord const& r) { return r.wkb.empty() && accepts(r); }

bool takes_ground_back(RestorationRecord const& r) {
  if (!r.stage || !r.wkb.empty()) return false;
  if (says_none(r)) return true;
  return r.stage->returns || (r.stage->disturbs && r.quantity == Quantity::disturbed && !r.reference);
}

bool speaks_of_ground(RestorationRecord const& r) {
  return r.stage && (!r.wkb.empty() || takes_ground_back(r) || accepts_ground(r));
}

GroundTotals SiteAcceptance::stands() const {
  std::vector<GroundPiece> pieces;
  for (auto const& p : m_pieces)
    pieces.push_back({p.stage_class, p.geometry.null() ? Geometry{} : p.geometry.clone(), p.site, p.takes_back});
  return lay_ground(std::move(pieces)).totals;
}

Amount SiteAcceptance::count(RestorationRecord const& r) {
  auto& line = m_lines[r.stage];
  auto const d = m_known.deductions.find(r.id);
  if (auto const same = line.said_before(r, *r.amount, false); same.first)
    line.correct(same.more);
  else
    line.enter(r, *r.amount, false, d == m_known.deductions.end() ? Amount{} : d->second);
  return line.all();
}

void SiteAcceptance::take_away(RestorationRecord const& r) {
  bool const part = r.amount && !returns_whole(r) && !says_none(r);
  if (part && m_back[r.stage].said_before(r, *r.amount, false).first) return;
  for (auto& [stage, line] : m_lines) line.take_away(part ? *r.amount : line.all());
  m_undrawn.clear();
}

void SiteAcceptance::lay(RestorationRecord const& r, Geometry const& ground) {
  if (!ground.empty()) m_pieces.push_back({r.stage->stage_class, ground.clone(), 0, r.stage->takes_back()});
  if (r.stage->returns) take_away(r);
  if (accepts(r) && r.amount) count(r);
}

void SiteAcceptance::send_back(RestorationRecord const& r) {
  m_pieces.push_back({falls_to(r), Geometry{}});
  take_away(r);
}

bool SiteAcceptance::accept(RestorationRecord const& r) {
  auto const ground = stands();
  auto const all = Amount::from_double(done_m2(ground));
  if (!r.amount) m_lines[r.stage].stand_at(all, all);
  auto const figure = r.amount ? count(r).to_double() : done_m2(ground);
  bool const whole = !all.zero() && figure >= COVERED_SHARE * done_m2(ground);
  if (whole) {
    m_pieces.push_back({r.stage->stage_class, Geometry{}});
    m_undrawn.clear();
  } else if (all.zero() || COVERED_SHARE * figure > accepted_m2(ground)) {
    m_undrawn.push_back(&r);
  }
  return whole;
}

Findings SiteAcceptance::undrawn() const {
  Findings out;
  if (m_undrawn.empty() || !m_known.measured.count(m_site)) return out;
  auto const ground = stands();
  Amount figure;
  for (auto const& [stage, line] : m_lines) figure = std::max(figure, line.all());
  auto const claimed = figure.zero() ? done_m2(ground) : figure.to_double();
  if (accepted_m2(ground) > 0 && accepted_m2(ground) >= COVERED_SHARE * claimed) return out;
  for (auto const* r : m_undrawn)
    out.push_back({"restoration.accepted_undrawn",
                   Severity::warning,
                   std::string(r->reserve),
                   std::string(r->id),
                   {cited(*r), std::string(m_site.second), Amount::from_double(done_m2(ground)).decimal(),
                    Amount::from_double(accepted_m2(ground)).decimal()}});
  return out;
}

}  // namespace redline
