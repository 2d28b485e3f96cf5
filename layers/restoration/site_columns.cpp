// Which columns name sites where none is called so, and which name parts of them.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "layers/restoration/row_columns.hpp"

namespace redline {

void RowColumns::find_parts(std::vector<std::string> const& header, RestorationModel const& model) {
  auto const& parts = model.part_headings;
  for (std::size_t i = 0; i < header.size() && names_sites(); ++i) {
    auto const name = heading_of_column(header[i]).name;
    if (known(i) || std::find(parts.begin(), parts.end(), name) == parts.end()) continue;
    auto& kind = m_columns[M_KIND];
    if (kind.index >= 0)
      kind.others.push_back({static_cast<int>(i), "", header[i]});
    else
      kind = {static_cast<int>(i), "", "", header[i], {}, name};
    m_unknown.erase(std::remove(m_unknown.begin(), m_unknown.end(), header[i]), m_unknown.end());
  }
}

void RowColumns::find_sites(std::vector<std::string> const& header, RestorationModel const& model,
                            std::vector<std::string> const& begins) {
  if (names_sites()) return;
  constexpr std::size_t FEWEST = 8;  // bytes of a heading that may have been cut
  for (auto const& name : model.site_headings)
    for (std::size_t i = 0; i < header.size(); ++i) {
      auto const h = heading_of_column(header[i]).name;
      bool const whole = begins.empty() || begins[i] == header[i];
      auto const& left = whole ? h : begins[i];
      bool const begun = !begins.empty() && left.size() >= FEWEST && name.starts_with(left);
      if (!(whole && h == name) && !begun) continue;
      if (std::find(m_sites_by.begin(), m_sites_by.end(), header[i]) == m_sites_by.end())
        m_sites_by.push_back(header[i]);
    }
  if (m_sites_by.empty()) return;
  auto const& best = m_sites_by.front();
  m_columns[M_SITE] = {static_cast<int>(std::find(header.begin(), header.end(), best) - header.begin()), "", "", best};
  m_unknown.erase(std::remove(m_unknown.begin(), m_unknown.end(), best), m_unknown.end());
}

}  // namespace redline
