// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/two_reserves.hpp"

#include <map>
#include <set>
#include <tuple>

#include "engine/restoration/part_names.hpp"

namespace redline {
namespace {

using Record = RestorationRecord;

// Equal names are the same view, so addresses tell sites and reserves apart.
std::unordered_set<char const*> in_several(std::vector<Record const*> const& records) {
  std::unordered_map<char const*, char const*> first;
  std::unordered_set<char const*> out;
  for (auto const* r : records)
    if (!r->site.empty() && !r->reserve.empty() &&
        first.emplace(r->site.data(), r->reserve.data()).first->second != r->reserve.data())
      out.insert(r->site.data());
  return out;
}

bool telling(std::string_view site) {
  constexpr std::size_t SHORT = 4;  // bytes, without digits: one letter
  auto const name = PartNames::normal(site);
  auto digits = std::size_t{0};
  for (char const c : name) digits += c >= '0' && c <= '9' ? 1 : 0;
  constexpr std::size_t NUMBERED = 7;  // 1号坑
  return name.size() - digits >= (digits > 0 ? NUMBERED : SHORT);
}

bool counts_by_number(Record const& r) {
  bool const counts = r.quantity == Quantity::required || (r.quantity == Quantity::restored && r.stage);
  bool const sure = r.basis == Basis::confirmed_new || !r.may_overlap.empty() || r.reference;
  return counts && !sure && r.amount && !r.amount->zero() && r.wkb.empty() && !(r.stage && r.stage->returns);
}

}  // namespace

Findings check_two_reserves(std::vector<Record const*> const& records, Relations const& relations) {
  auto const several = in_several(records);
  if (several.empty()) return {};
  using Key = std::tuple<char const*, Quantity, Amount>;
  std::map<Key, Record const*> first;
  std::set<std::tuple<char const*, char const*, char const*>> told;  // site, two reserves
  Findings out;
  for (auto const* r : records) {
    if (!several.count(r->site.data()) || r->reserve.empty() || !counts_by_number(*r) || !telling(r->site)) continue;
    if (relations.contained(*r) || relations.holder_of(*r)) continue;
    auto const* other = first.emplace(Key{r->site.data(), r->quantity, *r->amount}, r).first->second;
    if (other->reserve.data() == r->reserve.data()) continue;
    if (!told.insert({r->site.data(), other->reserve.data(), r->reserve.data()}).second) continue;
    std::vector<std::string> const args{cited(*r), cited(*other), "@restoration.counted_in_both",
                                        "@row." + std::string(row_of(r->id)), "@row." + std::string(row_of(other->id))};
    for (auto const* of : {other, r})
      out.push_back(
          {"restoration.may_overlap", Severity::warning, std::string(of->reserve), std::string(of->id), args});
  }
  return out;
}

}  // namespace redline
