// SPDX-License-Identifier: Apache-2.0
#include "layers/report/map_outline.hpp"

#include <fmt/format.h>

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/linestring.hpp>
#include <boost/geometry/geometries/point_xy.hpp>

#include "engine/geometry/coordinates.hpp"

namespace redline {
namespace {

using Pixel = boost::geometry::model::d2::point_xy<double>;
using Line = boost::geometry::model::linestring<Pixel>;

constexpr std::size_t FEWEST = 4;  // points of a ring, the first once more at the end

std::string ring_path(Line const& ring) {
  std::string out, last;
  char command = 'M';
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    auto const at = fmt::format("{:.1f} {:.1f}", ring[i].x(), ring[i].y());
    if (at == last) continue;
    out += command + at;
    last = at, command = 'L';
  }
  return out + 'Z';
}

}  // namespace

std::string outline_path(Geometry const& ground, MapFrame const& frame, double detail) {
  std::string out;
  Pixel speck(0, 0);
  for (auto const& part : coordinates(ground).parts)
    for (auto const& ring : part) {
      Line line, thin;
      for (auto const& p : ring) line.emplace_back(frame.x(p.x), frame.y(p.y));
      if (detail > 0)
        boost::geometry::simplify(line, thin, detail);
      else
        thin = std::move(line);
      if (!thin.empty()) speck = thin.front();
      if (detail <= 0 || thin.size() >= FEWEST) out += ring_path(thin);
    }
  if (out.empty() && detail > 0)
    out = fmt::format("M{:.1f} {:.1f}h{:.1f}v{:.1f}h-{:.1f}Z", speck.x(), speck.y(), detail, detail, detail);
  return out;
}

}  // namespace redline
