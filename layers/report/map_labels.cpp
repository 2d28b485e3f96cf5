// SPDX-License-Identifier: Apache-2.0
#include "layers/report/map_labels.hpp"

#include <algorithm>
#include <cmath>

#include "engine/measure/ellipsoid.hpp"

namespace redline {
namespace {

constexpr double WIDE = 1.0, NARROW = 0.56, ASCENT = 0.36;

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }
double em(char lead) { return static_cast<unsigned char>(lead) >= 0xE2 ? WIDE : NARROW; }

}  // namespace

double text_width(std::string_view text, double size) {
  double out = 0;
  for (auto const c : text)
    if (starts_character(c)) out += em(c) * size;
  return out;
}

std::string shortened(std::string const& text, double size, double width) {
  if (text_width(text, size) <= width) return text;
  std::string out;
  double used = size;
  for (std::size_t i = 0; i < text.size();) {
    auto end = i + 1;
    while (end < text.size() && !starts_character(text[end])) ++end;
    used += em(text[i]) * size;
    if (used > width) break;
    out += text.substr(i, end - i);
    i = end;
  }
  return out + "…";
}

std::optional<Point> MapLabels::put(Point middle, double width, double size) {
  Bounds const box{middle.x - width / 2, middle.y - size / 2, middle.x + width / 2, middle.y + size / 2};
  if (!m_plot.contains(box)) return {};
  if (std::any_of(m_taken.begin(), m_taken.end(), [&](Bounds const& b) { return b.intersects(box); })) return {};
  m_taken.push_back(box);
  return Point{box.min_x, middle.y + ASCENT * size};
}

std::optional<Point> MapLabels::beside(Point at, Point centre, std::string_view text, double size) {
  auto const width = text_width(text, size) + 1;
  auto const outward = std::atan2(at.y - centre.y, at.x - centre.x);
  for (auto const turn : {0., 45., -45., 90., -90., 135., -135., 180.}) {
    auto const a = outward + turn * RADIANS;
    Point const middle{at.x + std::cos(a) * (width / 2 + 5), at.y + std::sin(a) * (size / 2 + 5)};
    if (auto const place = put(middle, width, size)) return place;
  }
  return {};
}

std::optional<Point> MapLabels::on(Point at, std::string_view text, double size) {
  return put(at, text_width(text, size) + 2, size);
}

}  // namespace redline
