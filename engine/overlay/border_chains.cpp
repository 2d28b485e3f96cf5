// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/border_chains.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace redline {
namespace {

constexpr double SAME_CUT = 1e-12;  // degrees: one edge cut from both sides, each with its own rounding
constexpr std::size_t NONE = static_cast<std::size_t>(-1);

enum class EdgeKind { border, cut, far };

struct Run {  // border edges of one ring, one after the other
  Ring corners;
  std::uint32_t zone = 0;
  bool from_cut = false, to_cut = false;
  std::size_t next = NONE;
  bool has_previous = false;
  bool closed = false;  // border all round
};

// An edge that is both made by cutting and beside the box is far: its ends are outside.
EdgeKind kind(Cell const& cell, Bounds const& box, Point a, Point b) {
  return box.beside(a, b) ? EdgeKind::far : is_cut(cell.frame, a, b) ? EdgeKind::cut : EdgeKind::border;
}

void add_runs(Cell const& cell, std::span<Point const> ring, Bounds const& box, std::vector<Run>& out) {
  auto const n = ring.size() - 1;  // edges; edge i runs from ring[i] to ring[i + 1]
  auto const kind_of = [&](std::size_t i) { return kind(cell, box, ring[i], ring[i + 1]); };
  std::size_t first = 0;
  while (first < n && kind_of(first) == EdgeKind::border) ++first;
  if (first == n) {
    out.push_back({.corners = {ring.begin(), ring.end()}, .zone = cell.zone, .closed = true});
    return;
  }
  auto before = kind_of(first);
  for (std::size_t k = 1; k <= n; ++k) {
    auto const i = (first + k) % n;
    auto const now = kind_of(i);
    if (now == EdgeKind::border) {
      if (before != EdgeKind::border) {
        out.emplace_back().corners.push_back(ring[i]);
        out.back().zone = cell.zone;
        out.back().from_cut = before == EdgeKind::cut;
      }
      out.back().corners.push_back(ring[i + 1]);
    } else if (before == EdgeKind::border) {
      out.back().to_cut = now == EdgeKind::cut;
    }
    before = now;
  }
}

bool same(Point a, Point b) { return std::abs(a.x - b.x) <= SAME_CUT && std::abs(a.y - b.y) <= SAME_CUT; }

// Runs that begin at a cut, found by where they begin.
class Beginnings {
 public:
  explicit Beginnings(std::vector<Run>& runs) : m_runs(runs) {
    for (std::size_t i = 0; i < runs.size(); ++i)
      if (runs[i].from_cut) m_by_x.emplace_back(runs[i].corners.front().x, i);
    std::sort(m_by_x.begin(), m_by_x.end());
  }

  // The run that goes on where this one ends; false where there is not exactly one.
  bool link(Run& r) {
    auto const end = r.corners.back();
    auto at = std::lower_bound(m_by_x.begin(), m_by_x.end(), std::pair{end.x - 2 * SAME_CUT, std::size_t{0}});
    for (; at != m_by_x.end() && at->first <= end.x + 2 * SAME_CUT; ++at) {
      auto& next = m_runs[at->second];
      if (next.zone != r.zone || !same(end, next.corners.front())) continue;
      if (r.next != NONE || next.has_previous) return false;
      r.next = at->second;
      next.has_previous = true;
    }
    return r.next != NONE;
  }

