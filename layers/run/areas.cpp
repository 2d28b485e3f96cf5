// SPDX-License-Identifier: Apache-2.0
#include "layers/run/areas.hpp"

#include "engine/core/interrupt.hpp"

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
  a.designated_on = in.date_of("designated_on", f, findings);
  a.valid_from = in.date_of("valid_from", f, findings);
  a.valid_to = in.date_of("valid_to", f, findings);
  a.accuracy_m = c.has("accuracy_m") ? c.number("accuracy_m", f) : in.plan().accuracy_m;
  auto const schematic = c.text("schematic", f);
  a.schematic =
      in.plan().schematic || schematic == "1" || schematic == "true" || schematic == "是" || schematic == "示意";
  return a;
}

bool in_force(ProtectedArea const& a, Date as_of) {
  return (!a.valid_from || *a.valid_from <= as_of) && (!a.valid_to || as_of <= *a.valid_to);
}

// Why an area is not used, as a text key with at most one argument.
Message refusal(Normalised const& n, ProtectedArea const& a, RunPlan const& run, ReserveNames& names) {
  if (n.geometry.dimension() != 2) return {"run.area_not_polygon", {}};
  if (!names.chosen(a)) return {"run.other_reserve", {run.reserve}};
  if (run.as_of && !in_force(a, *run.as_of)) return {"run.area_not_in_force", {to_string(*run.as_of)}};
  return {};
}

std::string reason(Normalised const& n, Message const& refused, Language language) {
  if (!refused.key.empty()) return render(refused, language);
  if (n.reason.empty()) return {};
  return render(Message{n.reason, n.findings.empty() ? std::vector<std::string>{} : n.findings.back().args}, language);
}

}  // namespace

std::uint64_t load_areas(LayerInput& in, RunPlan const& run, ReserveNames& names, Basemap::Builder& builder,
                         Findings& findings) {
  RawFeature f;
  std::uint64_t done = 0, others = 0;
  while (in.source().next(f)) {
    throw_if_interrupted();
    auto const area = attributes(in, f, findings);
    auto n = normalise(f.wkb, in.transformation(), {in.plan().name, area.id, f.geometry_problem, run.densify_m});
    findings.insert(findings.end(), n.findings.begin(), n.findings.end());
    auto const refused = n.outcome == Outcome::rejected ? Message{} : refusal(n, area, run, names);
    if (!refused.key.empty()) {
      n.outcome = Outcome::rejected;
      if (refused.key == "run.other_reserve")
        ++others;
      else
        findings.push_back({refused.key, Severity::info, in.plan().name, area.id, refused.args});
    }
    in.count(n.outcome, area.id, reason(n, refused, run.language));
    if (n.outcome != Outcome::rejected)
      builder.add(builder.area(area), {in.zone_of(f, findings), std::move(n.geometry)});
    if (run.progress && ++done % 512 == 0) run.progress->advance("stage.read_areas", done, 0);
  }
  if (others > 0)
    findings.push_back(
        {"run.other_reserves", Severity::info, in.plan().name, "", {run.reserve, std::to_string(others)}});
  return others;
}

}  // namespace redline
