// SPDX-License-Identifier: Apache-2.0
#include "engine/basemap/fit_sides.hpp"

#include <algorithm>
#include <boost/geometry/algorithms/intersects.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <cmath>
#include <tuple>

#include "engine/crs/local_metric.hpp"
#include "engine/geometry/validity.hpp"

namespace redline {
namespace {

namespace bg = boost::geometry;
using IndexPoint = bg::model::point<double, 2, bg::cs::cartesian>;
using Box = bg::model::box<IndexPoint>;
using Corner = std::pair<IndexPoint, std::size_t>;  // with its feature
using Corners = bg::index::rtree<Corner, bg::index::rstar<16>>;

constexpr double METRES_PER_DEGREE = 110574;  // the shortest degree of latitude

template <class F>
void each_ring(Coordinates& shape, F f) {
  for (auto& part : shape.parts)
    for (auto& ring : part) f(ring);
}

class Fitting {
 public:
  Fitting(std::vector<Coordinates>& shapes, double metres) : m_metres(metres) {
    std::vector<Corner> corners;
    for (std::size_t i = 0; i < shapes.size(); ++i)
      each_ring(shapes[i], [&](Ring const& ring) {
        for (std::size_t k = 1; k < ring.size(); ++k) corners.emplace_back(IndexPoint(ring[k].x, ring[k].y), i);
      });
    m_corners = Corners(corners.begin(), corners.end());
  }

  // True where corners were added.
  bool fit(Coordinates& shape, std::size_t feature) {
    bool changed = false;
    each_ring(shape, [&](Ring& ring) {
      Ring out{ring.front()};
      for (std::size_t k = 1; k < ring.size(); ++k) {
        add_corners_on(ring[k - 1], ring[k], feature, out);
        out.push_back(ring[k]);
      }
      changed |= out.size() > ring.size();
      ring = std::move(out);
    });
    return changed;
  }

 private:
  struct On {
    double along;  // of the way from a to b
    Point corner;
  };

  Box around(Point a, Point b) const {
    auto const dy = m_metres / METRES_PER_DEGREE;
    auto const lat = std::min(89.0, std::max(std::abs(a.y), std::abs(b.y)));
    auto const box = Bounds::of(a, b).expanded(dy / std::cos(lat * RADIANS), dy);
    return {{box.min_x, box.min_y}, {box.max_x, box.max_y}};
  }

  void add_corners_on(Point a, Point b, std::size_t feature, Ring& out) {
    LocalMetric const metric(a);
    auto const to = metric.to_m(b);
    auto const length2 = to.x * to.x + to.y * to.y;
    m_found.clear();
    for (auto it = m_corners.qbegin(bg::index::intersects(around(a, b))); it != m_corners.qend(); ++it) {
      Point const p{it->first.get<0>(), it->first.get<1>()};
      if (it->second == feature || p == a || p == b) continue;
      auto const at = metric.to_m(p);
      auto const along = (at.x * to.x + at.y * to.y) / length2, aside = at.x * to.y - at.y * to.x;
      if (along > 0 && along < 1 && aside * aside <= m_metres * m_metres * length2) m_found.push_back({along, p});
    }
    std::sort(m_found.begin(), m_found.end(), [](On const& x, On const& y) {
      return std::tie(x.along, x.corner.x, x.corner.y) < std::tie(y.along, y.corner.x, y.corner.y);
    });
    for (auto const& f : m_found)
      if (f.corner != out.back()) out.push_back(f.corner);
  }

  double m_metres;
  Corners m_corners;
  std::vector<On> m_found;
};

}  // namespace

void fit_sides(std::vector<GroundFeature>& features, double metres) {
  if (features.size() < 2 || !(metres > 0)) return;
  std::vector<Coordinates> shapes;
  shapes.reserve(features.size());
  for (auto const& f : features) shapes.push_back(coordinates(f.geometry));
  Fitting fitting(shapes, metres);
  for (std::size_t i = 0; i < features.size(); ++i) {
    if (!fitting.fit(shapes[i], i)) continue;
    auto fitted = build(shapes[i]);
    if (surely_valid(shapes[i]) || !defect(fitted)) features[i].geometry = std::move(fitted);
  }
}

}  // namespace redline
