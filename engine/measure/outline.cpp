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

bool spans(OutlineEdge const& e, double x) { return (e.ax > x) != (e.bx > x); }
double height_at(OutlineEdge const& e, double x) { return e.ay + (x - e.ax) / e.dx * e.dy; }

using PlainEdge = std::pair<Point, Point>;

double edge_length(PlainEdge const& e) {
  double const dx = e.second.x - e.first.x, dy = e.second.y - e.first.y;
  return std::sqrt(dx * dx + dy * dy);
}

// The axis along which the edges, weighed by their length, spread the most.
double main_direction(std::vector<PlainEdge> const& edges) {
  double weight = 0, mx = 0, my = 0, xx = 0, xy = 0, yy = 0;
  for (auto const& e : edges) {
    double const w = edge_length(e), dx = e.second.x - e.first.x, dy = e.second.y - e.first.y;
    double const x = e.first.x + dx / 2, y = e.first.y + dy / 2;
    weight += w, mx += w * x, my += w * y;
    xx += w * (x * x + dx * dx / 12), xy += w * (x * y + dx * dy / 12), yy += w * (y * y + dy * dy / 12);
  }
  if (weight <= 0) return 0;
  return std::atan2(2 * (xy - mx * my / weight), (xx - mx * mx / weight) - (yy - my * my / weight)) / 2;
}

double longest_edge_direction(std::vector<PlainEdge> const& edges) {
  auto const& e = *std::max_element(edges.begin(), edges.end(),
                                    [](auto const& a, auto const& b) { return edge_length(a) < edge_length(b); });
  return std::atan2(e.second.y - e.first.y, e.second.x - e.first.x);
}

double height_when_turned(std::vector<PlainEdge> const& edges, double angle) {
  double const cos = std::cos(angle), sin = std::sin(angle);
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (auto const& e : edges) {
    auto const y = turned(e.first, cos, sin).y;
    low = std::min(low, y), high = std::max(high, y);
  }
  return high - low;
}

}  // namespace

Outline::Outline(RingsOfPart const& rings, LocalMetric const& metric) : m_metric(metric) {
  double twice_area = 0;
  std::vector<PlainEdge> edges;
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
  double const spread = main_direction(edges), longest = longest_edge_direction(edges);
  keep(edges, height_when_turned(edges, longest) < height_when_turned(edges, spread) ? longest : spread);
  m_all.resize(m_edges.size());
  std::iota(m_all.begin(), m_all.end(), 0U);
  if (m_edges.size() > FEW_EDGES) index_columns();
}

void Outline::keep(std::vector<PlainEdge> const& edges, double angle) {
  m_cos = std::cos(angle), m_sin = std::sin(angle);
  m_edges.reserve(edges.size());
  for (auto const& e : edges) {
    auto const a = turned(e.first, m_cos, m_sin), b = turned(e.second, m_cos, m_sin);
    double const dx = b.x - a.x, dy = b.y - a.y, l2 = dx * dx + dy * dy;
    m_edges.push_back({a.x, a.y, b.x, dx, dy, l2 > 0 ? 1 / l2 : 0});
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

// Two minima side by side: the processor need not wait for one to begin the next.
double Outline::distance(Point p, std::span<std::uint32_t const> edges) const {
  double best = std::numeric_limits<double>::infinity(), other = best;
  std::size_t i = 0;
  for (; i + 1 < edges.size(); i += 2) {
    best = std::min(best, distance2(m_edges[edges[i]], p));
    other = std::min(other, distance2(m_edges[edges[i + 1]], p));
  }
  if (i < edges.size()) best = std::min(best, distance2(m_edges[edges[i]], p));
  return std::sqrt(std::min(best, other));
}

std::pair<double, std::uint32_t> Outline::nearest_edge(Point p, std::span<std::uint32_t const> edges) const {
  double best = std::numeric_limits<double>::infinity();
  std::uint32_t at = 0;
  for (auto const i : edges)
    if (auto const d = distance2(m_edges[i], p); d < best) best = d, at = i;
  return {std::sqrt(best), at};
}

// The distance from a segment is convex, so it is greatest in a corner.
double Outline::farthest(std::uint32_t edge, Bounds const& b) const {
  auto const& e = m_edges[edge];
  return std::sqrt(std::max({distance2(e, {b.min_x, b.min_y}), distance2(e, {b.max_x, b.min_y}),
                             distance2(e, {b.min_x, b.max_y}), distance2(e, {b.max_x, b.max_y})}));
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

EdgeList Outline::near(Point p, double radius, double distance, std::span<std::uint32_t const> edges) const {
  double const reach = distance + 2 * radius, reach2 = reach * reach * (1 + 1e-12);
  EdgeList out;
  out.reserve(edges.size());
  for (auto const i : edges)
    if (distance2(m_edges[i], p) <= reach2) out.push_back(i);
  return out;
}

Point Outline::given_back(Point p) const {
  return m_metric.to_lonlat({m_cos * p.x - m_sin * p.y, m_sin * p.x + m_cos * p.y});
}

}  // namespace redline
