// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/standing_figures.hpp"

#include <algorithm>

namespace redline {
namespace {

constexpr char const* RESTORED = "/restored";

Stage const* stage_of(RowDraft const& d, RestorationModel const& model) {
  bool const own = !d.records.empty() && d.records.front().suffix.empty();
  return own ? model.stage(d.records.front().stage) : nullptr;
}

}  // namespace

bool sends_back(RowDraft const& d, RestorationModel const& model) {
  auto const* stage = stage_of(d, model);
  return stage && stage->returns;
}

void split_standing(RowDraft& d, RowValues const& before, bool called_done, RestorationModel const& model) {
  auto const* stage = stage_of(d, model);
  if (!stage || d.records.front().value.empty() || !before[M_REPLACES].empty()) return;
  auto& own = d.records.front();
  bool const drawn = own.with_geometry && called_done;
  bool const back = stage->returns && (drawn || !own.with_geometry);
  bool const outline = drawn && stage->stage_class == StageClass::under_way;
  if (!(back || outline) || model.measure(before[M_KIND], own.measure).quantity != Quantity::restored) return;
  auto r = own;
  r.suffix = RESTORED, r.measure = back ? RETURNED_TREATED : TREATED;
  r.stage = model.stage_of_restored, r.with_geometry = false;
  if (drawn) own.value.clear(), own.unit.clear(), own.basis.reset();
  d.records.push_back(std::move(r));
}

void drop_parts_back(RowDraft& d, RowValues const& before, RestorationModel const& model) {
  if (!sends_back(d, model) || d.records.front().with_geometry) return;
  auto const of_row = basis_of(before[M_BASIS]).value_or(Basis::fresh);
  std::erase_if(d.records,
                [&](auto const& r) { return r.suffix == RESTORED && !stands_for_all(r.basis.value_or(of_row)); });
}

}  // namespace redline
