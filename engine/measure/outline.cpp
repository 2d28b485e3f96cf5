// SPDX-License-Identifier: Apache-2.0
#include "engine/measure/outline.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace redline {
namespace {

constexpr std::size_t FEW_EDGES = 64, MOST_COLUMNS = 256;

Point turned(Point p, double cos, double sin) { return {cos * p.x + sin * p.y, cos * p.y - sin * p.x}; }

double distance2(OutlineEdge const& e, Point p) {
  double const px = p.x - e.ax, py = p.y - e.ay;
  double const t = std::min(std::max((px * e.dx + py * e.dy) * e.inverse_length2, 0.0), 1.0);
  double const ex = px - t * e.dx, ey = py - t * e.dy;
  return ex * ex + ey * ey;
}

bool spans(OutlineEdge const& e, double x) { return (e.ax > x) != (e.ax + e.dx > x); }
double height_at(OutlineEdge const& e, double x) { return e.ay + (x - e.ax) / e.dx * e.dy; }

double edge_length(OutlineEdge const& e) { return std::hypot(e.dx, e.dy); }

// The axis along which the edges, weighed by their length, spread the most.
double main_direction(std::vector<OutlineEdge> const& edges) {
  double weight = 0, mx = 0, my = 0, xx = 0, xy = 0, yy = 0;
  for (auto const& e : edges) {
    double const w = edge_length(e), x = e.ax + e.dx / 2, y = e.ay + e.dy / 2;
    weight += w, mx += w * x, my += w * y;
    xx += w * (x * x + e.dx * e.dx / 12), xy += w * (x * y + e.dx * e.dy / 12), yy += w * (y * y + e.dy * e.dy / 12);
  }
  if (weight <= 0) return 0;
  return std::atan2(2 * (xy - mx * my / weight), (xx - mx * mx / weight) - (yy - my * my / weight)) / 2;
}

double longest_edge_direction(std::vector<OutlineEdge> const& edges) {
  auto const& e = *std::max_element(edges.begin(), edges.end(),
                                    [](auto const& a, auto const& b) { return edge_length(a) < edge_length(b); });
  return std::atan2(e.dy, e.dx);
}

double height_when_turned(std::vector<OutlineEdge> const& edges, double angle) {
  double const cos = std::cos(angle), sin = std::sin(angle);
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (auto const& e : edges) {
    auto const y = turned({e.ax, e.ay}, cos, sin).y;
    low = std::min(low, y), high = std::max(high, y);
  }
  return high - low;
}

}  // namespace

Outline::Outline(RingsOfPart const& rings, LocalMetric const& metric) : m_metric(metric) {
  double twice_area = 0;
  for (std::size_t r = 0; r < rings.size(); ++r) {
    double ring_twice = 0;
    for (std::size_t i = 1; i < rings[r].size(); ++i) {
      auto const a = metric.to_m(rings[r][i - 1]), b = metric.to_m(rings[r][i]);
      double const dx = b.x - a.x, dy = b.y - a.y, l2 = dx * dx + dy * dy;
      m_edges.push_back({a.x, a.y, dx, dy, l2 > 0 ? 1 / l2 : 0});
      ring_twice += a.x * b.y - b.x * a.y;
    }
    twice_area += (r == 0 ? 1 : -1) * std::abs(ring_twice);
  }
  m_area = std::max(twice_area / 2, 0.0);
  m_all.resize(m_edges.size());
  std::iota(m_all.begin(), m_all.end(), 0U);
  if (m_edges.empty()) return;
  double const spread = main_direction(m_edges), longest = longest_edge_direction(m_edges);
  double const angle = height_when_turned(m_edges, longest) < height_when_turned(m_edges, spread) ? longest : spread;
  turn(std::cos(angle), std::sin(angle));
  if (m_edges.size() > FEW_EDGES) index_columns();
}

void Outline::turn(double cos, double sin) {
  m_cos = cos, m_sin = sin;
  for (auto& e : m_edges) {
    auto const a = turned({e.ax, e.ay}, cos, sin), d = turned({e.dx, e.dy}, cos, sin);
    e.ax = a.x, e.ay = a.y, e.dx = d.x, e.dy = d.y;
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
    auto const [low, high] = std::minmax({place(e.ax), place(e.ax + e.dx)});
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

double Outline::distance(Point p, std::span<std::uint32_t const> edges) const {
  double best = std::numeric_limits<double>::infinity();
  for (auto const i : edges) best = std::min(best, distance2(m_edges[i], p));
  return std::sqrt(best);
}

Point Outline::nearest(Point p) const {
  auto best = std::numeric_limits<double>::infinity();
  OutlineEdge const* found = &m_edges.front();
  for (auto const& e : m_edges)
    if (auto const d = distance2(e, p); d < best) best = d, found = &e;
  double const t = ((p.x - found->ax) * found->dx + (p.y - found->ay) * found->dy) * found->inverse_length2;
  double const u = std::min(std::max(t, 0.0), 1.0);
  return {found->ax + u * found->dx, found->ay + u * found->dy};
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

EdgeList Outline::near(Point p, double radius, std::span<std::uint32_t const> edges) const {
  double const reach = distance(p, edges) + 2 * radius, reach2 = reach * reach * (1 + 1e-12);
  EdgeList out;
  for (auto const i : edges)
    if (distance2(m_edges[i], p) <= reach2) out.push_back(i);
  return out;
}

Point Outline::given_back(Point p) const {
  return m_metric.to_lonlat({m_cos * p.x - m_sin * p.y, m_sin * p.x + m_cos * p.y});
}

}  // namespace redline
