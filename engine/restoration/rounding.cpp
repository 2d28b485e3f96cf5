// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/rounding.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace redline {
namespace {

constexpr int FINEST = 18;  // decimals beyond which a unit has no parts left

// Digits behind the point, less the exponent.
int printed_decimals(std::string_view number) {
  auto const e = std::min(number.find_first_of("eE"), number.size());
  auto const point = std::min(number.find('.'), e);
  auto exponent = number.substr(std::min(e + 1, number.size()));
  if (exponent.starts_with('+')) exponent.remove_prefix(1);
  int power = 0;
  std::from_chars(exponent.data(), exponent.data() + exponent.size(), power);
  return static_cast<int>(e - std::min(e, point + 1)) - power;
}

// Rows of one source mostly have one unit.
std::optional<Unit> known_unit(std::string_view text) {
  thread_local std::string last;
  thread_local std::optional<Unit> unit;
  if (text != last) last = text, unit = unit_of(text);
  return unit;
}

}  // namespace

Amount rounding_of(std::string_view number, Unit const& unit) {
  auto const places = printed_decimals(number);
  if (places > FINEST || places < -FINEST) return {};
  auto parts = Amount::Count{unit.numerator} * (Amount::PARTS / unit.denominator);
  for (int i = 0; i < places; ++i) parts /= 10;
  for (int i = places; i < 0; ++i) parts *= 10;
  return Amount(parts / 2);
}

Amount rounding_of(RestorationRecord const& r) {
  if (!r.amount || r.value.empty()) return {};
  bool const plain = !r.unit.empty() && r.value.find_first_not_of("0123456789.") == std::string_view::npos;
  auto const quoted = plain ? Quoted{} : take_apart(r.value);
  auto const unit = known_unit(r.unit.empty() ? std::string_view(quoted.unit) : r.unit);
  return unit ? rounding_of(plain ? r.value : std::string_view(quoted.number), *unit) : Amount{};
}

Amount printed_within(RestorationRecord const& r) {
  constexpr int COARSEST = 200;
  return r.amount ? std::min(rounding_of(r), Amount(r.amount->parts() / COARSEST)) : Amount{};
}

bool another_source(RestorationRecord const& a, RestorationRecord const& b, bool by_unit) {
  auto const source = [](auto const& r) { return std::tie(r.source, r.said_by); };
  return source(a) != source(b) || (by_unit && a.unit != b.unit);
}

bool same_when_rounded(RestorationRecord const& a, RestorationRecord const& b) {
  if (!a.wkb.empty() || !b.wkb.empty() || !a.amount || !b.amount || !another_source(a, b, true)) return false;
  auto const apart = std::max(*a.amount - *b.amount, *b.amount - *a.amount);
  return apart <= std::max(rounding_of(a), rounding_of(b));
}

bool finer(RestorationRecord const& a, RestorationRecord const& b) { return rounding_of(a) < rounding_of(b); }

}  // namespace redline
