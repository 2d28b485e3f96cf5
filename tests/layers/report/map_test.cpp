// Laws of the small maps: positions, round values, labels that do not lie on each other.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <sstream>

#include "layers/qgis/palette.hpp"
#include "layers/report/map_frame.hpp"
#include "layers/report/map_labels.hpp"
#include "layers/report/map_outline.hpp"
#include "layers/report/map_style.hpp"
#include "layers/report/map_svg.hpp"

using namespace redline;

TEST_CASE("a map frame holds what was asked for, equal in scale both ways", "[report]") {
  Bounds const wanted{82.5, 44, 82.51, 44.02};
  MapFrame const f(wanted, {}, 640, 340);
  CHECK(f.box().contains(wanted));
  CHECK(f.x(f.box().min_x) == Approx(0).margin(1e-6));
  CHECK(f.y(f.box().max_y) == Approx(0).margin(1e-6));
  // 1 degree at 44.01° N on CGCS2000: 80 196.4 m east, 111 112.7 m north (tables of the ellipsoid, to 0.1 %)
  CHECK((f.x(82.51) - f.x(82.5)) * f.metres_per_unit() == Approx(801.96).epsilon(1e-3));
  CHECK((f.y(44) - f.y(44.02)) * f.metres_per_unit() == Approx(2222.25).epsilon(1e-3));
}

TEST_CASE("a frame is moved into the ground that is known", "[report]") {
  Bounds const known{82, 44, 83, 44.5};
  MapFrame const f({82, 44, 82.1, 44.05}, known, 640, 340);
  CHECK(f.box().min_x >= known.min_x - 1e-9);
  CHECK(f.box().min_y >= known.min_y - 1e-9);
  CHECK(f.box().contains(Bounds{82.001, 44.001, 82.1, 44.05}));
}

