// The ellipsoid of CGCS2000 for PROJ's geodesic routines. Any thread.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <geodesic.h>

#include "engine/measure/ellipsoid.hpp"

namespace redline {

inline geod_geodesic const& earth() {
  static geod_geodesic const e = [] {
    geod_geodesic g;
    geod_init(&g, ellipsoid::A, ellipsoid::F);
    return g;
  }();
  return e;
}

}  // namespace redline
