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
  a.schematic = in.plan().schematic || schematic == "1" || schematic == "true" || schematic == "是" || schematic == "示意";
  return a;
}

bool in_force(ProtectedArea const& a, Date as_of) {
  return (!a.valid_from || *a.valid_from <= as_of) && (!a.valid_to || as_of <= *a.valid_to);
}

struct Refusal {
  std::string code;
  std::vector<std::string> args;
};

std::optional<Refusal> refusal(Normalised const& n, ProtectedArea const& a, RunPlan const& run) {
  if (n.geometry.dimension() != 2) return Refusal{"run.area_not_polygon", {}};
  if (!run.reserve.empty() && a.name.find(run.reserve) == std::string::npos && a.id != run.reserve) return Refusal{"run.other_reserve", {run.reserve}};
  if (run.as_of && !in_force(a, *run.as_of)) return Refusal{"run.area_not_in_force", {to_string(*run.as_of)}};
  return std::nullopt;
}

}  // namespace

void load_areas(LayerInput& in, RunPlan const& run, Basemap::Builder& builder, Findings& findings) {
  RawFeature f;
  std::uint64_t done = 0;
  while (in.source().next(f)) {
    throw_if_interrupted();
    auto const area = attributes(in, f, findings);
    auto n = normalise(f.wkb, in.transformation(), {in.plan().name, area.id, f.geometry_problem, run.densify_m});
    findings.insert(findings.end(), n.findings.begin(), n.findings.end());
    if (n.outcome != Outcome::rejected)
      if (auto const r = refusal(n, area, run)) {
        n.outcome = Outcome::rejected;
        n.reason = r->code;
        findings.push_back({r->code, Severity::info, in.plan().name, area.id, r->args});
      }
    in.count(n.outcome, area.id, n.reason.empty() ? "" : render(Message{n.reason, n.findings.empty() ? std::vector<std::string>{} : n.findings.back().args}, run.language));
    if (n.outcome != Outcome::rejected) builder.add(builder.area(area), {in.zone_of(f, findings), std::move(n.geometry)});
    if (run.progress && ++done % 512 == 0) run.progress->advance("stage.read_areas", done, 0);
  }
}

}  // namespace redline