namespace {

// A circle with teeth of a tenth of a pixel, as detailed surveys are on a small map, and a small island.
Geometry toothed(int points) {
  std::string ring, first;
  for (int i = 0; i < points; ++i) {
    double const turn = 2 * M_PI * i / points, r = 0.4 + (i % 2 ? 3e-5 : 0);
    auto const at = std::to_string(85 + r * std::cos(turn)) + " " + std::to_string(44 + r * std::sin(turn));
    if (first.empty()) first = at;
    ring += at + ", ";
  }
  return Geometry::from_wkt("MULTIPOLYGON (((" + ring + first +
                            ")), ((85.45 44, 85.4501 44, 85.4501 44.0001, 85.45 44)))");
}

std::vector<Point> corners(std::string path) {
  std::replace_if(
      path.begin(), path.end(), [](char c) { return c == 'M' || c == 'L' || c == 'Z'; }, ' ');
  std::istringstream numbers(path);
  std::vector<Point> out;
  for (Point p; numbers >> p.x >> p.y;) out.push_back(p);
  return out;
}

double distance(Point p, Point a, Point b) {
  double const dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
  double const t = length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0;
  return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

}  // namespace

TEST_CASE("an outline with less detail stays as near as was asked for", "[report]") {
  MapFrame const f({84.5, 43.5, 85.5, 44.5}, {}, 640, 480);
  auto const ground = toothed(6000);
  auto const whole = outline_path(ground, f, 0);
  constexpr double DETAIL = 0.4, ROUNDED = 0.08;
  auto const thin = corners(outline_path(ground, f, DETAIL));
  CHECK(thin.size() < 300);
  CHECK(thin.size() > 20);
  CHECK(corners(whole).size() > 2500);
  for (auto const& p : corners(whole)) {
    if (p.x > f.x(85.44)) continue;  // the island, too small to be seen
    double nearest = 1e9;
    for (std::size_t i = 0; i < thin.size(); ++i)
      nearest = std::min(nearest, distance(p, thin[i], thin[(i + 1) % thin.size()]));
    REQUIRE(nearest <= DETAIL + ROUNDED);
  }
  auto const island = Geometry::from_wkt("POLYGON ((85.45 44, 85.4501 44, 85.4501 44.0001, 85.45 44))");
  CHECK(outline_path(island, f, DETAIL).find("h0.4v0.4") != std::string::npos);  // alone it is a speck, not nothing
}

TEST_CASE("names that find no room become numbers, where this is wanted", "[report]") {
  MapRequest r;
  r.id = "m", r.box = {80, 40, 90, 48};
  auto const square = Geometry::rectangle({85, 44, 85.1, 44.1}).wkb();
  r.layers.push_back({square, {"#fff", "#000", Pattern::none, 1, ""}, "x"});
  r.names = {{square, "first of two"}, {square, "second of two"}};
  auto const without = map_svg(r, Language::en);
  CHECK(without.find("second of two") == std::string::npos);
  r.number_names = true;
  auto const with = map_svg(r, Language::en);
  CHECK(with.find(">first of two<") != std::string::npos);
  CHECK(with.find(">1 second of two<") != std::string::npos);
}

TEST_CASE("the graticule has round values", "[report]") {
  auto const g = graticule(83.0111, 83.0188, 6);
  CHECK(g.step_s == 5);
  REQUIRE(g.degrees.size() >= 4);
  CHECK(graticule_label(g.degrees[0], g.step_s, 'E') == "83°00′40″E");
  CHECK(graticule_label(82.99999999, 60, 'E') == "83°00′E");
  CHECK(graticule_label(83.5, 0.5, 'E') == "83°30′00.0″E");
  CHECK(graticule_label(44, 3600, 'N') == "44°N");
}

TEST_CASE("scale bars are 1, 2 or 5 times a power of ten", "[report]") {
  CHECK(round_length(99) == Approx(50));
  CHECK(round_length(100) == Approx(100));
  CHECK(round_length(4999) == Approx(2000));
  CHECK(round_length(0.7) == Approx(0.5));
}

TEST_CASE("a label never lies on another one", "[report]") {
  MapLabels labels(100, 100);
  CHECK(labels.on({50, 50}, "保护区", 12));
  CHECK_FALSE(labels.on({52, 51}, "保护区", 12));
  CHECK_FALSE(labels.on({2, 50}, "outside", 12));
  CHECK(shortened("新疆艾比湖湿地自然保护区", 10, 60) == "新疆艾比湖…");
  CHECK(shortened("short", 10, 60) == "short");
}

TEST_CASE("zones differ in pattern, so that a copy in black and white tells them apart", "[report]") {
  std::vector<Pattern> seen;
  for (auto const* zone : {"core", "buffer", "experimental", "general_control", "unzoned"}) {
    auto const p = zone_style("nature_reserve", zone).pattern;
    CHECK(p != Pattern::none);
    CHECK(std::find(seen.begin(), seen.end(), p) == seen.end());
    seen.push_back(p);
  }
}

TEST_CASE("zones have the colours of the map in QGIS", "[report]") {
  std::size_t compared = 0;
  for (auto const& rule : palette().classes.at("area")) {
    std::string kind, zone;
    for (auto const& [column, value] : rule.where) (column == "zone" ? zone : kind) = value;
    if (kind.empty()) continue;
    auto const style = zone_style(kind, zone);
    INFO(kind << " " << zone);
    CHECK(style.fill == rule.symbol.fill);
    CHECK(style.outline == rule.symbol.outline);
    ++compared;
  }
  CHECK(compared >= 12);
}

TEST_CASE("ground outside of the box is neither drawn nor in the legend", "[report]") {
  MapRequest m;
  m.id = "t", m.title = "<&>", m.box = {82, 44, 82.1, 44.1};
  m.layers.push_back({Geometry::rectangle({10, 10, 11, 11}).wkb(), overlap_style(), "far away"});
  m.layers.push_back({Geometry::rectangle({82.02, 44.02, 82.05, 44.05}).wkb(), activity_style(), "here"});
  for (int i = 0; i < 40; ++i) m.marks.push_back({{82.02 + i * 1e-5, 44.02}, "J" + std::to_string(i)});
  auto const svg = map_svg(m, Language::en);
  CHECK(svg.find("far away") == std::string::npos);
  CHECK(svg.find(">here<") != std::string::npos);
  CHECK(svg.find("aria-label=\"&lt;&amp;&gt;\"") != std::string::npos);
  CHECK(svg.find("corners stand too close") != std::string::npos);
}
