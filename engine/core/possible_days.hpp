// Days among which the one meant is: one day, all days of the month or year of which no more is known, or any day at
// all. What has to be decided by such a day is certain where the first and the last of them say the same.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "engine/core/date.hpp"

namespace redline {

struct PossibleDays {
  Date first, last;

  PossibleDays(Date day) : first(day), last(day) {}
  PossibleDays(Date from, Date to) : first(from), last(to) {}
  static PossibleDays any() { return {std::chrono::year(0) / 1 / 1, std::chrono::year(9999) / 12 / 31}; }
  bool one() const { return first == last; }
  bool is_any() const { return *this == any(); }
  bool operator==(PossibleDays const&) const = default;
};

inline std::optional<Date> one_day(std::optional<PossibleDays> const& days) {  // nothing where there are several
  return days && days->one() ? std::optional(days->first) : std::nullopt;
}

inline std::string to_string(PossibleDays const& days) {
  return days.one() ? to_string(days.first) : to_string(days.first) + "…" + to_string(days.last);
}

}  // namespace redline
