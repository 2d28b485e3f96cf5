// Which rows others stand for on a day: a row names under `replaces` those that it corrects, with all their figures. A
// correction dated later is not yet in effect. Of corrections in a circle the latest (day, then id) stands; a row that
// names itself corrects nothing. Where two rows, neither of which corrects the other, correct the same one, the later
// stands and the other is passed over: what only that one had corrected counts again. Findings:
// restoration.correction_circle, .corrected_twice (feature: the row passed over). SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/core/date.hpp"
#include "engine/core/finding.hpp"
#include "engine/restoration/book.hpp"

namespace redline {

class Corrections {
 public:
  using Replaced = std::unordered_map<std::string_view, std::string_view>;  // row -> the row that stands for it
  Corrections(RestorationBook const& book, Date as_of);
  bool retired(std::string_view record_id) const;
  Replaced const& replaced() const { return m_replaced; }
  Findings const& findings() const { return m_findings; }

 private:
  Replaced m_replaced;
  Findings m_findings;
};

// Which of these pairs (a row, one that it replaces) are part of a circle, a row that names itself included.
std::vector<std::size_t> in_circles(std::vector<std::pair<std::string_view, std::string_view>> const& pairs);

}  // namespace redline
