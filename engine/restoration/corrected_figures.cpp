// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/corrected_figures.hpp"

#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "engine/restoration/table_parts.hpp"

namespace redline {
namespace {

using Record = RestorationRecord;

bool adds_up(Record const& r) {
  bool const plain = is_new(r.basis) || r.basis == Basis::standing;
  return r.amount && !r.amount->zero() && r.wkb.empty() && plain && r.quantity != Quantity::other &&
         r.quantity != Quantity::status;
}

auto claim(Record const& r) { return std::tuple(r.amount, r.reserve, r.site, r.stage, r.quantity, standing_day(r)); }

using Claim = decltype(claim(std::declval<Record>()));

bool may_repeat(Record const& r, Date as_of) {
  bool const related = !r.part_of.empty() || !r.restates.empty() || !r.replaces.empty();
  return adds_up(r) && !related && !later(r, as_of);
}

// Of equal ones that with the least id.
std::map<Claim, Record const*> corrected_claims(RestorationBook const& book, Replaced const& replaced) {
  std::map<Claim, Record const*> out;
  for (auto const& r : book.records) {
    if (!adds_up(r) || stands_for(replaced, r.id).empty()) continue;
    auto& kept = out[claim(r)];
    if (!kept || r.id < kept->id) kept = &r;
  }
  return out;
}

bool gives(Record const& r) {
  bool const ground = r.quantity != Quantity::other && r.quantity != Quantity::status;
  return ground && (r.amount || !r.wkb.empty());
}

}  // namespace

std::string_view stands_for(Replaced const& replaced, std::string_view id) {
  auto it = replaced.find(id);
  if (it == replaced.end()) it = replaced.find(row_of(id));
  return it == replaced.end() ? std::string_view{} : it->second;
}

Replaced repeats_of_corrected(RestorationBook const& book, Replaced const& replaced, Date as_of, Findings& findings) {
  auto const corrected = corrected_claims(book, replaced);
  Replaced out;
  if (corrected.empty()) return out;
  for (auto const& r : book.records) {
    if (!may_repeat(r, as_of)) continue;
    auto const it = corrected.find(claim(r));
    if (it == corrected.end() || !stands_for(replaced, r.id).empty() || other_part(*it->second, r)) continue;
    auto const row = out[r.id] = stands_for(replaced, it->second->id);
    findings.push_back({"restoration.repeats_corrected",
                        Severity::warning,
                        std::string(r.reserve),
                        std::string(r.id),
                        {cited(r), cited(*it->second), std::string(row)}});
  }
  return out;
}

void tell_withdrawn(RestorationBook const& book, Replaced const& replaced, Findings& findings) {
  std::set<std::pair<std::string_view, Quantity>> given;
  std::set<std::string_view> dated;
  for (auto const& r : book.records) {
    if (r.replaces.empty()) continue;
    if (gives(r)) given.insert({row_of(r.id), r.quantity});
    if (r.deadline) dated.insert(row_of(r.id));
  }
  auto const tell = [&](char const* code, Record const& r, std::string_view row, std::string what) {
    findings.push_back({code,
                        Severity::warning,
                        std::string(r.reserve),
                        std::string(row),
                        {std::string(row), cited(r), std::move(what)}});
  };
  for (auto const& r : book.records) {
    auto const row = stands_for(replaced, r.id);
    if (row.empty()) continue;
    if (gives(r) && !given.count({row, r.quantity})) tell("restoration.withdrawn", r, row, "");
    if (r.deadline && r.id == row_of(r.id) && !dated.count(row))
      tell("restoration.withdrawn_deadline", r, row, to_string(*r.deadline));
  }
}

}  // namespace redline
