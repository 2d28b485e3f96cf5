// SPDX-License-Identifier: Apache-2.0
#include "engine/basemap/partition.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/basemap/fit_sides.hpp"
#include "engine/basemap/partition_fitted.hpp"
#include "engine/basemap/side_by_side.hpp"
#include "engine/basemap/slivers.hpp"
#include "engine/basemap/subdivide.hpp"
#include "engine/basemap/zone_order.hpp"
#include "engine/core/error.hpp"
#include "engine/measure/area.hpp"

namespace redline {
namespace {

constexpr double REPORTED_M2 = 1.0;

struct Odd {  // ground that is odd, summed over the cells; the place is where most of it was found
  double m2 = 0, largest = 0;
  Point place;
  void add(double piece_m2, Point middle) {
    m2 += piece_m2;
    if (piece_m2 > largest) largest = piece_m2, place = middle;
  }
  void add(Geometry const& g) { add(exact_area_m2(g), g.bounds().centre()); }
};

struct ZonePiece {
  std::size_t zone = 0;
  Geometry geometry;
};

bool fills(Coordinates const& piece, Bounds const& frame) {
  if (piece.parts.size() != 1 || piece.parts[0].size() != 1 || piece.parts[0][0].size() != 5) return false;
  auto const& ring = piece.parts[0][0];
  auto const box = (frame.max_x - frame.min_x) * (frame.max_y - frame.min_y);
  return bounds_of(ring).contains(frame) && std::abs(signed_area(ring)) >= box * (1 - 1e-14);
}

bool all_side_by_side(Bounds const& frame, std::vector<Piece> const& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (!side_by_side(frame, pieces[i].ground, pieces[j].ground)) return false;
  return true;
}

class Partition {
 public:
  Partition(ProtectedArea const& area, std::vector<GroundFeature> features, double apart_m)
      : m_area(area), m_apart_m(apart_m) {
    sort_by_zone(std::move(features));
  }

  Ground run(Findings& findings) {
    subdivide(std::move(m_pieces), [this](Bounds const& f, std::vector<Piece> p) { frame(f, std::move(p)); });
    report(findings);
    drop_empty_zones();
    for (std::size_t zone = 0; zone < m_shapes.size(); ++zone)
      if (m_reduced[zone]) m_shapes[zone] = m_out.zone_geometry(static_cast<std::uint32_t>(zone)).wkb();
    m_out.finish();
    return {std::move(m_out), std::move(m_shapes)};
  }

 private:
  void sort_by_zone(std::vector<GroundFeature> features);
  void frame(Bounds const& frame, std::vector<Piece> pieces);
  void share_out(Bounds const& frame, std::vector<ZonePiece> pieces);
  void keep(Bounds const& frame, std::size_t zone, Coordinates const& piece);
  void give_slivers_of_gap(Bounds const& frame, std::vector<ZonePiece>& pieces);
  void note(Geometry const& ground, std::size_t zone, std::size_t stricter);
  void note_outside(Geometry const& ground, std::vector<ZonePiece> const& pieces);
  void report(Findings& findings) const;
  void drop_empty_zones();
  bool is_gap(std::size_t zone) const { return m_out.zones[zone].zone == "zone_gap"; }

