// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/reserve_map.hpp"

#include <algorithm>
#include <map>

#include "engine/core/interrupt.hpp"
#include "engine/measure/area.hpp"
#include "engine/overlay/ladder.hpp"
#include "layers/run/layer_input.hpp"
#include "layers/run/reserve_names.hpp"

namespace redline {
namespace {

bool holds(std::optional<Date> const& from, std::optional<Date> const& to, Date day) {
  return (!from || *from <= day) && (!to || day <= *to);
}

// Oddities of the layers themselves are the business of redline overlay and check; here only what loses ground is told.
void read_layer(LayerInput& in, RunPlan const& plan, Basemap::Builder& builder, Findings& findings) {
  RawFeature f;
  Findings of_values;
  while (in.source().next(f)) {
    throw_if_interrupted();
    ProtectedArea a;
    a.layer = in.plan().name, a.id = in.id_of(f), a.kind = in.kind_of(f, of_values),
    a.name = in.columns().text("name", f);
    if (a.kind != "nature_reserve") continue;
    if (!holds(in.date_of("valid_from", f, of_values), in.date_of("valid_to", f, of_values), *plan.as_of)) continue;
    auto n = normalise(f.wkb, in.transformation(), {a.layer, a.id, f.geometry_problem, plan.densify_m});
    if (n.outcome == Outcome::rejected || n.geometry.dimension() != 2)
      findings.insert(findings.end(), n.findings.begin(), n.findings.end());
    else
      builder.add(builder.area(a), {in.zone_of(f, of_values), std::move(n.geometry)});
  }
}

}  // namespace

ReserveMap read_reserve_map(RunPlan const& plan, Findings& findings) {
  Basemap::Builder builder;
  for (auto const& layer : plan.layers) {
    bool const other = !layer.kind.empty() && layer.kind != "nature_reserve";
    if (layer.role != Role::areas || other || !layer.enabled) continue;
    if (!holds(layer.valid_from, layer.valid_to, *plan.as_of)) continue;
    Findings of_columns;
    LayerInput input(layer, plan, of_columns);
    read_layer(input, plan, builder, findings);
  }
  Findings of_zones;
  ReserveMap out{builder.build(plan.threads, of_zones), {}};
  ReserveNames const names(plan);
  for (auto const& a : out.basemap.areas()) {
    auto const* reserve = names.of(a);
    out.reserve_of.push_back(reserve ? reserve->id : std::string{});
  }
  return out;
}

void find_reserves(RestorationBook& book, ReserveMap const& map) {
  std::vector<CellRef> refs;
  for (auto& r : book.records) {
    if (r.wkb.empty() || !r.reserve_text.empty()) continue;
    auto const g = Geometry::from_wkb(r.wkb);
    refs.clear();
    map.basemap.query(g.bounds(), refs);
    std::map<std::string, double> inside;
    for (auto const& ref : refs) {
      auto const cell = map.basemap.ground(ref.area).geometry(map.basemap.cell(ref));
      auto const part = only_dimension(intersection_by_ladder(g, cell).geometry, 2);
      if (!part.empty()) inside[map.reserve_of[ref.area]] += exact_area_m2(part);
    }
    auto const most = std::max_element(inside.begin(), inside.end(),
                                       [](auto const& a, auto const& b) { return a.second < b.second; });
    if (most != inside.end()) r.reserve = book.keep(most->first);
  }
}

}  // namespace redline
