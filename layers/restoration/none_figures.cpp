// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/none_figures.hpp"

#include <algorithm>
#include <array>

#include "engine/restoration/amount.hpp"
#include "layers/restoration/empty_cells.hpp"

namespace redline {
namespace {

template <std::size_t N>
bool filled_any(RowValues const& v, std::array<Meaning, N> const& of) {
  return std::any_of(of.begin(), of.end(), [&](Meaning m) { return !v[m].empty(); });
}

// Of an area restored, in a row of no stage, or of one of work.
bool none_of_work(RowValues const& v, RestorationModel const& model) {
  auto const* stage = model.stage(v[M_STAGE]);
  if (stage && (stage->takes_back() || stage->stage_class == StageClass::accepted)) return false;
  return v[M_MEASURE].empty() || model.measure(v[M_KIND], v[M_MEASURE]).quantity == Quantity::restored;
}

void add(RowDraft& d, char const* suffix, char const* measure, std::string const& written, bool sum) {
  auto const is = [&](auto const& r) { return r.suffix == suffix; };
  if (written.empty() || std::any_of(d.records.begin(), d.records.end(), is)) return;
  auto const quoted = take_apart(written);
  bool const area = unit_of(quoted.unit) && !quoted.number.empty();
  RecordDraft r{suffix, measure, area ? quoted.number : "0", area ? quoted.unit : "m²", "", false};
  r.basis = sum ? Basis::cumulative : Basis::situation;
  d.records.push_back(std::move(r));
}

}  // namespace

NoneFigures none_figures(RowValues const& written, RowValues const& v, ReportFigures const& figures,
                         TableWords const& words, RestorationModel const& model) {
  constexpr std::array WORK{M_VALUE, M_INCREMENT, M_CUMULATIVE};
  constexpr std::array ACCEPTED{M_ACCEPTED_AREA, M_ACCEPTED_SUM, M_ACCEPTED_INCREMENT, M_ACCEPTED_ON};
  NoneFigures out;
  auto const left_out = [&](Meaning m, bool or_word) {
    return v[m].empty() && (area_of_nothing(written[m]) || (or_word && no_day(written[m], words))) &&
           figures.so_far(written, m);
  };
  if (!filled_any(v, WORK) && none_of_work(written, model))
    for (auto const m : {M_VALUE, M_CUMULATIVE})
      if (left_out(m, false)) out.treated = written[m], out.treated_sum = m == M_CUMULATIVE;
  if (!filled_any(v, ACCEPTED))
    for (auto const m : {M_ACCEPTED_AREA, M_ACCEPTED_SUM})
      if (left_out(m, true)) out.accepted = written[m], out.accepted_sum = m == M_ACCEPTED_SUM;
  return out;
}

void add_none(RowDraft& draft, NoneFigures const& none) {
  if (none.alone) draft.records.clear();
  add(draft, "/restored", NONE_TREATED, none.treated, none.treated_sum);
  add(draft, "/accepted", NONE_ACCEPTED, none.accepted, none.accepted_sum);
}

}  // namespace redline
