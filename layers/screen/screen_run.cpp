// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <stdexcept>

#include "engine/core/error.hpp"
#include "engine/core/interrupt.hpp"
#include "engine/core/letters.hpp"
#include "engine/screen/screener.hpp"
#include "layers/prepared/prepared_basemap.hpp"
#include "layers/run/manifest.hpp"
#include "layers/run/outputs.hpp"
#include "layers/run/register_check.hpp"
#include "layers/run/source_files.hpp"
#include "layers/run/workspace_inputs.hpp"
#include "layers/screen/applications.hpp"
#include "layers/screen/decisions_of_application.hpp"
#include "layers/screen/existing_rights.hpp"
#include "layers/screen/screen_settings.hpp"
#include "layers/write/atomic_file.hpp"

namespace redline {
namespace {

using Manifest = std::vector<std::pair<std::string, std::string>>;

// A lone file without a usable application; a lone parcel says what is wrong for itself.
Error none_left(std::string const& file, Findings const& unusable, Language language) {
  if (unusable.size() == 1) return Error(ErrorKind::input, unusable[0].code, unusable[0].args);
  std::string said;
  for (auto const& f : unusable)
    said += "\n  " + render(Message{"screen.of_parcel", {f.args.at(1), f.args.at(2)}}, language);
  return Error(ErrorKind::input, "screen.none_left", {file, std::to_string(unusable.size()), said});
}

class ScreenRun {
 public:
  explicit ScreenRun(ScreenPlan plan, PreparedAreas const* prepared = nullptr)
      : m_plan(std::move(plan)),
        m_prepared(prepared),
        m_rules(load_rules(m_plan.run)),
        m_names(m_plan.run),
        m_decisions(m_plan.run.decisions_file) {}

  Screening run() {
    check_outputs();
    read_files();
    m_out.as_of = *m_plan.run.as_of;
    m_out.against_rights = m_plan.against_rights;
    m_out.nearest_limit_m = m_plan.run.nearest_limit_m;
    if (m_files.empty()) return std::move(m_out);
    open();
    Findings of_rights;
    auto const rights =
        m_plan.against_rights ? read_rights(m_open, m_plan.run, wanted(), of_rights) : std::vector<ExistingRight>{};
    m_leans = m_prepared != nullptr;  // what went wrong up to here is the fault of what was handed in
    tell("stage.read_areas", 0, 0);
    auto const basemap = build();
    require_draft();
    screen(basemap, rights, of_rights);
    m_out.manifest = manifest();
    return std::move(m_out);
  }
  bool leans_on_prepared() const { return m_leans; }  // so far

 private:
  void tell(char const* stage, std::uint64_t done, std::uint64_t total) const {
    if (m_plan.run.progress) m_plan.run.progress->advance(stage, done, total);
  }
  void check_outputs() const { check_places(m_plan.outputs, m_plan.run.overwrite); }

  void read_files() {
    for (auto const& file : m_plan.files) {
      throw_if_interrupted();
      try {
        auto in = read_applications(file, m_plan);
        if (in.applications.empty() && m_plan.files.size() == 1)
          throw none_left(file, in.unusable, m_plan.run.language);
        for (auto const& f : in.unusable) fail(file, {f.code, f.args}), m_out.findings.push_back(f);
        if (!in.applications.empty()) m_files.push_back(std::move(in));
      } catch (Error const& e) {
        if (e.kind() != ErrorKind::input || m_plan.files.size() == 1) throw;
        fail(file, e.message());
      }
    }
  }

  void fail(std::string const& file, Message const& message) {
    Message hint{message.key + ".hint", message.args};
    if (!has_text(hint.key)) hint.key.clear();
    m_out.failed.push_back({file, message, std::move(hint)});
  }

