// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/ground.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/measure/area.hpp"
#include "engine/overlay/ladder.hpp"

namespace redline {
namespace {

constexpr double BOUND_M2 = 0.01, BOUND_RELATIVE = 1e-9;

std::size_t root(std::vector<std::size_t>& parent, std::size_t i) {
  while (parent[i] != i) i = parent[i] = parent[parent[i]];
  return i;
}

Geometry together(Geometry a, Geometry const& b) {
  if (a.null() || a.empty()) return b.clone();
  std::vector<Geometry> parts;
  parts.push_back(std::move(a));
  parts.push_back(b.clone());
  return union_by_ladder(std::move(parts), 2).geometry;
}

Geometry without(Geometry a, Geometry const& b) {
  if (a.null() || a.empty() || !intersects(a, b)) return a;
  if (covers(b, a)) return collect({}, 2);  // the usual case: the same polygon at its next stage
  return only_dimension(difference_by_ladder(a, b).geometry, 2);
}

using State = std::array<Geometry, STAGE_CLASSES>;

void lay(State& state, GroundPiece const& piece) {
  auto const own = static_cast<std::size_t>(piece.stage_class);
  for (std::size_t c = 0; c < STAGE_CLASSES; ++c)
    if (c != own) state[c] = without(std::move(state[c]), piece.geometry);
  state[own] = together(std::move(state[own]), piece.geometry);
}

void lay_group(std::vector<GroundPiece> const& pieces, std::vector<std::size_t> const& group, LaidGround& out) {
  State state;
  std::vector<Geometry> all;
  GroundTotals totals;
  for (auto const i : group) {
    lay(state, pieces[i]);
    if (all.empty() || !covers(all.back(), pieces[i].geometry)) all.push_back(pieces[i].geometry.clone());
  }
  auto const whole = all.size() == 1 ? std::move(all.front()) : union_by_ladder(std::move(all), 2).geometry;
  totals.disturbed_m2 = exact_area_m2(whole);
  for (std::size_t c = 0; c < STAGE_CLASSES; ++c) {
    if (state[c].null() || state[c].empty()) continue;
    totals.m2[c] = exact_area_m2(state[c]);
    out.standing[c].push_back(std::move(state[c]));
  }
  totals.residue_m2 = totals.disturbed_m2 - totals.sum();
  totals.balanced = std::abs(totals.residue_m2) <= BOUND_M2 + BOUND_RELATIVE * totals.disturbed_m2;
  out.totals.add(totals);
}

}  // namespace

void GroundTotals::add(GroundTotals const& o) {
  for (std::size_t c = 0; c < STAGE_CLASSES; ++c) m2[c] += o.m2[c];
  disturbed_m2 += o.disturbed_m2;
  residue_m2 += o.residue_m2;
  balanced = balanced && o.balanced;
}

std::vector<std::vector<std::size_t>> connected(std::vector<Bounds> const& boxes) {
  std::vector<std::size_t> order(boxes.size()), parent(boxes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return boxes[a].min_x < boxes[b].min_x; });
  for (std::size_t i = 0; i < order.size(); ++i)
    for (auto j = i + 1; j < order.size() && boxes[order[j]].min_x <= boxes[order[i]].max_x; ++j)
      if (boxes[order[i]].intersects(boxes[order[j]])) parent[root(parent, order[j])] = root(parent, order[i]);
  std::vector<std::vector<std::size_t>> by_root(boxes.size()), out;
  for (std::size_t i = 0; i < boxes.size(); ++i) by_root[root(parent, i)].push_back(i);
  for (auto& group : by_root)
    if (!group.empty()) out.push_back(std::move(group));
  std::sort(out.begin(), out.end());
  return out;
}

LaidGround lay_ground(std::vector<GroundPiece> pieces) {
  std::vector<Bounds> boxes;
  boxes.reserve(pieces.size());
  for (auto const& p : pieces) boxes.push_back(p.geometry.bounds());
  auto const groups = connected(boxes);
  std::vector<LaidGround> laid(groups.size());
  tbb::parallel_for(std::size_t{0}, groups.size(), [&](std::size_t g) { lay_group(pieces, groups[g], laid[g]); });
  LaidGround out;  // summed in the order of the groups, whoever was first
  for (auto& l : laid) {
    out.totals.add(l.totals);
    for (std::size_t c = 0; c < STAGE_CLASSES; ++c)
      for (auto& g : l.standing[c]) out.standing[c].push_back(std::move(g));
  }
  return out;
}

}  // namespace redline
