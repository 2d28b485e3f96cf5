// SPDX-License-Identifier: Apache-2.0
#include "engine/basemap/basemap.hpp"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <map>
#include <mutex>

#include "engine/core/error.hpp"

namespace redline {
namespace {

namespace bg = boost::geometry;
using IndexPoint = bg::model::point<double, 2, bg::cs::cartesian>;
using Box = bg::model::box<IndexPoint>;
using Entry = std::pair<Box, CellRef>;
using Tree = bg::index::rtree<Entry, bg::index::rstar<16>>;

Box box(Bounds const& b) { return {{b.min_x, b.min_y}, {b.max_x, b.max_y}}; }

AreaCells ground_of(ProtectedArea const& area, std::vector<GroundFeature> features, Findings& findings) {
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

Basemap Basemap::Builder::build(int threads, Findings& findings, Progress* progress) {
  auto const n = m_state->areas.size();
  auto state = std::make_unique<Basemap::State>();
  state->grounds.resize(n);
  std::vector<Findings> found(n);
  std::mutex progress_mutex;
  std::uint64_t done = 0;
  tbb::task_arena arena(threads);
  arena.execute([&] {
    tbb::parallel_for(std::size_t{0}, n, [&](std::size_t i) {
      state->grounds[i] = ground_of(m_state->areas[i], std::move(m_state->features[i]), found[i]);
      std::lock_guard const lock(progress_mutex);
      if (++done; progress) progress->advance("stage.basemap", done, n);
    });
  });
  std::vector<Entry> entries;
  for (std::size_t a = 0; a < n; ++a)
    for (std::size_t c = 0; c < state->grounds[a].cells.size(); ++c)
      entries.emplace_back(box(state->grounds[a].cells[c].bounds), CellRef{static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(c)});
  state->tree = Tree(entries.begin(), entries.end());
  state->areas = std::move(m_state->areas);
  for (auto& f : found) findings.insert(findings.end(), f.begin(), f.end());
  return Basemap(std::move(state));
}

}  // namespace redline
