// Lengths and distances in metres on the ellipsoid of CGCS2000, coordinates in longitude/latitude degrees.
// exact_length_m: edges straight in longitude/latitude, by quadrature of the arc element; additive over cuts (1e-9
// relative). geodesic_distance_m and bearing_deg (clockwise from north, 0..360): PROJ's geodesic routines.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/geometry/geometry.hpp"

namespace redline {

double exact_length_m(Geometry const& lonlat);
double geodesic_distance_m(Point a, Point b);
double bearing_deg(Point from, Point to);

}  // namespace redline