 private:
  std::vector<Run>& m_runs;
  std::vector<std::pair<double, std::size_t>> m_by_x;
};

bool link(std::vector<Run>& runs, Bounds const& box) {
  Beginnings beginnings(runs);
  for (auto& r : runs)
    if (r.to_cut && box.contains(r.corners.back()) && !beginnings.link(r)) return false;
  return std::all_of(runs.begin(), runs.end(),
                     [&](Run const& r) { return !r.from_cut || r.has_previous || !box.contains(r.corners.front()); });
}

enum class Joint { cut, corner };  // an edge that was cut becomes one again: the place of the cut is no corner

// From run i on, to the last or round to i again.
Run put_together(std::vector<Run>& runs, std::size_t i, Joint joint, std::vector<bool>& used) {
  Run out;
  out.zone = runs[i].zone;
  out.closed = runs[i].closed;
  out.corners = std::move(runs[i].corners);
  used[i] = true;
  auto next = runs[i].next;
  for (; next != NONE && next != i; next = runs[next].next) {
    used[next] = true;
    if (joint == Joint::cut) out.corners.pop_back();
    out.corners.insert(out.corners.end(), runs[next].corners.begin() + 1, runs[next].corners.end());
  }
  if (next != i) return out;
  out.closed = true;
  if (joint == Joint::cut) out.corners.erase(out.corners.begin());
  out.corners.back() = out.corners.front();
  return out;
}

// Null where ends do not find each other.
std::optional<std::vector<Run>> chains_of(std::vector<Run> runs, Joint joint, Bounds const& box) {
  constexpr std::size_t TRIANGLE = 4;
  if (!link(runs, box)) return std::nullopt;
  std::vector<Run> out;
  std::vector<bool> used(runs.size());
  for (std::size_t i = 0; i < runs.size(); ++i)
    if (!runs[i].has_previous) out.push_back(put_together(runs, i, joint, used));
  for (std::size_t i = 0; i < runs.size(); ++i)
    if (!used[i]) out.push_back(put_together(runs, i, joint, used));
  if (std::any_of(out.begin(), out.end(), [](Run const& c) { return c.closed && c.corners.size() < TRIANGLE; }))
    return std::nullopt;
  return out;
}

struct ChainEdge {
  Point low, high;
  bool forwards;
  std::size_t number;
  auto key() const { return std::tie(low.x, low.y, high.x, high.y); }
};

// Which edges, numbered along all chains, run both ways: borders between two zones, none of the area. Null where one
// runs twice the same way.
std::optional<std::vector<bool>> shared_edges(std::vector<Run> const& chains) {
  std::vector<ChainEdge> edges;
  for (auto const& c : chains)
    for (std::size_t i = 1; i < c.corners.size(); ++i) {
      auto const a = c.corners[i - 1], b = c.corners[i];
      bool const forwards = std::tie(a.x, a.y) < std::tie(b.x, b.y);
      edges.push_back({forwards ? a : b, forwards ? b : a, forwards, edges.size()});
    }
  std::vector<bool> shared(edges.size());
  std::sort(edges.begin(), edges.end(), [](auto const& a, auto const& b) { return a.key() < b.key(); });
  for (std::size_t i = 1; i < edges.size(); ++i) {
    if (edges[i].key() != edges[i - 1].key()) continue;
    if (edges[i].forwards == edges[i - 1].forwards || shared[edges[i - 1].number]) return std::nullopt;
    shared[edges[i].number] = shared[edges[i - 1].number] = true;
  }
  return shared;
}

std::vector<Run> without(std::vector<bool> const& shared, std::vector<Run> const& chains) {
  std::vector<Run> out;
  std::size_t number = 0;
  for (auto const& c : chains) {
    bool open = false;
    for (std::size_t i = 1; i < c.corners.size(); ++i, ++number) {
      if (shared[number]) {
        if (open) out.back().to_cut = true;
        open = false;
        continue;
      }
      if (!open) {
        out.emplace_back().corners.push_back(c.corners[i - 1]);
        out.back().from_cut = i > 1 || c.closed;
      }
      out.back().corners.push_back(c.corners[i]);
      open = true;
    }
    if (open && c.closed) out.back().to_cut = true;
  }
  return out;
}

std::optional<std::vector<Run>> of_the_area(std::vector<Run> const& chains, Bounds const& box) {
  auto const shared = shared_edges(chains);
  if (!shared) return std::nullopt;
  return chains_of(without(*shared, chains), Joint::corner, box);
}

}  // namespace

std::optional<BorderChains> border_chains(AreaCells const& ground, std::span<CellRef const> cells, Bounds const& box) {
  std::vector<Run> runs;
  bool several_zones = false;
  for (auto const& ref : cells) {
    auto const& cell = ground.cells[ref.cell];
    several_zones |= cell.zone != ground.cells[cells.front().cell].zone;
    if (cell.inner || !cell.bounds.intersects(box)) continue;
    for (std::uint32_t r = 0; r < cell.rings; ++r) add_runs(cell, ground.ring(cell, r), box, runs);
  }
  auto chains = chains_of(std::move(runs), Joint::cut, box);
  if (chains && several_zones) chains = of_the_area(*chains, box);
  if (!chains) return std::nullopt;
  BorderChains out;
  for (auto& c : *chains) (c.closed ? out.closed : out.open).push_back(std::move(c.corners));
  return out;
}

}  // namespace redline
