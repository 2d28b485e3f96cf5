// SPDX-License-Identifier: Apache-2.0
#include "engine/ledger/dissolve.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "engine/geometry/apart.hpp"
#include "engine/measure/area.hpp"
#include "engine/measure/length.hpp"
#include "engine/measure/union_area.hpp"
#include "engine/overlay/ladder.hpp"

namespace redline {
namespace {

constexpr std::size_t MOST_CORNERS = 50'000;  // beyond, a union by an index is quicker than a sweep

std::size_t root(std::vector<std::size_t>& parent, std::size_t i) {
  while (parent[i] != i) i = parent[i] = parent[parent[i]];
  return i;
}

double dissolved(std::vector<Geometry> parts) {
  auto const dimension = parts.front().dimension();
  auto const together = union_by_ladder(std::move(parts), dimension).geometry;
  return dimension == 2 ? exact_area_m2(together) : exact_length_m(together);
}

}  // namespace

void Dissolver::add(Geometry geometry, double measure) {
  auto const bounds = geometry.bounds();
  m_items.push_back({bounds, std::move(geometry), {}, measure});
}

bool Dissolver::surely_apart(Item& a, Item& b) {
  if (!a.bounds.intersects(b.bounds)) return true;
  for (auto* item : {&a, &b})
    if (item->shape.parts.empty()) item->shape = coordinates(item->geometry);
  return redline::surely_apart(a.shape, b.shape);
}

double Dissolver::together(std::vector<Item>& items, std::vector<std::size_t> const& group) {
  std::vector<Coordinates const*> polygons;
  std::size_t corners = 0;
  for (auto i : group)
    if (items[i].shape.dimension == 2) polygons.push_back(&items[i].shape), corners += items[i].geometry.vertices();
  if (polygons.size() == group.size() && corners <= MOST_CORNERS) return union_area_m2(polygons);
  std::vector<Geometry> parts;
  parts.reserve(group.size());
  for (auto i : group) parts.push_back(std::move(items[i].geometry));
  return dissolved(std::move(parts));
}

double Dissolver::total() {
  auto items = std::exchange(m_items, {});
  std::stable_sort(items.begin(), items.end(),
                   [](auto const& a, auto const& b) { return a.bounds.min_x < b.bounds.min_x; });
  std::vector<std::size_t> parent(items.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  for (std::size_t i = 0; i < items.size(); ++i)
    for (auto j = i + 1; j < items.size() && items[j].bounds.min_x <= items[i].bounds.max_x; ++j)
      if (root(parent, i) != root(parent, j) && !surely_apart(items[i], items[j]))
        parent[root(parent, j)] = root(parent, i);
  std::vector<std::vector<std::size_t>> groups(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) groups[root(parent, i)].push_back(i);
  double sum = 0;
  for (auto const& group : groups) {
    if (group.empty()) continue;
    if (group.size() == 1) {
      sum += items[group.front()].measure;
      continue;
    }
    sum += together(items, group);
  }
  return sum;
}

}  // namespace redline
