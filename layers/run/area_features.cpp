// SPDX-License-Identifier: Apache-2.0
#include "layers/run/area_features.hpp"

#include <algorithm>

#include "engine/core/error.hpp"
#include "layers/run/term.hpp"

namespace redline {
namespace {

ProtectedArea attributes(LayerInput const& in, RawFeature const& f, Findings& findings) {
  auto const& c = in.columns();
  ProtectedArea a;
  a.layer = in.plan().name;
  a.id = in.id_of(f);
  a.kind = in.kind_of(f, findings);
  a.name = c.text("name", f);
  a.level = c.text("level", f);
  a.boundary_doc = c.text("boundary_doc", f);
  a.designated_on = in.days_of("designated_on", f, findings);
  auto const term = term_of(in, f, findings);  // of a year or a month all days: in force where it may be so
  if (term.from) a.valid_from = term.from->first;
  if (term.to) a.valid_to = term.to->last;
  a.accuracy_m = c.has("accuracy_m") ? c.number("accuracy_m", f) : in.plan().accuracy_m;
  auto const schematic = c.text("schematic", f);
  a.schematic =
      in.plan().schematic || schematic == "1" || schematic == "true" || schematic == "是" || schematic == "示意";
  return a;
}

// All features of a layer without their geometry; back at the first one afterwards.
template <class F>
void each_without_geometry(LayerInput& in, F f) {
  RawFeature feature;
  in.source().select_geometry(false);
  while (in.source().next(feature)) f(feature);
  in.source().rewind();
  in.source().select_geometry(true);
}

}  // namespace

std::string area_key(std::string const& layer, std::string const& id) { return layer + "\x1f" + id; }

AreaFeatures::AreaFeatures(AreaGroup const& group, RunPlan const& run, ReserveNames const& names)
    : m_inputs{&group.boundaries}, m_run(run), m_owners(names), m_by_name(names) {
  for (auto* zones : group.zones) {
    if (!zones->columns().has("zone"))
      throw Error(ErrorKind::input, "run.no_zones", {zones->source().path(), zones->plan().name});
    m_inputs.push_back(zones);
  }
}

bool AreaFeatures::in_force(ProtectedArea const& a) {
  if (!m_run.as_of) return true;
  m_days.note(a.valid_from, a.valid_to, *m_run.as_of);
  return (!a.valid_from || *a.valid_from <= *m_run.as_of) && (!a.valid_to || *m_run.as_of <= *a.valid_to);
}

AreaFeatures::Counts AreaFeatures::count() {
  Counts out;
  if (m_inputs.size() == 1)
    count_alone(out);
  else
    count_boundaries(out);
  for (std::size_t i = 1; i < m_inputs.size(); ++i) count_zones(i, out);
  return out;
}

bool AreaFeatures::may_join_by_name() const {
  auto const& columns = input(0).columns();
  return columns.has("name") && columns.has("zone");
}

void AreaFeatures::count_alone(Counts& counts) {
  auto& in = input(0);
  bool const by_name = may_join_by_name();
  if (!by_name && !in.columns().has("id")) return;
  Counts of_id;
  Findings told_later;
  each_without_geometry(in, [&](RawFeature const& f) {
    ++of_id[in.id_of(f)];
    if (!by_name) return;
    if (auto const a = attributes(in, f, told_later); in_force(a))
      m_by_name.add(a, in.columns().text("id", f), in.zone_of(f, told_later));
    told_later.clear();
  });
  m_findings = m_by_name.settle();
  for (auto const& [id, n] : of_id) {
    auto const* area = m_by_name.area_of(id);
    counts[area_key(in.plan().name, area ? area->id : id)] += n;
  }
}

void AreaFeatures::count_boundaries(Counts& counts) {
  auto& in = input(0);
  Findings told_later;
  each_without_geometry(in, [&](RawFeature const& f) {
    auto const a = attributes(in, f, told_later);
    m_owners.add_boundary(a, in.columns().text("id", f), in_force(a));
    ++counts[area_key(a.layer, a.id)];
    told_later.clear();
  });
}

void AreaFeatures::count_zones(std::size_t i, Counts& counts) {
  auto& in = input(i);
  Findings told_later;
  each_without_geometry(in, [&](RawFeature const& f) {
    auto const a = attributes(in, f, told_later);
    auto const stated_id = in.columns().text("id", f);
    m_owners.add_zone(a, stated_id);
    auto const owner = m_owners.find(a, stated_id);
    auto const& area = owner.area ? *owner.area : a;
    ++counts[area_key(area.layer, area.id)];
    told_later.clear();
  });
}

bool AreaFeatures::next(RawArea& out) {
  RawFeature f;
  while (!input(m_at).source().next(f))
    if (++m_at == m_inputs.size()) return --m_at, false;
  auto& in = input(m_at);
  out.input = m_at;
  out.area = attributes(in, f, out.findings);
  out.feature = out.area.id;
  out.in_force = in_force(out.area);
  out.zone = in.zone_of(f, out.zone_findings);
  out.problem = std::move(f.geometry_problem);
  out.wkb = std::move(f.wkb);
  if (m_inputs.size() > 1)
    join(out, in.columns().text("id", f));
  else if (auto const* area = m_by_name.area_of(out.area.id))
    out.area = *area;
  return true;
}

void AreaFeatures::join(RawArea& out, std::string const& stated_id) const {
  if (out.input == 0) {
    out.area = m_owners.boundary(out.area.id);
    return;
  }
  auto owner = m_owners.find(out.area, stated_id);
  out.doubt = std::move(owner.doubt);
  if (!owner.area) return;
  if (out.zone.empty())
    out.findings.push_back({"run.zone_without_word", Severity::warning, out.area.layer, out.feature, {owner.area->id}});
  out.joined = true;
  out.in_force = out.in_force && owner.in_force;
  out.area = *owner.area;
}

std::vector<AreaGroup> area_groups(std::vector<std::unique_ptr<LayerInput>> const& areas, Findings& findings) {
  auto const named = [&](std::string const& name) {
    return std::any_of(areas.begin(), areas.end(), [&](auto const& in) { return in->plan().name == name; });
  };
  std::vector<AreaGroup> out;
  for (auto const& in : areas) {
    auto const& of = in->plan().zones_of;
    if (!of.empty() && named(of)) continue;
    if (!of.empty()) findings.push_back({"run.zones_alone", Severity::warning, in->plan().name, "", {of}});
    out.push_back({*in, {}});
    for (auto const& zones : areas)
      if (!in->plan().name.empty() && zones->plan().zones_of == in->plan().name)
        out.back().zones.push_back(zones.get());
  }
  return out;
}

}  // namespace redline
