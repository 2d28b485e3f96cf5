// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/ladder.hpp"

#include <exception>
#include <functional>

#include "engine/core/error.hpp"
#include "engine/geometry/validity.hpp"

namespace redline {
namespace {

using geos::context;

Climbed climb(std::function<Geometry()> const& robust, std::function<Geometry()> const& grid,
              std::function<Geometry()> const& repaired) {
  std::exception_ptr first;
  auto const attempt = [&](std::function<Geometry()> const& f, Rung rung, Climbed& out) {
    try {
      out = {f(), rung};
      return true;
    } catch (GeometryError const&) {
      if (!first) first = std::current_exception();
      return false;
    }
  };
  Climbed out;
  if (attempt(robust, Rung::robust, out) || attempt(grid, Rung::grid, out) || attempt(repaired, Rung::repaired, out))
    return out;
  std::rethrow_exception(first);
}

Geometry on_grid(decltype(&GEOSIntersectionPrec_r) operation, Geometry const& a, Geometry const& b, char const* name) {
  return Geometry(geos::own(operation(context(), a.get(), b.get(), GRID_DEGREES), name));
}

Climbed binary(Geometry const& a, Geometry const& b, Geometry (*robust)(Geometry const&, Geometry const&),
               decltype(&GEOSIntersectionPrec_r) prec, char const* name) {
  return climb([&] { return robust(a, b); }, [&] { return on_grid(prec, a, b, name); },
               [&] { return on_grid(prec, repair(a).geometry, repair(b).geometry, name); });
}

}  // namespace

Climbed intersection_by_ladder(Geometry const& a, Geometry const& b) {
  return binary(a, b, &intersection, &GEOSIntersectionPrec_r, "intersection on grid");
}

Climbed difference_by_ladder(Geometry const& a, Geometry const& b) {
  return binary(a, b, &difference, &GEOSDifferencePrec_r, "difference on grid");
}

Climbed union_by_ladder(std::vector<Geometry> parts, int dimension) {
  if (parts.size() == 1) return {only_dimension(std::move(parts.front()), dimension), Rung::robust};
  auto const all = collect(std::move(parts), dimension);
  auto const plain = [](Geometry const& g) {
    return Geometry(geos::own(GEOSUnaryUnion_r(context(), g.get()), "union"));
  };
  auto const grid = [](Geometry const& g) {
    return Geometry(geos::own(GEOSUnaryUnionPrec_r(context(), g.get(), GRID_DEGREES), "union on grid"));
  };
  auto climbed =
      climb([&] { return plain(all); }, [&] { return grid(all); }, [&] { return grid(repair(all).geometry); });
  climbed.geometry = only_dimension(std::move(climbed.geometry), dimension);
  return climbed;
}

}  // namespace redline
