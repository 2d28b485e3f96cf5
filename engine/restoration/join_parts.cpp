// The tallies of the parts of a site become that of the site. SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/restoration/site_parts.hpp"

namespace redline {
namespace {

using Tallies = std::vector<SiteTally>;

void add(std::optional<Amount>& sum, std::optional<Amount> const& more) {
  if (more) sum = sum.value_or(Amount{}) + *more;
}

bool open(SiteTally const& part) { return !part.required || part.accepted < *part.required; }

// Of the work on its parts the least advanced, if there is any.
Stage const* stage_of(Stage const* a, Stage const* b) {
  if (!a || !b) return a ? a : b;
  auto const begun = [](Stage const* s) { return s->stage_class != StageClass::not_started; };
  if (begun(a) != begun(b)) return begun(a) ? a : b;
  return begun(a) == (b->order < a->order) ? b : a;
}

// A part of which nobody says how much had to be restored, beside others where somebody does: what was done there, at
// least; and while it is not accepted, the site is not done.
void complete(SiteTally& part, bool asked) {
  if (!asked || part.required || part.reference_only) return;
  auto const least = std::max(part.claimed_once, part.accepted_once) + part.under_way;
  part.open_part = part.stage && part.stage->stage_class != StageClass::accepted;
  if (!least.zero()) part.required = part.required_once = least, part.required_derived = true;
}

void add_part(SiteTally& sum, SiteTally const& part) {
  add(sum.required, part.required), add(sum.required_once, part.required_once), add(sum.disturbed, part.disturbed);
  sum.disturbed_at_least |= part.disturbed_at_least, sum.counts_as_site |= part.counts_as_site;
  sum.approximate |= part.approximate, sum.required_approximate |= part.required_approximate;
  sum.reference_only |= part.reference_only, sum.required_derived |= part.required_derived;
  sum.open_part |= part.open_part, sum.required_at_least |= part.required_at_least;
  sum.accepted_whole |= part.accepted_whole;
  for (auto const m : {&SiteTally::claimed, &SiteTally::accepted, &SiteTally::under_way, &SiteTally::under_way_stated,
                       &SiteTally::claimed_once, &SiteTally::accepted_once, &SiteTally::surplus,
                       &SiteTally::required_rounding, &SiteTally::volume_once, &SiteTally::not_added})
    sum.*m += part.*m;
  sum.stage = stage_of(sum.stage, part.stage);
  sum.last_record = std::max(sum.last_record, part.last_record);
  sum.records += part.records;
}

// The first of the deadlines that open parts have; where none is open, of all.
std::optional<Date> deadline_of(Tallies const& parts) {
  std::optional<Date> all, of_open;
  for (auto const& p : parts) {
    if (!p.deadline) continue;
    all = all ? std::min(all, p.deadline) : p.deadline;
    if (open(p)) of_open = of_open ? std::min(of_open, p.deadline) : p.deadline;
  }
  return of_open ? of_open : all;
}

// The larger of what is required of all of them and of each: never both.
void add_whole(SiteTally& sum, SiteTally const& whole) {
  auto const required = sum.required, once = sum.required_once;
  add_part(sum, whole);
  if (required) sum.required = std::max(required, whole.required);
  if (once) sum.required_once = std::max(once, whole.required_once);
}

SiteTally joined(Tallies parts) {
  if (parts.size() == 1) return parts.front();
  auto const required = [](auto const& p) { return p.required.has_value(); };
  auto const whole = std::find_if(parts.begin(), parts.end(), [](auto const& p) { return p.of_site; });
  bool const asked = whole == parts.end() && std::any_of(parts.begin(), parts.end(), required);
  SiteTally out;
  out.reserve = parts.front().reserve, out.site = parts.front().site;
  for (auto& p : parts) {
    if (p.of_site) continue;
    complete(p, asked);
    if (p.required_once) p.surplus = std::max(Amount{}, p.accepted_once - *p.required_once);
    add_part(out, p);
  }
  if (whole != parts.end()) add_whole(out, *whole);
  out.deadline = deadline_of(parts);
  return out;
}

}  // namespace

void join_parts(Tallies& sites) {
  Tallies out;
  out.reserve(sites.size());
  for (auto from = sites.begin(); from != sites.end();) {
    auto const to = std::find_if(from, sites.end(), [&](auto const& s) { return s.site != from->site; });
    out.push_back(joined(Tallies(std::make_move_iterator(from), std::make_move_iterator(to))));
    from = to;
  }
  sites = std::move(out);
}

}  // namespace redline
