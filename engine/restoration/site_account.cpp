// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/site_account.hpp"

#include <algorithm>
#include <utility>

#include "engine/restoration/none_done.hpp"

namespace redline {

void SiteAccount::add_finding(char const* code, Severity severity, std::string_view feature,
                              std::vector<std::string> args) {
  m_findings.push_back({code, severity, std::string(m_site.reserve), std::string(feature), std::move(args)});
}

void SiteAccount::add(RestorationRecord const& r, bool contained, Amount deduction) {
  settle_states(standing_day(r));
  ++m_site.records;
  m_site.last_record = r.id;
  if (r.stage && !says_none(r)) m_site.stage = r.stage;
  if (r.approximate) mark(r);
  if (!r.planned.empty())
    add_finding("restoration.planned_day", Severity::warning, r.id, {cited(r), std::string(r.planned)});
  bool const speaks_of_ground = r.quantity != Quantity::other && r.quantity != Quantity::status;
  if (speaks_of_ground || r.stage) m_site.counts_as_site = !m_site.site.empty();
  if (r.deadline && (speaks_of_ground || r.stage)) {
    bool const same_day = m_site.deadline && m_deadline_stated == standing_day(r);
    m_site.deadline = same_day ? std::min(*m_site.deadline, *r.deadline) : *r.deadline;
    m_deadline_stated = standing_day(r);
  }
  if (says_none(r)) return none_done(r, contained);
  look_at_unmet(r);
  look_at_late(r);
  if (r.stage && r.stage->returns) return send_back(r);
  if (r.stage) m_any_work = m_any_work || r.stage->stage_class == StageClass::under_way;
  if (r.stage && r.stage->stage_class == StageClass::restored)
    m_restored_at_least = m_restored_at_least || (r.quantity == Quantity::restored && r.at_least);
  if (r.stage) m_any_restored = m_any_restored || r.stage->stage_class == StageClass::restored;
  if (r.quantity == Quantity::restored)
    restored(r, contained, deduction);
  else if (r.quantity == Quantity::volume && r.amount)
    put(m_volume, r, *r.amount, contained, {});
  else if (r.reference)
    tell_reference(r);
  else if (r.quantity == Quantity::required)
    require(r, contained);
  else if (r.quantity == Quantity::disturbed)
    disturbed(r, contained);
}

void SiteAccount::tell_reference(RestorationRecord const& r) {
  m_site.reference_only = true;
  add_finding("restoration.reference_only", Severity::info, r.id, {cited(r)});
}

void SiteAccount::mark(RestorationRecord const& r) {
  add_finding("restoration.approximate", Severity::info, r.id, {cited(r)});
  (r.quantity == Quantity::restored ? m_site.approximate : m_site.required_approximate) = true;
}

// 再次破坏 says itself that it is; 破坏 where its day does, also behind an acceptance without a figure.
bool SiteAccount::after_restoration(RestorationRecord const& r) const {
  bool const again = r.stage && r.stage->again;
  auto const behind = [&](Stage const& stage, std::optional<Date> day) {
    bool const event = r.stage && r.stage->disturbs && r.stage->order > stage.order;
    return standing_day(r) && day && (*day < *standing_day(r) || (event && *day == *standing_day(r)));
  };
  auto const* accepted = m_last_accepted;
  if (accepted && (again || behind(*accepted->stage, standing_day(*accepted)))) return true;
  return std::any_of(m_stages.begin(), m_stages.end(), [&](auto const& entry) {
    if (entry.first->stage_class < StageClass::restored) return false;
    return behind(*entry.first, entry.second.last) || (again && !entry.second.all().zero());
  });
}

// Damage (stage 破坏) after a restoration is ground disturbed again, no measure of how much there was to restore,
// unless it is more than was restored. By number it takes from what was restored and accepted, as a polygon does.
void SiteAccount::disturbed(RestorationRecord const& r, bool contained) {
  if (r.stage && r.stage->again && claimed().all.zero()) m_sent_back_cited = cited(r), m_sent_back_id = r.id;
  if (after_restoration(r)) {
    if (!r.stage && r.wkb.empty())
      restate_damage(r);
    else if (!disturb_again(r))
      return;
  }
  state(m_disturbed, m_disturbed.line, r, contained);
  if (!m_most_disturbed.all || m_disturbed.all > m_most_disturbed.all) m_most_disturbed = m_disturbed;
}

// A column of damage, after restoration: what was damaged all along. What it says on its day in sum is compared with
// what was said before; the larger counts, as ever.
void SiteAccount::restate_damage(RestorationRecord const& r) {
  if (!r.amount || (m_restated.by && standing_day(*m_restated.by) == standing_day(r))) return;
  tell_restated();
  m_restated = {&r, m_most_disturbed.all};
}

void SiteAccount::tell_restated() {
  auto const [r, before] = std::exchange(m_restated, {});
  auto const& now = m_disturbed.all;
  if (!r || !before || !now || *now == *before || m_disturbed.day != standing_day(*r)) return;
  auto const* code = *now < *before ? "restoration.damage_restated" : "restoration.damage_grown";
  add_finding(code, Severity::warning, r->id, {cited(*r), before->decimal(), now->decimal()});
}

// True: more than was restored, so that it says how much there is to restore.
bool SiteAccount::disturb_again(RestorationRecord const& r) {
  if (!r.wkb.empty()) return false;
  if (r.stage && !r.stage->disturbs && !r.amount) return false;  // a word alone: see look_at_late()
  if (!r.stage || !r.stage->disturbs) {  // what is still open, or a column that says again what was
    add_finding("restoration.damage_restated", Severity::warning, r.id, {cited(r)});
    return false;
  }
  if (r.amount && repeats(m_back[r.stage], r, *r.amount, false)) return false;
  bool const more = r.amount && *r.amount > claimed().all;
  add_finding(r.amount ? "restoration.disturbed_again" : "restoration.disturbed_whole", Severity::warning, r.id,
              {cited(r)});
  if (!r.amount) send_parts_back(std::nullopt);
  take_away(r.amount), take_drawn(r.amount.value_or(m_drawn.all));
  if (!r.amount) after_return();
  return more;
}

void SiteAccount::state(Statement& s, Line& said, RestorationRecord const& r, bool contained) {
  if (!r.amount) return;
  if (standing_day(r) != s.day) s = {};
  s.day = standing_day(r);
  s.at_least = s.at_least || r.at_least;
  auto const within = r.wkb.empty() && !contained ? printed_within(r) : Amount{};
  bool const asked = r.basis == Basis::standing && standing_day(r) && r.wkb.empty() && !contained;
  if (auto const more = repeats(said, r, *r.amount, contained))
    s.line.correct(*more);
  else if (auto const added = asked ? s.reports.say(r, *r.amount).more : *r.amount; !added.zero())
    s.line.of(r).add(added, contained), s.rounding += within;
  if (!s.all && s.line.all().zero()) return;
  s.all = s.line.all();
  if (!contained) s.once = s.line.once();
}

// Two rows of one file that name no site may speak of two sites: what there is to do counts twice, what is done once.
bool SiteAccount::of_unnamed_sites(Line const& line, RestorationRecord const& r, RestorationRecord const& first) {
  if (!m_site.site.empty() || r.source != first.source || row_of(r.id) == row_of(first.id)) return false;
  bool const both = &line == &m_required_said || &line == &m_disturbed.line;
  add_finding("restoration.equal_unnamed", Severity::warning, r.id,
              {cited(r), cited(first), both ? "@restoration.counted_twice" : "@restoration.counted_once"});
  return true;
}

// The row 7@… is a later report of row 7.
static bool reports_of_one_row(RestorationRecord const& a, RestorationRecord const& b) {
  auto const number = [](auto const& r) { return row_of(r.id).substr(0, row_of(r.id).find('@')); };
  return row_of(a.id) != row_of(b.id) && number(a) == number(b);
}

// The same figure of the same day, from another document or file.
std::optional<Amount> SiteAccount::repeats(Line& line, RestorationRecord const& r, Amount amount, bool contained) {
  auto const same = line.said_before(r, amount, contained);
  if (!same.first) return std::nullopt;
  bool const unnamed = !same.rounded && of_unnamed_sites(line, r, *same.first);
  if (unnamed && (&line == &m_required_said || &line == &m_disturbed.line)) return std::nullopt;
  line.not_added += amount - same.more;
  if (unnamed || reports_of_one_row(r, *same.first) || dated_again(*same.first, r)) return same.more;
  add_finding(same.rounded ? "restoration.possible_double_report" : "restoration.repeated_claim", Severity::warning,
              r.id, {cited(r), cited(*same.first)});
  return same.more;
}

void SiteAccount::put(Line& line, RestorationRecord const& r, Amount amount, bool contained, Amount deduction) {
  if (auto const more = repeats(line, r, amount, contained)) return line.correct(*more);
  auto const before = line.all() - line.apart_from(r);
  auto const* like = contained || !is_new(r.basis) ? nullptr : line.counted().like(r);
  if (m_required.size() > 1 && m_required.count(r.programme)) line.programmes_apart();
  auto const entry = line.enter(r, amount, contained, deduction);
  if (entry == Line::Entry::running_sum)
    tell_of_row("restoration.cumulative_as_new", r, {cited(r), std::min(amount, before).decimal()});
  if (entry == Line::Entry::another_year) m_equal_years.push_back({&line, &r, amount});
  if (entry == Line::Entry::cumulative && amount == before) sum_confirms(line);
  if (entry == Line::Entry::grown) tell_grown(line, r, before);
  if (entry == Line::Entry::beside && !like)
    tell_of_row("restoration.files_added", r, {cited(r), before.decimal(), line.all().decimal()});
  if (entry == Line::Entry::rounded_sum)
    add_finding("restoration.possible_double_report", Severity::warning, r.id,
                {cited(r), like ? cited(*like) : before.decimal() + " m²"});
  if ((entry == Line::Entry::added || entry == Line::Entry::beside) && like)
    add_finding("restoration.equal_figures", Severity::warning, r.id, {cited(r), cited(*like)});
  if (entry == Line::Entry::cumulative && amount < before && !r.returned)
    add_finding("restoration.cumulative_fell", Severity::warning, r.id, {cited(r), before.decimal()});
}

void SiteAccount::tell_grown(Line const& line, RestorationRecord const& r, Amount before) {
  auto const* who = !report_day(r)                 ? "@restoration.other_files"
                    : line.before_other_reports(r) ? "@restoration.reports_after"
                                                   : "@restoration.reports_before";
  tell_of_row("restoration.grown_figure", r, {cited(r), before.decimal(), line.all().decimal(), who});
}

// The years before it are said to add up to it.
void SiteAccount::sum_confirms(Line const& line) {
  auto& years = m_equal_years;
  auto const of_line = [&](auto const& y) { return y.line == &line; };
  years.erase(std::remove_if(years.begin(), years.end(), of_line), years.end());
}

// Once, where a row says the same of restoration and acceptance.
void SiteAccount::tell_of_row(char const* code, RestorationRecord const& r, std::vector<std::string> args) {
  if (std::exchange(m_told_of_row, args) != args) add_finding(code, Severity::warning, r.id, std::move(args));
}

Line::Sum SiteAccount::largest(StageClass of) const {
  Line::Sum out;
  for (auto const& [stage, line] : m_stages) {
    if (stage->stage_class != of) continue;
    out.all = std::max(out.all, line.all());
    out.once = std::max(out.once, line.once());
  }
  return out;
}

// What was reported restored; where nobody reported that, what was accepted.
Line::Sum SiteAccount::claimed() const {
  auto out = largest(StageClass::restored);
  auto const accepted = largest(StageClass::accepted);
  if (out.all.zero()) out = accepted;
  return out;
}

void SiteAccount::restored(RestorationRecord const& r, bool contained, Amount deduction) {
  if (!r.stage) return;
  bool const accepted = r.stage->stage_class == StageClass::accepted;
  if (!r.amount && !accepted) return;
  if (contained && !accepted) m_parts.push_back({&r, *r.amount});
  auto const before = claimed();
  if (!contained) hear_state(r);
  auto& line = m_stages[r.stage];
  if (r.amount)
    put(line, r, *r.amount, contained, deduction);
  else
    line.stand_at(before.all, before.once);  // acceptance without a figure: of all that was claimed
  if (accepted) m_late = nullptr;
  if (!accepted && before.all < claimed().all) m_grown_since = !largest(StageClass::accepted).all.zero();
  if (accepted && r.amount) look_at_levels(r), m_accepted.push_back(&r);
  if (accepted && r.treated && !contained) restore_accepted(r);
  if (accepted) check_acceptance(r, before.all, line.all(), contained);
}

// The last report of a site closes it: what it calls treated and accepted was restored by then.
void SiteAccount::restore_accepted(RestorationRecord const& r) {
  auto const& accepted = m_stages[r.stage];
  Line* most = nullptr;
  for (auto& [stage, line] : m_stages)
    if (stage->stage_class == StageClass::restored && (!most || line.all() > most->all())) most = &line;
  m_any_restored = true;
  if (most) most->rise_to({accepted.all(), accepted.once()}, standing_day(r));
}

// `before`: what was claimed by then; `sum`: what the stage has accepted with this record.
void SiteAccount::check_acceptance(RestorationRecord const& r, Amount before, Amount sum, bool contained) {
  m_last_accepted = &r;
  auto const restored_so_far = largest(StageClass::restored).all;
  auto const reported_so_far = std::max(restored_so_far, largest(StageClass::under_way).all);  // treated, 整改中
  // Polygons are looked at by the survey. An accepted area says itself that it was restored, but for what was sent
  // back; work that has no area (a facility removed) needs no area of restoration.
  bool const lacks = r.amount ? m_any_sent_back : !m_any_work && before.zero();
  bool const unrestored = !contained && r.wkb.empty() && !m_any_restored && lacks;
  if (standing_day(r) && (r.amount ? reported_so_far < sum : restored_so_far.zero()))
    m_early.push_back({cited(r), std::string(r.id), *standing_day(r), unrestored});
}

void SiteAccount::take_away(std::optional<Amount> amount) {
  for (auto& [stage, line] : m_stages)
    if (stage->stage_class >= StageClass::restored) line.take_away(amount.value_or(std::max(line.all(), line.once())));
}

void SiteAccount::part_redone(Stage const& of, Amount amount) {
  for (auto& [stage, line] : m_stages)
    if (stage->stage_class == of.stage_class) line.give_back(amount);
}

}  // namespace redline
