// Days, ends included, on which an answer is the same as on the day it was found; an open end is none. note() narrows
// it by one term of validity that the answer looked at.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/core/date.hpp"

namespace redline {

struct DayRange {
  std::optional<Date> first, last;

  bool contains(Date day) const { return (!first || *first <= day) && (!last || day <= *last); }
  void note(std::optional<Date> const& valid_from, std::optional<Date> const& valid_to, Date day) {
    using std::chrono::days, std::chrono::sys_days;
    auto const no_earlier = [&](Date d) { first = first && *first > d ? *first : d; };
    auto const no_later = [&](Date d) { last = last && *last < d ? *last : d; };
    if (valid_from) *valid_from <= day ? no_earlier(*valid_from) : no_later(sys_days(*valid_from) - days(1));
    if (valid_to) day <= *valid_to ? no_later(*valid_to) : no_earlier(sys_days(*valid_to) + days(1));
  }
};

}  // namespace redline
