// SPDX-License-Identifier: Apache-2.0
#include "engine/measure/outline.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace redline {
namespace {

constexpr std::size_t FEW_EDGES = 256, MOST_COLUMNS = 256;
constexpr double ON_LINE_M = 1e-5;

// Into the frame whose x axis is `d`, of length 1.
Point turned(Point p, Point d) { return {d.x * p.x + d.y * p.y, d.x * p.y - d.y * p.x}; }

bool spans(OutlineEdge const& e, double x) { return (e.ax > x) != (e.bx > x); }
double height_at(OutlineEdge const& e, double x) { return e.ay + (x - e.ax) / e.hx * e.hy; }

using PlainEdge = std::pair<Point, Point>;

double edge_length(PlainEdge const& e) {
  double const dx = e.second.x - e.first.x, dy = e.second.y - e.first.y;
  return std::sqrt(dx * dx + dy * dy);
}

// The axis along which the edges, weighed by their length, spread the most.
Point main_direction(std::vector<PlainEdge> const& edges) {
  double weight = 0, mx = 0, my = 0, xx = 0, xy = 0, yy = 0;
  for (auto const& e : edges) {
    double const w = edge_length(e), dx = e.second.x - e.first.x, dy = e.second.y - e.first.y;
    double const x = e.first.x + dx / 2, y = e.first.y + dy / 2;
    weight += w, mx += w * x, my += w * y;
    xx += w * (x * x + dx * dx / 12), xy += w * (x * y + dx * dy / 12), yy += w * (y * y + dy * dy / 12);
  }
  if (weight <= 0) return {1, 0};
  auto const angle = std::atan2(2 * (xy - mx * my / weight), (xx - mx * mx / weight) - (yy - my * my / weight)) / 2;
  return {std::cos(angle), std::sin(angle)};
}

Point longest_edge_direction(std::vector<PlainEdge> const& edges) {
  Point longest;
  double most = 0;
  for (auto const& e : edges) {
    double const dx = e.second.x - e.first.x, dy = e.second.y - e.first.y, l2 = dx * dx + dy * dy;
    if (l2 > most) most = l2, longest = {dx, dy};
  }
  if (!(most > 0)) return {1, 0};
  return {longest.x / std::sqrt(most), longest.y / std::sqrt(most)};
}

double height_when_turned(std::vector<PlainEdge> const& edges, Point direction) {
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (auto const& e : edges) {
    auto const y = turned(e.first, direction).y;
    low = std::min(low, y), high = std::max(high, y);
  }
  return high - low;
}

}  // namespace

Outline::Outline(RingsOfPart const& rings, LocalMetric const& metric) : m_metric(metric) {
  double twice_area = 0;
  std::vector<PlainEdge> edges;
  std::size_t corners = 0;
  for (auto const& ring : rings) corners += ring.size();
  edges.reserve(corners);
  for (std::size_t r = 0; r < rings.size(); ++r) {
    double ring_twice = 0;
    for (std::size_t i = 1; i < rings[r].size(); ++i) {
      auto const a = i == 1 ? metric.to_m(rings[r][0]) : edges.back().second, b = metric.to_m(rings[r][i]);
      edges.emplace_back(a, b);
      ring_twice += a.x * b.y - b.x * a.y;
    }
    twice_area += (r == 0 ? 1 : -1) * std::abs(ring_twice);
  }
  m_area = std::max(twice_area / 2, 0.0);
  if (edges.empty()) return;
  auto const spread = main_direction(edges), longest = longest_edge_direction(edges);
  keep(edges, height_when_turned(edges, longest) < height_when_turned(edges, spread) ? longest : spread);
  m_all.resize(m_edges.size());
  std::iota(m_all.begin(), m_all.end(), 0U);
  if (m_edges.size() > FEW_EDGES) index_columns();
}

void Outline::keep(std::vector<PlainEdge> const& edges, Point direction) {
  m_direction = direction;
  m_edges.reserve(edges.size());
  for (auto const& e : edges) {
    auto const a = turned(e.first, direction), b = turned(e.second, direction);
    double const hx = (b.x - a.x) / 2, hy = (b.y - a.y) / 2, half2 = hx * hx + hy * hy;
    m_edges.push_back({a.x, a.y, b.x, a.x + hx, a.y + hy, hx, hy, half2, half2 > 0 ? 1 / half2 : 0});
    m_bounds.add(a);
  }
}

