// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/status_notes.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "layers/restoration/store.hpp"
#include "layers/restoration/words.hpp"
#include "layers/workspace/reserve_name.hpp"

namespace redline {
namespace {

using Records = std::vector<RestorationRecord const*>;

Finding note(char const* code, Severity severity, std::vector<std::string> args) {
  return {code, severity, "", "", std::move(args)};
}

void tell_later(StatusRun const& run, Findings& out) {
  auto const as_of = run.status.as_of;
  auto const count = [&](auto const& list, auto const& is_later) {
    return std::count_if(list.begin(), list.end(), is_later);
  };
  auto const records = count(run.book.records, [&](auto const& r) { return later(r, as_of); });
  auto const tasks = count(run.book.tasks, [&](auto const& t) { return t.day && *t.day > as_of; });
  if (records + tasks > 0)
    out.push_back(
        note("restoration.later", Severity::info, {std::to_string(records), std::to_string(tasks), to_string(as_of)}));
}

// Polygons find their reserve on the map, or a finding says that they lie outside.
void tell_nowhere(StatusRun const& run, Records const& records, std::string const& store, Language l, Findings& out) {
  std::vector<std::string_view> ids;
  for (auto const* r : records)
    if (r->reserve_text.empty() && r->reserve.empty() && (r->wkb.empty() || !run.map)) ids.push_back(row_of(r->id));
  std::map<std::string, std::set<std::int64_t>> rows;
  for (auto const& place : places_of(store, ids)) rows[place.file].insert(place.row);
  for (auto const& [file, numbers] : rows) {
    std::vector<std::string> shown;
    for (auto const n : numbers) shown.push_back(std::to_string(n));
    out.push_back(note("restoration.rows_without_reserve", Severity::warning, {file, first_names(shown, l)}));
  }
}

// Sites whose required area is what was done there.
void tell_derived(StatusRun const& run, Language l, Findings& out) {
  std::vector<std::string> shown;
  Amount sum;
  for (auto const& r : run.status.reserves)
    for (auto const& s : r.site_rows) {
      if (!s.required_derived) continue;
      shown.push_back(std::string(r.reserve.name) + " " + std::string(s.site));
      sum += *s.required_once;
    }
  if (!shown.empty())
    out.push_back(note("restoration.required_derived", Severity::info,
                       {std::to_string(shown.size()), first_names(shown, l), sum.decimal()}));
}

// Open sites (or a part of one) of which no share can speak, in reserves that have one of the other sites.
void tell_left_out(StatusRun const& run, Language l, Findings& out) {
  std::vector<std::string> shown;
  for (auto const& r : run.status.reserves) {
    bool const whole =
        std::any_of(r.site_rows.begin(), r.site_rows.end(), [](auto& s) { return s.site.empty() && s.required_once; });
    if (!r.share || whole) continue;
    for (auto const& s : r.site_rows)
      if (left_out(s)) shown.push_back(std::string(r.reserve.name) + " " + std::string(s.site));
  }
  if (!shown.empty())
    out.push_back(
        note("restoration.left_out", Severity::warning, {std::to_string(shown.size()), first_names(shown, l)}));
}

// The import refuses such figures; an older store may hold some.
void tell_unread(Records const& records, Language l, Findings& out) {
  std::vector<std::string> shown;
  for (auto const* r : records) {
    bool const counts = r->quantity != Quantity::other && r->quantity != Quantity::status;
    if (counts && !r->value.empty() && !r->amount) shown.push_back(cited(*r));
  }
  std::sort(shown.begin(), shown.end());
  if (!shown.empty()) out.push_back(note("restoration.unread_figure", Severity::warning, {first_names(shown, l)}));
}

}  // namespace

Findings status_notes(StatusRun const& run, std::string const& store, Language l) {
  Findings out;
  auto const records = in_force(run.book, run.status.as_of);
  tell_later(run, out);
  tell_nowhere(run, records, store, l, out);
  tell_unread(records, l, out);
  tell_derived(run, l, out);
  tell_left_out(run, l, out);
  return out;
}

Findings name_notes(std::vector<SiteNames> const& sites, Register const& reg, Language l) {
  Findings out;
  auto const quoted = [&](std::string_view name) {
    return render(Message{"restoration.quoted", {std::string(name)}}, l);
  };
  for (auto const& site : sites) {
    std::vector<std::string> others;
    for (auto const o : site.others) others.push_back(quoted(o));
    auto const* r = reg.find(site.reserve);
    out.push_back(note("restoration.site_names", Severity::info,
                       {r ? short_reserve_name(r->name_zh) : "", quoted(site.name), first_names(others, l)}));
  }
  return out;
}

}  // namespace redline
