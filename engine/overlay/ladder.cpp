// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/ladder.hpp"

#include <algorithm>
#include <cmath>
#include <exception>
#include <functional>

#include "engine/core/error.hpp"
#include "engine/geometry/validity.hpp"

namespace redline {
namespace {

using geos::context;

constexpr double DIGITS = 14, COARSER = 1000;

// The finest decimal grid on which rounding is sure in doubles.
double fine_grid(Bounds const& b) {
  auto const largest = std::max({std::abs(b.min_x), std::abs(b.max_x), std::abs(b.min_y), std::abs(b.max_y), 1.0});
  return std::pow(10.0, std::floor(std::log10(largest)) + 1 - DIGITS);
}

struct Operation {
  std::function<Geometry()> floating;
  std::function<Geometry(double grid)> on_grid, on_grid_repaired;
  std::function<Bounds()> bounds;
};

Climbed climb(Operation const& f, Rung from) {
  std::exception_ptr first;
  Climbed out;
  auto const attempt = [&](Rung rung, auto const&... how) {
    try {
      out = {std::invoke(how...), rung};
      return true;
    } catch (GeometryError const&) {
      if (!first) first = std::current_exception();
      return false;
    }
  };
  if (from < Rung::grid && attempt(Rung::robust, f.floating)) return out;
  auto const fine = fine_grid(f.bounds()), coarse = fine * COARSER;
  if (attempt(Rung::grid, f.on_grid, fine) || attempt(Rung::grid, f.on_grid, coarse) ||
      attempt(Rung::repaired, f.on_grid_repaired, coarse))
    return out;
  std::rethrow_exception(first);
}

Climbed binary(Geometry const& a, Geometry const& b, Geometry (*floating)(Geometry const&, Geometry const&),
               decltype(&GEOSIntersectionPrec_r) prec, Rung from) {
  auto const on = [prec](Geometry const& x, Geometry const& y, double grid) {
    return Geometry(geos::own(prec(context(), x.get(), y.get(), grid), "overlay on grid"));
  };
  auto const bounds = [&] {
    auto both = a.bounds();
    both.add(b.bounds());
    return both;
  };
  return climb({[&] { return floating(a, b); }, [&](double grid) { return on(a, b, grid); },
                [&](double grid) { return on(repair(a).geometry, repair(b).geometry, grid); }, bounds},
               from);
}

}  // namespace

Climbed intersection_by_ladder(Geometry const& a, Geometry const& b, Rung from) {
  return binary(a, b, &intersection, &GEOSIntersectionPrec_r, from);
}

Climbed difference_by_ladder(Geometry const& a, Geometry const& b, Rung from) {
  return binary(a, b, &difference, &GEOSDifferencePrec_r, from);
}

Climbed union_by_ladder(std::vector<Geometry> parts, int dimension, Rung from) {
  if (parts.size() == 1) return {only_dimension(std::move(parts.front()), dimension), Rung::robust};
  auto const all = collect(std::move(parts), dimension);
  auto const on = [](Geometry const& g, double grid) {
    return Geometry(geos::own(GEOSUnaryUnionPrec_r(context(), g.get(), grid), "union on grid"));
  };
  auto climbed = climb({[&] { return Geometry(geos::own(GEOSUnaryUnion_r(context(), all.get()), "union")); },
                        [&](double grid) { return on(all, grid); },
                        [&](double grid) { return on(repair(all).geometry, grid); }, [&] { return all.bounds(); }},
                       from);
  climbed.geometry = only_dimension(std::move(climbed.geometry), dimension);
  return climbed;
}

}  // namespace redline
