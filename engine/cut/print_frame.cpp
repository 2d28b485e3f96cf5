// SPDX-License-Identifier: Apache-2.0
#include "engine/cut/print_frame.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/crs/densify.hpp"
#include "engine/crs/local_metric.hpp"

namespace redline {
namespace {

constexpr double STEPS_PER_METRE = 100, STEPS_PER_DEGREE = 3600000;
constexpr double ORIGIN_METRES = 1000, ORIGIN_DEGREES = 1.0 / 60;

double turn_at(Point a, Point b, Point c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

bool on_the_way(Point a, Point b, Point c, double tolerance) {  // b lies on the segment from a to c
  auto const length = std::hypot(c.x - a.x, c.y - a.y);
  if (length == 0) return a == b;
  bool const forward = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) >= 0;
  return forward && std::abs(turn_at(a, b, c)) <= tolerance * length;
}

}  // namespace

PrintFrame::PrintFrame(Transformation const& printed, Point origin_lonlat) : m_printed(printed) {
  auto const o = printed.inverse(origin_lonlat);
  bool const degrees = printed.crs().geographic();
  m_per_unit = degrees ? STEPS_PER_DEGREE : STEPS_PER_METRE;
  auto const whole = degrees ? ORIGIN_DEGREES : ORIGIN_METRES;
  m_origin_x = std::round(std::round(o.x / whole) * whole * m_per_unit);
  m_origin_y = std::round(std::round(o.y / whole) * whole * m_per_unit);
  if (!degrees) return;
  auto const one = LocalMetric(origin_lonlat).to_m({origin_lonlat.x + 1, origin_lonlat.y + 1});
  m_metres_x = one.x / STEPS_PER_DEGREE, m_metres_y = one.y / STEPS_PER_DEGREE;
}

Point PrintFrame::to_frame(Point lonlat) const {
  auto const p = m_printed.inverse(lonlat);
  return {p.x * m_per_unit - m_origin_x, p.y * m_per_unit - m_origin_y};
}

Point PrintFrame::printed(Point f) const { return {(f.x + m_origin_x) / m_per_unit, (f.y + m_origin_y) / m_per_unit}; }

Point PrintFrame::to_lonlat(Point f) const { return m_printed.forward(printed(f)); }

double PrintFrame::round_trip_error() const {
  auto const p = to_frame(to_lonlat(Point{0, 0}));
  return std::hypot(p.x, p.y);
}

Geometry PrintFrame::to_frame(Geometry const& lonlat, double every_m) const {
  auto c = coordinates(lonlat);
  bool const curved = m_printed.crs().projected();
  for (auto& part : c.parts)
    for (auto& ring : part) {
      Ring out;
      for (std::size_t i = 0; i < ring.size(); ++i) {
        if (i > 0 && curved) {
          auto const a = ring[i - 1], b = ring[i];
          auto const d = LocalMetric(a).to_m(b);
          auto const n = std::ceil(std::hypot(d.x, d.y) / every_m);
          for (double k = 1; k < n; ++k)
            out.push_back(to_frame(Point{a.x + (b.x - a.x) * k / n, a.y + (b.y - a.y) * k / n}));
        }
        out.push_back(to_frame(ring[i]));
      }
      if (!out.empty()) out.back() = out.front();
      ring = std::move(out);
    }
  return build(c);
}

Geometry PrintFrame::to_lonlat(Geometry const& frame, double bound_m) const {
  return redline::to_lonlat(transform(frame, [&](Point p) { return printed(p); }), m_printed, bound_m);
}

double twice_signed_area(Ring const& r) {
  double sum = 0;
  for (std::size_t i = 0; i < r.size(); ++i) {
    auto const &a = r[i], &b = r[(i + 1) % r.size()];
    sum += (a.x - r[0].x) * (b.y - r[0].y) - (b.x - r[0].x) * (a.y - r[0].y);
  }
  return sum;
}

std::vector<RingsOfPart> open_rings(Geometry const& g) {
  auto parts = coordinates(only_dimension(g, 2)).parts;
  for (auto& part : parts)
    for (std::size_t i = 0; i < part.size(); ++i) {
      auto& ring = part[i];
      ring.pop_back();
      if ((twice_signed_area(ring) > 0) != (i == 0)) std::reverse(ring.begin(), ring.end());
    }
  return parts;
}

Geometry closed(std::vector<RingsOfPart> parts) {
  Coordinates c;
  c.dimension = 2;
  for (auto& part : parts)
    for (auto& ring : part) ring.emplace_back(ring.front());
  c.parts = std::move(parts);
  return build(c);
}

std::vector<RingsOfPart> without_straight(std::vector<RingsOfPart> parts, double tolerance) {
  std::map<std::pair<double, double>, int> uses;
  for (auto const& part : parts)
    for (auto const& ring : part)
      for (auto const& p : ring) ++uses[{p.x, p.y}];
  auto const thinned = [&](Ring const& ring) {
    Ring out;
    auto const n = ring.size();
    for (std::size_t i = 0; i < n; ++i) {
      auto const &before = out.empty() ? ring[n - 1] : out.back(), &here = ring[i], &after = ring[(i + 1) % n];
      bool const doubled = here == before;
      if (!doubled && (uses[{here.x, here.y}] > 1 || !on_the_way(before, here, after, tolerance))) out.push_back(here);
    }
    return out;
  };
  for (auto& part : parts)
    for (auto& ring : part) ring = thinned(ring);
  return parts;
}

}  // namespace redline
