// SPDX-License-Identifier: Apache-2.0
#include "engine/basemap/basemap.hpp"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "engine/basemap/cell_index.hpp"

namespace redline {

struct Basemap::State {
  std::vector<ProtectedArea> areas;
  std::vector<AreaCells> grounds;
  CellIndex index;
};

struct Basemap::Builder::State {
  std::vector<ProtectedArea> areas;
  std::map<std::pair<std::string, std::string>, std::size_t> index;
  std::vector<std::vector<GroundFeature>> features;
  std::vector<AreaCells> grounds;
};

namespace {

CellIndex::Entry entry(AreaCells const& ground, CellRef ref) {
  auto const& cell = ground.cells[ref.cell];
  CellIndex::Entry out{cell.bounds, ref, cell.zone};
  if (cell.rings != 1 || ground.all_corners().empty()) return out;
  auto const ring = ground.ring(cell, 0);
  out.corners = static_cast<std::uint32_t>(ring.size());
  out.ring = ring.data(), out.boxes = ground.boxes(cell, 0).data();
  return out;
}

}  // namespace

Basemap::Basemap(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Basemap::~Basemap() = default;
Basemap::Basemap(Basemap&&) noexcept = default;
Basemap& Basemap::operator=(Basemap&&) noexcept = default;

std::vector<ProtectedArea> const& Basemap::areas() const { return m_state->areas; }
AreaCells const& Basemap::ground(std::size_t area) const { return m_state->grounds[area]; }
std::size_t Basemap::cell_count() const { return m_state->index.size(); }

void Basemap::query(Bounds const& bounds, std::vector<CellRef>& out) const {
  out.clear();
  if (bounds.empty()) return;
  m_state->index.visit(bounds, [&out](CellIndex::Entry const& e) { out.push_back(e.cell); });
  std::sort(out.begin(), out.end());
}

CellIndex const& Basemap::index() const { return m_state->index; }

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
  std::vector<CellIndex::Entry> entries;
  for (std::uint32_t a = 0; a < state->grounds.size(); ++a)
    for (std::uint32_t c = 0; c < state->grounds[a].cells.size(); ++c)
      entries.push_back(entry(state->grounds[a], {a, c}));
  state->index = CellIndex(std::move(entries));
  return Basemap(std::move(state));
}

}  // namespace redline
