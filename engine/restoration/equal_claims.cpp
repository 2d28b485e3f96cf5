// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/equal_claims.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "engine/restoration/rounding.hpp"
#include "engine/restoration/unmet_returns.hpp"

namespace redline {
namespace {

using Record = RestorationRecord;

// 633.47 has five, 66000.00 two.
std::size_t telling_digits(std::string_view value) {
  std::string digits;
  for (auto const c : value)
    if (c >= '0' && c <= '9') digits += c;
  auto const from = digits.find_first_not_of('0'), to = digits.find_last_not_of('0');
  return from == std::string::npos ? 0 : to - from + 1;
}

constexpr std::size_t TELLING_DIGITS = 5;

bool may_be_told_twice(Record const& r) {
  bool const claims = r.quantity == Quantity::restored && r.stage && !r.stage->returns && r.amount && r.wkb.empty();
  bool const related = !r.may_overlap.empty() || !r.part_of.empty() || !r.restates.empty();
  return claims && !related && !r.site.empty() && standing_day(r) && r.basis != Basis::confirmed_new &&
         !r.amount->zero();
}

// 磁海铁矿 and 哈密磁海铁矿, 甲 and 甲矿
bool like(std::string_view a, std::string_view b) {
  constexpr std::size_t LETTERS = 6;  // bytes of two
  auto const [less, more] = std::minmax(a, b, [](auto x, auto y) { return x.size() < y.size(); });
  return (more.starts_with(less) && more.size() - less.size() <= LETTERS) || like_named(a, b);
}

// Figures of few digits only under similar names, and where few sites have them.
bool says_the_same(Record const& a, Record const& b, std::size_t of) {
  constexpr std::size_t MOST = 8;
  return telling_digits(b.value) >= TELLING_DIGITS || (of <= MOST && like(a.site, b.site));
}

bool of_two_sources(Record const& a, Record const& b) {
  return another_source(a, b, false) || (!a.item.empty() && !b.item.empty() && a.item != b.item);
}

}  // namespace

EqualClaims::EqualClaims(std::vector<Record const*> const& records, Relations const& relations) {
  std::map<std::tuple<Date, Stage const*, Amount>, std::vector<Record const*>> same;
  for (auto const* r : records)
    if (may_be_told_twice(*r) && !relations.contained(*r)) same[{*standing_day(*r), r->stage, *r->amount}].push_back(r);
  std::erase_if(same, [](auto const& s) { return s.second.size() < 2; });
  if (same.empty()) return;
  std::set<std::string_view> asked;  // sites with a figure of their own
  for (auto const* r : records)
    if (r->amount && (r->quantity == Quantity::required || r->quantity == Quantity::disturbed)) asked.insert(r->site);
  for (auto const& of_figure : same) {
    auto const& list = of_figure.second;
    for (std::size_t i = 1; i < list.size(); ++i) {
      auto const other = [&](Record const* first) {
        return first->site != list[i]->site && of_two_sources(*first, *list[i]) && !contained(*first) &&
               says_the_same(*first, *list[i], list.size());
      };
      auto const end = list.begin() + static_cast<std::ptrdiff_t>(i);
      auto const first = std::find_if(list.begin(), end, other);
      if (first == end) continue;
      tell(**first, *list[i], asked.count((*first)->site) > 0 && asked.count(list[i]->site) > 0);
    }
  }
}

void EqualClaims::tell(Record const& first, Record const& r, bool both) {
  if (!both) m_contained.insert(&r);
  std::vector<std::string> args{cited(r), cited(first),
                                both ? "@restoration.as_written" : "@restoration.counted_as_one"};
  for (auto const* x : {&first, &r}) args.push_back("@row." + std::string(row_of(x->id)));
  m_findings.push_back({"restoration.may_overlap", Severity::warning, std::string(r.reserve), std::string(r.id), args});
}

}  // namespace redline
