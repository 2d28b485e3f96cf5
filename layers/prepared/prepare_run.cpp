// SPDX-License-Identifier: Apache-2.0
#include "layers/prepared/prepare_run.hpp"

#include <algorithm>

#include "engine/core/error.hpp"
#include "layers/prepared/prepared_basemap.hpp"
#include "layers/read/place.hpp"
#include "layers/run/basemap_run.hpp"
#include "layers/run/coverage.hpp"
#include "layers/run/outputs.hpp"
#include "layers/run/source_files.hpp"

namespace redline {
namespace {

// Files that one layer is read from, as GDAL is given them.
std::vector<std::string> sources_of(LayerPlan const& plan) {
  auto const place = [](std::string const& text) {
    SourceOptions o;
    o.path_and_layer = text, o.allow_network = o.allow_vrt = true;
    return locate(o).shown;
  };
  std::vector<std::string> out{place(plan.source)};
  if (!plan.coverage.empty() && !is_wkt(plan.coverage)) out.push_back(place(plan.coverage));
  return out;
}

class Prepare {
 public:
  explicit Prepare(RunPlan plan) : m_plan(std::move(plan)), m_names(m_plan) {
    std::erase_if(m_plan.layers, [](LayerPlan const& l) { return l.role == Role::activities; });
  }

  PrepareResult run() {
    if (prepared_path(m_plan).empty()) throw Error(ErrorKind::input, "workspace.none");
    AtomicFile const could_be(prepared_path(m_plan), true);
    try_opening();
    auto head = head_of_now(m_plan, m_names.reserves().sha256());
    head.sources = states();
    Findings findings;
    auto layers = open_layers(m_plan, findings);
    auto const before = static_cast<std::ptrdiff_t>(findings.size());
    auto const checked_before = static_cast<std::ptrdiff_t>(layers.checked.size());
    auto const basemap = build_basemap(layers, m_plan, m_names, nullptr, findings, &head.areas.days);
    head.areas.findings.assign(findings.begin() + before, findings.end());
    head.areas.checked.assign(layers.checked.begin() + checked_before, layers.checked.end());
    keep_layers(layers, head);
    for (auto const& l : m_plan.layers)
      if (l.enabled) head.areas.days.note(l.valid_from, l.valid_to, *m_plan.as_of);
    require_same(head.sources);
    head.said_from = folder_if_said(head, findings);
    PrepareResult out{prepared_path(m_plan), basemap.areas().size(), head.areas.layers.size(), 0, head.areas.days};
    out.bytes = write_prepared(m_plan, std::move(head), basemap);
    return out;
  }

 private:
  // What cannot be opened is said before the others are hashed; what GDAL leaves beside a source is there from now on.
  void try_opening() const {
    Findings not_yet;
    static_cast<void>(open_layers(m_plan, not_yet));
  }

  std::vector<SourceState> states() const {
    std::vector<SourceState> out;
    for (auto const& l : m_plan.layers) {
      if (!layer_in_use(l, m_plan)) continue;
      for (auto const& path : sources_of(l)) {
        if (std::any_of(out.begin(), out.end(), [&](auto const& s) { return s.path == path; })) continue;
        check_replaces_none({prepared_path(m_plan)}, {path});
        auto state = source_state(path);
        if (being_written(path)) throw Error(ErrorKind::input, "prepared.source_busy", {l.name, path});
        if (state.sha256.empty() || reads_elsewhere(path))
          throw Error(ErrorKind::input, "prepared.no_file", {l.name, path});
        out.push_back(std::move(state));
      }
    }
    return out;
  }

  void keep_layers(OpenLayers const& layers, PreparedHead& head) const {
    std::uint64_t ordinal = 0;
    std::size_t next = 0;
    for (auto const& l : m_plan.layers) {
      auto const at = ordinal++;
      if (!layer_in_use(l, m_plan)) continue;
      auto& in = *layers.areas.at(next);
      auto const& crs = in.transformation().crs();
      head.definitions.push_back(crs.datum() == Datum::other ? crs.definition() : "");
      head.areas.layers.push_back({at, in.description(), in.source().path(), layers.of_opening.at(next++)});
    }
  }

  void require_same(std::vector<SourceState> const& before) const {
    for (auto const& s : before)
      if (source_state(s.path) != s) throw Error(ErrorKind::input, "prepared.source_busy", {"", s.path});
  }

  // What GDAL says about a file may name it as seen from here.
  std::string folder_if_said(PreparedHead const& head, Findings const& findings) const {
    auto const names_one = [&](std::string const& text) {
      return std::any_of(head.sources.begin(), head.sources.end(),
                         [&](auto const& s) { return text.find(s.path) != std::string::npos; });
    };
    for (auto const& f : findings)
      if (std::any_of(f.args.begin(), f.args.end(), names_one)) return m_plan.workspace_directory;
    return {};
  }

  RunPlan m_plan;
  ReserveNames m_names;
};

}  // namespace

PrepareResult run_prepare(RunPlan plan) { return Prepare(std::move(plan)).run(); }

std::optional<Message> check_prepared(RunPlan plan) {
  std::erase_if(plan.layers, [](LayerPlan const& l) { return l.role == Role::activities; });
  auto const found = find_prepared(plan, ReserveNames(plan).reserves().sha256());
  if (found.why_not) return found.why_not;
  if (!found.basemap) return Message{"prepared.none", {prepared_path(plan)}};
  try {
    found.basemap->check_all();
    Basemap::Builder builder;
    found.basemap->areas().fill(builder);
  } catch (Error const& e) {
    if (e.kind() != ErrorKind::input) throw;
    return e.message();
  }
  return found.basemap->changed();
}

}  // namespace redline
