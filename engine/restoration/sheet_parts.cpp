// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/sheet_parts.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "engine/restoration/places.hpp"

namespace redline {
namespace {

using Record = RestorationRecord;
using Part = std::tuple<std::string_view, std::string_view, std::string_view, Quantity>;

Part part_of(Record const& r) { return {r.source, r.reserve, r.site, r.quantity}; }

std::unordered_set<std::string_view> rows_with_running_sum(RestorationBook const& book) {
  std::unordered_set<std::string_view> out;
  for (auto const& r : book.records)
    if (r.basis == Basis::cumulative) out.insert(row_of(r.id));
  return out;
}

struct PartPlace {
  Date day;
  std::string_view source;
};
using PartPlaces = std::map<std::pair<std::string_view, Quantity>, PartPlace>;  // by row

// A corrected figure stands with the other parts, as one of their report.
void place_corrected(RestorationBook& book, PartPlaces const& places) {
  for (auto& r : book.records) {
    if (r.replaces.empty() || r.place_id.empty()) continue;
    if (auto const it = places.find({row_of(r.place_id), r.quantity}); it != places.end())
      r.place_day = it->second.day, r.source = it->second.source;
  }
}

// Rows that name a zone or a kind (a pit) each, and no two the same.
template <class It>
bool parts_apart(It from, It to) {
  std::set<std::pair<std::string_view, std::string_view>> names;
  bool const named = std::all_of(from, to, [&](Record const* r) {
    return (!r->zone.empty() || !r->kind.empty()) && names.insert({r->zone, r->kind}).second;
  });
  return named && to - from > 1;
}

// Running sums of one site in several rows of one table, of one day, that name its parts are those of these.
void add_sums_of_parts(RestorationBook& book) {
  std::vector<Record*> sums;
  for (auto& r : book.records)
    if (r.basis == Basis::cumulative && !r.site.empty() && r.amount && r.wkb.empty() && r.replaces.empty())
      sums.push_back(&r);
  auto const table = [](Record const* r) {
    return std::tuple(r->source, r->reserve, r->site, r->stage, r->quantity, r->measure, r->programme, r->day);
  };
  std::sort(sums.begin(), sums.end(), [&](auto* a, auto* b) { return table(a) < table(b); });
  for (auto from = sums.begin(); from != sums.end();) {
    auto const to = std::find_if(from, sums.end(), [&](auto* r) { return table(r) != table(*from); });
    bool const apart = parts_apart(from, to);
    for (auto at = from; apart && at != to; ++at) (*at)->basis = Basis::situation;
    from = to;
  }
}

}  // namespace

bool stands_all_along(RestorationRecord const& r) {
  bool const of_ground = r.quantity == Quantity::required || r.quantity == Quantity::disturbed;
  return of_ground && r.basis == Basis::standing && r.replaces.empty();
}

void gather_sheet_parts(RestorationBook& book) {
  add_sums_of_parts(book);
  auto const running = rows_with_running_sum(book);
  auto const is_part = [&](Record const& r) { return stands_all_along(r) && running.count(row_of(r.id)) == 0; };
  std::map<Part, Date> last;
  for (auto const& r : book.records)
    if (r.day && is_part(r)) {
      auto& day = last.try_emplace(part_of(r), *r.day).first->second;
      day = std::max(day, *r.day);
    }
  PartPlaces places;
  for (auto& r : book.records) {
    if (!is_part(r)) continue;
    auto const it = last.find(part_of(r));
    if (it == last.end()) continue;
    r.day = it->second;
    places[{row_of(r.id), r.quantity}] = {it->second, r.source};
  }
  if (places.empty()) return;
  place_corrections(book);
  place_corrected(book, places);
}

}  // namespace redline
