// SPDX-License-Identifier: Apache-2.0
#include "engine/basemap/basemap.hpp"

#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <map>
#include <memory>

#include "engine/core/error.hpp"

namespace redline {
namespace {

namespace bg = boost::geometry;
using IndexPoint = bg::model::point<double, 2, bg::cs::cartesian>;
using Box = bg::model::box<IndexPoint>;
using Entry = std::pair<Box, CellRef>;
using Tree = bg::index::rtree<Entry, bg::index::rstar<16>>;

Box box(Bounds const& b) { return {{b.min_x, b.min_y}, {b.max_x, b.max_y}}; }

Ground ground_of(ProtectedArea const& area, std::vector<GroundFeature> features, Findings& findings) {
  try {
    return partition(area, std::move(features), findings);
  } catch (GeometryError const& e) {
    throw Error(ErrorKind::input, "basemap.failed", {area.layer, area.id, e.what()});
  }
}

}  // namespace

struct Basemap::State {
  std::vector<ProtectedArea> areas;
  std::vector<AreaCells> grounds;
  Tree tree;
};

struct Basemap::Builder::State {
  std::vector<ProtectedArea> areas;
  std::map<std::pair<std::string, std::string>, std::size_t> index;
  std::vector<std::vector<GroundFeature>> features;
};

struct Basemap::Builder::Steps {
  struct Done {
    std::size_t area = 0;
    Ground ground;
    Findings findings;
  };
  using Ready = std::shared_ptr<Done>;

  static auto next_area(std::size_t n) {
    return tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order, [n, next = std::make_shared<std::size_t>(0)](tbb::flow_control& c) {
      if (*next == n) c.stop();
      return (*next)++;
    });
  }
  static auto partition_area(State& s) {
    return tbb::make_filter<std::size_t, Ready>(tbb::filter_mode::parallel, [&s](std::size_t i) {
      auto out = std::make_shared<Done>();
      out->area = i;
      out->ground = ground_of(s.areas[i], std::move(s.features[i]), out->findings);
      return out;
    });
  }
  static auto keep_ground(Basemap::State& kept, Findings& findings, Progress* progress, ShapeSink const& shapes) {
    return tbb::make_filter<Ready, void>(tbb::filter_mode::serial_in_order, [&, progress](Ready const& done) {
      findings.insert(findings.end(), done->findings.begin(), done->findings.end());
      kept.grounds[done->area] = std::move(done->ground.cells);
      auto const& zones = kept.grounds[done->area].zones;
      for (std::size_t z = 0; shapes && z < zones.size(); ++z)
        if (zones[z].area_m2 > 0) shapes(done->area, zones[z], done->ground.shapes[z]);
      if (progress) progress->advance("stage.basemap", done->area + 1, kept.grounds.size());
    });
  }
};

Basemap::Basemap(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Basemap::~Basemap() = default;
Basemap::Basemap(Basemap&&) noexcept = default;
Basemap& Basemap::operator=(Basemap&&) noexcept = default;

std::vector<ProtectedArea> const& Basemap::areas() const { return m_state->areas; }
AreaCells const& Basemap::ground(std::size_t area) const { return m_state->grounds[area]; }
std::size_t Basemap::cell_count() const { return m_state->tree.size(); }

void Basemap::query(Bounds const& bounds, std::vector<CellRef>& out) const {
  out.clear();
  if (bounds.empty()) return;
  for (auto it = m_state->tree.qbegin(bg::index::intersects(box(bounds))); it != m_state->tree.qend(); ++it)
    out.push_back(it->second);
  std::sort(out.begin(), out.end(), [this](CellRef a, CellRef b) {
    return std::tuple(a.area, cell(a).zone, a.cell) < std::tuple(b.area, cell(b).zone, b.cell);
  });
}

Basemap::Builder::Builder() : m_state(std::make_unique<State>()) {}
Basemap::Builder::~Builder() = default;

std::size_t Basemap::Builder::area(ProtectedArea const& area) {
  auto const [it, fresh] = m_state->index.try_emplace({area.layer, area.id}, m_state->areas.size());
  if (fresh) {
    m_state->areas.push_back(area);
    m_state->features.emplace_back();
  }
  return it->second;
}

void Basemap::Builder::add(std::size_t area, GroundFeature feature) {
  m_state->features.at(area).push_back(std::move(feature));
}

std::vector<ProtectedArea> const& Basemap::Builder::areas() const { return m_state->areas; }

Basemap Basemap::Builder::build(int threads, Findings& findings, Progress* progress, ShapeSink const& shapes) {
  auto const n = m_state->areas.size();
  auto state = std::make_unique<Basemap::State>();
  state->grounds.resize(n);
  tbb::task_arena arena(threads);
  arena.execute([&] {
    auto const in_flight = static_cast<std::size_t>(threads) * 4;
    tbb::parallel_pipeline(in_flight, Steps::next_area(n) & Steps::partition_area(*m_state) &
                                          Steps::keep_ground(*state, findings, progress, shapes));
  });
  std::vector<Entry> entries;
  for (std::size_t a = 0; a < n; ++a)
    for (std::size_t c = 0; c < state->grounds[a].cells.size(); ++c)
      entries.emplace_back(box(state->grounds[a].cells[c].bounds), CellRef{static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(c)});
  state->tree = Tree(entries.begin(), entries.end());
  state->areas = std::move(m_state->areas);
  return Basemap(std::move(state));
}

}  // namespace redline
