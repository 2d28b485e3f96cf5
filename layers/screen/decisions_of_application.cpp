// SPDX-License-Identifier: Apache-2.0
#include "layers/screen/decisions_of_application.hpp"

#include <algorithm>
#include <set>

#include "engine/rules/judgement.hpp"

namespace redline {
namespace {

std::set<std::size_t> areas_met(Application const& a) {
  std::set<std::size_t> out;
  for (auto const* met : {&a.conflicts, &a.contacts})
    for (auto const& c : *met) out.insert(c.area);
  for (auto const& hit : a.near_hits) out.insert(hit.area);
  return out;
}

bool is_named(ProtectedArea const& area, std::string const& id, ReserveNames const& names) {
  if (area.id == id) return true;
  auto const* reserve = names.of(area);
  return reserve && reserve->id == id;
}

// An area that is not met; the register knows some without a boundary.
void name_elsewhere(ScreenedDecision& d, DecisionGround const& ground) {
  auto const& id = d.row.area_id;
  auto const& areas = ground.basemap.areas();
  auto const it = std::find_if(areas.begin(), areas.end(), [&](auto const& a) { return a.id == id; });
  auto const* reserve = ground.names.reserves().find(id);
  d.about = it != areas.end() || reserve ? "not_met" : "unknown";
  if (it != areas.end())
    d.area_name = it->name;
  else if (reserve)
    d.area_name = reserve->name_zh;
}

void settle_area(ScreenedDecision& d, std::set<std::size_t> const& met, DecisionGround const& ground) {
  if (d.row.area_id.empty()) return void(d.about = "whole");
  for (auto const i : met) {
    auto const& area = ground.screening.areas[i].area;
    if (!is_named(area, d.row.area_id, ground.names)) continue;
    d.about = "met", d.area_name = area.name;
    d.met_ids.push_back(area.id);
  }
  if (d.about.empty()) name_elsewhere(d, ground);
}

bool in_force_on(Decision const& d, Date day) { return d.decided_on <= day && (!d.expires_on || day <= *d.expires_on); }

bool is_of(Decision const& d, ActivityAttributes const& a) {
  return d.row.activity_id == a.id || (!a.licence_no.empty() && d.row.activity_id == a.licence_no);
}

}  // namespace

void put_decisions(Application& a, DecisionBook const& book, DecisionGround const& ground) {
  auto const met = areas_met(a);
  std::set<std::string> seen;
  for (auto const& d : book.decisions()) {
    if (!is_of(d, a.attributes)) continue;
    auto const& area = d.row.area_id;
    auto const say = [&](char const* code) {
      a.findings.push_back({code, Severity::warning, book.file(), a.attributes.id, {std::to_string(d.line), area}});
    };
    ScreenedDecision out{d.row, in_force_on(d, ground.screening.as_of)};
    settle_area(out, met, ground);
    if (out.about == "unknown") say("decisions.unknown_area");
    if (!seen.insert(area).second) say("decisions.twice");
    a.decisions.push_back(std::move(out));
  }
}

std::string subject_of(std::string const& about, std::string const& area_id, std::string const& area_name) {
  if (about.empty()) return {};
  auto const name = area_name.empty() || area_name == area_id ? area_id : area_id + " " + area_name;
  Message const said{"screen.decided." + about, {name}};
  return language_pair(render(said, Language::zh), render(said, Language::en));
}

}  // namespace redline
