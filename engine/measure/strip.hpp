// Ground beside an edge on the ellipsoid, per radian of longitude: the integral of b²·cos φ / (1 − e² sin² φ)² dφ over
// its latitudes, in m². Written for the difference of two latitudes so that small polygons keep their digits. Radians.
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace redline {

struct EdgeIntegrals {
  double strip = 0;   // ∫ density over the edge's latitudes
  double moment = 0;  // ∫ (1 − t) density dφ, t from 0 at the start to 1 at the end
};

// What one latitude gives to those near it, as of one ring: its sine and cosine.
struct Latitude {
  explicit Latitude(double latitude);
  Latitude(double latitude, double s, double c) : radians(latitude), sine(s), cosine(c) {}
  double radians, sine, cosine;
};

EdgeIntegrals strip_under(double from_latitude, double to_latitude);
EdgeIntegrals strip_under(double from_latitude, double to_latitude, Latitude const& known);

}  // namespace redline
