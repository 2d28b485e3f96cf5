// SPDX-License-Identifier: Apache-2.0
#include "layers/run/basemap_run.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/core/error.hpp"
#include "layers/run/areas.hpp"
#include "layers/run/coverage.hpp"
#include "layers/workspace/text_file.hpp"

namespace redline {
namespace {

constexpr std::string_view NOT_IN_FORCE = "run.area_not_in_force", DESIGNATED_LATER = "run.designated_later";

bool layer_in_force(LayerPlan const& p, RunPlan const& run) {
  return !run.as_of || ((!p.valid_from || *p.valid_from <= *run.as_of) && (!p.valid_to || *run.as_of <= *p.valid_to));
}

PreparedLayer const* prepared_layer(PreparedAreas const* prepared, std::size_t ordinal) {
  if (!prepared) return nullptr;
  for (auto const& l : prepared->layers)
    if (l.ordinal == ordinal) return &l;
  return nullptr;
}

void take_prepared(PreparedAreas const& prepared, RunPlan const& plan, Basemap::Builder& builder, OpenLayers& layers,
                   Findings& findings) {
  prepared.fill(builder);
  for (auto f : prepared.findings) {
    if (f.code == NOT_IN_FORCE || f.code == DESIGNATED_LATER) f.args.back() = to_string(*plan.as_of);  // the day
    findings.push_back(std::move(f));
  }
  layers.checked.insert(layers.checked.end(), prepared.checked.begin(), prepared.checked.end());
}

double shift_m(AreaGroup const& group, RunPlan const& plan) {
  auto const projected = [](LayerInput const& in) { return in.transformation().crs().projected(); };
  bool const any = projected(group.boundaries) ||
                   std::any_of(group.zones.begin(), group.zones.end(), [&](auto const* in) { return projected(*in); });
  return any ? plan.densify_m : 0;
}

// A layer of zones is checked together with its boundaries; only where it is empty or holds areas of its own it is
// checked for itself.
void areas_loaded(OpenLayers& layers, LayerInput& in, AreaShare const& share, double shift_m, RunPlan const& plan,
                  Findings& findings) {
  auto const f = in.source_findings();
  findings.insert(findings.end(), f.begin(), f.end());
  auto const* status = in.features_read() == 0 ? "empty" : share.left_out > 0 ? "filtered" : "used";
  in.set_status(status);
  bool const with_boundaries = share.zones_of_others && in.features_read() > 0 && share.own == 0;
  if (!with_boundaries) layers.checked.push_back({in.plan().name, status, read_coverage(in.plan(), plan), {}, shift_m});
}

// Of the layers that state no coverage; a prepared basemap brings those of its own.
void note_extents(Basemap const& basemap, std::vector<CheckedLayer>& checked) {
  std::map<std::string, CheckedLayer*> unstated;
  for (auto& l : checked)
    if (l.status == "used" && l.coverage.empty() && l.extent.empty()) unstated.emplace(l.name, &l);
  if (unstated.empty()) return;
  for (std::size_t i = 0; i < basemap.areas().size(); ++i)
    if (auto const l = unstated.find(basemap.areas()[i].layer); l != unstated.end())
      for (auto const& cell : basemap.ground(i).cells) l->second->extent.add(cell.bounds);
}

}  // namespace

RuleSet load_rules(RunPlan const& plan) {
  if (plan.rules_file.empty()) return RuleSet::builtin();
  return RuleSet::parse(read_text_file(plan.rules_file), plan.rules_file);
}

bool layer_in_use(LayerPlan const& p, RunPlan const& plan) { return p.enabled && layer_in_force(p, plan); }

OpenLayers open_layers(RunPlan const& plan, Findings& findings, PreparedAreas const* prepared) {
  OpenLayers out;
  out.prepared = prepared;
  std::set<std::string> names;
  std::size_t areas = 0;
  for (auto const& p : plan.layers) {
    auto const ordinal = p.role == Role::areas ? areas++ : areas;
    if (!layer_in_use(p, plan)) {
      std::string const status = p.enabled ? "expired" : "disabled";
      out.not_used.push_back({p.name, p.role == Role::areas ? "areas" : "activities", shown_source(p), "", 0,
                              to_string(p.valid_from), to_string(p.valid_to), p.shown_coverage, status, "", "", ""});
      if (p.role == Role::areas) out.checked.push_back({p.name, status, {}});
      findings.push_back({"run.layer_not_used", Severity::warning, p.name, "", {p.name, status}});
      continue;
    }
    if (auto const* known = p.role == Role::areas ? prepared_layer(prepared, ordinal) : nullptr) {
      names.insert(known->row.layer);
      findings.insert(findings.end(), known->of_opening.begin(), known->of_opening.end());
      continue;
    }
    auto const before = static_cast<std::ptrdiff_t>(findings.size());
    auto input = std::make_unique<LayerInput>(p, plan, findings);
    if (!names.insert(input->plan().name).second)
      throw Error(ErrorKind::input, "run.duplicate_layer", {input->plan().name});
    if (p.role == Role::areas) out.of_opening.emplace_back(findings.begin() + before, findings.end());
    (p.role == Role::areas ? out.areas : out.activities).push_back(std::move(input));
  }
  if (out.areas.empty() && !prepared) throw Error(ErrorKind::input, "run.no_areas");
  return out;
}

Basemap build_basemap(OpenLayers& layers, RunPlan const& plan, ReserveNames& names, LedgerWriter* ledger,
                      Findings& findings, DayRange* days) {
  Basemap::Builder builder;
  if (layers.prepared) take_prepared(*layers.prepared, plan, builder, layers, findings);
  AreaSink sink{builder, ledger};
  auto const groups = area_groups(layers.areas, findings);
  load_areas(groups, plan, names, sink, findings, [&](AreaGroup const& group, auto const& shares) {
    areas_loaded(layers, group.boundaries, shares.front(), shift_m(group, plan), plan, findings);
    for (std::size_t i = 0; i < group.zones.size(); ++i)
      areas_loaded(layers, *group.zones[i], shares[i + 1], shift_m(group, plan), plan, findings);
  });
  layers.checked.insert(layers.checked.end(), sink.not_drawn.begin(), sink.not_drawn.end());
  layers.left_out = std::move(sink.left_out);
  if (days) *days = sink.days;
  names.require_choice();
  if (builder.areas().empty()) throw Error(ErrorKind::input, "run.no_areas_left");
  auto basemap = builder.build(plan.threads, findings);
  note_extents(basemap, layers.checked);
  return basemap;
}

AssessOptions assess_options(RunPlan const& plan, std::vector<CheckedLayer> checked, RegisterCheck const& of_register) {
  AssessOptions o;
  o.as_of = *plan.as_of;
  o.language = plan.language;
  o.area_method = plan.area_method;
  o.nearest_limit_m = plan.nearest_limit_m;
  o.three_zones_mapped = plan.three_zones_mapped;
  o.setbacks_m = plan.setbacks_m;
  o.densify_m = plan.densify_m;
  o.layers = std::move(checked);
  o.zones_not_given = of_register.zones_not_given;
  for (auto const* r : of_register.without_boundary)
    o.layers.push_back({r->name_zh, "no_boundary", {}, r->extent.value_or(Bounds{}), 0});
  return o;
}

std::vector<std::string> coverage_not_stated(std::vector<CheckedLayer> const& checked) {
  std::vector<std::string> out;
  for (auto const& l : checked)
    if (l.coverage_not_stated()) out.push_back(l.name);
  return out;
}

}  // namespace redline
