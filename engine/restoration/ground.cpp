// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/ground.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "engine/measure/area.hpp"
#include "engine/overlay/ladder.hpp"
#include "engine/restoration/less.hpp"
#include "engine/restoration/narrow.hpp"

namespace redline {
namespace {

std::size_t root(std::vector<std::size_t>& parent, std::size_t i) {
  while (parent[i] != i) i = parent[i] = parent[parent[i]];
  return i;
}

// Pieces that hang together, laid one over the other: what stands is disjoint, each piece of its own class.
class Group {
 public:
  void lay(GroundPiece const& piece) {
    if (piece.geometry.null()) return turn(piece);
    auto const bounds = piece.geometry.bounds();
    remember(piece.geometry, bounds);
    auto rest = piece.geometry.clone();
    for (auto& s : m_standing) {
      if (!s.bounds.intersects(bounds)) continue;
      if (!gives_way(s, piece)) {
        rest = less(std::move(rest), s.geometry);
        continue;
      }
      s.geometry = less(std::move(s.geometry), piece.geometry);
      s.bounds = s.geometry.empty() ? Bounds{} : s.geometry.bounds();
    }
    std::erase_if(m_standing, [](auto const& s) { return s.bounds.empty(); });
    if (rest.empty()) return;
    auto const rest_bounds = rest.bounds();
    m_standing.push_back({piece.stage_class, std::move(rest), rest_bounds, piece.site});
  }

  void finish(LaidGround& out) {
    auto& totals = out.totals;
    settle_narrow(m_standing);
    share(out);
    std::array<std::vector<Geometry>, STAGE_CLASSES> of_class;
    for (auto& s : m_standing) of_class[static_cast<std::size_t>(s.stage_class)].push_back(std::move(s.geometry));
    for (std::size_t c = 0; c < STAGE_CLASSES; ++c) {
      if (of_class[c].empty()) continue;
      out.standing[c].push_back(union_of(std::move(of_class[c])));
      totals.m2[c] = exact_area_m2(out.standing[c].back());
    }
    std::vector<Geometry> all;
    for (auto& o : m_all) all.push_back(std::move(o.geometry));
    totals.disturbed_m2 = exact_area_m2(union_of(std::move(all)));
    check_balance(totals);
    if (totals.balanced && !m_standing.empty()) close_balance(out);
    for (std::size_t c = 0; c < STAGE_CLASSES; ++c)
      if (!out.standing[c].empty()) out.standing_m2[c].push_back(totals.m2[c]);
  }

 private:
  struct Outline {
    Geometry geometry;
    Bounds bounds;
  };
  // To a higher class, to what takes back, and to the same work of the same site, which replaces it whole.
  static bool gives_way(StandingPiece const& s, GroundPiece const& piece) {
    return piece.takes_back || s.stage_class < piece.stage_class ||
           (s.stage_class == piece.stage_class && s.site == piece.site);
  }
  void remember(Geometry const& g, Bounds const& b) {
    for (auto const& o : m_all)
      if (o.bounds.contains(b) && b.contains(o.bounds) && same_outline(o.geometry, g)) return;
    m_all.push_back({g.clone(), b});
  }
  void turn(GroundPiece const& piece) {
    for (auto& s : m_standing)
      if (s.site == piece.site && s.stage_class >= StageClass::restored) s.stage_class = piece.stage_class;
  }
  void share(LaidGround& out) {
    double most = -1;
    for (auto const& s : m_standing) {
      auto const m2 = exact_area_m2(s.geometry);
      out.of_site[s.site].add(of_class(s.stage_class, m2));
      if (s.stage_class != StageClass::accepted)
        out.of_site[s.site].narrow_open += narrow_m2(s.geometry, CORNER_WIDTH_M);
      if (m2 > most) most = m2, m_largest = {s.stage_class, s.site};
    }
  }
  static SiteGround of_class(StageClass c, double m2) {
    auto const of = [&](bool yes) { return yes ? m2 : 0; };
    return {of(c == StageClass::accepted), of(c != StageClass::accepted), of(c == StageClass::under_way)};
  }
  // What overlays lost of strips too narrow for them, within the bound, belongs to the largest piece.
  void close_balance(LaidGround& out) const {
    auto const& [stage_class, site] = m_largest;
    out.totals.m2[static_cast<std::size_t>(stage_class)] += out.totals.residue_m2;
    out.of_site[site].add(of_class(stage_class, out.totals.residue_m2));
  }
  static Geometry union_of(std::vector<Geometry> parts) {
    return parts.size() == 1 ? std::move(parts.front()) : union_by_ladder(std::move(parts), 2).geometry;
  }

  std::vector<StandingPiece> m_standing;
  std::pair<StageClass, std::size_t> m_largest;
  std::vector<Outline> m_all;  // each once
};

LaidGround laid_group(std::vector<GroundPiece> const& pieces, std::vector<std::size_t> const& group) {
  Group ground;
  for (auto const i : group) ground.lay(pieces[i]);
  LaidGround out;
  ground.finish(out);
  return out;
}

// Pieces with ground, in groups that hang together; those without go to every group of their site.
std::vector<std::vector<std::size_t>> groups_of(std::vector<GroundPiece> const& pieces) {
  std::vector<std::size_t> drawn;
  std::vector<Bounds> boxes;
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (!pieces[i].geometry.null()) drawn.push_back(i), boxes.push_back(pieces[i].geometry.bounds());
  auto groups = connected(boxes);
  std::map<std::size_t, std::set<std::size_t>> of_site;
  for (std::size_t g = 0; g < groups.size(); ++g)
    for (auto& i : groups[g]) i = drawn[i], of_site[pieces[i].site].insert(g);
  if (drawn.size() == pieces.size()) return groups;
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (pieces[i].geometry.null())
      for (auto const g : of_site[pieces[i].site]) groups[g].push_back(i);
  for (auto& group : groups) std::sort(group.begin(), group.end());
  return groups;
}

}  // namespace

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
  auto const groups = groups_of(pieces);
  std::vector<LaidGround> laid(groups.size());
  tbb::parallel_for(std::size_t{0}, groups.size(), [&](std::size_t g) { laid[g] = laid_group(pieces, groups[g]); });
  LaidGround out;  // summed in the order of the groups, whoever was first
  for (auto& l : laid) {
    out.totals.add(l.totals);
    for (auto const& [site, m2] : l.of_site) out.of_site[site].add(m2);
    for (std::size_t c = 0; c < STAGE_CLASSES; ++c)
      for (std::size_t i = 0; i < l.standing[c].size(); ++i)
        out.standing[c].push_back(std::move(l.standing[c][i])), out.standing_m2[c].push_back(l.standing_m2[c][i]);
  }
  return out;
}

}  // namespace redline
