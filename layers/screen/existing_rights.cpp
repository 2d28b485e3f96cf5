// SPDX-License-Identifier: Apache-2.0
#include "layers/screen/existing_rights.hpp"

#include <algorithm>

#include "engine/core/letters.hpp"
#include "engine/overlay/normalise.hpp"
#include "engine/rules/words.hpp"
#include "layers/run/activities.hpp"

namespace redline {
namespace {

bool wanted_here(WantedRights const& wanted, ActivityAttributes const& a, Bounds const& bounds) {
  auto const near = [&](Bounds const& b) { return b.intersects(bounds); };
  return std::any_of(wanted.boxes.begin(), wanted.boxes.end(), near) ||
         wanted.licences.count(large_letters(a.licence_no)) > 0 || wanted.licences.count(large_letters(a.id)) > 0;
}

void take(RawActivity& raw, LayerInput& in, RunPlan const& run, WantedRights const& wanted,
          std::vector<ExistingRight>& out, Findings& findings) {
  auto n =
      normalise(raw.wkb, in.transformations(), {raw.attributes.layer, raw.attributes.id, raw.problem, run.densify_m});
  in.count(n.outcome, raw.attributes.id, n.reason.empty() ? "" : render(n.reason, run.language));
  if (n.outcome == Outcome::rejected || !is_right(raw.attributes.kind) || n.geometry.dimension() != 2) {
    if (raw.outline_open && is_right(raw.attributes.kind))
      findings.insert(findings.end(), raw.findings.begin(), raw.findings.end());
    if (n.outcome == Outcome::rejected) findings.insert(findings.end(), n.findings.begin(), n.findings.end());
    return;
  }
  auto const bounds = n.geometry.bounds();
  if (!wanted_here(wanted, raw.attributes, bounds)) return;
  findings.insert(findings.end(), n.findings.begin(), n.findings.end());
  findings.insert(findings.end(), raw.findings.begin(), raw.findings.end());
  out.push_back({std::move(raw.attributes), std::move(n.geometry), bounds,
                 in.transformation().crs().projected() ? run.densify_m : 0});
}

}  // namespace

bool holds_rights(LayerPlan const& layer) {
  if (layer.role != Role::activities) return false;
  if (is_right(layer.kind) || layer.fields.count("kind")) return true;
  return std::any_of(layer.kind_map.begin(), layer.kind_map.end(), [](auto const& m) { return is_right(m.second); });
}

std::vector<ExistingRight> read_rights(OpenLayers& layers, RunPlan const& run, WantedRights const& wanted,
                                       Findings& findings) {
  std::vector<ExistingRight> out;
  Findings of_reading;  // duplicates and the like: of the register, not of the application
  for (std::size_t i = 0; i < layers.activities.size(); ++i) {
    auto& in = *layers.activities[i];
    ActivityReader reader(in, i, run, of_reading);
    for (auto batch = reader.next_batch(); !batch.empty(); batch = reader.next_batch())
      for (auto& raw : batch) take(raw, in, run, wanted, out, findings);
    auto const f = in.source_findings();
    findings.insert(findings.end(), f.begin(), f.end());
  }
  return out;
}

}  // namespace redline
