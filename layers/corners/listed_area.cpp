// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/listed_area.hpp"

#include <algorithm>
#include <utility>

#include "engine/core/printed_number.hpp"
#include "layers/corners/checks.hpp"
#include "layers/corners/corner_text.hpp"

namespace redline {

void ListedArea::take(int line, std::string const& area, std::string const& unit) {
  auto const number = number_of_cell(area);
  if (!number || *number <= 0) return;
  if (!m_values.empty() && m_values.back().number == *number && m_values.back().unit == unit) return;
  m_values.push_back({line, area, unit, *number});
}

bool ListedArea::one_per_ring(Parcel const& parcel) const {
  if (parcel.rings.size() != m_values.size()) return false;
  for (std::size_t i = 0; i < m_values.size(); ++i)
    if (m_values[i].line != parcel.rings[i].corners.front().line || m_values[i].unit != m_values[0].unit) return false;
  return true;
}

void ListedArea::settle(Parcel& parcel, LineBook& book) {
  auto const values = std::exchange(m_values, {});
  if (values.empty() || parcel.rings.empty()) return;
  parcel.declared_area = values[0].area, parcel.area_unit = values[0].unit;
  if (values.size() == 1) return;
  m_values = values;
  bool const rings = one_per_ring(parcel);
  m_values.clear();
  if (!rings)
    return book.find("corner.area_values", Severity::warning, values[1].line,
                     {values[0].area + values[0].unit, values[1].area + values[1].unit}, parcel_title(parcel, 0));
  double sum = 0;
  int decimals = 0;
  for (auto const& v : values) sum += v.number, decimals = std::max(decimals, printed_decimals(v.area));
  parcel.declared_area = printed(sum, decimals);
}

}  // namespace redline
