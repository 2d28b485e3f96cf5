// Which rows others stand for on a day: a row names under `replaces` those that it corrects, with all their figures. A
// correction dated later is not yet in effect. Of corrections in a circle the latest (day, then id) stands; a row that
// names itself corrects nothing. Where two rows, neither of which corrects the other, correct the same one, the later
// stands and the other is passed over: what only that one had corrected counts again. Figures that repeat a corrected
// one go with it. Findings: restoration.correction_circle, .corrected_twice (feature: the row passed over), those of
// corrected_figures.hpp. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/date.hpp"
#include "engine/restoration/corrected_figures.hpp"

namespace redline {

class Corrections {
 public:
  Corrections(RestorationBook const& book, Date as_of);
  bool retired(std::string_view record_id) const;
  Replaced replaced() const;  // row, or figure that repeats a corrected one -> the row that stands for it
  Findings const& findings() const { return m_findings; }

 private:
  Replaced m_replaced, m_repeats;
  Findings m_findings;
};

// Which of these pairs (a row, one that it replaces) are part of a circle, a row that names itself included.
std::vector<std::size_t> in_circles(std::vector<std::pair<std::string_view, std::string_view>> const& pairs);

}  // namespace redline
