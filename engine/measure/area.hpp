// Areas in m² of polygons given in longitude/latitude degrees (EPSG:4490), holes subtracted, 0 for lines and points.
// exact:    ellipsoidal area with edges straight in longitude/latitude; additive over cuts (docs/geometry-contract.md).
// tdt1055:  TD/T 1055-2019 appendix D on the given vertices, with the first eccentricity as its text says;
// Eccentricity::second
//           repeats a mistake of published code (+44.5 ppm) and serves only to explain differences. Not additive.
// geodesic: edges are geodesics (PROJ's geodesic routines).  planar: Gauss–Krüger on CGCS2000 with the given central
// meridian. planar throws GeometryError for a corner without a place in that plane. Longitudes are taken as they are:
// no wrap at 180°.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/geometry/coordinates.hpp"

namespace redline {

enum class Eccentricity { first, second };

double exact_area_m2(Coordinates const& lonlat);
double tdt1055_area_m2(Coordinates const& corners, Eccentricity e = Eccentricity::first);
double geodesic_area_m2(Coordinates const& lonlat);
double planar_area_m2(Coordinates const& corners, double central_meridian);
double exact_area_m2(Geometry const& lonlat);
double tdt1055_area_m2(Geometry const& corners, Eccentricity e = Eccentricity::first);
double geodesic_area_m2(Geometry const& lonlat);
double planar_area_m2(Geometry const& corners, double central_meridian);
double default_meridian(double longitude);  // of the 3-degree zone

}  // namespace redline
