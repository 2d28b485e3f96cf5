// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/reserve_block.hpp"

namespace redline {

std::string const& ReserveBlock::take(std::int64_t row, std::string const& reserve, std::string const& site) {
  if (row != m_row) decide(reserve, site);
  m_row = row;
  return m_given;
}

void ReserveBlock::decide(std::string const& reserve, std::string const& site) {
  m_given.clear();
  if (site.empty()) return end();
  if (reserve.empty()) {
    m_named_above = false;
    m_repeats = m_repeats || !m_any;
    if (!m_repeats) m_given = m_name;
    return;
  }
  m_repeats = m_repeats || (m_named_above && m_name == reserve);
  m_name = reserve, m_named_above = m_any = true;
}

}  // namespace redline
