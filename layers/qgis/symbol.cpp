// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/symbol.hpp"

#include <fmt/format.h>

#include <cmath>
#include <set>

namespace redline {
namespace {

using Mustache = kainjow::mustache::data;

constexpr double PIXEL_MM = 0.28;  // SLD 1.1 (OGC 05-078r4): a pixel is 0.28 mm
constexpr double CASING_MM = 0.7;  // white beside dark lines, so that they stand out from any zone

std::string pixels(double mm) { return number(std::round(mm / PIXEL_MM * 100) / 100); }

std::string dashes(std::string const& line, double width) {
  auto const w = std::max(1.0, width / PIXEL_MM);
  auto const of = [&](std::initializer_list<double> parts) {
    std::string out;
    for (auto const p : parts) out += (out.empty() ? "" : " ") + number(std::round(p * w * 100) / 100);
    return out;
  };
  if (line == "dash") return of({4, 2});
  if (line == "dot") return of({1, 2});
  return line == "dash dot" ? of({4, 2, 1, 2}) : std::string{};
}

void add_hatches(Mustache& d, MapSymbol const& s) {
  Mustache hatches(Mustache::type::list);
  for (std::size_t i = 0; i < s.hatch.size(); ++i) {
    Mustache h(Mustache::type::object);
    h["angle"] = number(s.hatch[i]);
    h["at"] = std::to_string(i + (s.fill.empty() ? 0 : 1));
    hatches << h;
  }
  d.set("hatches", hatches);
}

void add_marker(Mustache& d, MapSymbol const& s, bool casing) {
  bool const strokes = s.marker == "cross" || s.marker == "x";  // made of lines: no inside to fill
  auto const& inside = s.marker_fill.empty() ? s.outline : s.marker_fill;
  bool const hollow = !s.marker_fill.empty() || strokes;
  auto const& edge = hollow ? s.outline : std::string("#ffffff");
  d["marker"] = s.marker;
  d["marker_fill"] = rgba(inside), d["sld_marker_fill"] = inside;
  d["marker_outline"] = rgba(edge), d["sld_marker_outline"] = edge;
  auto const line = strokes ? 0.7 : hollow ? 0.4 : casing ? 0.25 : 0.15;
  d["marker_line"] = number(line), d["marker_px"] = pixels(line);
  d["size"] = number(s.size), d["size_px"] = pixels(s.size);
}

}  // namespace

std::string number(double value) { return fmt::format("{:.10g}", value); }

std::string rgba(std::string const& hex, double opacity) {
  auto const part = [&](std::size_t at) { return std::stoi(hex.substr(at, 2), nullptr, 16); };
  return fmt::format("{},{},{},{}", part(1), part(3), part(5), std::lround(opacity * 255));
}

Mustache symbol_data(MapSymbol const& s, int dimension, double dots, int pass) {
  Mustache d(Mustache::type::object);
  static char const* const types[] = {"marker", "line", "fill"};
  d["type"] = types[dimension], d["pass"] = std::to_string(pass);
  auto const* const kind = dimension == 2 ? "area" : dimension == 1 ? "line_symbol" : "point";
  d[s.place.empty() ? kind : "elsewhere"] = Mustache(Mustache::type::bool_true);
  d["place"] = s.place;
  if (!s.fill.empty()) d["fill"] = rgba(s.fill, s.opacity), d["sld_fill"] = s.fill, d["opacity"] = number(s.opacity);
  d["outline"] = rgba(s.outline), d["sld_outline"] = s.outline, d["line"] = s.line;
  d["width"] = number(s.width), d["width_px"] = pixels(s.width);
  d["thick"] = number(s.width + 0.4), d["thick_px"] = pixels(s.width + 0.4),
  d["wide"] = number(s.width + 0.4 + CASING_MM);
  d["hatch_width"] = number(s.hatch_width), d["hatch_px"] = pixels(s.hatch_width);
  d["spacing"] = number(s.spacing), d["spacing_px"] = pixels(s.spacing);
  if (auto const dash = dashes(s.line, s.width); !dash.empty()) d["dashes"] = dash;
  if (dots > 0) d["dots"] = number(dots), d["casing"] = number(s.width + CASING_MM);
  d["last"] = std::to_string(s.hatch.size() + (s.fill.empty() ? 0 : 1) + (dots > 0 ? 2 : 1));
  add_hatches(d, s);
  add_marker(d, s, dots > 0);
  return d;
}

}  // namespace redline
