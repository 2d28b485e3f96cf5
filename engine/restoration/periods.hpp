// Figures of one line that are new in a year, a quarter or a month (Basis::of_year, of_quarter, of_month), or asked for
// all along (standing: its period is its day). What two reports say of one period in the same words (subject,
// programme, document …) is the same work: of each report the figures of the period add up, and the largest sum counts.
// Figures of two periods add up.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "engine/restoration/book.hpp"

namespace redline {

bool same_words(RestorationRecord const& a, RestorationRecord const& b);  // but for day, figure and source
bool said_again(RestorationRecord const& a, RestorationRecord const& b);  // of one period, in two reports

// Of the longer of their two periods: is b of another one than a? Both must have a day.
bool other_period(RestorationRecord const& a, RestorationRecord const& b);

class Periods {
 public:
  struct Told {
    bool again = false;  // another report spoke of the period
    Amount more;         // what r adds to what was said
  };
  Told say(RestorationRecord const& r, Amount amount);
  void clear() { m_groups.clear(); }

  struct Difference {  // of reports of one period
    RestorationRecord const* largest;
    Amount least, most;
    bool grown;  // with the days of the reports: what was done so far in the period
  };
  std::vector<Difference> differences() const;

 private:
  struct Report {
    RestorationRecord const* last;
    Amount sum;
  };
  using Group = std::vector<Report>;  // of one period and wording, by source
  static Amount most(Group const& g);
  struct Year {
    Amount so_far, sum;
    bool parts = false, both = false;  // months or quarters; and the year itself
  };
  Year year_of(RestorationRecord const& r) const;  // in its words
  Told enter(RestorationRecord const& r, Amount amount);

  std::vector<Group> m_groups;
};

}  // namespace redline
