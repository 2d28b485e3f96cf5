// Of rows that are no records, or of the whole reserve.
// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/further_figures.hpp"
#include "layers/restoration/row_reader.hpp"
#include "layers/restoration/stated_totals.hpp"
#include "layers/restoration/task_rows.hpp"

namespace redline {

// 全保护区, or the name of the reserve itself, in place of a site.
void RowReader::take_whole_reserve(ReadRow& out) const {
  auto& v = out.values;
  if (out.has_geometry || v[M_SITE].empty() || v[M_RESERVE].empty()) return;
  out.site_is_reserve = reserve_word(v[M_SITE], m_model) || (m_reserves && m_reserves->same(v[M_SITE], v[M_RESERVE]));
  if (out.site_is_reserve) v[M_SITE].clear();
}

// A group row is done with; another one may have its reserve from the group.
void RowReader::take_group(ReadRow& out, TableRow const& r, RowsAhead& ahead) {
  auto const group = m_groups.take(r, ahead);
  out.group_rank = group.rank, out.group_names = group.names;
  if (group.heads) {
    out.kind = RowKind::group, out.group_sums = group.sums;
    if (group.sums) out.values = values_of(r.cells, r.role, out.units_served);
    out.kept = stored(r, out.values);
    group.names ? m_block.headed() : m_block.end();
    return;
  }
  bool const named = !m_columns.cell(M_RESERVE, r.cells).empty();
  auto const& reserve = !group.reserve.empty() ? group.reserve : m_groups.reserve();
  out.reserve_of_group = !reserve.empty() && (!named || !group.reserve.empty()) && !out.has_geometry;
  if (out.reserve_of_group) out.values[M_RESERVE] = reserve;
  auto const& site = m_columns.cell(M_SITE, r.cells);
  auto const& block = m_block.take(r.number, m_columns.cell(M_RESERVE, r.cells), site);
  out.reserve_of_block = !out.reserve_of_group && !named && !block.empty() && r.wkb.empty();
  if (out.reserve_of_block) out.values[M_RESERVE] = block;
}

// A row that sums up those below it, or is a part of the one above.
void RowReader::take_sum(ReadRow& out, TableRow const& r) {
  out.kind = r.sum == RowSum::heads ? RowKind::group : RowKind::of_which;
  out.values = values_of(r.cells, r.role, out.units_served);
  out.kept = stored(r, out.values);
  out.group_sums = has_figures(out.values) && !r.sum_fits;
  if (r.sum_rank > 0) out.group_rank = r.sum_rank;
}

// By the day that counts, else by the area; of long tables by what the figure is called.
std::string RowReader::accepted_at(RowValues const& v, std::vector<std::string> const& cells) const {
  for (auto const m : {M_ACCEPTED_ON, M_ACCEPTED_AREA, M_ACCEPTED_SUM, M_ACCEPTED_INCREMENT})
    if (!v[m].empty()) {
      auto const& heading = m_columns.heading_in(m, cells);
      auto const& named = heading.empty() ? m_columns.cell(M_MEASURE, cells) : heading;
      auto const [it, fresh] = m_accepted_at.try_emplace(named);
      if (fresh) it->second = acceptance_named(named, m_model);
      return it->second;
    }
  return {};
}

void RowReader::settle_silent(ReadRow& out, TableRow const& r, bool blanked) const {
  if (!out.has_geometry && !out.days.any()) m_silent.take_stage(out.values, r.cells);
  if (!m_silent.says_nothing(out.values, out.has_geometry)) return;
  if (out.none.any()) return void(out.none.alone = true);
  out.kind = RowKind::nothing, out.silent = !blanked;
}

}  // namespace redline
