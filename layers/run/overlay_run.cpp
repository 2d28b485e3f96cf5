// The main job, stage by stage.
// SPDX-License-Identifier: Apache-2.0
#include <tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <future>
#include <set>
#include <utility>

#include "engine/core/error.hpp"
#include "engine/overlay/balance.hpp"
#include "engine/overlay/pipeline.hpp"
#include "engine/rules/words.hpp"
#include "layers/qgis/saved_styles.hpp"
#include "layers/run/activities.hpp"
#include "layers/run/basemap_run.hpp"
#include "layers/run/layer_warnings.hpp"
#include "layers/run/manifest.hpp"
#include "layers/run/outputs.hpp"
#include "layers/run/plan.hpp"
#include "layers/run/register_check.hpp"
#include "layers/run/rights.hpp"
#include "layers/run/summary.hpp"
#include "layers/workspace/decisions.hpp"
#include "layers/write/ledger_writer.hpp"

namespace redline {
namespace {

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

// Work that needs no one else's results, on a thread of its own where there may be more than one.
template <class F>
auto beside(int threads, F f) {
  return std::async(threads > 1 ? std::launch::async : std::launch::deferred, std::move(f));
}

class OverlayRun {
 public:
  explicit OverlayRun(RunPlan plan)
      : m_plan(std::move(plan)),
        m_rules(load_rules(m_plan)),
        m_names(m_plan),
        m_decisions(m_plan.decisions_file),
        m_styles(read_saved_styles(m_plan.workspace_directory)),
        m_drawn(beside(m_plan.threads, [this] { return ledger_styles(m_plan.language, m_styles); }).share()) {}

  RunResult run() {
    check_places(
        m_plan, [this]() -> auto& { return m_drawn.get(); });
    m_open = open_layers(m_plan, m_findings);
    if (m_open.activities.empty()) throw Error(ErrorKind::input, "run.no_activities");
    check_not_inputs(m_plan, sources());
    check_ledger_name(m_plan.output);
    stage_done("open");
    LedgerWriter writer({m_plan.output, m_plan.overwrite, m_plan.language, m_plan.aside, m_drawn.get()});
    auto readers = beside(m_plan.threads, [this] { return make_readers(); });
    SourceHashes hashes(sources(), m_plan.threads);
    auto basemap = build_basemap(writer);
    auto const reserves = check_register(basemap, m_names, m_plan, m_findings);
    stage_done("basemap");
    auto const of_readers = readers.get();
    m_findings.insert(m_findings.end(), of_readers.begin(), of_readers.end());
    overlay(basemap, reserves, writer);
    tell_counties();
    stage_done("overlay");
    tell("stage.summary");
    auto indexed = beside(m_plan.threads, [&] { writer.no_more_activities(); });
    m_rights.compare(writer, indexed, m_plan.area_method, m_plan.threads, m_findings);
    stage_done("rights");
    auto const summary = m_summary.rows(basemap, reserves, m_plan.threads);
    look_up_decisions(basemap);
    give_back(std::move(basemap));
    if (indexed.valid()) indexed.get();
    m_rights.write_waiting(writer, m_findings);
    for (auto const& row : summary) writer.add_summary(row);
    for (auto const& d : m_decisions.decisions()) writer.add_decision(d.row);
    stage_done("summary");
    tell("stage.write");
    write_trust(writer, hashes.get());
    stage_done("trust");
    throw_if_interrupted();
    writer.commit();
    m_result.output = writer.path();
    stage_done("commit");
    return std::move(m_result);
  }

 private:
  using Hashes = std::map<std::string, std::string>;  // by path

  Findings make_readers();
  std::vector<std::string> sources() const;  // paths of all that is open
  void stage_done(char const* name);
  void tell(char const* stage, std::uint64_t done = 0, std::uint64_t total = 0) const;
  Basemap build_basemap(LedgerWriter& writer);
  void overlay(Basemap const& basemap, RegisterCheck const& reserves, LedgerWriter& writer);
  std::uint64_t activities_to_do() const;
  std::string folder_of_output() const { return std::filesystem::absolute(m_plan.output).parent_path().string(); }
  std::vector<RawActivity> read_batch();
  Worked work(RawActivity& raw, Assessor const& assessor) const;
  void tell_counties();
  void reject(Worked& out, ActivityAttributes const& of, Message const& why) const;
  void write(Worked&& worked, LedgerWriter& writer);
  void look_up_decisions(Basemap const& basemap);
  void give_back(Basemap basemap);
  void write_trust(LedgerWriter& writer, Hashes const& hashes);

