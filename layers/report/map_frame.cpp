// SPDX-License-Identifier: Apache-2.0
#include "layers/report/map_frame.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/measure/ellipsoid.hpp"

namespace redline {
namespace {

constexpr double SECONDS = 3600, SMALLEST_M = 20;

double metres_per_degree_east(double lat) {
  auto const s = std::sin(lat * RADIANS), e2 = ellipsoid::F * (2 - ellipsoid::F);
  return ellipsoid::A * std::cos(lat * RADIANS) / std::sqrt(1 - e2 * s * s) * RADIANS;
}

double metres_per_degree_north(double lat) {
  auto const s = std::sin(lat * RADIANS), e2 = ellipsoid::F * (2 - ellipsoid::F);
  return ellipsoid::A * (1 - e2) / std::pow(1 - e2 * s * s, 1.5) * RADIANS;
}

double moved_into(double centre, double half, double from, double to) {
  return to - from <= 2 * half ? (from + to) / 2 : std::clamp(centre, from + half, to - half);
}

}  // namespace

MapFrame::MapFrame(Bounds const& wanted, Bounds const& known, double width, double height)
    : m_box(wanted), m_width(width), m_height(height) {
  auto const c = m_box.centre();
  auto const east = metres_per_degree_east(c.y), north = metres_per_degree_north(c.y);
  auto const w = std::max((m_box.max_x - m_box.min_x) * east, SMALLEST_M),
             h = std::max((m_box.max_y - m_box.min_y) * north, SMALLEST_M);
  m_metres_per_unit = std::max(w / width, h / height);
  auto const half_x = m_metres_per_unit * width / 2 / east, half_y = m_metres_per_unit * height / 2 / north;
  auto const x = known.empty() ? c.x : moved_into(c.x, half_x, known.min_x, known.max_x);
  auto const y = known.empty() ? c.y : moved_into(c.y, half_y, known.min_y, known.max_y);
  m_box = {x - half_x, y - half_y, x + half_x, y + half_y};
}

double MapFrame::x(double lon) const { return (lon - m_box.min_x) / (m_box.max_x - m_box.min_x) * m_width; }
double MapFrame::y(double lat) const { return (m_box.max_y - lat) / (m_box.max_y - m_box.min_y) * m_height; }

Graticule graticule(double from, double to, int most) {
  constexpr std::array STEPS{0.1,  0.2,  0.5,  1.,   2.,    5.,    10.,   15.,    30.,   60.,
                             120., 300., 600., 900., 1800., 3600., 7200., 18000., 36000.};
  Graticule out;
  for (auto const step : STEPS) {
    out.step_s = step;
    if ((to - from) * SECONDS / step <= most) break;
  }
  auto const first = static_cast<long>(std::ceil(from * SECONDS / out.step_s)),
             last = static_cast<long>(std::floor(to * SECONDS / out.step_s));
  for (auto k = first; k <= last; ++k) out.degrees.push_back(static_cast<double>(k) * out.step_s / SECONDS);
  return out;
}

std::string graticule_label(double degrees, double step_s, char hemisphere) {
  auto const tenths = std::llround(std::abs(degrees) * SECONDS * 10);
  auto const d = tenths / 36000, m = tenths / 600 % 60, s = tenths % 600;
  if (step_s >= SECONDS) return fmt::format("{}°{}", d, hemisphere);
  if (step_s >= 60) return fmt::format("{}°{:02}′{}", d, m, hemisphere);
  if (step_s >= 1) return fmt::format("{}°{:02}′{:02}″{}", d, m, s / 10, hemisphere);
  return fmt::format("{}°{:02}′{:02}.{}″{}", d, m, s / 10, s % 10, hemisphere);
}

double round_length(double at_most_m) {
  auto const power = std::pow(10, std::floor(std::log10(at_most_m)));
  auto const first = at_most_m / power;
  return power * (first >= 5 ? 5 : first >= 2 ? 2 : 1);
}

}  // namespace redline