void Outline::index_columns() {
  auto const columns = std::min(m_edges.size() / 8, MOST_COLUMNS);
  double const width = (m_bounds.max_x - m_bounds.min_x) / static_cast<double>(columns);
  if (!(width > 0)) return;
  auto const place = [&](double x) {
    auto const c = std::floor((x - m_bounds.min_x) / width);
    return static_cast<std::size_t>(std::min(std::max(c, 0.0), static_cast<double>(columns - 1)));
  };
  std::vector<EdgeList> lists(columns);
  for (auto const i : m_all) {
    auto const& e = m_edges[i];
    auto const [low, high] = std::minmax({place(e.ax), place(e.bx)});
    // One column more on both sides: a rounded quotient must not lose an edge.
    for (auto c = low > 0 ? low - 1 : 0; c <= std::min(high + 1, columns - 1); ++c) lists[c].push_back(i);
  }
  for (auto const& list : lists) {
    m_first_of_column.push_back(static_cast<std::uint32_t>(m_in_column.size()));
    m_in_column.insert(m_in_column.end(), list.begin(), list.end());
  }
  m_first_of_column.push_back(static_cast<std::uint32_t>(m_in_column.size()));
}

std::span<std::uint32_t const> Outline::column(double x) const {
  if (m_first_of_column.empty()) return m_all;
  auto const columns = m_first_of_column.size() - 1;
  double const at = (x - m_bounds.min_x) / (m_bounds.max_x - m_bounds.min_x) * static_cast<double>(columns);
  if (!(at >= 0) || at > static_cast<double>(columns)) return {};
  auto const c = std::min(static_cast<std::size_t>(at), columns - 1);
  return {m_in_column.data() + m_first_of_column[c], m_in_column.data() + m_first_of_column[c + 1]};
}

double Outline::deepest_possible() const {
  if (m_bounds.empty()) return 0;
  double const width = m_bounds.max_x - m_bounds.min_x, height = m_bounds.max_y - m_bounds.min_y;
  return std::min(std::min(width, height) / 2, std::sqrt(m_area / std::numbers::pi));
}

std::pair<double, std::uint32_t> Outline::nearest_edge(Point p, double enough) const {
  double const enough2 = enough * enough;
  double best = std::numeric_limits<double>::infinity();
  std::uint32_t at = 0;
  for (auto const i : m_all) {
    auto const d = m_edges[i].distance2(p);
    if (d >= best) continue;
    best = d, at = i;
    if (d <= enough2) break;
  }
  return {std::sqrt(best), at};
}

std::size_t Outline::distances2(Point p, std::span<std::uint32_t const> edges, std::span<double> out) const {
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < edges.size(); ++i) {
    out[i] = m_edges[edges[i]].distance2(p);
    least = std::min(least, out[i]);
  }
  auto const at = static_cast<std::size_t>(std::find(out.begin(), out.end(), least) - out.begin());
  return std::min(at, edges.size() - 1);
}

Outline::Side Outline::all_on(std::uint32_t edge) const {
  auto const& e = m_edges[edge];
  if (!(e.half2 > 0)) return {};
  double const l = std::sqrt(e.half2), most = ON_LINE_M * l;
  double low = 0, high = 0;
  for (auto const& o : m_edges) {
    auto const x = e.hx * (o.ay - e.my) - e.hy * (o.ax - e.mx);
    low = std::min(low, x), high = std::max(high, x);
    if (low < -most && high > most) return {};
  }
  return high >= -low ? Side{1, -low / l} : Side{-1, high / l};
}

bool Outline::inside(Point p) const {
  bool in = false;
  for (auto const i : column(p.x))
    if (spans(m_edges[i], p.x) && p.y < height_at(m_edges[i], p.x)) in = !in;
  return in;
}

Point Outline::middle_across(double x) const {
  std::vector<double> heights;
  for (auto const i : column(x))
    if (spans(m_edges[i], x)) heights.push_back(height_at(m_edges[i], x));
  std::sort(heights.begin(), heights.end());
  double widest = 0, middle = std::numeric_limits<double>::quiet_NaN();
  for (std::size_t i = 1; i < heights.size(); i += 2)
    if (heights[i] - heights[i - 1] > widest)
      widest = heights[i] - heights[i - 1], middle = (heights[i] + heights[i - 1]) / 2;
  return {x, middle};
}

Point Outline::given_back(Point p) const { return m_metric.to_lonlat(turned(p, {m_direction.x, -m_direction.y})); }

}  // namespace redline
