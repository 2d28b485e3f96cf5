// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/site_parts.hpp"

#include <algorithm>
#include <array>

#include "engine/restoration/part_names.hpp"

namespace redline {
namespace {

using Record = RestorationRecord;

// What is required of all of its parts tells none of them.
bool counts(Record const& r) {
  if (is_of_site(r)) return false;
  return r.stage || (r.quantity != Quantity::other && r.quantity != Quantity::status);
}

bool stands_alone(Record const& r) {
  auto const empty = [](auto... texts) { return (texts.empty() && ...); };
  return r.wkb.empty() && empty(r.part_of, r.restates, r.sums_to, r.share_of, r.may_overlap);
}

struct Seen {  // of a site
  Record const* first = nullptr;
  std::optional<Amount> required;
  bool whole = false, kinds = false, zones = false, figures = false;
  bool candidate() const { return first && !whole && (kinds || zones || figures); }
  void see(Record const& r) {
    if (!stands_alone(r)) whole = true;
    if (!counts(r)) return;
    if (!first) first = &r;
    whole = whole || first->kind.empty() != r.kind.empty();
    kinds = kinds || first->kind != r.kind, zones = zones || first->zone != r.zone;
    if (r.quantity != Quantity::required || !r.amount) return;
    figures = figures || (required && required != r.amount);
    required = r.amount;
  }
};

// A table of the site has two zones, under one name of a part (or none): these tell parts apart.
bool zones_apart(SiteParts::Records const& of_site) {
  std::map<std::pair<std::string_view, std::string_view>, std::string_view> zone;
  bool apart = false, all = true;
  for (auto const* r : of_site) {
    if (!counts(*r)) continue;
    all = all && !r->zone.empty();
    auto const known = zone.try_emplace({r->source, r->kind}, r->zone).first->second;
    apart = apart || known != r->zone;
  }
  return apart && all;
}

// All of them have a figure of one and the same quantity: not so damage and its restoration under two kinds.
bool alike(SiteParts::Records const& of_site, bool by_zone) {
  std::map<std::pair<std::string, std::string>, std::set<Quantity>> figures;
  for (auto const* r : of_site)
    if (counts(*r)) {
      auto& own = figures[{std::string(by_zone ? r->zone : ""), PartNames::normal(r->kind)}];
      if (r->amount) own.insert(r->quantity);
    }
  constexpr std::array GROUND{Quantity::required, Quantity::disturbed, Quantity::restored};
  return std::any_of(GROUND.begin(), GROUND.end(), [&](Quantity q) {
    return std::all_of(figures.begin(), figures.end(), [&](auto const& f) { return f.second.count(q) > 0; });
  });
}

}  // namespace

bool is_of_site(RestorationRecord const& r) { return r.measure == REQUIRED_OF_SITE; }

SiteParts::SiteParts(Records const& records) {
  std::unordered_map<char const*, Seen> seen;
  for (auto const* r : records)
    if (!r->site.empty()) seen[r->site.data()].see(*r);
  std::unordered_map<char const*, Records> candidates;
  for (auto const& [site, s] : seen)
    if (s.candidate()) candidates[site];
  if (candidates.empty()) return;
  for (auto const* r : records)
    if (auto const it = candidates.find(r->site.data()); it != candidates.end()) it->second.push_back(r);
  for (auto const& [site, of_site] : candidates) divide(of_site);
}

void SiteParts::divide(Records const& of_site) {
  auto const first = std::find_if(of_site.begin(), of_site.end(), [](auto* r) { return counts(*r); });
  bool const by_zone = zones_apart(of_site);
  if ((*first)->kind.empty() && !by_zone) return by_figure(of_site);
  if (!alike(of_site, by_zone)) return;
  PartNames names;
  for (auto const* r : of_site)
    if (counts(*r)) names.add(r->source, by_zone ? r->zone : "", r->kind);
  if (names.several() && names.linked()) name(of_site, by_zone);
  if (names.several() && names.linked() && names.doubtful()) {
    auto const& last = *of_site.back();
    m_findings.push_back({"restoration.parts_apart",
                          Severity::warning,
                          std::string(last.reserve),
                          std::string(last.id),
                          {std::string(last.site), names.list()}});
  }
}

void SiteParts::name(Records const& of_site, bool by_zone) {
  for (auto const* r : of_site) {
    if (counts(*r)) enter(*r, std::string(by_zone ? r->zone : "") + "\n" + PartNames::normal(r->kind));
    if (is_of_site(*r)) enter(*r, "\n\n"), m_of_site.insert(account(*r));
  }
}

void SiteParts::enter(RestorationRecord const& r, std::string const& part) {
  auto const* address = &m_parts.try_emplace(std::string(r.site) + "\n" + part).first->second;
  m_account[&r] = address;
  m_first.try_emplace(r.site.data(), address);
}

// The row of a table that says how much had to be restored is the part of that figure, in each of the tables.
void SiteParts::by_figure(Records const& of_site) {
  std::map<std::pair<std::string_view, std::string_view>, Amount> rows;
  std::map<std::string_view, std::set<Amount>> tables;
  std::map<std::string_view, std::optional<Date>> days;
  for (auto const* r : of_site)
    if (r->quantity == Quantity::required && r->amount) {
      auto const [row, fresh] = rows.try_emplace({r->source, row_of(r->id)}, *r->amount);
      bool const of_one_day = days.try_emplace(r->source, r->day).first->second == r->day;  // else a later report
      if (!fresh || !of_one_day || !tables[r->source].insert(*r->amount).second) return;
    }
  if (tables.empty() || tables.begin()->second.size() < 2) return;
  for (auto const& [source, figures] : tables)
    if (figures != tables.begin()->second) return;
  for (auto const* r : of_site)
    if (counts(*r) && rows.count({r->source, row_of(r->id)}) == 0) return;
  for (auto const* r : of_site)
    if (counts(*r)) enter(*r, rows.at({r->source, row_of(r->id)}).decimal(9));
}

char const* SiteParts::account(Record const& r) const {
  if (m_first.empty()) return r.site.data();
  auto const first = m_first.find(r.site.data());
  if (first == m_first.end()) return r.site.data();
  auto const own = m_account.find(&r);
  return own == m_account.end() ? first->second : own->second;
}

}  // namespace redline
