// SPDX-License-Identifier: Apache-2.0
#include "engine/cut/useful.hpp"

#include <algorithm>

#include "engine/measure/area.hpp"
#include "engine/measure/width.hpp"
#include "engine/overlay/ladder.hpp"

namespace redline {
namespace {

constexpr double SHARP = 10;       // a corner sharper than 11.5° counts as a tail
constexpr double NOISE_M2 = 1e-3;  // below this a piece is the rounding of an overlay
constexpr double NEXT_WIDTH = 1.1, SMALLEST_NECK_M = 0.1;
constexpr double NECK_PRECISION = 1.01;
constexpr std::size_t MANY_CORNERS = 300;
constexpr double COARSE = 0.002;  // of the largest circle

struct Scale {  // print steps of degrees differ in x and y
  explicit Scale(PrintFrame const& f) : x(f.metres_x()), y(f.metres_y()) {}
  Geometry to_metres(Geometry const& g) const {
    return transform(g, [this](Point p) { return Point{p.x * x, p.y * y}; });
  }
  Geometry to_steps(Geometry const& g) const {
    return transform(g, [this](Point p) { return Point{p.x / x, p.y / y}; });
  }
  double x, y;
};

CutPiece piece_of(Geometry const& steps, PrintFrame const& frame) {
  auto const lonlat = transform(steps, [&](Point p) { return frame.to_lonlat(p); });
  auto const circle = largest_circle(lonlat);
  return {circle.centre, exact_area_m2(lonlat), circle.width_m};
}

std::vector<Geometry> tails(Geometry const& region, PrintFrame const& frame, double width) {
  Scale const scale(frame);
  auto const metres = scale.to_metres(region);
  auto const core = widened(widened(metres, -width / 2, SHARP), width / 2 * 1.001, SHARP);
  std::vector<Geometry> out;
  auto const rest = only_dimension(difference_by_ladder(metres, core).geometry, 2);
  for (std::size_t i = 0; i < rest.parts(); ++i)
    if (auto part = rest.part(i); part.planar_area() > width * width) out.push_back(scale.to_steps(part));
  return out;
}

// Where the centre of a circle of that radius can be, in how many pieces. The arcs of 16 chords a quadrant are 0.12 %
// short.
std::size_t pieces_of(Geometry const& g, double radius) {
  constexpr int QUADRANT = 16;
  auto places = Geometry(geos::own(GEOSBuffer_r(geos::context(), g.get(), -radius, QUADRANT), "narrow"));
  return only_dimension(std::move(places), 2).parts();
}

// A piece of very many corners, drawn with fewer: buffers of it would take minutes.
Geometry with_few_corners(Geometry const& piece, double tolerance) {
  if (piece.vertices() <= MANY_CORNERS) return piece.clone();
  auto* const ctx = geos::context();
  return Geometry(geos::own(GEOSTopologyPreserveSimplify_r(ctx, piece.get(), tolerance), "simplify"));
}

// Widths are tried from small to large until one splits the piece, the largest being just below that of the piece
// itself.
double neck(Geometry const& piece, double width) {
  auto const largest = width / NECK_PRECISION;
  double low = std::min(SMALLEST_NECK_M, largest);
  if (pieces_of(piece, low / 2) > 1) return low;
  while (low < largest) {
    auto high = std::min(low * NEXT_WIDTH, largest);
    if (pieces_of(piece, high / 2) > 1) {
      while (high > low * NECK_PRECISION) {
        auto const middle = (low + high) / 2;
        (pieces_of(piece, middle / 2) > 1 ? high : low) = middle;
      }
      return low;
    }
    low = high;
  }
  return width;
}

}  // namespace

Geometry widened(Geometry const& g, double distance, double mitre_limit) {
  constexpr int QUADRANT = 8;
  return Geometry(geos::own(GEOSBufferWithStyle_r(geos::context(), g.get(), distance, QUADRANT, GEOSBUF_CAP_FLAT,
                                                  GEOSBUF_JOIN_MITRE, mitre_limit),
                            "buffer"));
}

Geometry keep_useful(Geometry region, PrintFrame const& frame, CutLimits const& limits,
                     std::vector<CutPiece>& dropped) {
  for (auto const& tail : tails(region, frame, limits.useful_width_m)) {
    auto const gone = only_dimension(intersection_by_ladder(region, widened(tail, 0.5, 2)).geometry, 2);
    if (gone.empty()) continue;
    dropped.push_back(piece_of(gone, frame));
    region = only_dimension(difference_by_ladder(region, widened(tail, 0.5, 2)).geometry, 2);
  }
  std::vector<Geometry> kept;
  for (std::size_t i = 0; i < region.parts(); ++i) {
    auto part = region.part(i);
    if (part.planar_area() * frame.square_metres() < NOISE_M2) continue;
    auto const piece = piece_of(part, frame);
    if (piece.m2 < limits.useful_m2 || piece.width_m < limits.useful_width_m)
      dropped.push_back(piece);
    else
      kept.push_back(std::move(part));
  }
  return collect(std::move(kept), 2);
}

double narrowest_place(Geometry const& region, PrintFrame const& frame) {
  double out = 0;
  for (std::size_t i = 0; i < region.parts(); ++i) {
    auto const part = region.part(i);
    auto const width = piece_of(part, frame).width_m;
    auto const here = neck(with_few_corners(Scale(frame).to_metres(part), COARSE * width), width);
    out = i == 0 ? here : std::min(out, here);
  }
  return out;
}

}  // namespace redline
