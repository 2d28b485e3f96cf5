// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/facts.hpp"

#include <algorithm>

#include "engine/rules/status.hpp"

namespace redline::rules {
namespace {

using V = Vocabulary;

// Of a right whose term is over.
std::string_view renewed(Evidence const& e) {
  auto const& filed = e.renewal_filed_on;
  if (!filed) return speaks_of_renewal(e.status) ? "unknown" : "expired";
  if (!e.valid_to) return "unknown";
  if (filed->last <= e.valid_to->first) return "expired_renewal_filed";
  return filed->first > e.valid_to->last ? "expired" : "unknown";
}

std::string_view from_dates(Evidence const& e, Date as_of) {
  if (e.valid_to->first >= as_of) return "valid";
  return e.valid_to->last >= as_of ? "unknown" : renewed(e);
}

bool is_facility_in_use(Evidence const& e) {
  static constexpr std::array<std::string_view, 10> KINDS{
      "mine_site",   "ore_processing", "oil_well", "energy_facility",       "tourism_facility",
      "aquaculture", "farming",        "building", "linear_infrastructure", "water_well"};
  return (e.action.empty() || e.action == "operate") &&
         std::find(KINDS.begin(), KINDS.end(), e.activity_kind) != KINDS.end();
}

// What the source says of a right; of a facility only that it was removed.
unsigned registered(Evidence const& e, Names const& statuses) {
  auto const unstated = word_index(V::registered, "unstated");
  auto const word = status_word(e.status, statuses).value_or(unstated);
  bool const removed = word == word_index(V::registered, "removed");
  return (removed ? is_facility_in_use(e) : is_right(e.activity_kind)) ? word : unstated;
}

unsigned right_state(Evidence const& e, Date as_of, unsigned status) {
  if (!is_right(e.activity_kind)) return word_index(V::right_state, "not_a_right");
  if (e.valid_to) return word_index(V::right_state, from_dates(e, as_of));
  if (status == word_index(V::registered, "live")) return word_index(V::right_state, "valid");
  return word_index(V::right_state, status == word_index(V::registered, "expired") ? renewed(e) : "unknown");
}

unsigned granted(Evidence const& e) {
  if (!e.granted_on || !e.designated_on) return word_index(V::granted, "unknown");
  if (e.granted_on->last < e.designated_on->first) return word_index(V::granted, "before_designation");
  return word_index(V::granted, e.granted_on->first >= e.designated_on->last ? "after_designation" : "unknown");
}

unsigned extent(Evidence const& e) {
  if (e.extent_open) return word_index(V::extent, "unknown");
  if (e.wholly_inside) return word_index(V::extent, "wholly");
  return word_index(V::extent, e.share ? "partly" : "unknown");
}

unsigned standing(Evidence const& e) {
  bool const only_asked_for = e.action == "new" && !e.act_date && !e.granted_on && !e.valid_from;
  return word_index(V::standing, only_asked_for ? "applied_for" : "existing");
}

unsigned level(Evidence const& e, Names const& levels) {
  auto const it = levels.find(e.area_level);
  return it == levels.end() ? word_index(V::area_level, "unstated") : it->second;
}

}  // namespace

std::string_view Facts::name(Vocabulary v) const {
  auto const index = (*this)[v];
  return index == UNKNOWN_WORD ? std::string_view{} : words(v)[index];
}

MineralReading minerals_of(Evidence const& e, Names const& names) {
  auto const stated = word_index(V::mineral_class, e.mineral_class);
  if (stated == UNKNOWN_WORD || stated == word_index(V::mineral_class, "unstated"))
    return read_minerals(e.mineral, names);
  return {word_bit(stated), false};
}

std::vector<unsigned> possible_classes(MineralReading const& minerals) {
  auto const unstated = word_index(V::mineral_class, "unstated");
  std::vector<unsigned> out;
  for (unsigned i = 0; i < words(V::mineral_class).size(); ++i)
    if (i != unstated && (minerals.unknown || (minerals.classes & word_bit(i)))) out.push_back(i);
  if (out.empty()) out.push_back(unstated);
  return out;
}

unsigned mineral_class(MineralReading const& minerals) {
  return minerals.unknown ? word_index(V::mineral_class, "unstated") : possible_classes(minerals).front();
}

bool state_is_open(Evidence const& e, Facts const& f) {
  bool const over = f[V::registered] == word_index(V::registered, "expired");
  return f[V::right_state] == word_index(V::right_state, "unknown") && (e.valid_to || over);
}

Facts facts_of(Evidence const& e, Date as_of, RuleSetData const& set) {
  Facts f;
  f[V::area_kind] = word_index(V::area_kind, e.area_kind);
  f[V::activity_kind] = word_index(V::activity_kind, e.activity_kind);
  f[V::zone] = word_index(V::zone, e.zone);
  f[V::action] = word_index(V::action, e.action.empty() ? "operate" : e.action);
  f[V::mineral_class] = mineral_class(minerals_of(e, set.minerals));
  f[V::area_level] = level(e, set.levels);
  f[V::registered] = registered(e, set.statuses);
  f[V::right_state] = right_state(e, as_of, f[V::registered]);
  f[V::granted] = granted(e);
  f[V::extent] = extent(e);
  f[V::standing] = standing(e);
  return f;
}

}  // namespace redline::rules

namespace redline {

Evidence as_judged(Evidence e) {
  if (!is_right(e.activity_kind)) e.valid_to.reset(), e.renewal_filed_on.reset();
  if (e.action != "new") e.valid_from.reset();
  return e;
}

}  // namespace redline
