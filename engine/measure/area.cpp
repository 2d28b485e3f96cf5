// SPDX-License-Identifier: Apache-2.0
#include "engine/measure/area.hpp"

#include <array>
#include <cmath>

#include "engine/core/error.hpp"
#include "engine/crs/proj.hpp"
#include "engine/geometry/coordinates.hpp"
#include "engine/measure/earth.hpp"
#include "engine/measure/strip.hpp"

namespace redline {
namespace {

namespace el = ellipsoid;

template <class RingArea>
double sum_of_rings(Coordinates const& c, RingArea ring_area) {
  if (c.dimension != 2) return 0;
  double total = 0;
  for (auto const& part : c.parts)
    for (std::size_t i = 0; i < part.size(); ++i) total += (i == 0 ? 1 : -1) * std::abs(ring_area(part[i]));
  return total;
}

// Area = ∮ Q(φ) dλ with Q(φ) = ∫ density from the first vertex's latitude. Along an edge straight in
// longitude/latitude, ∫ Q dλ = (Q(p1) + moment)·Δλ, so one pass with a running Q serves the whole ring.
double exact_ring(Ring const& r) {
  if (r.empty()) return 0;
  double sum = 0, q = 0;
  Latitude const first(r.front().y * RADIANS);
  for (std::size_t i = 1; i < r.size(); ++i) {
    auto const e = strip_under(r[i - 1].y * RADIANS, r[i].y * RADIANS, first);
    sum += (q + e.moment) * (r[i].x - r[i - 1].x) * RADIANS;
    q += e.strip;
  }
  return sum;
}

struct Coefficients {
  double a, b, c, d, e;
};

Coefficients coefficients(double e2) {
  auto const e4 = e2 * e2, e6 = e4 * e2, e8 = e4 * e4;
  return {1 + 3.0 / 6 * e2 + 30.0 / 80 * e4 + 35.0 / 112 * e6 + 630.0 / 2304 * e8,
          1.0 / 6 * e2 + 15.0 / 80 * e4 + 21.0 / 112 * e6 + 420.0 / 2304 * e8,
          3.0 / 80 * e4 + 7.0 / 112 * e6 + 180.0 / 2304 * e8, 1.0 / 112 * e6 + 45.0 / 2304 * e8, 5.0 / 2304 * e8};
}

// Of x, 3x, 5x, 7x and 9x: each from the two before it.
std::array<double, 5> odd_sines(double x) {
  auto const s = std::sin(x), twice = 2 - 4 * s * s;
  auto const s3 = s * (twice + 1), s5 = twice * s3 - s, s7 = twice * s5 - s3;
  return {s, s3, s5, s7, twice * s7 - s5};
}
std::array<double, 5> odd_cosines(double x) {
  auto const c = std::cos(x), twice = 4 * c * c - 2;
  auto const c3 = c * (twice - 1), c5 = twice * c3 - c, c7 = twice * c5 - c3;
  return {c, c3, c5, c7, twice * c7 - c5};
}

// Appendix D: the trapezoid between an edge and the reference meridian L0, here the first vertex's (the result does not
// depend on it).
double tdt1055_ring(Ring const& r, Coefficients const& k) {
  double sum = 0;
  for (std::size_t i = 1; i < r.size(); ++i) {
    auto const b1 = r[i - 1].y * RADIANS, b2 = r[i].y * RADIANS;
    auto const db = b2 - b1, bm = (b1 + b2) / 2, dl = ((r[i - 1].x + r[i].x) / 2 - r[0].x) * RADIANS;
    auto const s = odd_sines(db / 2), c = odd_cosines(bm);
    sum += 2 * el::B * el::B * dl *
           (k.a * s[0] * c[0] - k.b * s[1] * c[1] + k.c * s[2] * c[2] - k.d * s[3] * c[3] + k.e * s[4] * c[4]);
  }
  return sum;
}

double geodesic_polygon(Ring const& r) {
  geod_polygon p;
  geod_polygon_init(&p, 0);
  for (std::size_t i = 0; i + 1 < r.size(); ++i) geod_polygon_addpoint(&earth(), &p, r[i].y, r[i].x);
  double area = 0;
  geod_polygon_compute(&earth(), &p, 0, 1, &area, nullptr);
  return area;
}

// The sum of what lies between the edges and the equator; PROJ's polygons, slower by a fifth, are for rings that go
// around a pole or so far that an edge may take the other way.
double geodesic_ring(Ring const& r) {
  constexpr double MOST_LONGITUDES = 90;
  Bounds box;
  for (auto const& p : r) box.add(p);
  if (box.max_x - box.min_x > MOST_LONGITUDES) return geodesic_polygon(r);
  long double sum = 0;  // of areas far larger than the ring's
  for (std::size_t i = 1; i < r.size(); ++i) {
    double under = 0;
    geod_geninverse(&earth(), r[i - 1].y, r[i - 1].x, r[i].y, r[i].x, nullptr, nullptr, nullptr, nullptr, nullptr,
                    nullptr, &under);
    sum += under;
  }
  return static_cast<double>(sum);
}

double shoelace(Ring const& r) {
  double sum = 0;
  for (std::size_t i = 1; i < r.size(); ++i)
    sum += (r[i - 1].x - r[0].x) * (r[i].y - r[0].y) - (r[i].x - r[0].x) * (r[i - 1].y - r[0].y);
  return sum / 2;
}

// Transverse Mercator about meridian 0; longitudes are reduced to the central meridian before.
class GaussKrueger {
 public:
  Point operator()(Point lonlat_from_meridian) const {
    auto const c = proj_trans(m_pj.get(), PJ_FWD,
                              proj_coord(lonlat_from_meridian.x * RADIANS, lonlat_from_meridian.y * RADIANS, 0, 0));
    if (!std::isfinite(c.xy.x) || !std::isfinite(c.xy.y))
      throw GeometryError("planar area", "a corner has no place in the plane");
    return {c.xy.x, c.xy.y};
  }

 private:
  proj::Context m_ctx = proj::make_context();
  proj::Object m_pj{
      proj_create(m_ctx.get(), "+proj=tmerc +lat_0=0 +lon_0=0 +k=1 +x_0=0 +y_0=0 +a=6378137 +rf=298.257222101")};
};

}  // namespace

double exact_area_m2(Coordinates const& g) { return sum_of_rings(g, exact_ring); }

double tdt1055_area_m2(Coordinates const& g, Eccentricity e) {
  auto const k = coefficients(e == Eccentricity::first ? el::E2 : el::SECOND_E2);
  return sum_of_rings(g, [&](Ring const& r) { return tdt1055_ring(r, k); });
}

double geodesic_area_m2(Coordinates const& g) { return sum_of_rings(g, geodesic_ring); }

double planar_area_m2(Coordinates const& g, double central_meridian) {
  thread_local GaussKrueger const project;
  return sum_of_rings(g, [&](Ring r) {
    for (auto& p : r) p = project({p.x - central_meridian, p.y});
    return shoelace(r);
  });
}

double exact_area_m2(Geometry const& g) { return exact_area_m2(coordinates(g)); }
double tdt1055_area_m2(Geometry const& g, Eccentricity e) { return tdt1055_area_m2(coordinates(g), e); }
double geodesic_area_m2(Geometry const& g) { return geodesic_area_m2(coordinates(g)); }
double planar_area_m2(Geometry const& g, double central_meridian) {
  return planar_area_m2(coordinates(g), central_meridian);
}

double default_meridian(double longitude) { return 3 * std::floor((longitude + 1.5) / 3); }

}  // namespace redline
