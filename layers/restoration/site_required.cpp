// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/site_required.hpp"

#include <algorithm>

#include "layers/restoration/site_names.hpp"

namespace redline {

SiteRequired::SiteRequired(RowSource const& source, RowColumns const& columns, RestorationModel const& model,
                           TableWords const& words, ReserveSpellings const& names, std::string file)
    : m_reader(columns, model, words, names), m_file(std::move(file)) {
  auto const width = source.header().size();
  while (m_column < width && columns.meaning_at(m_column) != M_REQUIRED) ++m_column;
  bool const parts = !columns.heading_of(M_KIND).empty() || !columns.heading_of(M_ZONE).empty();
  m_reads = !source.spatial() && m_column < width && parts && columns.heading_of(M_MEASURE).empty();
}

bool SiteRequired::same_site(FigureRow const& a, FigureRow const& b) const {
  auto const &x = a.values, &y = b.values;
  bool const reserve = y[M_RESERVE].empty() || x[M_RESERVE] == y[M_RESERVE];
  return reserve && !x[M_SITE].empty() && folded_site(x[M_SITE]) == folded_site(y[M_SITE]);
}

bool SiteRequired::merged(FigureRow const& row) const {
  return std::count(row.merged.begin(), row.merged.end(), m_column) > 0;
}

bool SiteRequired::is_sum(FigureRow const& first, FigureSums const& done) const {
  FigureRow whole;
  for (auto const m : {M_VALUE, M_CUMULATIVE})
    if (done.states({0, m})) whole.figures[{0, m}] = {first.values[M_REQUIRED], ""};
  return done.match(whole).whole();
}

bool SiteRequired::of_site(TableRow const& row, RowsAhead& ahead) const {
  auto const first = m_reader.read(row);
  auto const& v = first.values;
  bool const other = merged(first) || !v[M_TASK_STATE].empty() || !v[M_REPLACES].empty() || m_reader.is_total(first);
  if (other || !m_reader.says(v[M_REQUIRED]) || same_site(m_last, first)) return false;
  FigureSums done;
  done.add(first);
  bool shared = true, none = true, parts = true;
  RowsBelow rows(first, m_reader, ahead);
  while (auto const* r = rows.next()) {
    if (!same_site(first, *r)) break;
    done.add(*r);
    shared = shared && merged(*r), none = none && !m_reader.says(r->values[M_REQUIRED]);
    parts = parts && (r->values[M_KIND] != v[M_KIND] || r->values[M_ZONE] != v[M_ZONE]);
    if (!shared && !none) return false;
  }
  return done.rows > 1 && parts && (shared || is_sum(first, done));
}

void SiteRequired::look(TableRow& row, RowsAhead& ahead) {
  if (!m_reads || row.cells.size() <= m_column) return;
  if (row.number != m_last.number) {
    m_of_site = of_site(row, ahead), m_last = m_reader.read(row);
    if (m_of_site) m_rows += (m_rows.empty() ? "" : ", ") + std::to_string(row.number);
  }
  row.required_of_site = m_of_site;
}

Findings SiteRequired::findings() const {
  if (m_rows.empty()) return {};
  return {{"restoration.required_of_site", Severity::info, m_file, "", {m_file, m_rows}}};
}

}  // namespace redline
