// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/report_figures.hpp"

#include "engine/restoration/amount.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/restoration/header_groups.hpp"

namespace redline {
namespace {

bool holds(std::string const& text, char const* word) { return text.find(word) != std::string::npos; }

bool of_completion(std::string const& heading) {
  return holds(heading, "完成") || holds(heading, "竣工") || holds(heading, "验收") || holds(heading, "治理");
}

bool is_new_in(Basis heading) { return heading != Basis::fresh; }

std::optional<Date> day_reported(std::string const& text) {
  auto const day = last_day_of(text);
  return day ? day : day_of_workbook(text);
}

}  // namespace

bool done_so_far(std::string const& heading) {
  auto const name = heading_of_column(narrow(heading)).name;
  return name.starts_with("已") || name.starts_with("目前已") || name.starts_with("截至目前");
}

ReportFigures::ReportFigures(RowSource const& source, RowColumns const& columns)
    : m_by_year(source.by_year()),
      m_above(source.until_above()),
      m_titled_new(source.new_above()),
      m_done(done_so_far(columns.heading_of(M_VALUE))),
      m_accepted(done_so_far(columns.heading_of(M_ACCEPTED_AREA))),
      m_finished(of_completion(columns.heading_of(M_DATE))),
      m_new(new_in(columns.heading_of(M_INCREMENT)).basis),
      m_accepted_new(new_in(columns.heading_of(M_ACCEPTED_INCREMENT)).basis) {}

bool ReportFigures::speaks(RowValues const& v) const {
  return !m_by_year && v[M_BASIS].empty() && v[M_REPLACES].empty();
}

bool ReportFigures::so_far(RowValues const& v, Meaning m) const {
  if (m_by_year || !v[M_REPLACES].empty()) return false;
  if (m == M_CUMULATIVE || m == M_ACCEPTED_SUM) return true;
  auto const basis = basis_of(v[M_BASIS]).value_or(Basis::fresh);
  if (!v[M_BASIS].empty()) return stands_for_all(basis) || basis == Basis::reported;
  return m_done || (m == M_ACCEPTED_AREA && m_accepted) || (m_above && !m_titled_new);
}

bool ReportFigures::states(RowValues const& v, bool has_geometry) const {
  if (!speaks(v) || has_geometry || !v[M_DATE].empty() || !v[M_ACCEPTED_ON].empty()) return false;
  bool const treated = !v[M_INCREMENT].empty() && of_period(m_new);
  if (treated || (!v[M_ACCEPTED_INCREMENT].empty() && of_period(m_accepted_new))) return true;
  bool const above = m_above && !m_titled_new;
  bool const own = !v[M_VALUE].empty() && v[M_INCREMENT].empty() && (m_done || above);
  return own || (!v[M_ACCEPTED_AREA].empty() && (m_accepted || above));
}

void ReportFigures::take_sum(RowValues& v) const {
  bool const both = !v[M_VALUE].empty() && !v[M_INCREMENT].empty() && v[M_CUMULATIVE].empty();
  if (!both || !speaks(v) || !(m_done || m_above)) return;
  v[M_CUMULATIVE] = take_apart(v[M_VALUE]).unit.empty() ? v[M_VALUE] + v[M_UNIT] : v[M_VALUE];
  v[M_VALUE].clear(), v[M_UNIT].clear();
}

std::optional<Basis> ReportFigures::basis(RecordDraft const& r, bool so_far, bool dated, bool of_report) const {
  if (r.with_geometry || r.value.empty() || r.basis) return std::nullopt;
  if (dated && so_far && !r.day && !m_finished) return Basis::reported;
  if ((dated || r.day) && (so_far || m_above)) return Basis::piece;
  if (dated || r.day) return of_report && !m_titled_new ? std::optional(Basis::dated) : std::nullopt;
  if (so_far || (m_above && !m_titled_new)) return Basis::situation;
  return of_report ? std::optional(Basis::reported) : std::nullopt;
}

// 本月治理面积, where no running sum stands for it.
void ReportFigures::settle_new(RowDraft& draft, RowValues const& before) const {
  bool const own = !before[M_INCREMENT].empty() && before[M_CUMULATIVE].empty() && before[M_VALUE].empty();
  bool const accepted = !before[M_ACCEPTED_INCREMENT].empty() && before[M_ACCEPTED_SUM].empty();
  for (auto& r : draft.records) {
    if (r.basis || r.with_geometry || r.value.empty()) continue;
    bool const alone = !own && accepted && before[M_CUMULATIVE].empty() && before[M_VALUE].empty();
    if (r.suffix.empty() && own && is_new_in(m_new)) r.basis = m_new;
    if ((r.suffix == "/accepted" || (r.suffix.empty() && alone)) && accepted && is_new_in(m_accepted_new))
      r.basis = m_accepted_new;
  }
}

bool ReportFigures::settle(RowDraft& draft, RowValues const& before, RowValues const& after, bool returns,
                           std::optional<Date> reported_on) const {
  if (!speaks(before)) return false;
  settle_new(draft, before);
  bool any = false;
  bool const plain = !before[M_VALUE].empty() && before[M_INCREMENT].empty() && before[M_CUMULATIVE].empty();
  bool const accepts =
      !before[M_ACCEPTED_AREA].empty() && before[M_ACCEPTED_SUM].empty() && before[M_ACCEPTED_INCREMENT].empty();
  if (!before[M_REPORTED_ON].empty()) reported_on = day_reported(before[M_REPORTED_ON]);
  bool const dated = !after[M_DATE].empty() && !(returns && m_done);
  for (auto& r : draft.records) {
    bool const own = r.suffix.empty() || r.suffix == "/restored", accepted = r.suffix == "/accepted";
    bool const of_acceptance = accepts && (accepted || before[M_VALUE].empty());
    if (!(own || accepted) || !(plain || of_acceptance)) continue;
    bool const so_far = of_acceptance ? m_accepted || (m_done && plain) : m_done;
    auto const b = basis(r, so_far, dated, reported_on.has_value());
    if (!b) continue;
    r.basis = b, any = any || b == Basis::situation;
    if (b == Basis::dated || b == Basis::piece) r.reported = reported_on;
  }
  return any;
}

}  // namespace redline
