// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/status_run.hpp"

#include <algorithm>
#include <tuple>

#include "engine/restoration/imprecise_days.hpp"
#include "engine/restoration/places.hpp"
#include "engine/restoration/sheet_parts.hpp"
#include "layers/restoration/model_file.hpp"
#include "layers/restoration/status_notes.hpp"
#include "layers/restoration/store.hpp"
#include "layers/restoration/words.hpp"
#include "layers/workspace/register.hpp"
#include "layers/workspace/workspace.hpp"

namespace redline {
namespace {

bool sure(Resolution const& r) { return r.match == Match::exact || r.match == Match::alias; }

void append(Findings& to, Findings const& more) { to.insert(to.end(), more.begin(), more.end()); }

// Names are met in the order of import; what is said of them must not depend on it.
void order(Findings& notes) {
  std::sort(notes.begin(), notes.end(),
            [](auto const& a, auto const& b) { return std::tie(a.code, a.args) < std::tie(b.code, b.args); });
}

class Run {
 public:
  explicit Run(StatusOptions const& o)
      : m_options(o),
        m_workspace(read_workspace(o.workspace)),
        m_register(Register::load(m_workspace.plan.register_file)) {}

  std::unique_ptr<StatusRun> run() {
    auto out = std::make_unique<StatusRun>();
    auto const as_of = m_options.as_of ? *m_options.as_of : m_workspace.plan.as_of.value_or(m_options.today);
    out->workspace_name = m_workspace.name;
    out->model = read_restoration_model(m_options.workspace);
    out->book = load_book(store_path(m_options.workspace), out->model,
                          [&](std::string_view text) { return reserve_of(text, out->notes); });
    order(out->notes);
    if (m_options.for_report) out->details = load_details(store_path(m_options.workspace));
    word_measures(*out);
    read_map(*out, as_of);
    append(out->notes, name_notes(unify_sites(out->book), m_register, m_options.language));
    if (place_imprecise_days(out->book)) place_corrections(out->book);
    gather_sheet_parts(out->book);
    if (out->map) out->survey = survey(in_force(out->book, as_of), out->map->basemap, out->map->reserve_of);
    out->status = restoration_status(out->book, out->model, reserves(as_of, *out), as_of, out->survey);
    append(out->notes, status_notes(*out, store_path(m_options.workspace), m_options.language));
    if (auto const stale = m_register.stale(as_of)) out->notes.push_back(*stale);
    name_reserves(*out);
    name_rows(*out);
    return out;
  }

 private:
  std::string reserve_of(std::string_view text, Findings& notes) const {
    if (text.empty()) return {};
    auto const r = m_register.resolve(text);
    if (sure(r)) return r.reserve->id;
    if (auto f = name_finding(r, text, "restoration", "")) notes.push_back(*f);
    return {};
  }

  std::vector<NamedReserve> reserves(Date day, StatusRun const& run) const {
    std::vector<NamedReserve> out;
    for (auto const* r : m_register.in_force(day))
      out.push_back({r->id, r->name_zh, r->level, r->extent, area_of(*r, run)});
    return out;
  }
  static std::optional<double> area_of(Reserve const& reserve, StatusRun const& run);

  void word_measures(StatusRun& out) const;
  void read_map(StatusRun& out, Date as_of);
  void name_reserves(StatusRun& out) const;
  void name_rows(StatusRun& out) const;

  StatusOptions const& m_options;
  Workspace m_workspace;
  Register m_register;
};

// Drawn ground counts where polygons are laid on it, so that state and report say the same.
std::optional<double> Run::area_of(Reserve const& reserve, StatusRun const& run) {
  double area = reserve.area_ha.value_or(0) * 1e4, drawn = 0;
  if (run.map && any_polygon(run.book))
    for (std::size_t i = 0; i < run.map->reserve_of.size(); ++i)
      if (run.map->reserve_of[i] == reserve.id)
        for (auto const& zone : run.map->basemap.ground(i).zones) drawn += zone.area_m2;
  area = std::max(area, drawn);
  return area > 0 ? std::optional(area) : std::nullopt;
}

// Findings cite a record without subject and site by what it counts.
void Run::word_measures(StatusRun& out) const {
  for (auto& r : out.book.records)
    if (r.subject.empty() && r.site.empty() && !r.measure.empty())
      r.subject = out.book.keep(measure_text(r.measure, m_options.language));
}

void Run::read_map(StatusRun& out, Date as_of) {
  bool const drawn = any_polygon(out.book);
  if (!drawn && !m_options.for_report) return;
  auto plan = m_workspace.plan;
  plan.as_of = as_of;
  plan.language = m_options.language;
  plan.threads = m_options.threads;
  out.map = read_reserve_map(plan, out.notes);
  if (out.map->basemap.areas().empty()) {
    if (drawn) out.notes.push_back({"restoration.no_reserve_layer", Severity::warning, "", "", {}});
    out.map.reset();
    return;
  }
  find_reserves(out.book, *out.map);
}

// Findings of the engine know reserves by id only.
void Run::name_reserves(StatusRun& out) const {
  constexpr std::string_view MARK = "@reserve.";
  auto const rename = [&](Findings& findings) {
    for (auto& f : findings)
      for (auto& a : f.args)
        if (a.substr(0, MARK.size()) == MARK)
          if (auto const* r = m_register.find(a.substr(MARK.size()))) a = r->name_zh;
  };
  for (auto& r : out.status.reserves) rename(r.findings);
  rename(out.status.region.findings);
}

// Findings of the engine know rows by their ids; people by file and number.
void Run::name_rows(StatusRun& out) const {
  constexpr std::string_view MARK = "@row.";
  auto const store = store_path(m_options.workspace);
  auto const rename = [&](Findings& findings) {
    for (auto& f : findings)
      for (auto& a : f.args) {
        if (!a.starts_with(MARK)) continue;
        auto const places = places_of(store, {std::string_view(a).substr(MARK.size())});
        a = places.empty() ? std::string{}
                           : render(Message{"restoration.row_place", {places[0].file, std::to_string(places[0].row)}},
                                    m_options.language);
      }
  };
  for (auto& r : out.status.reserves) rename(r.findings);
  rename(out.status.region.findings), rename(out.status.elsewhere);
}

}  // namespace

bool any_polygon(RestorationBook const& book) {
  return std::any_of(book.records.begin(), book.records.end(), [](auto const& r) { return !r.wkb.empty(); });
}

std::unique_ptr<StatusRun> run_status(StatusOptions const& options) { return Run(options).run(); }

}  // namespace redline
