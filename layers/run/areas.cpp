// SPDX-License-Identifier: Apache-2.0
#include "layers/run/areas.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <future>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "engine/basemap/partition_fitted.hpp"
#include "engine/core/interrupt.hpp"
#include "engine/crs/other_place.hpp"
#include "engine/overlay/pipeline.hpp"
#include "layers/run/not_drawn.hpp"

namespace redline {
namespace {

constexpr char const* NOT_POLYGON = "run.area_not_polygon";

// Why an area is not used, as a text key with at most one argument.
Message refusal(RawArea const& raw, RunPlan const& run, ReserveNames& names) {
  if (raw.normalised.geometry.dimension() != 2) return {NOT_POLYGON, {}};
  if (!names.chosen(raw.area)) return {"run.other_reserve", {run.reserve}};
  if (!raw.in_force) return {"run.area_not_in_force", {to_string(*run.as_of)}};
  return {};
}

std::string reason(Normalised const& n, Message const& refused, Language language) {
  if (!refused.key.empty()) return render(refused, language);
  if (n.reason.empty()) return {};
  return render(Message{n.reason, n.findings.empty() ? std::vector<std::string>{} : n.findings.back().args}, language);
}

constexpr std::size_t BATCH_FEATURES = 64, BATCH_BYTES = 1 << 20;

struct Complete {  // an area all of whose features are read
  std::size_t area = 0;
  ProtectedArea attributes;
  std::vector<GroundFeature> features;
  Ground ground;
  Findings findings;
};

template <class T>
using Batch = std::shared_ptr<std::vector<T>>;

class Loader {
 public:
  Loader(AreaGroup const& group, RunPlan const& run, ReserveNames& names, AreaSink& sink)
      : m_features(group, run, names),
        m_run(run),
        m_names(names),
        m_sink(sink),
        m_to_come(m_features.count()),
        m_shares(m_features.inputs()) {
    m_findings = m_features.findings();
    for (std::size_t i = 1; i < m_shares.size(); ++i) m_shares[i].zones_of_others = true;
    for (std::size_t i = 0; i < m_shares.size(); ++i)
      if (layer(i).transformation().crs().projected()) m_apart_m = 2 * run.densify_m;
  }

  std::vector<AreaShare> load(Findings& findings) {
    using tbb::filter_mode;
    auto const in_flight = static_cast<std::size_t>(m_run.threads) * 3;
    tbb::task_arena arena(m_run.threads);
    arena.execute([&] {
      tbb::parallel_pipeline(
          in_flight,
          tbb::make_filter<void, Batch<RawArea>>(filter_mode::serial_in_order, [&](auto& control) {
            auto b = std::make_shared<std::vector<RawArea>>();
            m_error.guard([&] { read(*b); });
            if (b->empty()) control.stop();
            return b;
          }) & tbb::make_filter<Batch<RawArea>, Batch<RawArea>>(filter_mode::parallel, [&](auto const& b) {
            m_error.guard([&] { normalise_all(*b); });
            return b;
          }) & tbb::make_filter<Batch<RawArea>, Batch<Complete>>(filter_mode::serial_in_order, [&](auto const& b) {
            auto out = std::make_shared<std::vector<Complete>>();
            m_error.guard([&] { collect(*b, *out); });
            return out;
          }) & tbb::make_filter<Batch<Complete>, Batch<Complete>>(filter_mode::parallel, [&](auto const& b) {
            m_error.guard([&] { partition_all(*b); });
            return b;
          }) & tbb::make_filter<Batch<Complete>, void>(filter_mode::serial_in_order, [&](auto const& b) {
            m_error.guard([&] { keep(*b); });
          }));
    });
    m_error.rethrow();
    if (m_run.as_of) m_sink.days.note(m_features.days().first, m_features.days().last, *m_run.as_of);
    m_findings.insert(m_findings.end(), m_of_grounds.begin(), m_of_grounds.end());
    m_not_drawn.finish(m_sink.not_drawn, m_findings);
    for (std::size_t i = 0; i < m_shares.size(); ++i)
      if (auto const n = m_shares[i].left_out; n > 0)
        m_findings.push_back(
            {"run.other_reserves", Severity::info, layer(i).plan().name, "", {m_run.reserve, std::to_string(n)}});
    findings.insert(findings.end(), m_findings.begin(), m_findings.end());
    return std::move(m_shares);
  }

 private:
  LayerInput& layer(std::size_t i) const { return m_features.input(i); }

  void read(std::vector<RawArea>& batch) {
    throw_if_interrupted();
    std::size_t bytes = 0;
    while (batch.size() < BATCH_FEATURES && bytes < BATCH_BYTES) {
      RawArea raw;
      if (!m_features.next(raw)) return;
      bytes += raw.wkb.size();
      batch.push_back(std::move(raw));
    }
  }

  void normalise_all(std::vector<RawArea>& batch) {
    auto& own = m_transformations.local();  // PROJ objects belong to one thread
    for (auto& raw : batch) {
      auto const& in = layer(raw.input);
      auto it = own.find(raw.input);
      if (it == own.end()) it = own.emplace(raw.input, in.transformations().clone()).first;
      raw.normalised = normalise(raw.wkb, it->second, {in.plan().name, raw.feature, raw.problem, m_run.densify_m});
      if (raw.normalised.may_lie_elsewhere) raw.other_place = other_place(raw.wkb, it->second);
      raw.wkb = {};
    }
  }

  Bounds other_place(Wkb const& wkb, ZoneTransformations const& stated) const {
    auto const given = Geometry::from_wkb(wkb);
    return OtherPlace(stated.of(given.bounds()).crs(), m_run.datum_parameters).of(given);
  }

