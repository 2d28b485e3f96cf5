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
  m_inputs.insert(m_inputs.end(), group.zones.begin(), group.zones.end());
  for (auto* in : m_inputs) {
    m_zones.emplace_back(*in);
    m_shared.emplace_back(names);
    bool const has_zones = in->columns().has("zone") || m_zones.back().of_layer();
    if (in != m_inputs.front() && !has_zones)
      throw Error(ErrorKind::input, "run.no_zones", {in->source().path(), in->plan().name});
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

AreaReading AreaFeatures::reading(std::size_t i, RawFeature const& f, Findings& findings, Findings& of_zone) {
  auto const& in = input(i);
  AreaReading r;
  r.area = attributes(in, f, findings);
  r.own_id = in.own_id_of(f);
  r.stated_id = in.columns().text("id", f);
  r.zone = m_zones[i].zone_of(r.area, f, of_zone);
  r.kind_stated = !in.columns().text("kind", f).empty();
  r.in_force = in_force(r.area);
  m_shared[i].describe(r);
  return r;
}

template <class F>
void AreaFeatures::each_reading(std::size_t i, F f) {
  Findings told_later;
  each_without_geometry(input(i), [&](RawFeature const& feature) {
    f(feature, reading(i, feature, told_later, told_later));
    told_later.clear();
  });
}

AreaFeatures::Survey AreaFeatures::survey(std::size_t i) {
  auto& in = input(i);
  Survey out;
  if (!in.columns().has("id") && !m_zones[i].by_name()) return out;
  each_without_geometry(in, [&](RawFeature const& f) {
    ++out.features;
    auto const stated = in.columns().text("id", f);
    if (!stated.empty()) ++out.stated;
    if (++out.ids[in.id_of(f)] > 1 && !stated.empty()) ++out.repeated;
    if (m_zones[i].by_name() && !out.zones_in_names) out.zones_in_names = holds_zone_word(in.columns().text("name", f));
  });
  return out;
}

// One value in a column that the program recognised, not the user, is no id where it tells nothing apart.
void AreaFeatures::tell_shared_ids(std::size_t i, Survey const& of) {
  if (of.repeated == 0) return;
  auto const& in = input(i);
  auto& shared = m_shared[i];
  each_reading(i, [&](RawFeature const& f, AreaReading const& r) {
    if (!r.stated_id.empty() && of.ids.at(in.id_of(f)) > 1) shared.add(r);
  });
  bool const one_for_all = of.stated == of.features && of.ids.size() == 1 && in.plan().fields.count("id") == 0;
  tell(shared.settle(in.plan().name, one_for_all));
}

void AreaFeatures::count_alone(Counts& counts) {
  auto& in = input(0);
  auto of = survey(0);
  tell_shared_ids(0, of);
  bool const by_name =
      in.columns().has("name") && (in.columns().has("zone") || m_zones[0].of_layer() || of.zones_in_names);
  if (of.repeated == 0 && !by_name) return;
  Counts of_id;
  each_reading(0, [&](RawFeature const&, AreaReading const& r) {
    ++of_id[r.area.id];
    if (by_name && r.in_force) m_by_name.add(r.area, r.stated_id, r.zone);
  });
  tell(m_by_name.settle());
  for (auto const& [id, n] : of_id) {
    auto const* area = m_by_name.area_of(id);
    counts[area_key(in.plan().name, area ? area->id : id)] += n;
  }
}

void AreaFeatures::count_boundaries(Counts& counts) {
  tell_shared_ids(0, survey(0));
  each_reading(0, [&](RawFeature const&, AreaReading const& r) {
    m_owners.add_boundary(r.area, r.stated_id, r.in_force);
    ++counts[area_key(r.area.layer, r.area.id)];
  });
}

void AreaFeatures::count_zones(std::size_t i, Counts& counts) {
  tell_shared_ids(i, survey(i));
  each_reading(i, [&](RawFeature const&, AreaReading const& r) {
    m_owners.add_zone(r.area, r.stated_id);
    auto const owner = m_owners.find(r.area, r.stated_id);
    auto const& area = owner.area ? *owner.area : r.area;
    ++counts[area_key(area.layer, area.id)];
  });
}

bool AreaFeatures::next(RawArea& out) {
  RawFeature f;
  while (!input(m_at).source().next(f))
    if (++m_at == m_inputs.size()) return --m_at, false;
  out.input = m_at;
  auto r = reading(m_at, f, out.findings, out.zone_findings);
  out.feature = input(m_at).id_of(f);
  out.area = std::move(r.area);
  out.in_force = r.in_force;
  out.zone = std::move(r.zone);
  out.problem = std::move(f.geometry_problem);
  out.wkb = std::move(f.wkb);
  if (m_inputs.size() > 1)
    join(out, r.stated_id);
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
