// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/reserve_map.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "engine/core/interrupt.hpp"
#include "engine/overlay/overlap.hpp"
#include "layers/run/areas.hpp"
#include "layers/run/reserve_names.hpp"

namespace redline {
namespace {

bool holds(std::optional<Date> const& from, std::optional<Date> const& to, Date day) {
  return (!from || *from <= day) && (!to || day <= *to);
}

// Layers that can hold nature reserves, by their own kind or by a column of kinds, and the zones of these.
bool holds_reserves(LayerPlan const& layer, Date day) {
  bool const other = !layer.kind.empty() && layer.kind != "nature_reserve";
  return layer.role == Role::areas && layer.enabled && !other && holds(layer.valid_from, layer.valid_to, day);
}

bool wanted(LayerPlan const& layer, RunPlan const& plan) {
  if (!holds_reserves(layer, *plan.as_of)) return false;
  auto const of = std::find_if(plan.layers.begin(), plan.layers.end(),
                               [&](LayerPlan const& l) { return !l.name.empty() && l.name == layer.zones_of; });
  return of == plan.layers.end() || holds_reserves(*of, *plan.as_of);
}

// Oddities of the layers themselves are the business of redline overlay and check; here only what loses ground is told.
bool loses_ground(Finding const& f) { return f.severity == Severity::error || f.code.starts_with("run.zone"); }

}  // namespace

ReserveMap read_reserve_map(RunPlan const& plan, Findings& findings) {
  Findings all;
  std::vector<std::unique_ptr<LayerInput>> inputs;
  for (auto const& layer : plan.layers)
    if (wanted(layer, plan)) inputs.push_back(std::make_unique<LayerInput>(layer, plan, all));
  Basemap::Builder builder;
  AreaSink sink{builder};
  ReserveNames names(plan);
  load_areas(area_groups(inputs, all), plan, names, sink, all);
  std::copy_if(all.begin(), all.end(), std::back_inserter(findings), loses_ground);
  Findings of_zones;
  ReserveMap out{builder.build(plan.threads, of_zones), {}};
  for (auto const& a : out.basemap.areas()) {
    auto const* reserve = a.kind == "nature_reserve" ? names.of(a) : nullptr;
    out.reserve_of.push_back(reserve ? reserve->id : std::string{});
  }
  return out;
}

namespace {

std::string_view bytes(Wkb const& wkb) { return {reinterpret_cast<char const*>(wkb.data()), wkb.size()}; }

// The reserve that holds most of a polygon; empty where none does.
std::string reserve_at(Wkb const& wkb, ReserveMap const& map) {
  std::map<std::string, double> inside;
  for (auto const& o : overlaps(map.basemap, Geometry::from_wkb(wkb)))
    if (!o.contact && !map.reserve_of[o.area].empty()) inside[map.reserve_of[o.area]] += o.m2;
  auto const most =
      std::max_element(inside.begin(), inside.end(), [](auto const& a, auto const& b) { return a.second < b.second; });
  return most == inside.end() ? std::string{} : most->first;
}

}  // namespace

GroundPlace place_of(Geometry const& ground, ReserveMap const& map) {
  GroundPlace out;
  double most = 0;
  for (auto const& o : overlaps(map.basemap, ground))
    if (!o.contact && o.m2 > most && !map.reserve_of[o.area].empty())
      most = o.m2, out = {map.reserve_of[o.area], map.basemap.ground(o.area).zones[o.zone].zone};
  return out;
}

void find_reserves(RestorationBook& book, ReserveMap const& map) {
  std::unordered_map<std::string_view, std::size_t> place;
  std::vector<Wkb const*> polygons;  // each once: a site is mostly reported with the same polygon again
  std::vector<std::pair<RestorationRecord*, std::size_t>> nameless;
  for (auto& r : book.records) {
    if (r.wkb.empty() || !r.reserve_text.empty()) continue;
    auto const [it, fresh] = place.emplace(bytes(r.wkb), polygons.size());
    if (fresh) polygons.push_back(&r.wkb);
    nameless.emplace_back(&r, it->second);
  }
  std::vector<std::string> found(polygons.size());
  tbb::parallel_for(std::size_t{0}, polygons.size(), [&](std::size_t i) {
    throw_if_interrupted();
    found[i] = reserve_at(*polygons[i], map);
  });
  for (auto const& [record, i] : nameless) record->reserve = book.keep(found[i]);
}

}  // namespace redline
