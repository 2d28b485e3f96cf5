// Figures of one line that say what is done so far (Basis::situation). Those of one report of a day add up and take the
// place of all before that day, pieces of the same report apart, which are held besides; of two reports of one day the
// larger counts. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "engine/restoration/book.hpp"

namespace redline {

class States {
 public:
  struct Sum {
    Amount all, once;
    void add(Amount a, bool contained) { all += a, once += contained ? Amount{} : a; }
  };
  // `besides`: what stands of the same report. What the day says with r, and whether reports of the day differ.
  Sum say(RestorationRecord const& r, Amount amount, bool contained, Sum besides);
  bool said_on(std::optional<Date> day) const { return !m_reports.empty() && m_day == day; }
  bool differ() const { return m_reports.size() > 1; }
  void clear() { m_reports.clear(), m_corrected = {}; }

 private:
  std::optional<Date> m_day;
  std::vector<std::pair<std::string_view, Sum>> m_reports;  // of that day, by source
  Sum m_corrected;                                          // by rows of other sources
};

}  // namespace redline
