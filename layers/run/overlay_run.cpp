// The main job, stage by stage.
// SPDX-License-Identifier: Apache-2.0
#include <tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <set>

#include "engine/core/error.hpp"
#include "engine/overlay/pipeline.hpp"
#include "layers/run/activities.hpp"
#include "layers/run/areas.hpp"
#include "layers/run/coverage.hpp"
#include "layers/run/manifest.hpp"
#include "layers/run/outputs.hpp"
#include "layers/run/plan.hpp"
#include "layers/run/register_check.hpp"
#include "layers/run/rights.hpp"
#include "layers/run/summary.hpp"
#include "layers/workspace/decisions.hpp"
#include "layers/workspace/text_file.hpp"
#include "layers/write/ledger_writer.hpp"

namespace redline {
namespace {

using Inputs = std::vector<std::unique_ptr<LayerInput>>;

struct Worked {
  std::size_t input = 0;
  Outcome outcome = Outcome::used;
  std::string feature, reason;
  bool wanted = true;  // by the filters of the run
  std::optional<ActivityRecord> record;
  Findings findings;
  Bounds bounds;    // of the record's geometry
  Wkb ground = {};  // of a right whose edges were densified
};

RuleSet load_rules(RunPlan const& plan) {
  if (plan.rules_file.empty()) return RuleSet::builtin();
  return RuleSet::parse(read_text_file(plan.rules_file), plan.rules_file);
}

class OverlayRun {
 public:
  explicit OverlayRun(RunPlan plan)
      : m_plan(std::move(plan)), m_rules(load_rules(m_plan)), m_names(m_plan), m_decisions(m_plan.decisions_file) {}

  RunResult run() {
    check_places(m_plan);
    open_layers();
    check_not_inputs();
    stage_done("open");
    LedgerWriter writer({m_plan.output, m_plan.overwrite, m_plan.language});
    auto const basemap = build_basemap(writer);
    auto const reserves = check_register(basemap, m_names, m_plan, m_findings);
    stage_done("basemap");
    overlay(basemap, reserves, writer);
    stage_done("overlay");
    m_rights.write(writer, m_plan.area_method, m_plan.threads, m_findings);
    stage_done("rights");
    write_summary(writer, basemap, reserves, m_plan.threads);
    write_decisions(writer, basemap);
    stage_done("summary");
    write_trust(writer);
    stage_done("trust");
    throw_if_interrupted();
    writer.commit();
    stage_done("commit");
    return std::move(m_result);
  }

 private:
  void stage_done(char const* name);
  void check_not_inputs() const;
  void open_layers();
  std::vector<AreaGroup> area_groups();
  void areas_loaded(LayerInput& in, AreaShare const& share);
  Basemap build_basemap(LedgerWriter& writer);
  void overlay(Basemap const& basemap, RegisterCheck const& reserves, LedgerWriter& writer);
  std::vector<RawActivity> read_batch();
  Worked work(RawActivity& raw, Assessor const& assessor) const;
  void write(Worked worked, LedgerWriter& writer);
  void write_decisions(LedgerWriter& writer, Basemap const& basemap);
  void write_trust(LedgerWriter& writer);
  AssessOptions assess_options() const;
  bool layer_in_force(LayerPlan const& p) const;

