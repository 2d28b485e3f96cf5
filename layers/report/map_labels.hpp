// Where texts stand on a map without lying on each other: boxes that are taken, and the place for a text beside a
// point. text_width: an estimate in pixels, one em for Chinese, 0.56 for the rest.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/geometry/bounds.hpp"

namespace redline {

double text_width(std::string_view text, double size);
std::string shortened(std::string const& text, double size, double width);  // with … where it is too long

class MapLabels {
 public:
  MapLabels(double width, double height) : m_plot{0, 0, width, height} {}
  void take(Bounds const& box) { m_taken.push_back(box); }
  // The left end of the base line, beside the point and away from `centre` where that is free; taken from then on.
  std::optional<Point> beside(Point at, Point centre, std::string_view text, double size);
  std::optional<Point> on(Point at, std::string_view text, double size);  // centred on the point

 private:
  std::optional<Point> put(Point middle, double width, double size);

  Bounds m_plot;
  std::vector<Bounds> m_taken;
};

}  // namespace redline
