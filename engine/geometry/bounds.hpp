// An axis-parallel box in longitude/latitude degrees (or any x, y); empty is explicit: min > max.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <limits>

namespace redline {

struct Point {
  double x = 0, y = 0;
  bool operator==(Point const&) const = default;
};

struct Bounds {
  double min_x = std::numeric_limits<double>::infinity(), min_y = std::numeric_limits<double>::infinity();
  double max_x = -std::numeric_limits<double>::infinity(), max_y = -std::numeric_limits<double>::infinity();

  bool empty() const { return !(min_x <= max_x && min_y <= max_y); }
  void add(Point p) {
    min_x = std::min(min_x, p.x), max_x = std::max(max_x, p.x);
    min_y = std::min(min_y, p.y), max_y = std::max(max_y, p.y);
  }
  void add(Bounds const& b) {
    min_x = std::min(min_x, b.min_x), max_x = std::max(max_x, b.max_x);
    min_y = std::min(min_y, b.min_y), max_y = std::max(max_y, b.max_y);
  }
  bool intersects(Bounds const& b) const {
    return min_x <= b.max_x && b.min_x <= max_x && min_y <= b.max_y && b.min_y <= max_y;
  }
  bool contains(Bounds const& b) const {
    return min_x <= b.min_x && b.max_x <= max_x && min_y <= b.min_y && b.max_y <= max_y;
  }
  bool contains(Point p) const { return min_x <= p.x && p.x <= max_x && min_y <= p.y && p.y <= max_y; }
  Bounds expanded(double dx, double dy) const { return {min_x - dx, min_y - dy, max_x + dx, max_y + dy}; }
  bool beside(Point a, Point b) const {  // the segment a-b lies wholly on the far side of one of the four sides
    return (a.x < min_x && b.x < min_x) || (a.x > max_x && b.x > max_x) || (a.y < min_y && b.y < min_y) ||
           (a.y > max_y && b.y > max_y);
  }
  static Bounds of(Point a, Point b) {
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
  }
  Point centre() const { return {(min_x + max_x) / 2, (min_y + max_y) / 2}; }
};

}  // namespace redline
