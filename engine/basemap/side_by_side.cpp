// SPDX-License-Identifier: Apache-2.0
#include "engine/basemap/side_by_side.hpp"

#include <algorithm>
#include <tuple>

#include "engine/basemap/cells.hpp"
#include "engine/geometry/parity.hpp"

namespace redline {
namespace {

struct Edge {
  Point from, to;
  bool follows = false;  // the edge before it in the ring, also one of the border
  bool shared = false;
  auto key() const { return std::tie(from.x, from.y, to.x, to.y); }
  auto reversed_key() const { return std::tie(to.x, to.y, from.x, from.y); }
};

std::vector<Edge> border(Bounds const& frame, std::vector<Ring> const& rings) {
  std::vector<Edge> out;
  for (auto const& r : rings) {
    bool follows = false;
    for (std::size_t i = 1; i < r.size(); ++i) {
      bool const cut = is_cut(frame, r[i - 1], r[i]);
      if (!cut) out.push_back({r[i - 1], r[i], follows, false});
      follows = !cut;
    }
  }
  return out;
}

void mark_shared(std::vector<Edge>& a, std::vector<Edge>& b) {
  std::vector<Edge*> sorted;
  sorted.reserve(b.size());
  for (auto& e : b) sorted.push_back(&e);
  std::sort(sorted.begin(), sorted.end(), [](auto* x, auto* y) { return x->reversed_key() < y->reversed_key(); });
  for (auto& e : a) {
    auto const it = std::lower_bound(sorted.begin(), sorted.end(), e.key(),
                                     [](auto* x, auto const& key) { return x->reversed_key() < key; });
    if (it != sorted.end() && (*it)->reversed_key() == e.key()) e.shared = (*it)->shared = true;
  }
}

bool own_edges_apart(std::vector<Edge> const& a, std::vector<Edge> const& b) {
  for (auto const& e : a)
    if (!e.shared)
      for (auto const& f : b)
        if (!f.shared && may_meet(e.from, e.to, f.from, f.to)) return false;
  return true;
}

// A stretch of own border that meets no border of the other lies inside it or outside as a whole.
bool own_border_outside(std::vector<Edge> const& own, std::vector<Ring> const& other) {
  bool told = false;  // of this stretch
  for (auto const& e : own) {
    if (!e.follows || e.shared) told = false;
    if (e.shared || told) continue;
    Parity parity(e.to);
    for (auto const& r : other) parity.add(r);
    if (!parity.sure() || parity.odd()) return false;
    told = true;
  }
  return true;
}

}  // namespace

bool side_by_side(Bounds const& frame, std::vector<Ring> const& a, std::vector<Ring> const& b) {
  auto of_a = border(frame, a), of_b = border(frame, b);
  if (of_a.empty() || of_b.empty()) return false;  // fills the frame
  mark_shared(of_a, of_b);
  return own_edges_apart(of_a, of_b) && own_border_outside(of_a, b) && own_border_outside(of_b, a);
}

}  // namespace redline
