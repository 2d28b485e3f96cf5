// SPDX-License-Identifier: Apache-2.0
#include "engine/cut/unreached.hpp"

#include "engine/cut/narrow.hpp"
#include "engine/geometry/coordinates.hpp"
#include "engine/overlay/ladder.hpp"

namespace redline {
namespace {

constexpr double OF_CORNERS = 0.3;  // of the square of the width: what a corner of 45° leaves beside a circle
constexpr double TINY = 0.02;       // of the width

std::size_t rings_of(Geometry const& g) {
  std::size_t out = 0;
  for (auto const& part : coordinates(g).parts) out += part.size();
  return out;
}

std::vector<Geometry> beside(Geometry const& ground, Geometry const& centres, double width) {
  std::vector<Geometry> out;
  if (centres.empty()) return out;
  auto const core = rounded_by(centres, width / 2 * 1.001);
  auto const rest = only_dimension(difference_by_ladder(ground, core).geometry, 2);
  for (std::size_t k = 0; k < rest.parts(); ++k)
    if (auto place = rest.part(k); place.planar_area() > OF_CORNERS * width * width) out.push_back(std::move(place));
  return out;
}

}  // namespace

std::vector<Geometry> unreached(Geometry const& ground, double width) {
  return beside(ground, rounded_by(ground, -width / 2), width);
}

// A short neck leaves hardly any ground; it parts the centres, or opens the wall around a hole.
bool narrower_ground(Geometry const& ground, double width) {
  auto const centres = rounded_by(ground, -width / 2);
  auto const tiny = rounded_by(ground, -width / 2 * TINY);
  return centres.empty() || centres.parts() != tiny.parts() || rings_of(centres) != rings_of(tiny) ||
         !beside(ground, centres, width).empty();
}

}  // namespace redline
