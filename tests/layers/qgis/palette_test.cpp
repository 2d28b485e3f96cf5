// That the maps can be read by the colour-blind and in black and white.
// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/palette.hpp"

#include <catch2/catch.hpp>

#include "engine/core/text.hpp"
#include "tests/layers/qgis/colour.hpp"

using namespace redline;
using eyes::VISIONS;

namespace {

eyes::Triple const WHITE{1, 1, 1};

eyes::Triple shown(MapSymbol const& s) {
  return s.fill.empty() || s.hatch.size() > 1 ? eyes::over(s.outline, 1, WHITE) : eyes::over(s.fill, s.opacity, WHITE);
}

// Whether the form alone tells two lines of a legend apart, without any colour.
bool other_form(MapSymbol const& a, MapSymbol const& b, bool points) {
  bool const filled = a.fill.empty() == b.fill.empty();
  return points ? a.marker != b.marker || a.marker_fill.empty() != b.marker_fill.empty() ||
                      std::abs(a.size - b.size) > 0.45
                : a.hatch != b.hatch || a.line != b.line || !filled || std::abs(a.width - b.width) > 0.14;
}

bool other_colour(MapSymbol const& a, MapSymbol const& b) {
  for (auto const& vision : VISIONS) {
    auto const p = eyes::lab(shown(a), vision), q = eyes::lab(shown(b), vision);
    if (eyes::distance(p, q) < 10) return false;
  }
  auto const grey = eyes::lab(shown(a), VISIONS[0])[0] - eyes::lab(shown(b), VISIONS[0])[0];
  return std::abs(grey) >= 8;
}

MapSymbol const& symbol(char const* of_class, char const* title) {
  for (auto const& r : palette().classes.find(of_class)->second)
    if (r.title == title) return r.symbol;
  throw std::runtime_error(title);
}

}  // namespace

TEST_CASE("the measure itself: published L*a*b* of sRGB red, and red and green of equal light for a deuteranope",
          "[qgis]") {
  auto const red = eyes::lab(eyes::over("#ff0000", 1, WHITE), VISIONS[0]);
  CHECK(red[0] == Approx(53.24).margin(0.02));  // Lindbloom's calculator, D65
  CHECK(red[1] == Approx(80.09).margin(0.05));
  CHECK(red[2] == Approx(67.20).margin(0.05));
  auto const a = eyes::over("#c05a3c", 1, WHITE), b = eyes::over("#6f7d35", 1, WHITE);
  CHECK(eyes::distance(eyes::lab(a, VISIONS[0]), eyes::lab(b, VISIONS[0])) > 50);
  CHECK(eyes::distance(eyes::lab(a, VISIONS[2]), eyes::lab(b, VISIONS[2])) < 20);
}

TEST_CASE("lines of one legend differ by form, or by colour in every eye and in grey", "[qgis]") {
  for (auto const& [name, rules] : palette().classes)
    for (std::size_t i = 0; i < rules.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        INFO(name << ": " << rules[j].title << " and " << rules[i].title);
        auto const &a = rules[j].symbol, &b = rules[i].symbol;
        if (name != "finding") CHECK((other_form(a, b, false) || other_colour(a, b)));
        if (name == "verdict" || name == "finding" || name == "activity")
          CHECK((other_form(a, b, true) || other_colour(a, b)));
      }
}

TEST_CASE("zones are darker the stricter they are, in every eye", "[qgis]") {
  auto const &core = symbol("area", "zone.core"), &buffer = symbol("area", "zone.buffer"),
             &experimental = symbol("area", "zone.experimental"), &general = symbol("area", "zone.general_control");
  for (auto const& vision : VISIONS) {
    INFO(vision.name);
    auto const light = [&](MapSymbol const& s) { return eyes::lab(shown(s), vision)[0]; };
    CHECK(light(buffer) - light(core) >= 12);
    CHECK(light(experimental) - light(buffer) >= 12);
    CHECK(light(general) - light(core) >= 25);
  }
}

TEST_CASE("verdicts stand out from every zone below them, also where the eye sees no hue", "[qgis]") {
  for (auto const& verdict : palette().classes.find("verdict")->second) {
    if (verdict.title == "verdict.clear" || verdict.title == "verdict.allowed" || verdict.title == "qgis.other")
      continue;
    for (auto const& zone : palette().classes.find("area")->second) {
      auto const veil =
          eyes::over(verdict.symbol.fill, verdict.symbol.opacity,
                     zone.symbol.fill.empty() ? WHITE : eyes::over(zone.symbol.fill, zone.symbol.opacity, WHITE));
      INFO(verdict.title << " on " << zone.title);
      for (auto const& vision : VISIONS)
        CHECK(eyes::lab(veil, vision)[0] - eyes::lab(eyes::over(verdict.symbol.outline, 1, WHITE), vision)[0] >= 20);
    }
  }
}

TEST_CASE("signs of severe verdicts are larger than that of review, so that they part in grey from afar", "[qgis]") {
  for (auto const* severe : {"verdict.prohibited", "verdict.must_exit"})
    CHECK(symbol("verdict", severe).size - symbol("verdict", "verdict.review").size >=
          1.2);  // mm, a third less from afar
}

TEST_CASE("every title has a text, every layer a class, and a feature meets one rule of its class only", "[qgis]") {
  for (auto const& [name, rules] : palette().classes) {
    for (auto const& r : rules) CHECK(has_text(r.title));
    for (std::size_t i = 1; i < rules.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        INFO(condition(rules[j]) << " / " << condition(rules[i]));
        bool apart = false;  // some column holds different values, or the later rule takes out the earlier one's
        for (auto const& [column, value] : rules[j].where) {
          for (auto const& [other, its] : rules[i].where) apart = apart || (column == other && value != its);
          auto const& no = rules[i].not_values;
          apart = apart || (column == rules[i].not_column && std::find(no.begin(), no.end(), value) != no.end());
        }
        CHECK(apart);
      }
  }
  for (auto const& look : palette().layers) CHECK(palette().classes.count(look.rules) == 1);
}