  void open() {
    auto& layers = m_plan.run.layers;
    std::erase_if(layers, [&](LayerPlan const& l) {
      return l.role == Role::activities && !(m_plan.against_rights && holds_rights(l));
    });
    if (m_plan.draft) layers.push_back(*m_plan.draft);
    m_open = open_layers(m_plan.run, m_out.findings, m_prepared);
    if (m_plan.against_rights && m_open.activities.empty()) throw Error(ErrorKind::input, "screen.no_rights");
    if (m_plan.draft) m_draft_layer = m_open.areas.back()->plan().name, m_out.draft = shown_source(*m_plan.draft);
    std::vector<std::string> sources;
    if (m_prepared)
      for (auto const& l : m_prepared->layers) sources.push_back(l.path);
    for (auto const* inputs : {&m_open.areas, &m_open.activities})
      for (auto const& in : *inputs) sources.push_back(in->source().path());
    for (auto const& file : m_plan.files)
      if (file != "-") sources.push_back(file);
    auto plan = m_plan.run;
    plan.exports = m_plan.outputs;
    check_not_inputs(plan, sources);
  }

  Basemap build() try {
    return build_basemap(m_open, m_plan.run, m_names, nullptr, m_out.findings);
  } catch (Error const& e) {
    m_leans = m_leans && !names_draft(e);
    throw;
  }

  // What breaks while the draft is read is no matter of the sources that were prepared.
  bool names_draft(Error const& e) const {
    if (m_draft_layer.empty()) return false;
    auto const& path = m_open.areas.back()->source().path();
    auto const& args = e.message().args;
    return std::any_of(args.begin(), args.end(), [&](auto const& a) { return a == path || a == m_draft_layer; });
  }

  void require_draft() {
    if (m_draft_layer.empty()) return;
    auto const rows = m_open.areas.back()->row_ledger().front();
    if (rows.used + rows.repaired > 0) return;
    m_leans = false;  // whatever the basemap is
    throw Error(ErrorKind::input, "screen.no_draft", {m_out.draft});
  }

  void screen(Basemap const& basemap, std::vector<ExistingRight> const& rights, Findings const& of_rights) {
    for (auto& l : m_open.checked)
      if (l.name == m_draft_layer) l.extent = {};  // a draft is all that is proposed, wherever it lies
    m_out.coverage_not_stated = coverage_not_stated(m_open.checked);
    auto const of_register = check_register(basemap, m_names, m_plan.run, m_out.findings);
    Screener screener(basemap, m_rules, assess_options(m_plan.run, m_open.checked, of_register), m_draft_layer, m_out);
    m_out.findings.insert(m_out.findings.end(), of_rights.begin(), of_rights.end());
    if (m_plan.against_rights) screener.against(rights, rights_not_used());
    std::uint64_t done = 0, to_do = 0;
    for (auto const& file : m_files) to_do += file.applications.size();
    for (auto& file : m_files)
      for (auto& s : file.applications) {
        tell("stage.screen", done++, to_do);
        screen(screener, s, *s.to_lonlat);
      }
    for (auto& a : m_out.applications) put_decisions(a, m_decisions, {basemap, m_names, m_out});
  }

  std::vector<NotChecked> rights_not_used() const {
    std::vector<NotChecked> out;
    for (auto const& l : m_open.not_used)
      if (l.role == "activities") out.push_back({l.layer, l.status});
    for (auto const& in : m_open.activities) {
      std::uint64_t used = 0;
      for (auto const& rows : in->row_ledger()) used += rows.used + rows.repaired;
      if (used == 0) out.push_back({in->plan().name, "empty"});
    }
    return out;
  }

  void screen(Screener& screener, Submitted& s, Transformation const& printed) {
    throw_if_interrupted();
    tell_once(s);
    tell_unknown_mineral(s);
    try {
      screener.screen({s.activity, printed, s.repaired, s.declared, m_plan.with_context, m_plan.with_cut,
                       s.outline_doubtful, s.place_doubtful},
                      s.application);
    } catch (GeometryError const& e) {
      Message const why{"screen.failed", {s.application.file, s.activity.attributes.id, e.what()}};
      if (!batch()) throw Error(ErrorKind::input, why.key, why.args);
      m_out.failed.push_back({s.application.file, why, {}});
      return;
    }
    m_out.applications.push_back(std::move(s.application));
  }