  RunPlan m_plan;
  RuleSet m_rules;
  ReserveNames m_names;
  DecisionBook m_decisions;
  SavedStyles m_styles;
  std::shared_future<std::vector<StyleRow>> m_drawn;  // the styles of the ledger
  OpenLayers m_open;
  std::vector<std::unique_ptr<ActivityReader>> m_readers;
  std::size_t m_reader = 0;
  std::uint64_t m_done = 0, m_to_do = 0;  // activities; to do 0: not known
  Rights m_rights{folder_of_output()};
  Summary m_summary{folder_of_output()};
  mutable tbb::enumerable_thread_specific<std::map<LayerInput const*, ZoneTransformations>> m_transformations;
  Findings m_findings;
  RunResult m_result;
  std::chrono::steady_clock::time_point m_stage_began = std::chrono::steady_clock::now();
};

void OverlayRun::stage_done(char const* name) {
  auto const now = std::chrono::steady_clock::now();
  m_result.stages.emplace_back(name, std::chrono::duration<double>(now - m_stage_began).count());
  m_stage_began = now;
}

void OverlayRun::tell(char const* stage, std::uint64_t done, std::uint64_t total) const {
  if (m_plan.progress) m_plan.progress->advance(stage, done, total);
}

Basemap OverlayRun::build_basemap(LedgerWriter& writer) {
  tell("stage.read_areas");
  auto basemap = redline::build_basemap(m_open, m_plan, m_names, &writer, m_findings);
  m_result.areas = basemap.areas().size();
  m_result.reserves_taken = m_names.taken();
  return basemap;
}

Findings OverlayRun::make_readers() {
  Findings out;
  for (std::size_t i = 0; i < m_open.activities.size(); ++i) {
    m_readers.push_back(std::make_unique<ActivityReader>(*m_open.activities[i], i, m_plan, out));
    m_readers.back()->know_words(m_rules);
  }
  return out;
}

std::vector<std::string> OverlayRun::sources() const {
  std::vector<std::string> out;
  for (auto const* inputs : {&m_open.areas, &m_open.activities})
    for (auto const& in : *inputs) out.push_back(in->source().path());
  return out;
}

std::uint64_t OverlayRun::activities_to_do() const {
  std::uint64_t sum = 0;
  for (auto const& r : m_readers) {
    if (!r->features()) return 0;
    sum += *r->features();
  }
  return sum;
}

std::vector<RawActivity> OverlayRun::read_batch() {
  while (m_reader < m_readers.size()) {
    auto batch = m_readers[m_reader]->next_batch();
    if (!batch.empty()) return batch;
    ++m_reader;
  }
  return {};
}

Worked OverlayRun::work(RawActivity& raw, Assessor const& assessor) const {  // one result, so that it is not moved
  auto const& in = *m_open.activities[raw.input];
  Worked out{raw.input, Outcome::used, raw.attributes.id, "", true, std::nullopt, std::move(raw.findings), {}};
  if (!raw.not_wanted.empty()) {
    out.outcome = Outcome::rejected, out.wanted = false, out.reason = std::move(raw.not_wanted);
    return out;
  }
  auto& transformations = m_transformations.local();  // PROJ objects belong to one thread
  auto it = transformations.find(&in);
  if (it == transformations.end()) it = transformations.emplace(&in, in.transformations().clone()).first;
  auto n = normalise(raw.wkb, it->second, {raw.attributes.layer, raw.attributes.id, raw.problem, m_plan.densify_m});
  out.outcome = n.outcome;
  if (!n.reason.empty() && !n.findings.empty())
    out.reason = render(Message{n.reason, n.findings.back().args}, m_plan.language);
  out.findings.insert(out.findings.end(), n.findings.begin(), n.findings.end());
  if (n.outcome == Outcome::rejected) return out;
  Activity activity{std::move(raw.attributes), std::move(n.geometry), std::move(n.corners),
                    std::move(n.shape),        std::nullopt,          std::nullopt};
  activity.planar_meridian = n.meridian;
  activity.may_lie_elsewhere = n.may_lie_elsewhere;
  activity.outline_open = raw.outline_open;
  try {
    out.record.emplace(InPlace{[&] { return assessor.assess_unnamed(activity, n.outcome == Outcome::repaired); }});
    out.bounds = activity.geometry.bounds();
    if (is_right(activity.attributes.kind) && !activity.corners.null()) out.ground = activity.geometry.wkb();
    out.record->attributes = std::move(activity.attributes);
    auto const found = std::exchange(out.record->findings, {});
    out.findings.insert(out.findings.end(), found.begin(), found.end());
  } catch (Unbalanced const& e) {
    reject(out, activity.attributes, e.message());
  } catch (GeometryError const& e) {
    reject(out, activity.attributes, {"run.overlay_failed", {e.what()}});
  }
  return out;
}

void OverlayRun::reject(Worked& out, ActivityAttributes const& of, Message const& why) const {
  out.outcome = Outcome::rejected;
  out.record.reset();
  out.findings.push_back({why.key, Severity::error, of.layer, of.id, why.args});
  out.reason = render(why, m_plan.language);
}

void OverlayRun::write(Worked&& w, LedgerWriter& writer) {
  m_open.activities[w.input]->count(w.outcome, w.feature, w.reason);
  if (++m_done % 1024 == 0) tell("stage.overlay", m_done, m_to_do);
  if (!w.wanted) return;
  m_decisions.met(w.feature);
  m_findings.insert(m_findings.end(), w.findings.begin(), w.findings.end());
  if (!w.record) {
    ++m_result.rejected;
    return;
  }
  ++m_result.activities;
  ++m_result.activities_by_verdict[w.record->row.verdict];
  for (auto const& c : w.record->conflicts) {
    m_summary.add(w.record->attributes.kind, c);
    if (c.certainty == "contact") continue;
    ++m_result.conflicts;
    ++m_result.conflicts_by_verdict[c.verdict];
  }
  writer.add(*w.record);
  auto const shift_m = m_open.activities[w.input]->transformation().crs().projected() ? m_plan.densify_m : 0;
  if (w.record->dimension == 2 && is_right(w.record->attributes.kind))
    m_rights.add(w.record->attributes, w.ground.empty() ? w.record->row.corners : w.ground, w.bounds, shift_m);
}

void OverlayRun::overlay(Basemap const& basemap, RegisterCheck const& reserves, LedgerWriter& writer) {
  m_result.coverage_not_stated = coverage_not_stated(m_open.checked);
  auto options = assess_options(m_plan, m_open.checked, reserves);
  options.left_out = std::move(m_open.left_out);
  Assessor const assessor(basemap, m_rules, std::move(options));
  m_to_do = activities_to_do();
  tell("stage.overlay", 0, m_to_do);
  ordered_pipeline<RawActivity, Worked>(
      m_plan.threads, [&] { return read_batch(); }, [&](RawActivity& raw) { return work(raw, assessor); },
      [&](Worked&& w) { write(std::move(w), writer); });
}

// What --county left out; nothing left is a name that no layer knows.
void OverlayRun::tell_counties() {
  std::set<std::string> others;
  for (std::size_t i = 0; i < m_readers.size(); ++i) {
    auto const& counties = m_readers[i]->counties();
    m_result.other_counties += counties.left_out(), m_result.county_unknown += counties.unknown();
    others.insert(counties.others().begin(), counties.others().end());
    auto const f = counties.findings(m_open.activities[i]->plan().name);
    m_findings.insert(m_findings.end(), f.begin(), f.end());
  }
  if (m_result.other_counties == 0 || m_result.activities + m_result.rejected > 0) return;
  throw Error(ErrorKind::input, others.empty() ? "run.no_county" : "run.no_such_county",
              {m_plan.county, listed(others), std::to_string(m_result.county_unknown)});
}

void OverlayRun::look_up_decisions(Basemap const& basemap) {
  auto const known = [&](std::string const& id) {
    auto const& areas = basemap.areas();
    return m_names.reserves().find(id) ||
           std::any_of(areas.begin(), areas.end(), [&](auto const& a) { return a.id == id; });
  };
  auto const found = m_decisions.findings(*m_plan.as_of, known);
  m_findings.insert(m_findings.end(), found.begin(), found.end());
}

// What is no longer needed, while the tables are still being indexed.
void OverlayRun::give_back(Basemap) {
  m_readers.clear();
  m_transformations.clear();
  m_summary = Summary(folder_of_output());
}

void OverlayRun::write_trust(LedgerWriter& writer, Hashes const& hashes) {
  for (auto const* inputs : {&m_open.areas, &m_open.activities})
    for (auto const& in : *inputs) {
      m_open.not_used.push_back(in->description(hashes.at(in->source().path())));
      for (auto const& r : in->row_ledger()) writer.add_rows(r);
    }
  for (auto const& in : m_open.activities) {
    auto const f = in->source_findings();
    m_findings.insert(m_findings.end(), f.begin(), f.end());
  }
  for (auto const& l : m_open.not_used) writer.add_layer(l);
  for (auto const& style : m_drawn.get()) writer.add_style(style);
  m_findings.insert(m_findings.end(), m_styles.findings.begin(), m_styles.findings.end());
  auto const of_zones = other_zones(m_findings);
  m_findings.insert(m_findings.end(), of_zones.begin(), of_zones.end());
  for (auto const& f : m_findings) writer.add_finding(f);
  m_result.findings = m_findings.size();
  m_result.layer_warnings = layer_warnings(m_findings);
  m_result.styles = style_inputs(m_styles);
  writer.set_run(manifest(m_plan, m_rules, m_open.not_used, m_names, m_decisions.sha256(), m_result.styles));
}

}  // namespace

RunResult run_overlay(RunPlan plan) { return OverlayRun(std::move(plan)).run(); }

}  // namespace redline
