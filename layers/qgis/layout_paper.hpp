// The papers that a layout is drawn for: lengths of layouts.toml (A4) and type in proportion.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <fmt/format.h>

#include <cmath>
#include <string>

#include "layers/qgis/symbol.hpp"

namespace redline {

struct LayoutPaper {
  char const* name;
  double width, height, scale, font;

  double mm(double length) const { return std::round(length * scale * 100) / 100; }
  std::string points(double size) const { return number(size * font); }
  std::string typeface(double size, bool bold) const {
    return fmt::format("Noto Sans CJK SC,{},-1,5,{},0,0,0,0,0", points(size), bold ? 75 : 50);
  }
};

}  // namespace redline