  void collect(std::vector<RawArea>& batch, std::vector<Complete>& out) {
    std::lock_guard const lock(m_sink_mutex);
    for (auto& raw : batch) {
      auto const key = area_key(raw.area.layer, raw.area.id);
      if (take(raw)) m_found.insert_or_assign(key, add(raw));
      auto const left = m_to_come.find(key);
      if (left != m_to_come.end() && --left->second > 0) continue;
      auto const found = m_found.extract(key);
      if (found.empty()) continue;
      auto const area = found.mapped();
      out.push_back({area, m_sink.builder.areas()[area], m_sink.builder.take(area), {}, {}});
    }
  }

  bool take(RawArea& raw) {
    auto& n = raw.normalised;
    auto& in = layer(raw.input);
    if (raw.input > 0 && !raw.joined) ++m_shares[raw.input].own;
    in.tell_words_once(raw.findings);
    for (auto* more : {&raw.findings, &n.findings}) m_findings.insert(m_findings.end(), more->begin(), more->end());
    auto const refused = n.outcome == Outcome::rejected ? Message{} : refusal(raw, m_run, m_names);
    if (raw.in_force && (refused.key.empty() || refused.key == NOT_POLYGON) && m_names.chosen(raw.area))
      m_not_drawn.add(raw, in.plan().name, m_findings);
    if (!refused.key.empty()) {
      n.outcome = Outcome::rejected;
      if (refused.key == "run.other_reserve")
        leave_out(raw);
      else
        m_findings.push_back({refused.key, Severity::info, in.plan().name, raw.feature, refused.args});
    }
    in.count(n.outcome, raw.feature, reason(n, refused, m_run.language));
    return n.outcome != Outcome::rejected;
  }

  void leave_out(RawArea const& raw) {
    ++m_shares[raw.input].left_out;
    if (raw.in_force) m_sink.left_out.push_back({raw.area.kind, raw.normalised.geometry.bounds()});
  }

  std::size_t add(RawArea& raw) {
    layer(raw.input).tell_words_once(raw.zone_findings);
    auto const before = m_sink.builder.areas().size();
    auto const area = m_sink.builder.area(raw.area);
    if (area == before && m_sink.ledger) m_sink.ledger->add_area(raw.area);
    if (area == before && m_run.as_of) tell_designation(raw.area, *m_run.as_of);
    if (raw.doubt && (raw.joined || area == before)) m_findings.push_back(*raw.doubt);
    m_sink.builder.add(area, {raw.zone, std::move(raw.normalised.geometry)});
    return area;
  }

  // On days before and after its designation different things are said of an area.
  void tell_designation(ProtectedArea const& a, Date as_of) {
    if (!a.designated_on || a.valid_from) return;
    if (!a.designated_on->is_any()) m_sink.days.note(a.designated_on->last, std::nullopt, as_of);
    if (a.designated_after(as_of))
      m_findings.push_back(
          {"run.designated_later", Severity::warning, a.layer, a.id, {to_string(*a.designated_on), to_string(as_of)}});
  }

  void partition_all(std::vector<Complete>& batch) {
    for (auto& c : batch) c.ground = partition_fitted(c.attributes, std::move(c.features), m_apart_m, c.findings);
  }

  void keep(std::vector<Complete>& batch) {
    std::lock_guard const lock(m_sink_mutex);
    for (auto& c : batch) {
      m_of_grounds.insert(m_of_grounds.end(), c.findings.begin(), c.findings.end());
      auto const& zones = c.ground.cells.zones;
      for (std::size_t z = 0; z < zones.size(); ++z)
        if (zones[z].area_m2 > 0 && m_sink.ledger)
          m_sink.ledger->add_basemap({c.area, zones[z].zone, zones[z].area_m2, std::move(c.ground.shapes[z])});
      m_sink.builder.keep(c.area, std::move(c.ground.cells));
    }
    m_done += batch.size();
    if (m_run.progress) m_run.progress->advance("stage.basemap", m_done, 0);
  }

  AreaFeatures m_features;
  RunPlan const& m_run;
  ReserveNames& m_names;
  AreaSink& m_sink;
  FirstError m_error;
  std::mutex m_sink_mutex;  // collecting and keeping are one thread each, but two stages
  Findings m_findings;
  Findings m_of_grounds;
  AreaFeatures::Counts m_to_come;                        // features of an area not yet read
  std::unordered_map<std::string, std::size_t> m_found;  // areas begun
  tbb::enumerable_thread_specific<std::map<std::size_t, ZoneTransformations>> m_transformations;
  std::vector<AreaShare> m_shares;
  NotDrawn m_not_drawn;
  double m_apart_m = 0;  // how far densifying may have moved two sides on one line
  std::uint64_t m_done = 0;
};

}  // namespace

void load_areas(std::vector<AreaGroup> const& groups, RunPlan const& run, ReserveNames& names, AreaSink& sink,
                Findings& findings, AreasLoaded const& loaded) {
  auto const counted = [&](std::size_t i) {
    return std::async(run.threads > 1 ? std::launch::async : std::launch::deferred,
                      [&, i] { return std::make_unique<Loader>(groups[i], run, names, sink); });
  };
  std::future<std::unique_ptr<Loader>> next;
  if (!groups.empty()) next = counted(0);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    auto const loader = next.get();
    if (i + 1 < groups.size()) next = counted(i + 1);
    loaded(groups[i], loader->load(findings));
  }
}

}  // namespace redline