  RunPlan m_plan;
  RuleSet m_rules;
  ReserveNames m_names;
  DecisionBook m_decisions;
  Inputs m_areas, m_activities;
  std::vector<CheckedLayer> m_checked;
  std::vector<LayerRow> m_layers;
  std::vector<std::unique_ptr<ActivityReader>> m_readers;
  std::size_t m_reader = 0;
  std::uint64_t m_done = 0;
  Rights m_rights{std::filesystem::absolute(m_plan.output).parent_path().string()};
  mutable tbb::enumerable_thread_specific<std::map<LayerInput const*, Transformation>> m_transformations;
  Findings m_findings;
  RunResult m_result;
  std::chrono::steady_clock::time_point m_stage_began = std::chrono::steady_clock::now();
};

void OverlayRun::stage_done(char const* name) {
  auto const now = std::chrono::steady_clock::now();
  m_result.stages.emplace_back(name, std::chrono::duration<double>(now - m_stage_began).count());
  m_stage_began = now;
}

void OverlayRun::check_not_inputs() const {
  std::vector<std::string> sources;
  for (auto const* inputs : {&m_areas, &m_activities})
    for (auto const& in : *inputs) sources.push_back(in->source().path());
  redline::check_not_inputs(m_plan, sources);
}

bool OverlayRun::layer_in_force(LayerPlan const& p) const {
  return !m_plan.as_of ||
         ((!p.valid_from || *p.valid_from <= *m_plan.as_of) && (!p.valid_to || *m_plan.as_of <= *p.valid_to));
}

void OverlayRun::open_layers() {
  std::set<std::string> names;
  for (auto const& p : m_plan.layers) {
    if (!p.enabled || !layer_in_force(p)) {
      std::string const status = p.enabled ? "expired" : "disabled";
      m_layers.push_back({p.name, p.role == Role::areas ? "areas" : "activities", shown_source(p), "", 0,
                          to_string(p.valid_from), to_string(p.valid_to), p.coverage, status, "", "", ""});
      if (p.role == Role::areas) m_checked.push_back({p.name, status, {}});
      m_findings.push_back({"run.layer_not_used", Severity::warning, p.name, "", {p.name, status}});
      continue;
    }
    auto input = std::make_unique<LayerInput>(p, m_plan, m_findings);
    if (!names.insert(input->plan().name).second)
      throw Error(ErrorKind::input, "run.duplicate_layer", {input->plan().name});
    (p.role == Role::areas ? m_areas : m_activities).push_back(std::move(input));
  }
  if (m_areas.empty()) throw Error(ErrorKind::input, "run.no_areas");
  if (m_activities.empty()) throw Error(ErrorKind::input, "run.no_activities");
}

// Each layer of boundaries with the layers of its zones. Zones whose boundaries are not in use stand for themselves.
std::vector<AreaGroup> OverlayRun::area_groups() {
  auto const named = [&](std::string const& name) {
    return std::any_of(m_areas.begin(), m_areas.end(), [&](auto const& in) { return in->plan().name == name; });
  };
  std::vector<AreaGroup> out;
  for (auto const& in : m_areas) {
    auto const& of = in->plan().zones_of;
    if (!of.empty() && named(of)) continue;
    if (!of.empty()) m_findings.push_back({"run.zones_alone", Severity::warning, in->plan().name, "", {of}});
    out.push_back({*in, {}});
    for (auto const& zones : m_areas)
      if (!in->plan().name.empty() && zones->plan().zones_of == in->plan().name)
        out.back().zones.push_back(zones.get());
  }
  return out;
}

// A layer of zones is checked together with its boundaries; only where it is empty or holds areas of its own it is
// checked for itself.
void OverlayRun::areas_loaded(LayerInput& in, AreaShare const& share) {
  auto const f = in.source_findings();
  m_findings.insert(m_findings.end(), f.begin(), f.end());
  auto const* status = in.features_read() == 0 ? "empty" : share.left_out > 0 ? "filtered" : "used";
  in.set_status(status);
  bool const with_boundaries = share.zones_of_others && in.features_read() > 0 && share.own == 0;
  if (!with_boundaries) m_checked.push_back({in.plan().name, status, read_coverage(in.plan(), m_plan)});
}

Basemap OverlayRun::build_basemap(LedgerWriter& writer) {
  Basemap::Builder builder;
  AreaSink sink{builder, writer};
  for (auto const& group : area_groups()) {
    auto const shares = load_areas(group, m_plan, m_names, sink, m_findings);
    areas_loaded(group.boundaries, shares.front());
    for (std::size_t i = 0; i < group.zones.size(); ++i) areas_loaded(*group.zones[i], shares[i + 1]);
  }
  m_names.require_choice();
  if (builder.areas().empty()) throw Error(ErrorKind::input, "run.no_areas_left");
  m_result.areas = builder.areas().size();
  m_result.reserves_taken = m_names.taken();
  return builder.build(m_plan.threads, m_findings);
}

AssessOptions OverlayRun::assess_options() const {
  AssessOptions o;
  o.as_of = *m_plan.as_of;
  o.language = m_plan.language;
  o.area_method = m_plan.area_method;
  o.nearest_limit_m = m_plan.nearest_limit_m;
  o.three_zones_mapped = m_plan.three_zones_mapped;
  o.setbacks_m = m_plan.setbacks_m;
  o.layers = m_checked;
  return o;
}

std::vector<RawActivity> OverlayRun::read_batch() {
  while (m_reader < m_readers.size()) {
    auto batch = m_readers[m_reader]->next_batch();
    if (!batch.empty()) return batch;
    ++m_reader;
  }
  return {};
}

Worked OverlayRun::work(RawActivity& raw, Assessor const& assessor) const {
  if (!raw.not_wanted.empty())
    return {raw.input, Outcome::rejected, raw.attributes.id, std::move(raw.not_wanted), false, std::nullopt, {}, {}};
  auto const& in = *m_activities[raw.input];
  Worked out{raw.input, Outcome::used, raw.attributes.id, "", true, std::nullopt, std::move(raw.findings), {}};
  auto& transformations = m_transformations.local();  // PROJ objects belong to one thread
  auto it = transformations.find(&in);
  if (it == transformations.end()) it = transformations.emplace(&in, in.transformation().clone()).first;
  auto n = normalise(raw.wkb, it->second, {raw.attributes.layer, raw.attributes.id, raw.problem, m_plan.densify_m});
  out.outcome = n.outcome;
  if (!n.reason.empty() && !n.findings.empty())
    out.reason = render(Message{n.reason, n.findings.back().args}, m_plan.language);
  out.findings.insert(out.findings.end(), n.findings.begin(), n.findings.end());
  if (n.outcome == Outcome::rejected) return out;
  Activity activity{std::move(raw.attributes), std::move(n.geometry), std::move(n.corners),
                    std::move(n.shape),        std::nullopt,          std::nullopt};
  if (it->second.crs().projected()) activity.planar_meridian = it->second.crs().central_meridian();
  try {
    out.record = assessor.assess(activity, n.outcome == Outcome::repaired);
    out.bounds = activity.geometry.bounds();
    if (is_right(activity.attributes.kind) && !activity.corners.null()) out.ground = activity.geometry.wkb();
  } catch (GeometryError const& e) {
    out.outcome = Outcome::rejected;
    out.findings.push_back(
        {"run.overlay_failed", Severity::error, activity.attributes.layer, activity.attributes.id, {e.what()}});
    out.reason = render(Message{"run.overlay_failed", {e.what()}}, m_plan.language);
  }
  return out;
}

void OverlayRun::write(Worked w, LedgerWriter& writer) {
  m_activities[w.input]->count(w.outcome, w.feature, w.reason);
  if (!w.wanted) return;
  m_decisions.met(w.feature);
  m_findings.insert(m_findings.end(), w.findings.begin(), w.findings.end());
  if (m_plan.progress && ++m_done % 1024 == 0) m_plan.progress->advance("stage.overlay", m_done, 0);
  if (!w.record) {
    ++m_result.rejected;
    return;
  }
  ++m_result.activities;
  ++m_result.activities_by_verdict[w.record->row.verdict];
  for (auto const& c : w.record->conflicts) {
    if (c.certainty == "contact") continue;
    ++m_result.conflicts;
    ++m_result.conflicts_by_verdict[c.verdict];
  }
  auto const fid = writer.add(*w.record);
  if (w.record->dimension == 2 && is_right(w.record->attributes.kind))
    m_rights.add(w.ground.empty() ? w.record->row.corners : w.ground, w.bounds, fid);
}

void OverlayRun::overlay(Basemap const& basemap, RegisterCheck const& reserves, LedgerWriter& writer) {
  auto options = assess_options();
  options.zones_not_given = reserves.zones_not_given;
  Assessor const assessor(basemap, m_rules, std::move(options));
  for (std::size_t i = 0; i < m_activities.size(); ++i)
    m_readers.push_back(std::make_unique<ActivityReader>(*m_activities[i], i, m_plan, m_findings));
  ordered_pipeline<RawActivity, Worked>(
      m_plan.threads, [&] { return read_batch(); }, [&](RawActivity& raw) { return work(raw, assessor); },
      [&](Worked&& w) { write(std::move(w), writer); });
}

void OverlayRun::write_decisions(LedgerWriter& writer, Basemap const& basemap) {
  auto const known = [&](std::string const& id) {
    auto const& areas = basemap.areas();
    return m_names.reserves().find(id) ||
           std::any_of(areas.begin(), areas.end(), [&](auto const& a) { return a.id == id; });
  };
  for (auto const& d : m_decisions.decisions()) writer.add_decision(d.row);
  auto const found = m_decisions.findings(*m_plan.as_of, known);
  m_findings.insert(m_findings.end(), found.begin(), found.end());
}

void OverlayRun::write_trust(LedgerWriter& writer) {
  for (auto const* inputs : {&m_areas, &m_activities})
    for (auto const& in : *inputs) {
      m_layers.push_back(in->description());
      for (auto const& r : in->row_ledger()) writer.add_rows(r);
    }
  for (auto const& in : m_activities) {
    auto const f = in->source_findings();
    m_findings.insert(m_findings.end(), f.begin(), f.end());
  }
  for (auto const& l : m_layers) writer.add_layer(l);
  for (auto const& f : m_findings) writer.add_finding(f);
  m_result.findings = m_findings.size();
  writer.set_run(manifest(m_plan, m_rules, m_layers, m_names, m_decisions.sha256()));
}

}  // namespace

RunResult run_overlay(RunPlan plan) { return OverlayRun(std::move(plan)).run(); }

}  // namespace redline
