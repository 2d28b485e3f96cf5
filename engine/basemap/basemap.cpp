// SPDX-License-Identifier: Apache-2.0
#include "engine/basemap/basemap.hpp"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <iterator>
#include <map>

namespace redline {
namespace {

namespace bg = boost::geometry;
using IndexPoint = bg::model::point<double, 2, bg::cs::cartesian>;
using Box = bg::model::box<IndexPoint>;
using Entry = std::pair<Box, CellRef>;
using Tree = bg::index::rtree<Entry, bg::index::rstar<16>>;

Box box(Bounds const& b) { return {{b.min_x, b.min_y}, {b.max_x, b.max_y}}; }

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
  std::vector<AreaCells> grounds;
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
  std::sort(out.begin(), out.end());
}

void Basemap::visit(Bounds const& bounds, std::function<void(CellRef, Bounds const&)> const& f) const {
  if (bounds.empty()) return;
  for (auto it = m_state->tree.qbegin(bg::index::intersects(box(bounds))); it != m_state->tree.qend(); ++it) {
    auto const& b = it->first;
    f(it->second, {b.min_corner().get<0>(), b.min_corner().get<1>(), b.max_corner().get<0>(), b.max_corner().get<1>()});
  }
}

Basemap::Builder::Builder() : m_state(std::make_unique<State>()) {}
Basemap::Builder::~Builder() = default;

std::size_t Basemap::Builder::area(ProtectedArea const& area) {
  auto const [it, fresh] = m_state->index.try_emplace({area.layer, area.id}, m_state->areas.size());
  if (fresh) {
    m_state->areas.push_back(area);
    m_state->features.emplace_back();
    m_state->grounds.emplace_back();
  }
  return it->second;
}

void Basemap::Builder::add(std::size_t area, GroundFeature feature) {
  m_state->features.at(area).push_back(std::move(feature));
}

std::vector<ProtectedArea> const& Basemap::Builder::areas() const { return m_state->areas; }

std::vector<GroundFeature> Basemap::Builder::take(std::size_t area) { return std::move(m_state->features.at(area)); }

void Basemap::Builder::keep(std::size_t area, AreaCells ground) { m_state->grounds.at(area) = std::move(ground); }

void Basemap::Builder::partition_rest(int threads, Findings& findings) {
  auto const n = m_state->areas.size();
  std::vector<Findings> found(n);
  tbb::task_arena arena(threads);
  arena.execute([&] {
    tbb::parallel_for(std::size_t{0}, n, [&](std::size_t i) {
      if (auto features = take(i); !features.empty())
        keep(i, partition(m_state->areas[i], std::move(features), found[i]).cells);
    });
  });
  for (auto& f : found) findings.insert(findings.end(), f.begin(), f.end());
}

Basemap Basemap::Builder::build(int threads, Findings& findings) {
  partition_rest(threads, findings);
  auto state = std::make_unique<Basemap::State>();
  state->areas = std::move(m_state->areas);
  state->grounds.assign(std::make_move_iterator(m_state->grounds.begin()),
                        std::make_move_iterator(m_state->grounds.end()));
  std::vector<Entry> entries;
  for (std::uint32_t a = 0; a < state->grounds.size(); ++a)
    for (std::uint32_t c = 0; c < state->grounds[a].cells.size(); ++c)
      entries.emplace_back(box(state->grounds[a].cells[c].bounds), CellRef{a, c});
  state->tree = Tree(entries.begin(), entries.end());
  return Basemap(std::move(state));
}

}  // namespace redline
