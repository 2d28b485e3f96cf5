// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/split.hpp"

#include <algorithm>
#include <cmath>

namespace redline {
namespace {

struct Crossing {
  std::size_t chain = 0, chain_edge = 0, edge = 0;  // edge of the outline
  double along_chain = 0, along = 0;                // degrees from the start of the edge
  bool entry = false;                               // the border comes into the polygon here
  Point at;
  std::size_t other = 0;  // the far end of its chord
};

struct Sides {  // signed distances of the ends of one edge from the line of another; left is positive
  double first, second;
  bool too_near() const { return std::abs(first) <= TOO_NEAR_DEGREES || std::abs(second) <= TOO_NEAR_DEGREES; }
  bool apart() const { return (first > 0) == (second > 0); }
};

Sides sides(Point a, Point b, Point p, Point q) {
  auto const dx = b.x - a.x, dy = b.y - a.y, length = std::hypot(dx, dy);
  if (!(length > 0)) return {0, 0};
  return {(dx * (p.y - a.y) - dy * (p.x - a.x)) / length, (dx * (q.y - a.y) - dy * (q.x - a.x)) / length};
}

bool apart(Point a, Point b, Point c, Point d) {
  return std::max(a.x, b.x) + TOO_NEAR_DEGREES < std::min(c.x, d.x) ||
         std::max(c.x, d.x) + TOO_NEAR_DEGREES < std::min(a.x, b.x) ||
         std::max(a.y, b.y) + TOO_NEAR_DEGREES < std::min(c.y, d.y) ||
         std::max(c.y, d.y) + TOO_NEAR_DEGREES < std::min(a.y, b.y);
}

class Splitter {
 public:
  Splitter(Ring outline, std::vector<Ring> chains) : m_outline(std::move(outline)), m_chains(std::move(chains)) {
    if (signed_area(m_outline) < 0) std::reverse(m_outline.begin(), m_outline.end());
  }

  std::optional<Split> run() {
    for (std::size_t c = 0; c < m_chains.size(); ++c)
      if (!cross(c)) return std::nullopt;
    Split out;
    if (m_crossings.empty()) return out;
    if (!order_outline()) return std::nullopt;
    if (!walk(false, out.inside) || !walk(true, out.outside)) return std::nullopt;
    return out;
  }

 private:
  bool cross(std::size_t chain);
  bool cross(std::size_t chain, std::size_t chain_edge, std::size_t edge);
  bool pair_up(std::size_t first);
  bool order_outline();
  bool walk(bool backwards, Coordinates& out) const;
  void follow_chord(Crossing const& from, Ring& ring) const;
  std::size_t follow_outline(std::size_t from, Ring& ring) const;

