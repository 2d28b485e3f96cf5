// SPDX-License-Identifier: Apache-2.0
#include "engine/measure/box_bound.hpp"

#include <cmath>

namespace redline {
namespace {

double within(double x) { return std::min(std::max(x, -1.0), 1.0); }
double side(double slope) { return slope < 0 ? -1 : 1; }

}  // namespace

double BoxBound::Plane::most() const { return height + std::abs(x) + std::abs(y); }

// The lowest plane over the four values: they depart from their mean plane by the same amount, up and down in turn.
BoxBound::Plane BoxBound::over(OutlineEdge const& e) const {
  auto const at = [&](double x, double y) {
    return std::sqrt(e.distance2({m_centre.x + x * m_half_x, m_centre.y + y * m_half_y}));
  };
  double const a = at(-1, -1), b = at(1, -1), c = at(-1, 1), d = at(1, 1);
  return {(a + b + c + d) / 4 + std::abs(a + d - b - c) / 4, (b + d - a - c) / 4, (c + d - a - b) / 4};
}

// Where the outline lies on one side of the edge's line, no point inside lies deeper than its distance from the line,
// however far from the edge: between them there is a border.
BoxBound::Plane BoxBound::from_line(OutlineEdge const& e, Outline::Side all) const {
  double const per_m = all.side / std::sqrt(e.half2), x = -e.hy * per_m, y = e.hx * per_m;
  return {x * (m_centre.x - e.mx) + y * (m_centre.y - e.my) + all.beyond, x * m_half_x, y * m_half_y};
}

// The new plane decides together with none, one or two of those that did.
void BoxBound::add(OutlineEdge const& e, Outline::Side all) {
  auto const plane = all.side == 0 ? over(e) : from_line(e, all);
  auto const old = m_deciding;
  auto const count = m_count;
  auto const take = [&](auto const&... planes) { m_deciding = {planes...}, m_count = sizeof...(planes); };
  if (one(plane)) take(plane);
  for (std::size_t i = 0; i < count; ++i)
    if (two(plane, old[i])) take(plane, old[i]);
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (three(plane, old[i], old[j])) take(plane, old[i], old[j]);
}

bool BoxBound::one(Plane const& a) { return keep(a.most(), {side(a.x), side(a.y)}); }

bool BoxBound::two(Plane const& a, Plane const& b) {
  bool const in_x = level_in_x(a, b), in_y = level_in_y(a, b);
  return in_x || in_y;
}

// The mean of two planes that is level in x.
bool BoxBound::level_in_x(Plane const& a, Plane const& b) {
  if (!(a.x * b.x < 0)) return false;
  double const t = a.x / (a.x - b.x), y = a.y + t * (b.y - a.y), at = side(y);
  return keep(a.height + t * (b.height - a.height) + std::abs(y),
              {(b.height + at * b.y - a.height - at * a.y) / (a.x - b.x), at});
}

bool BoxBound::level_in_y(Plane const& a, Plane const& b) {
  if (!(a.y * b.y < 0)) return false;
  double const t = a.y / (a.y - b.y), x = a.x + t * (b.x - a.x), at = side(x);
  return keep(a.height + t * (b.height - a.height) + std::abs(x),
              {at, (b.height + at * b.x - a.height - at * a.x) / (a.y - b.y)});
}

// The mean of three planes that is level altogether; they meet in one point.
bool BoxBound::three(Plane const& a, Plane const& b, Plane const& c) {
  double const bc = b.x * c.y - c.x * b.y, ca = c.x * a.y - a.x * c.y, ab = a.x * b.y - b.x * a.y, sum = bc + ca + ab;
  if (!(bc * sum > 0 && ca * sum > 0 && ab * sum > 0)) return false;
  double const p = bc / sum, q = ca / sum, r = ab / sum;
  Plane const m{p * a.height + q * b.height + r * c.height, p * a.x + q * b.x + r * c.x, p * a.y + q * b.y + r * c.y};
  double const ux = b.x - a.x, uy = b.y - a.y, uh = a.height - b.height;
  double const vx = c.x - a.x, vy = c.y - a.y, vh = a.height - c.height, det = ux * vy - uy * vx;
  return keep(m.most(), {(uh * vy - vh * uy) / det, (ux * vh - vx * uh) / det});
}

bool BoxBound::keep(double bound, Point at) {
  if (!(bound < m_most)) return false;
  m_most = bound, m_at = {within(at.x), within(at.y)};
  return true;
}

}  // namespace redline
