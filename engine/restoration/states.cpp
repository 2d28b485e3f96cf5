// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/states.hpp"

#include <algorithm>

namespace redline {

States::Sum States::say(RestorationRecord const& r, Amount amount, bool contained, Sum besides) {
  auto const day = standing_day(r);
  if (!said_on(day)) clear();
  m_day = day;
  auto it = std::find_if(m_reports.begin(), m_reports.end(), [&](auto const& x) { return x.first == r.source; });
  bool const corrects = !r.replaces.empty();
  if (!corrects && it == m_reports.end()) it = m_reports.insert(it, {r.source, besides});
  (corrects ? m_corrected : it->second).add(amount, contained);
  Sum most;
  for (auto const& [source, sum] : m_reports)
    most.all = std::max(most.all, sum.all), most.once = std::max(most.once, sum.once);
  return {most.all + m_corrected.all, most.once + m_corrected.once};
}

}  // namespace redline