  Ring m_outline;
  std::vector<Ring> m_chains;
  std::vector<Crossing> m_crossings;
  std::vector<std::size_t> m_order;  // crossings along the outline
  std::vector<std::size_t> m_rank;   // the way back
};

// False where it cannot be told surely.
bool Splitter::cross(std::size_t chain, std::size_t chain_edge, std::size_t edge) {
  auto const p = m_chains[chain][chain_edge], q = m_chains[chain][chain_edge + 1];
  auto const u = m_outline[edge], v = m_outline[edge + 1];
  if (apart(p, q, u, v)) return true;
  auto const of_chain = sides(u, v, p, q), of_outline = sides(p, q, u, v);
  if (of_chain.too_near() || of_outline.too_near()) return false;
  if (of_chain.apart() || of_outline.apart()) return true;
  auto const t = of_outline.first / (of_outline.first - of_outline.second);
  auto const s = of_chain.first / (of_chain.first - of_chain.second);
  Crossing x{chain,
             chain_edge,
             edge,
             s * std::hypot(q.x - p.x, q.y - p.y),
             t * std::hypot(v.x - u.x, v.y - u.y),
             of_chain.second > 0,
             {u.x + t * (v.x - u.x), u.y + t * (v.y - u.y)},
             0};
  m_crossings.push_back(x);
  return true;
}

bool Splitter::cross(std::size_t chain) {
  auto const first = m_crossings.size();
  for (std::size_t i = 0; i + 1 < m_chains[chain].size(); ++i)
    for (std::size_t e = 0; e + 1 < m_outline.size(); ++e)
      if (!cross(chain, i, e)) return false;
  return pair_up(first);
}

// The border comes in and goes out in turn: each entry with the exit after it is a chord.
bool Splitter::pair_up(std::size_t first) {
  auto const begin = m_crossings.begin() + static_cast<std::ptrdiff_t>(first);
  std::sort(begin, m_crossings.end(), [](Crossing const& a, Crossing const& b) {
    return a.chain_edge != b.chain_edge ? a.chain_edge < b.chain_edge : a.along_chain < b.along_chain;
  });
  if ((m_crossings.size() - first) % 2 != 0) return false;
  for (auto i = first; i < m_crossings.size(); ++i) {
    auto& x = m_crossings[i];
    bool const entry = (i - first) % 2 == 0;
    if (x.entry != entry) return false;
    x.other = entry ? i + 1 : i - 1;
    if (i > first && m_crossings[i - 1].chain_edge == x.chain_edge &&
        x.along_chain - m_crossings[i - 1].along_chain <= TOO_NEAR_DEGREES)
      return false;
  }
  return true;
}

bool Splitter::order_outline() {
  m_order.resize(m_crossings.size());
  m_rank.resize(m_crossings.size());
  for (std::size_t i = 0; i < m_order.size(); ++i) m_order[i] = i;
  auto const before = [&](std::size_t i, std::size_t j) {
    auto const &a = m_crossings[i], &b = m_crossings[j];
    return a.edge != b.edge ? a.edge < b.edge : a.along < b.along;
  };
  std::sort(m_order.begin(), m_order.end(), before);
  for (std::size_t i = 0; i < m_order.size(); ++i) {
    m_rank[m_order[i]] = i;
    auto const &a = m_crossings[m_order[i]], &b = m_crossings[m_order[(i + 1) % m_order.size()]];
    if (a.entry == b.entry || (a.edge == b.edge && std::abs(b.along - a.along) <= TOO_NEAR_DEGREES)) return false;
  }
  return true;
}

void Splitter::follow_chord(Crossing const& from, Ring& ring) const {
  auto const& to = m_crossings[from.other];
  auto const& chain = m_chains[from.chain];
  auto const at = [&](std::size_t i) { return chain.begin() + static_cast<std::ptrdiff_t>(i); };
  ring.push_back(from.at);
  if (from.entry)
    ring.insert(ring.end(), at(from.chain_edge + 1), at(to.chain_edge + 1));
  else
    ring.insert(ring.end(), std::make_reverse_iterator(at(from.chain_edge + 1)),
                std::make_reverse_iterator(at(to.chain_edge + 1)));
  ring.push_back(to.at);
}

// Counter-clockwise from one crossing to the next, which is given back.
std::size_t Splitter::follow_outline(std::size_t from, Ring& ring) const {
  auto const next = m_order[(m_rank[from] + 1) % m_order.size()];
  auto const &a = m_crossings[from], &b = m_crossings[next];
  auto const edges = m_outline.size() - 1;
  bool const round = b.edge < a.edge || (b.edge == a.edge && b.along < a.along);
  auto const last = b.edge + (round ? edges : 0);
  for (auto e = a.edge; e < last; ++e) ring.push_back(m_outline[(e + 1) % edges]);
  return next;
}

// Rings with the zone on the left (forwards) or on the right of the border (backwards).
bool Splitter::walk(bool backwards, Coordinates& out) const {
  out.dimension = 2;
  std::vector<bool> seen(m_crossings.size());
  for (std::size_t start = 0; start < m_crossings.size(); ++start) {
    if (m_crossings[start].entry == backwards || seen[start]) continue;
    Ring ring;
    auto i = start;
    do {
      if (seen[i]) return false;
      seen[i] = true;
      follow_chord(m_crossings[i], ring);
      i = follow_outline(m_crossings[i].other, ring);
    } while (i != start);
    ring.push_back(ring.front());
    out.parts.push_back({std::move(ring)});
  }
  return true;
}

}  // namespace

bool is_one_ring(Coordinates const& polygon) {
  return polygon.dimension == 2 && polygon.parts.size() == 1 && polygon.parts[0].size() == 1 &&
         polygon.parts[0][0].size() >= 4;
}

std::optional<Split> split(Ring outline, std::vector<Ring> chains) {
  return Splitter(std::move(outline), std::move(chains)).run();
}

}  // namespace redline
