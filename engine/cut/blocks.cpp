// SPDX-License-Identifier: Apache-2.0
#include "engine/cut/blocks.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/core/interrupt.hpp"
#include "engine/cut/clear_of.hpp"

namespace redline {
namespace {

constexpr std::array<int, 3> SIZES_S{60, 30, 15};
constexpr double STEPS_PER_SECOND = 1000;
constexpr double MOST_CELLS = 1e6;
constexpr double LARGEST_SHIFT_S = 6;  // old Chinese datums lie up to 150 m off

double residue(double v, double step) { return v - step * std::floor(v / step); }  // 0 <= r < step

double apart(double r, double other, double step) {  // on the circle of residues
  return residue(r - other + step / 2, step) - step / 2;
}

struct Fit {
  double shift = 0, deviation = 0;
};

// The residue common to all values: 0 where that fits as well.
Fit fit(std::vector<double> const& values, double step, double tolerance) {
  auto const around = [&](double centre) {
    double mean = 0, worst = 0;
    for (auto const v : values) {
      auto const d = apart(residue(v, step), centre, step);
      mean += d / static_cast<double>(values.size());
      worst = std::max(worst, std::abs(d));
    }
    return std::pair(mean, worst);
  };
  auto const plain = around(0);
  if (plain.second <= tolerance) return {0, plain.second};
  auto const first = residue(values.front(), step);
  auto const centre = first + around(first).first;
  return {apart(centre, 0, step), around(centre).second};
}

bool along_the_graticule(std::vector<RingsOfPart> const& parts, double tolerance) {
  for (auto const& part : parts)
    for (auto const& ring : part)
      for (std::size_t i = 0; i < ring.size(); ++i) {
        auto const a = ring[i], b = ring[(i + 1) % ring.size()];
        if (std::min(std::abs(a.x - b.x), std::abs(a.y - b.y)) > tolerance) return false;
      }
  return true;
}

std::vector<Bounds> cells_inside(Geometry const& ground, double origin_x, double origin_y, double step) {
  std::vector<Bounds> out;
  auto const b = ground.bounds();
  auto const first = [&](double v, double o) { return o + std::round((v - o) / step) * step; };
  auto const x0 = first(b.min_x, origin_x), y0 = first(b.min_y, origin_y);
  if ((b.max_x - x0) / step * ((b.max_y - y0) / step) > MOST_CELLS) return out;
  geos::PreparedPtr const prepared(GEOSPrepare_r(geos::context(), ground.get()));
  for (double y = y0; y < b.max_y - step / 2; y += step)
    for (double x = x0; x < b.max_x - step / 2; x += step) {
      auto const centre = Geometry::point({x + step / 2, y + step / 2});
      if (geos::answer(GEOSPreparedCovers_r(geos::context(), prepared.get(), centre.get()), "covers"))
        out.push_back({std::round(x), std::round(y), std::round(x + step), std::round(y + step)});
    }
  return out;
}

bool fill(std::vector<Bounds> const& cells, Geometry const& ground, double tolerance) {
  double area = 0;
  for (auto const& c : cells) area += (c.max_x - c.min_x) * (c.max_y - c.min_y);
  return std::abs(area - ground.planar_area()) <= (tolerance + 1) * ground.planar_length();
}

}  // namespace

std::optional<Blocks> find_blocks(std::vector<RingsOfPart> const& application, PrintFrame const& degrees,
                                  int tolerance_ms) {
  double const tolerance = tolerance_ms;
  if (!along_the_graticule(application, 2 * tolerance)) return std::nullopt;
  std::vector<double> xs, ys;
  for (auto const& part : application)
    for (auto const& ring : part)
      for (auto const& p : ring) xs.push_back(p.x + degrees.origin_x()), ys.push_back(p.y + degrees.origin_y());
  if (xs.empty()) return std::nullopt;
  for (int const seconds : SIZES_S) {
    double const step = seconds * STEPS_PER_SECOND;
    auto const fx = fit(xs, step, tolerance), fy = fit(ys, step, tolerance);
    auto const worst = std::max(fx.deviation, fy.deviation);
    auto const shift_s = std::max(std::abs(fx.shift), std::abs(fy.shift)) / STEPS_PER_SECOND;
    if (worst > tolerance || shift_s > LARGEST_SHIFT_S) continue;
    Blocks out;
    auto const ground = closed(application);
    out.cells = cells_inside(ground, fx.shift - degrees.origin_x(), fy.shift - degrees.origin_y(), step);
    if (out.cells.empty() || !fill(out.cells, ground, tolerance)) continue;
    out.evidence = {seconds,
                    out.cells.size(),
                    0,
                    worst / STEPS_PER_SECOND,
                    fx.shift / STEPS_PER_SECOND,
                    fy.shift / STEPS_PER_SECOND};
    return out;
  }
  return std::nullopt;
}

Geometry untouched_blocks(Blocks& blocks, PrintFrame const& degrees, std::span<Geometry const> protected_ground) {
  std::vector<Geometry> kept;
  for (std::size_t i = 0; i < blocks.cells.size(); ++i) {
    if (i % 256 == 0) throw_if_interrupted();
    auto cell = Geometry::rectangle(blocks.cells[i]);
    if (clear_of(degrees.to_lonlat(cell, 0), protected_ground, Contact::allowed) == Clear::yes)
      kept.push_back(std::move(cell));
  }
  blocks.evidence.lost = blocks.cells.size() - kept.size();
  return union_all(std::move(kept), 2);
}

}  // namespace redline
