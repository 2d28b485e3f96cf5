// Plain figures of one line by the report in which they stand: its day, in however many files it came. Nothing tells
// whether a figure of another report is new or holds what was said. What a report has besides all that stands, which it
// says again, is new, and so is a smaller figure, finished later, of the latest report, where that says nothing again;
// else what the report has not told may stand in the figure: counted once, and a person is asked.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

#include "engine/restoration/book.hpp"

namespace redline {

class ReportSums {
 public:
  // What of the figure is counted already: none where nobody has to ask. `all`: what stands; `held`: by something that
  // is no report; `later`: finished after all that stands.
  std::optional<Amount> known(RestorationRecord const& r, Amount amount, Amount all, bool held, bool later) const;
  void say(RestorationRecord const& r, Amount amount, bool again);
  bool before_others(RestorationRecord const& r) const;  // is its report earlier than one that was told?
  void clear() { m_reports.clear(); }

 private:
  struct Report {
    Date day;
    Amount told, again;  // of what it told: said before
  };

  std::vector<Report> m_reports;
};

std::optional<Date> report_day(RestorationRecord const& r);  // of a plain figure in a report of a day; else none

// A row of the report before, with its own day: the same in two reports.
bool dated_again(RestorationRecord const& a, RestorationRecord const& b);

}  // namespace redline