  ProtectedArea const& m_area;
  double m_apart_m;
  AreaCells m_out;
  std::vector<Piece> m_pieces;
  std::vector<Wkb> m_shapes;
  std::vector<bool> m_reduced;  // not as given: ground went to a stricter zone, or strips came
  std::map<std::pair<std::size_t, std::size_t>, Odd> m_overlaps;  // (stricter, other)
  Odd m_gap, m_outside;
};

Geometry dissolved(std::vector<Geometry> parts) {
  return parts.size() == 1 ? std::move(parts.front()) : union_all(std::move(parts), 2);
}

// One piece for each zone, strictest first; the boundary of a zoned area is its least strict "zone", the gap.
void Partition::sort_by_zone(std::vector<GroundFeature> features) {
  bool const zoned = std::any_of(features.begin(), features.end(), [](auto const& f) { return !f.zone.empty(); });
  std::map<std::pair<int, std::string>, std::vector<Geometry>> by_zone;
  for (auto& f : features) {
    auto const zone = !f.zone.empty() ? f.zone : zoned ? "zone_gap" : std::string(default_zone(m_area.kind));
    by_zone[{zone_rank(zone), zone}].push_back(std::move(f.geometry));
  }
  for (auto& [key, parts] : by_zone) {
    auto const whole = dissolved(std::move(parts));
    auto shape = coordinates(whole);
    m_shapes.push_back(wkb(shape));
    m_pieces.push_back({m_out.zones.size(), oriented_rings(std::move(shape))});
    m_out.zones.push_back({key.second, 0});
    m_reduced.push_back(false);
  }
}

// Zones that lie side by side, with no boundary to compare them to, are kept as they are.
void Partition::frame(Bounds const& frame, std::vector<Piece> pieces) {
  std::sort(pieces.begin(), pieces.end(), [](auto const& a, auto const& b) { return a.zone < b.zone; });
  bool const has_boundary = is_gap(m_out.zones.size() - 1), alone = pieces.size() == 1 && is_gap(pieces[0].zone);
  if (alone || (!has_boundary && all_side_by_side(frame, pieces))) {
    for (auto& p : pieces) keep(frame, p.zone, parts_of(std::move(p.ground)));
    return;
  }
  std::vector<ZonePiece> zones;
  zones.reserve(pieces.size());
  for (auto& p : pieces) zones.push_back({p.zone, build(parts_of(std::move(p.ground)))});
  share_out(frame, std::move(zones));
}

void Partition::share_out(Bounds const& frame, std::vector<ZonePiece> pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    Geometry rest = std::move(pieces[i].geometry);
    for (std::size_t j = 0; j < i && !rest.empty(); ++j) {
      auto const& stricter = pieces[j].geometry;
      if (stricter.null() || !interiors_meet(rest, stricter)) continue;
      m_reduced[pieces[i].zone] = true;
      note(only_dimension(intersection(rest, stricter), 2), pieces[i].zone, pieces[j].zone);
      rest = only_dimension(difference(rest, stricter), 2);
    }
    if (!is_gap(pieces[i].zone)) note_outside(rest, pieces);
    pieces[i].geometry = std::move(rest);
  }
  give_slivers_of_gap(frame, pieces);
  for (auto const& p : pieces)
    if (!p.geometry.empty()) keep(frame, p.zone, coordinates(p.geometry));
}

void Partition::give_slivers_of_gap(Bounds const& frame, std::vector<ZonePiece>& pieces) {
  if (!is_gap(pieces.back().zone)) return;
  std::vector<Geometry*> zones;
  zones.reserve(pieces.size());
  for (auto& p : pieces) zones.push_back(&p.geometry);
  zones.pop_back();
  for (auto const i : give_slivers(pieces.back().geometry, frame, zones, m_apart_m)) m_reduced[pieces[i].zone] = true;
}

void Partition::keep(Bounds const& frame, std::size_t zone, Coordinates const& piece) {
  Cell cell;
  cell.frame = frame;
  cell.zone = static_cast<std::uint32_t>(zone);
  cell.inner = fills(piece, frame);
  m_out.add(cell, piece);
  auto const m2 = exact_area_m2(piece);
  m_out.zones[zone].area_m2 += m2;
  if (is_gap(zone)) m_gap.add(m2, m_out.cells.back().bounds.centre());
}

void Partition::note(Geometry const& ground, std::size_t zone, std::size_t stricter) {
  if (!is_gap(zone) && !ground.empty() && !is_sliver(ground, m_apart_m)) m_overlaps[{stricter, zone}].add(ground);
}

// Of a zone, what stricter zones left of it; the boundary, last of the pieces, is still whole then.
void Partition::note_outside(Geometry const& ground, std::vector<ZonePiece> const& pieces) {
  bool const has_boundary = is_gap(m_out.zones.size() - 1);
  if (!has_boundary || ground.empty()) return;
  auto const add = [&](Geometry const& out) {
    if (!out.empty() && !is_sliver(out, m_apart_m)) m_outside.add(out);
  };
  if (!is_gap(pieces.back().zone)) return add(ground);
  auto const& boundary = pieces.back().geometry;
  if (!covers(boundary, ground)) add(only_dimension(difference(ground, boundary), 2));
}

void Partition::report(Findings& findings) const {
  auto const add = [&](char const* code, Severity severity, Odd const& odd, std::vector<std::string> more) {
    if (odd.m2 < REPORTED_M2) return;
    std::vector<std::string> args{m_area.name.empty() ? m_area.id : m_area.name, fmt::format("{:.2f}", odd.m2)};
    args.insert(args.end(), more.begin(), more.end());
    findings.push_back({code, severity, m_area.layer, m_area.id, std::move(args), odd.place.x, odd.place.y});
  };
  for (auto const& [zones, odd] : m_overlaps)
    add("basemap.zone_overlap", Severity::warning, odd,
        {m_out.zones[zones.first].zone, m_out.zones[zones.second].zone});
  add("basemap.zone_gap", Severity::warning, m_gap, {});
  add("basemap.zone_outside", Severity::warning, m_outside, {});
}

void Partition::drop_empty_zones() {
  auto& zones = m_out.zones;
  while (!zones.empty() && zones.back().area_m2 == 0) zones.pop_back();
  m_shapes.resize(zones.size());
}

}  // namespace

Ground partition_fitted(ProtectedArea const& area, std::vector<GroundFeature> features, double apart_m,
                        Findings& findings) {
  try {
    fit_sides(features, apart_m);
    return Partition(area, std::move(features), apart_m).run(findings);
  } catch (GeometryError const& e) {
    throw Error(ErrorKind::input, "basemap.failed", {area.layer, area.id, e.what()});
  }
}

Ground partition(ProtectedArea const& area, std::vector<GroundFeature> features, Findings& findings) {
  return partition_fitted(area, std::move(features), 0, findings);
}

}  // namespace redline
