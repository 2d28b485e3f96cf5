// SPDX-License-Identifier: Apache-2.0
#include "engine/measure/along.hpp"

#include <algorithm>
#include <cmath>

#include "engine/crs/local_metric.hpp"

namespace redline {

Along::Along(Ring const& line) : m_line(line), m_so_far{0} {
  LocalMetric const metric(line.front());
  for (std::size_t i = 1; i < line.size(); ++i) {
    auto const a = metric.to_m(line[i - 1]), b = metric.to_m(line[i]);
    m_so_far.push_back(m_so_far.back() + std::hypot(b.x - a.x, b.y - a.y));
  }
}

Point Along::at(double metres) const {
  auto const after = std::upper_bound(m_so_far.begin(), m_so_far.end(), metres);
  if (after == m_so_far.begin()) return m_line.front();
  if (after == m_so_far.end()) return m_line.back();
  auto const i = static_cast<std::size_t>(after - m_so_far.begin());
  auto const a = m_line[i - 1], b = m_line[i];
  auto const t = (metres - m_so_far[i - 1]) / (m_so_far[i] - m_so_far[i - 1]);
  return {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
}

Point halfway(Coordinates const& lines) {
  Point out;
  double longest = -1;
  for (auto const& part : lines.parts) {
    Along const along(part.at(0));
    if (along.length_m() <= longest) continue;
    longest = along.length_m();
    out = along.at(longest / 2);
  }
  return out;
}

}  // namespace redline
