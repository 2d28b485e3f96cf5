// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/unnamed_sites.hpp"

#include <algorithm>
#include <array>

namespace redline {
namespace {

// Columns that may hold names of sites.
bool may_name(std::size_t meaning) {
  constexpr std::array NAMES{M_ID, M_ITEM, M_SUBJECT, M_PROGRAMME, M_KIND, M_RESPONSIBLE};
  return meaning == MEANING_COUNT || std::find(NAMES.begin(), NAMES.end(), meaning) != NAMES.end();
}

bool number(std::string const& cell) { return cell.find_first_not_of("0123456789.,-/: ") == std::string::npos; }

}  // namespace

void UnnamedSites::count(ReadRow const& row, std::vector<std::string> const& cells, RowColumns const& columns) {
  auto const& v = row.values;
  if (columns.names_sites() || row.has_geometry || v[M_REQUIRED].empty()) return;
  auto& r = m_reserves[v[M_RESERVE]];
  if (r.count++ == 0) r.required = v[M_REQUIRED];
  bool const new_day = r.days.insert(v[M_DATE] + "/" + v[M_REPORTED_ON] + "/" + v[M_ZONE]).second;
  r.may_be_sites = r.may_be_sites || !new_day || r.required != v[M_REQUIRED];
  m_columns.resize(std::max(m_columns.size(), cells.size()));
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    auto& c = m_columns[i];
    c.numbers = c.numbers || number(cells[i]);
    c.differ = c.differ || (!c.first.empty() && c.first != cells[i]);
    if (c.first.empty()) c.first = cells[i];
  }
}

Findings UnnamedSites::findings(std::string const& file, std::vector<std::string> const& header,
                                RowColumns const& columns) const {
  constexpr std::size_t SHOWN = 5;
  std::string reserves, candidates;
  int rows = 0;
  std::size_t shown = 0;
  for (auto const& [name, r] : m_reserves) {
    if (!r.may_be_sites) continue;
    rows += r.count;
    if (++shown <= SHOWN) reserves += (reserves.empty() ? "" : ", ") + name;
  }
  if (rows == 0) return {};
  if (shown > SHOWN) reserves += " …";
  for (std::size_t i = 0; i < m_columns.size() && i < header.size(); ++i)
    if (m_columns[i].differ && !m_columns[i].numbers && may_name(columns.meaning_at(i)))
      candidates += (candidates.empty() ? "" : ", ") + header[i];
  auto const* code = candidates.empty() ? "restoration.unnamed_sites" : "restoration.unnamed_sites_maybe";
  return {{code, Severity::warning, file, "", {file, reserves, std::to_string(rows), candidates}}};
}

}  // namespace redline
