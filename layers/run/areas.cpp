// SPDX-License-Identifier: Apache-2.0
#include "layers/run/areas.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <memory>
#include <mutex>
#include <unordered_map>

#include "engine/basemap/partition.hpp"
#include "engine/core/interrupt.hpp"
#include "engine/overlay/pipeline.hpp"

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

constexpr std::size_t BATCH_FEATURES = 64, BATCH_BYTES = 1 << 20;

struct RawArea {
  ProtectedArea area;
  std::string zone;
  Message problem;
  Wkb wkb;
  Findings findings, zone_findings;
  Normalised normalised;
};

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
  Loader(LayerInput& in, RunPlan const& run, ReserveNames& names, AreaSink& sink, Findings& findings)
      : m_in(in), m_run(run), m_names(names), m_sink(sink), m_findings(findings) {
    if (in.columns().has("id")) count_features();
  }

  std::uint64_t load() {
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
    m_findings.insert(m_findings.end(), m_of_grounds.begin(), m_of_grounds.end());
    if (m_others > 0)
      m_findings.push_back(
          {"run.other_reserves", Severity::info, m_in.plan().name, "", {m_run.reserve, std::to_string(m_others)}});
    return m_others;
  }

 private:
  // A pass over the ids alone, so that an area can be worked on, and its features let go, when its last one is read.
  void count_features() {
    RawFeature f;
    m_in.source().select_geometry(false);
    while (m_in.source().next(f)) ++m_to_come[m_in.id_of(f)];
    m_in.source().rewind();
    m_in.source().select_geometry(true);
  }

  void read(std::vector<RawArea>& batch) {
    throw_if_interrupted();
    RawFeature f;
    std::size_t bytes = 0;
    while (batch.size() < BATCH_FEATURES && bytes < BATCH_BYTES && m_in.source().next(f)) {
      auto& raw = batch.emplace_back();
      raw.area = attributes(m_in, f, raw.findings);
      raw.zone = m_in.zone_of(f, raw.zone_findings);
      raw.problem = std::move(f.geometry_problem);
      bytes += f.wkb.size();
      raw.wkb = std::move(f.wkb);
    }
  }

  void normalise_all(std::vector<RawArea>& batch) {
    auto& own = m_transformations.local();  // PROJ objects belong to one thread
    if (!own) own.emplace(m_in.transformation().clone());
    for (auto& raw : batch) {
      raw.normalised = normalise(raw.wkb, *own, {m_in.plan().name, raw.area.id, raw.problem, m_run.densify_m});
      raw.wkb = {};
    }
  }

  void collect(std::vector<RawArea>& batch, std::vector<Complete>& out) {
    std::lock_guard const lock(m_sink_mutex);
    for (auto& raw : batch) {
      if (take(raw)) m_found.insert_or_assign(raw.area.id, add(raw));
      auto const left = m_to_come.find(raw.area.id);
      if (left != m_to_come.end() && --left->second > 0) continue;
      auto const found = m_found.extract(raw.area.id);
      if (found.empty()) continue;
      auto const area = found.mapped();
      out.push_back({area, m_sink.builder.areas()[area], m_sink.builder.take(area), {}, {}});
    }
  }

  bool take(RawArea& raw) {
    auto& n = raw.normalised;
    m_in.tell_words_once(raw.findings);
    for (auto* more : {&raw.findings, &n.findings}) m_findings.insert(m_findings.end(), more->begin(), more->end());
    auto const refused = n.outcome == Outcome::rejected ? Message{} : refusal(n, raw.area, m_run, m_names);
    if (!refused.key.empty()) {
      n.outcome = Outcome::rejected;
      if (refused.key == "run.other_reserve")
        ++m_others;
      else
        m_findings.push_back({refused.key, Severity::info, m_in.plan().name, raw.area.id, refused.args});
    }
    m_in.count(n.outcome, raw.area.id, reason(n, refused, m_run.language));
    return n.outcome != Outcome::rejected;
  }

  std::size_t add(RawArea& raw) {
    m_in.tell_words_once(raw.zone_findings);
    auto const before = m_sink.builder.areas().size();
    auto const area = m_sink.builder.area(raw.area);
    if (area == before) m_sink.ledger.add_area(raw.area);
    m_sink.builder.add(area, {raw.zone, std::move(raw.normalised.geometry)});
    return area;
  }

  void partition_all(std::vector<Complete>& batch) {
    for (auto& c : batch) c.ground = partition(c.attributes, std::move(c.features), c.findings);
  }

  void keep(std::vector<Complete>& batch) {
    std::lock_guard const lock(m_sink_mutex);
    for (auto& c : batch) {
      m_of_grounds.insert(m_of_grounds.end(), c.findings.begin(), c.findings.end());
      auto const& zones = c.ground.cells.zones;
      for (std::size_t z = 0; z < zones.size(); ++z)
        if (zones[z].area_m2 > 0)
          m_sink.ledger.add_basemap({c.area, zones[z].zone, zones[z].area_m2, std::move(c.ground.shapes[z])});
      m_sink.builder.keep(c.area, std::move(c.ground.cells));
    }
    m_done += batch.size();
    if (m_run.progress) m_run.progress->advance("stage.basemap", m_done, 0);
  }

  LayerInput& m_in;
  RunPlan const& m_run;
  ReserveNames& m_names;
  AreaSink& m_sink;
  FirstError m_error;
  std::mutex m_sink_mutex;  // collecting and keeping are one thread each, but two stages
  Findings& m_findings;
  Findings m_of_grounds;
  std::unordered_map<std::string, std::uint64_t> m_to_come;  // features of an id not yet read
  std::unordered_map<std::string, std::size_t> m_found;      // areas begun
  tbb::enumerable_thread_specific<std::optional<Transformation>> m_transformations;
  std::uint64_t m_others = 0, m_done = 0;
};

}  // namespace

std::uint64_t load_areas(LayerInput& in, RunPlan const& run, ReserveNames& names, AreaSink& sink, Findings& findings) {
  return Loader(in, run, names, sink, findings).load();
}

}  // namespace redline
