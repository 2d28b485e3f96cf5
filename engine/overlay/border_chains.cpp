// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/border_chains.hpp"

#include <algorithm>
#include <cmath>

namespace redline {
namespace {

constexpr double SAME_CUT = 1e-12;  // degrees: one edge cut from both sides, each with its own rounding
constexpr std::size_t NONE = static_cast<std::size_t>(-1);

enum class Edge { border, cut, far };

struct Run {  // border edges of one ring, one after the other
  Ring corners;
  bool from_cut = false, to_cut = false;
  std::size_t next = NONE;
  bool has_previous = false;
};

bool beside(Bounds const& box, Point a, Point b) {
  return (a.x < box.min_x && b.x < box.min_x) || (a.x > box.max_x && b.x > box.max_x) ||
         (a.y < box.min_y && b.y < box.min_y) || (a.y > box.max_y && b.y > box.max_y);
}

// An edge that is both made by cutting and beside the box is far: its ends are outside.
Edge kind(Cell const& cell, Bounds const& box, Point a, Point b) {
  return beside(box, a, b) ? Edge::far : is_cut(cell.frame, a, b) ? Edge::cut : Edge::border;
}

// False for a ring that is border all round.
bool add_runs(Cell const& cell, std::span<Point const> ring, Bounds const& box, std::vector<Run>& out) {
  auto const n = ring.size() - 1;  // edges; edge i runs from ring[i] to ring[i + 1]
  auto const kind_of = [&](std::size_t i) { return kind(cell, box, ring[i], ring[i + 1]); };
  std::size_t first = 0;
  while (first < n && kind_of(first) == Edge::border) ++first;
  if (first == n) return false;
  auto before = kind_of(first);
  for (std::size_t k = 1; k <= n; ++k) {
    auto const i = (first + k) % n;
    auto const now = kind_of(i);
    if (now == Edge::border) {
      if (before != Edge::border) {
        out.emplace_back().corners.push_back(ring[i]);
        out.back().from_cut = before == Edge::cut;
      }
      out.back().corners.push_back(ring[i + 1]);
    } else if (before == Edge::border) {
      out.back().to_cut = now == Edge::cut;
    }
    before = now;
  }
  return true;
}

bool same(Point a, Point b) { return std::abs(a.x - b.x) <= SAME_CUT && std::abs(a.y - b.y) <= SAME_CUT; }

bool link(std::vector<Run>& runs, Bounds const& box) {
  for (auto& r : runs) {
    if (!r.to_cut || !box.contains(r.corners.back())) continue;
    for (std::size_t j = 0; j < runs.size(); ++j) {
      if (!runs[j].from_cut || !same(r.corners.back(), runs[j].corners.front())) continue;
      if (r.next != NONE || runs[j].has_previous) return false;
      r.next = j;
      runs[j].has_previous = true;
    }
    if (r.next == NONE) return false;
  }
  return std::all_of(runs.begin(), runs.end(),
                     [&](Run const& r) { return !r.from_cut || r.has_previous || !box.contains(r.corners.front()); });
}

// The edge that was cut becomes one again: the place of the cut is no corner.
Ring put_together(std::vector<Run>& runs, std::size_t i, std::size_t& used) {
  auto out = std::move(runs[i].corners);
  ++used;
  for (i = runs[i].next; i != NONE; i = runs[i].next, ++used) {
    out.pop_back();
    out.insert(out.end(), runs[i].corners.begin() + 1, runs[i].corners.end());
  }
  return out;
}

}  // namespace

std::optional<std::vector<Ring>> border_chains(AreaCells const& ground, std::span<CellRef const> cells,
                                               Bounds const& box) {
  std::vector<Run> runs;
  for (auto const& ref : cells) {
    auto const& cell = ground.cells[ref.cell];
    if (cell.inner || !cell.bounds.intersects(box)) continue;
    for (std::uint32_t r = 0; r < cell.rings; ++r)
      if (!add_runs(cell, ground.ring(cell, r), box, runs)) return std::nullopt;
  }
  if (!link(runs, box)) return std::nullopt;
  std::vector<Ring> out;
  std::size_t used = 0;
  for (std::size_t i = 0; i < runs.size(); ++i)
    if (!runs[i].has_previous) out.push_back(put_together(runs, i, used));
  if (used != runs.size()) return std::nullopt;  // a ring across cells
  return out;
}

}  // namespace redline
