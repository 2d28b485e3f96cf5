// SPDX-License-Identifier: Apache-2.0
#include "layers/screen/batch_remarks.hpp"

#include <set>

#include "layers/report/figures.hpp"
#include "layers/screen/place_remarks.hpp"

namespace redline {
namespace {

std::optional<Message> kind_remark(Application const& a) {
  auto const kind = "@activity_kind." + a.attributes.kind;
  std::optional<Message> out;
  for (auto const& f : a.findings)
    if (f.code == "screen.kind_assumed")
      out = out ? out : Message{"screen.remark.kind_assumed", {kind}};
    else if (f.code.starts_with("screen.kind_") && f.severity == Severity::warning)
      out = Message{"screen.remark.kind_apart", {kind}};
  return out;
}

std::string name_in_remark(Screening const& s, std::size_t area) {
  auto const& a = s.areas[area].area;
  return a.name.empty() ? a.id : a.name;
}

std::string mark_in_remark(Screening const& s, std::size_t area) {
  return s.areas[area].draft ? "@screen.draft_mark" : "";
}

std::string others(std::set<std::size_t> const& areas) { return std::to_string(areas.size() - 1); }

// The nearest area within the setback of the workspace.
std::optional<Message> setback_remark(Application const& a, Screening const& s) {
  NearHit const* nearest = nullptr;
  std::set<std::size_t> areas;
  for (auto const& h : a.near_hits) {
    if (h.reason != "setback") continue;
    areas.insert(h.area);
    if (nearest == nullptr || h.distance_m < nearest->distance_m) nearest = &h;
  }
  if (nearest == nullptr) return std::nullopt;
  return Message{areas.size() > 1 ? "screen.remark.setbacks" : "screen.remark.setback",
                 {name_in_remark(s, nearest->area), mark_in_remark(s, nearest->area),
                  figures::metres(nearest->distance_m), figures::metres(nearest->limit_m), others(areas)}};
}

std::optional<Message> contact_remark(Application const& a, Screening const& s) {
  if (a.contacts.empty()) return std::nullopt;
  auto const first = a.contacts.front().area;
  std::set<std::size_t> areas;
  for (auto const& c : a.contacts) areas.insert(c.area);
  return Message{areas.size() > 1 ? "screen.remark.contacts" : "screen.remark.contact",
                 {name_in_remark(s, first), mark_in_remark(s, first), others(areas)}};
}

// Coordinates beside the outline that were taken for points.
std::optional<Message> points_remark(Application const& a) {
  for (auto const& f : a.findings)
    if (f.code == "corner.points_left" && f.args.size() > 3)
      return Message{"screen.remark.points_left", {f.args[0], f.args[1], f.args[3]}};
  return std::nullopt;
}

std::optional<Message> draft_remark(Application const& a, Screening const& s) {
  if (s.draft.empty() || a.verdict == a.verdict_without_draft) return std::nullopt;
  return Message{"screen.remark.without_draft", {"@verdict." + std::string(to_string(a.verdict_without_draft))}};
}

}  // namespace

std::optional<Message> cut_remark(Application const& a) {
  if (!a.cut) return std::nullopt;
  auto const& c = *a.cut;
  return Message{c.outcome == "staked" ? std::string("screen.remark.cut") : "screen.remark.cut_" + c.outcome,
                 {figures::km2(c.remaining_tdt1055_m2), figures::percent(c.reduction_percent / 100)}};
}

std::vector<Message> ground_remarks(Application const& a, Screening const& s) {
  auto out = place_remarks(a);
  for (auto const& m : {contact_remark(a, s), setback_remark(a, s), points_remark(a)})
    if (m) out.push_back(*m);
  return out;
}

std::vector<Message> batch_remarks(Application const& a, Screening const& s) {
  auto out = ground_remarks(a, s);
  for (auto const& m : {draft_remark(a, s), cut_remark(a), kind_remark(a)})
    if (m) out.push_back(*m);
  return out;
}

}  // namespace redline
