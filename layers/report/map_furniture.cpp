// SPDX-License-Identifier: Apache-2.0
#include "layers/report/map_furniture.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "layers/report/map_labels.hpp"
#include "layers/report/xml.hpp"

namespace redline {
namespace {

constexpr int LINES_ACROSS = 6, LINES_DOWN = 5;
constexpr std::size_t LEGEND_COLUMNS = 2;
constexpr double ROW = 18, SWATCH = 26, GAP = 6, BAR_SHARE = 0.24, KILOMETRE = 1000;

std::string length_text(double metres) {
  return metres >= KILOMETRE ? fmt::format("{:g} km", metres / KILOMETRE) : fmt::format("{:g} m", metres);
}

std::string label(double x, double y, std::string const& text, char const* more) {
  return fmt::format(R"(<text x="{:.1f}" y="{:.1f}" font-size="9.5" text-anchor="middle"{}>{}</text>)", x, y, more,
                     text);
}

double indent_of(LegendItem const& item) { return item.is_note ? 0 : SWATCH + 8; }

// One column where a text would be cut short in two.
std::size_t columns_of(std::vector<LegendItem> const& items, double width) {
  auto const column = width / static_cast<double>(LEGEND_COLUMNS);
  bool const fit = std::all_of(items.begin(), items.end(), [&](LegendItem const& item) {
    return text_width(item.text, MAP_TEXT) <= column - indent_of(item) - GAP;
  });
  return fit ? LEGEND_COLUMNS : 1;
}

}  // namespace

std::string haloed(Point at, std::string_view text, double size, bool bold) {
  auto const place = fmt::format(R"(<text x="{:.1f}" y="{:.1f}" font-size="{}"{})", at.x, at.y, size,
                                 bold ? R"( font-weight="bold")" : "");
  return place + R"( stroke="#fff" stroke-width="3" stroke-linejoin="round" fill="#fff">)" + xml(text) + "</text>" +
         place + ">" + xml(text) + "</text>";
}

std::string shape_attributes(MapStyle const& s) {
  return fmt::format(R"( fill="{}" fill-opacity="0.6" stroke="{}" stroke-width="{}"{} stroke-linejoin="round")",
                     s.fill.empty() ? "none" : s.fill, s.outline.empty() ? "none" : s.outline, s.width,
                     s.dash.empty() ? "" : fmt::format(R"( stroke-dasharray="{}")", s.dash));
}

std::string graticule_lines(MapFrame const& f) {
  std::string d;
  for (auto const lon : graticule(f.box().min_x, f.box().max_x, LINES_ACROSS).degrees)
    d += fmt::format("M{:.1f} 0V{:.1f}", f.x(lon), f.height());
  for (auto const lat : graticule(f.box().min_y, f.box().max_y, LINES_DOWN).degrees)
    d += fmt::format("M0 {:.1f}H{:.1f}", f.y(lat), f.width());
  return fmt::format(R"(<path d="{}" fill="none" stroke="#777" stroke-width="0.5" stroke-opacity="0.7"/>)", d);
}

std::string frame_and_graticule(MapFrame const& f) {
  auto out = fmt::format(R"(<rect x="0" y="0" width="{}" height="{}" fill="none" stroke="#000" stroke-width="1.2"/>)",
                         f.width(), f.height());
  auto const lons = graticule(f.box().min_x, f.box().max_x, LINES_ACROSS);
  for (auto const lon : lons.degrees) {
    auto const text = graticule_label(lon, lons.step_s, lon < 0 ? 'W' : 'E');
    auto const half = text_width(text, 9.5) / 2;
    if (f.x(lon) > half && f.x(lon) < f.width() - half) out += label(f.x(lon), f.height() + 12, text, "");
  }
  auto const lats = graticule(f.box().min_y, f.box().max_y, LINES_DOWN);
  for (auto const lat : lats.degrees) {
    auto const text = graticule_label(lat, lats.step_s, lat < 0 ? 'S' : 'N');
    auto const half = text_width(text, 9.5) / 2, y = f.y(lat);
    if (y > half && y < f.height() - half)
      out += label(-5, y, text, fmt::format(R"~( transform="rotate(-90 -5 {:.1f})")~", y).c_str());
  }
  return out;
}

std::string scale_bar(MapFrame const& f, Bounds& taken) {
  auto const metres = round_length(f.width() * BAR_SHARE * f.metres_per_unit());
  auto const length = metres / f.metres_per_unit(), left = f.width() - length - 34, top = f.height() - 16;
  taken = {left - 10, top - 18, f.width(), f.height()};
  auto out = fmt::format(R"(<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="34" fill="#fff" fill-opacity="0.85"/>)",
                         left - 10, top - 18, length + 44);
  for (int i = 0; i < 4; ++i)
    out += fmt::format(
        R"(<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="5" fill="{}" stroke="#000" stroke-width="0.7"/>)",
        left + length * i / 4, top, length / 4, i % 2 == 0 ? "#000" : "#fff");
  auto const middle = length_text(metres / 2);
  out += label(left, top - 4, "0", "");
  if (length > 2.5 * text_width(middle, 9.5) + text_width(length_text(metres), 9.5))  // else they would touch
    out += label(left + length / 2, top - 4, middle, "");
  return out + label(left + length, top - 4, length_text(metres), "");
}

std::string north_arrow(MapFrame const& f, Bounds& taken) {
  auto const x = f.width() - 20;
  taken = {x - 14, 0, f.width(), 52};
  return fmt::format(R"(<rect x="{0:.1f}" y="0.6" width="33.4" height="50" fill="#fff" fill-opacity="0.85"/>)"
                     R"(<path d="M{1:.1f} 18L{2:.1f} 44L{1:.1f} 37Z" fill="#000" stroke="#000" stroke-width="0.8"/>)"
                     R"(<path d="M{1:.1f} 18L{3:.1f} 44L{1:.1f} 37Z" fill="#fff" stroke="#000" stroke-width="0.8"/>)"
                     R"(<text x="{1:.1f}" y="14" font-size="12" font-weight="bold" text-anchor="middle">N</text>)",
                     x - 14, x, x - 8, x + 8);
}

double legend_height(std::vector<LegendItem> const& items, double width) {
  return ROW * std::ceil(static_cast<double>(items.size()) / static_cast<double>(columns_of(items, width))) + 6;
}

std::string legend(std::vector<LegendItem> const& items, double top, double width) {
  std::string out;
  auto const columns = columns_of(items, width);
  auto const column = width / static_cast<double>(columns);
  for (std::size_t i = 0; i < items.size(); ++i) {
    auto const& item = items[i];
    auto const row = i / columns;
    auto const x = column * static_cast<double>(i % columns), y = top + ROW * static_cast<double>(row);
    auto const box = fmt::format(R"(<rect x="{:.1f}" y="{:.1f}" width="{}" height="12")", x + 1, y + 2, SWATCH);
    auto const indent = indent_of(item);
    if (!item.is_note) out += box + shape_attributes(item.style) + "/>";
    if (!item.fill_pattern.empty()) out += box + fmt::format(R"( fill="{}"/>)", item.fill_pattern);
    out += fmt::format(R"(<text x="{:.1f}" y="{:.1f}" font-size="{}">{}</text>)", x + indent, y + 12, MAP_TEXT,
                       xml(shortened(item.text, MAP_TEXT, column - indent - GAP)));
  }
  return out;
}

}  // namespace redline
