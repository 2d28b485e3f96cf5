// What is asked of a site when its last record has passed. SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <utility>

#include "engine/restoration/site_account.hpp"

namespace redline {

SiteTally SiteAccount::close(std::optional<Amount> outline, Amount within, bool alone) {
  settle_states(std::nullopt);
  tell_restated(), tell_late(), tell_levels();
  if (outline) m_most_disturbed.all = outline, m_most_disturbed.once = outline, m_most_disturbed.rounding = {};
  auto claimed = this->claimed();
  auto const accepted = largest(StageClass::accepted);
  claimed.all = std::max(claimed.all, m_drawn.all), claimed.once = std::max(claimed.once, m_drawn.once);
  under_way(claimed.all);
  m_site.claimed = claimed.all, m_site.claimed_once = claimed.once;
  m_site.accepted = accepted.all, m_site.accepted_once = accepted.once;
  m_site.disturbed = m_most_disturbed.all, m_site.disturbed_at_least = m_most_disturbed.at_least;
  for (auto const& y : m_equal_years)
    tell_of_row("restoration.equal_years", *y.record, {cited(*y.record), y.amount.decimal()});
  auto const required = this->required();
  for (auto const& [programme, s] : m_required) tell_changed(s);
  m_site.required = required.all ? required.all : m_most_disturbed.all;
  m_site.required_once = required.all ? required.once : m_most_disturbed.once;
  m_site.required_rounding = required.all ? required.rounding : m_most_disturbed.rounding;
  m_site.required_at_least = required.all ? required.at_least : m_most_disturbed.at_least && !outline;
  m_site.accepted_whole = m_last_accepted && !m_last_accepted->amount;
  m_site.volume_once = m_volume.once();
  bool const exceeded = check_exceeded();
  if (!check_kinds() && !exceeded) check_stages();
  for (auto const& [stage, line] : m_stages)
    for (auto const& d : line.state_doubts())
      if (!d.record->returned)
        add_finding(d.code, Severity::warning, d.record->id, {cited(*d.record), d.before.decimal()});
  tell_periods();
  tell_plain();
  for (auto const& [stage, line] : m_stages)
    m_site.not_added = std::max(m_site.not_added, line.not_added + line.overlap());
  check_early(alone);
  check_sent_back(alone);
  check_accepted_whole(alone);
  bool const own = m_told_by.empty() || (m_site.unmet && m_told_by == row_of(m_site.unmet->id));
  m_site.known_by_return = own && !m_told_by_rows && !m_site.required && !m_site.disturbed;
  check_disturbed(within);
  return m_site;
}

// A year of which a later report says more is told in passing; else somebody has to look.
void SiteAccount::tell_periods() {
  for (auto const& [stage, line] : m_stages)
    for (auto const& d : line.period_differences())
      add_finding("restoration.period_differs", d.grown ? Severity::info : Severity::warning, d.largest->id,
                  {cited(*d.largest), d.least.decimal(), d.most.decimal()});
}

// Of files that speak of one day, of programmes and offices: once where restoration and acceptance say the same.
void SiteAccount::tell_plain() {
  std::set<std::vector<std::string>> told;
  auto const tell = [&](char const* code, PlainSums::Difference const& d, std::vector<std::string> args) {
    if (!told.insert(args).second) return;
    for (auto const* r : {d.most, d.least}) args.push_back("@row." + std::string(row_of(r->id)));
    add_finding(code, Severity::warning, d.least->id, std::move(args));
  };
  auto const of_line = [&](Line const& line) {
    for (auto const& d : line.plain_sums().differences())
      tell("restoration.files_differ", d, {cited(*d.most), d.larger.decimal(), cited(*d.least), d.smaller.decimal()});
    for (auto const& d : line.plain_sums().overlaps())
      tell("restoration.may_overlap", d, {cited(*d.least), cited(*d.most), "@restoration.larger_counts"});
  };
  for (auto const& [stage, line] : m_stages) of_line(line);
  of_line(m_volume);
}

void SiteAccount::under_way(Amount claimed) {
  Amount stated;
  for (auto const& [stage, line] : m_stages)
    if (stage->stage_class == StageClass::under_way) stated = std::max(stated, line.stated.all + line.confirmed.all);
  m_site.under_way = std::max(Amount{}, largest(StageClass::under_way).all - claimed);
  m_site.under_way_stated = std::max(Amount{}, stated - claimed);
}

// More accepted than was restored, in sum. A polygon and a figure agree to 5 %.
bool SiteAccount::check_exceeded() {
  auto const accepted = largest(StageClass::accepted).all;
  auto const by_stage = largest(StageClass::restored).all;
  auto const restored = by_stage.zero() ? by_stage : std::max(by_stage, m_drawn.all);
  if (!m_last_accepted || m_restored_at_least || restored.zero() || accepted <= restored) return false;
  if (accepted.decimal() == restored.decimal()) return false;
  bool const drawn = std::any_of(m_stages.begin(), m_stages.end(), [](auto const& entry) {
    return entry.first->stage_class >= StageClass::restored && !entry.second.drawn.all.zero();
  });
  if (drawn && restored.to_double() >= COVERED_SHARE * accepted.to_double()) return false;
  add_finding("restoration.accepted_exceeds_restored", Severity::error, m_last_accepted->id,
              {cited(*m_last_accepted), accepted.decimal(), restored.decimal()});
  return true;
}

void SiteAccount::tell_kinds(Amount stated, Amount drawn, Severity severity) {
  add_finding("restoration.drawn_and_stated", severity, m_site.last_record,
              {std::string(m_site.site), stated.decimal(), drawn.decimal()});
}

// Figures beside polygons, of the stage that claims most: a note where they agree, a question where they do not.
bool SiteAccount::check_kinds() {
  Line const* most = nullptr;
  for (auto const& [stage, line] : m_stages)
    if (stage->stage_class >= StageClass::restored && !line.overlap().zero() &&
        (!most || line.overlap() > most->overlap()))
      most = &line;
  if (!most) return false;
  auto const agreement = most->overlap().to_double() / std::max(most->stated.once, most->drawn.once).to_double();
  tell_kinds(most->stated.once, most->drawn.once, agreement < COVERED_SHARE ? Severity::warning : Severity::info);
  return true;
}

// Figures of one stage, polygons of another: a smaller figure is a part; where only what was accepted is drawn, the
// rest may still wait for that.
void SiteAccount::check_stages() {
  Amount stated, drawn;
  bool restored_drawn = false;
  for (auto const& [stage, line] : m_stages) {
    if (stage->stage_class < StageClass::restored) continue;
    stated = std::max(stated, line.stated.once), drawn = std::max(drawn, line.drawn.once);
    restored_drawn = restored_drawn || (stage->stage_class == StageClass::restored && !line.drawn.once.zero());
  }
  if (!drawn.zero() && drawn.to_double() < COVERED_SHARE * stated.to_double())
    tell_kinds(stated, drawn, restored_drawn ? Severity::warning : Severity::info);
}

// A row without site sends back what was reported without site; it does not reach the sites of the reserve.
void SiteAccount::check_sent_back(bool alone) {
  if (m_site.site.empty() && !alone && !m_sent_back_id.empty())
    add_finding("restoration.returned_no_site", Severity::error, m_sent_back_id, {m_sent_back_cited});
}

// Nor does acceptance without site and figure, where nothing was claimed of the reserve as a whole.
void SiteAccount::check_accepted_whole(bool alone) {
  if (m_site.site.empty() && !alone && m_last_accepted && !m_last_accepted->amount && m_site.claimed.zero())
    add_finding("restoration.accepted_no_site", Severity::warning, m_last_accepted->id, {cited(*m_last_accepted)});
}

// What is accepted of the reserve as a whole may have been restored site by site. Of several levels of acceptance with
// no restoration before them the first is told; those of all sites become one finding (tally.cpp).
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
                  {early.cited + " (" + to_string(early.day) + ")", "1"});
  }
}

// Polygons may be larger by as much as the figure, or the corners of the outline, were rounded; of figures each is
// taken at its word.
void SiteAccount::check_disturbed(Amount within) {
  auto const most = m_most_disturbed.all ? m_most_disturbed : required();
  auto const of = largest(StageClass::restored).all.zero() ? StageClass::accepted : StageClass::restored;
  Amount stated;
  for (auto const& [stage, line] : m_stages)
    if (stage->stage_class == of) stated = std::max(stated, line.stated.all + line.confirmed.all);
  auto const more = [&](Amount all) {
    bool const exceeds =
        m_site.claimed > all + most.rounding + within || std::min(m_site.claimed, stated) > all + within;
    return exceeds && m_site.claimed.decimal() != all.decimal();
  };
  if (most.all && !most.at_least && !m_site.required_approximate && !m_site.site.empty() && more(*most.all))
    add_finding("restoration.restored_exceeds_disturbed", Severity::error, m_site.last_record,
                {std::string(m_site.site), m_site.claimed.decimal(), most.all->decimal()});
}

}  // namespace redline