  void tell_once(Submitted& s) {
    auto const& a = s.activity.attributes;
    if (!m_ids.insert(a.id).second)
      s.application.findings.push_back({"screen.duplicate_id", Severity::warning, a.layer, a.id, {a.id}});
  }

  void tell_unknown_mineral(Submitted& s) const {
    auto const& a = s.activity.attributes;
    if (m_rules.knows_mineral(a.mineral)) return;
    s.application.findings.push_back({"screen.unknown_mineral", Severity::warning, a.layer, a.id, {a.mineral}});
  }

  bool batch() const {
    auto const& first = m_files.front();
    return m_plan.files.size() > 1 || first.applications.size() + first.unusable.size() > 1;
  }

  // Those it may meet; of a reduction also the right that it reduces.
  WantedRights wanted() const {
    WantedRights out;
    for (auto const& file : m_files)
      for (auto const& s : file.applications) {
        auto const& a = s.activity.attributes;
        out.boxes.push_back(s.activity.geometry.bounds());
        if (a.action == "reduce" && !a.licence_no.empty()) out.licences.insert(large_letters(a.licence_no));
      }
    return out;
  }

  Manifest manifest() const {
    auto layers = m_open.not_used;
    if (m_prepared)
      for (auto const& l : m_prepared->layers) layers.push_back(l.row);
    for (auto const* inputs : {&m_open.areas, &m_open.activities})
      for (auto const& in : *inputs) layers.push_back(in->description());
    auto out = redline::manifest(m_plan.run, m_rules, layers, m_names, m_decisions.sha256());
    out.front().second = "redline-screening/1";
    if (!m_draft_layer.empty()) out.emplace_back("draft", m_draft_layer);
    if (m_plan.against_rights) out.emplace_back("against", "rights");
    if (auto const& counties = m_plan.counties_file; !counties.empty())
      out.emplace_back("counties_sha256", sha256_of_source(named_file(counties)));
    out.emplace_back("options", screen_settings(m_plan));
    std::set<std::string> files;
    for (auto const& a : m_out.applications)
      if (files.insert(a.file).second) out.emplace_back("application." + a.file + ".sha256", a.sha256);
    return out;
  }

  ScreenPlan m_plan;
  PreparedAreas const* m_prepared;
  RuleSet m_rules;
  ReserveNames m_names;
  DecisionBook m_decisions;
  std::vector<SubmittedFile> m_files;
  std::set<std::string> m_ids;
  OpenLayers m_open;
  std::string m_draft_layer;
  bool m_leans = false;
  Screening m_out;
};

}  // namespace

// What was computed from the prepared basemap counts once all sources are known to be what they were; an error too.
Screening run_screen(ScreenPlan plan) {
  FoundBasemap found;
  if (plan.run.use_prepared) found = find_prepared(plan.run, Register::load(plan.run.register_file).sha256());
  auto why_not = found.why_not;
  if (found.basemap) {
    Message const damaged_file{"prepared.damaged", {prepared_path(plan.run)}};
    ScreenRun run(plan, &found.basemap->areas());
    try {
      auto out = run.run();
      why_not = run.leans_on_prepared() ? found.basemap->changed() : std::nullopt;
      if (!why_not) return out;
    } catch (Error const& e) {
      bool const leans =
          run.leans_on_prepared() || e.message().key == "run.duplicate_layer";  // names come from it, too
      if (e.kind() == ErrorKind::interrupted || !leans) throw;
      bool const damaged = e.kind() == ErrorKind::invariant || e.message().key == damaged_file.key;
      why_not = damaged ? damaged_file : found.basemap->changed();
      if (!why_not) throw;
    } catch (std::out_of_range const&) {  // what it holds does not fit together
      why_not = damaged_file;
    } catch (GeometryError const&) {
      why_not = damaged_file;
    }
  }
  found.basemap.reset();
  auto out = ScreenRun(std::move(plan)).run();
  out.not_prepared = std::move(why_not);
  return out;
}

}  // namespace redline
