// SPDX-License-Identifier: Apache-2.0
#include "engine/measure/box_bound.hpp"

#include <array>
#include <cmath>

namespace redline {
namespace {

// height + x · slope + y · slope, for x and y from −1 to 1 across the box.
struct Plane {
  double height, x, y;
  double at(double px, double py) const { return height + px * x + py * y; }
  double most() const { return height + std::abs(x) + std::abs(y); }
};

// The lowest plane over the four values: they depart from their mean plane by the same amount, up and down in turn.
Plane over(OutlineEdge const& e, Point c, double hx, double hy) {
  double const a = std::sqrt(e.distance2({c.x - hx, c.y - hy})), b = std::sqrt(e.distance2({c.x + hx, c.y - hy})),
               d = std::sqrt(e.distance2({c.x - hx, c.y + hy})), f = std::sqrt(e.distance2({c.x + hx, c.y + hy}));
  return {(a + b + d + f) / 4 + std::abs(a + f - b - d) / 4, (b + f - a - d) / 4, (d + f - a - b) / 4};
}

Plane mean(Plane const& a, double share, Plane const& b) {
  return {a.height + share * (b.height - a.height), a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
}

double clamped(double x) { return std::min(std::max(x, -1.0), 1.0); }
double side(double slope) { return slope < 0 ? -1 : 1; }

class Lowest {
 public:
  double most = std::numeric_limits<double>::infinity(), x = 0, y = 0;

  bool one(Plane const& a) { return keep(a.most(), side(a.x), side(a.y)); }

  // The mean that is level in x, or in y.
  bool two(Plane const& a, Plane const& b) {
    bool const in_x = level_in_x(a, b), in_y = level_in_y(a, b);
    return in_x || in_y;
  }

  // The mean that is level altogether.
  bool three(Plane const& a, Plane const& b, Plane const& c) {
    double const bc = b.x * c.y - c.x * b.y, ca = c.x * a.y - a.x * c.y, ab = a.x * b.y - b.x * a.y;
    double const sum = bc + ca + ab;
    if (!(bc * sum > 0 && ca * sum > 0 && ab * sum > 0)) return false;
    double const p = bc / sum, q = ca / sum, r = 1 - p - q;
    if (r < 0) return false;
    Plane const m{p * a.height + q * b.height + r * c.height, p * a.x + q * b.x + r * c.x, p * a.y + q * b.y + r * c.y};
    if (m.most() >= most) return false;
    double const ux = b.x - a.x, uy = b.y - a.y, uh = a.height - b.height, vx = c.x - a.x, vy = c.y - a.y,
                 vh = a.height - c.height, det = ux * vy - uy * vx;
    return keep(m.most(), (uh * vy - vh * uy) / det, (ux * vh - vx * uh) / det);
  }

 private:
  bool level_in_x(Plane const& a, Plane const& b) {
    if (!(a.x * b.x < 0)) return false;
    auto const m = mean(a, a.x / (a.x - b.x), b);
    auto const at = side(m.y);
    return keep(m.most(), (b.height + at * b.y - a.height - at * a.y) / (a.x - b.x), at);
  }
  bool level_in_y(Plane const& a, Plane const& b) {
    if (!(a.y * b.y < 0)) return false;
    auto const m = mean(a, a.y / (a.y - b.y), b);
    auto const at = side(m.x);
    return keep(m.most(), at, (b.height + at * b.x - a.height - at * a.x) / (a.y - b.y));
  }
  bool keep(double bound, double px, double py) {
    if (!(bound < most)) return false;
    most = bound, x = clamped(px), y = clamped(py);
    return true;
  }
};

constexpr std::size_t MOST_PLANES = 8, MOST_ROUNDS = 6;

// The planes that decide the bound so far.
struct Basis {
  std::array<Plane, 3> planes;
  std::size_t size = 0;
};

// Of the planes of the basis and a further one, those that decide: the least bound over every choice that has the new
// one in it.
Lowest exchange(Basis& basis, Plane const& further) {
  auto const old = basis;
  Lowest lowest;
  auto const take = [&](auto const&... planes) { basis = {{planes...}, sizeof...(planes)}; };
  if (lowest.one(further)) take(further);
  for (std::size_t i = 0; i < old.size; ++i)
    if (lowest.two(further, old.planes[i])) take(further, old.planes[i]);
  for (std::size_t i = 0; i < old.size; ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (lowest.three(further, old.planes[i], old.planes[j])) take(further, old.planes[i], old.planes[j]);
  return lowest;
}

}  // namespace

BoxBound farthest_from_all(std::span<OutlineEdge const* const> edges, Point centre, double half_x, double half_y) {
  std::array<Plane, MOST_PLANES> planes;
  auto const n = std::min(edges.size(), MOST_PLANES);
  for (std::size_t i = 0; i < n; ++i) planes[i] = over(*edges[i], centre, half_x, half_y);
  Basis basis;
  Lowest lowest;
  double most = std::numeric_limits<double>::infinity();
  for (std::size_t round = 0; round < MOST_ROUNDS; ++round) {
    auto const& least = *std::min_element(planes.begin(), planes.begin() + n, [&](auto const& a, auto const& b) {
      return a.at(lowest.x, lowest.y) < b.at(lowest.x, lowest.y);
    });
    if (least.at(lowest.x, lowest.y) >= most * (1 - 1e-6)) break;
    lowest = exchange(basis, least);
    most = std::min(most, lowest.most);
  }
  return {most, {centre.x + lowest.x * half_x, centre.y + lowest.y * half_y}};
}

}  // namespace redline
