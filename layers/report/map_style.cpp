// SPDX-License-Identifier: Apache-2.0
#include "layers/report/map_style.hpp"

#include <fmt/format.h>

#include <array>

namespace redline {
namespace {

struct ZoneStyle {
  std::string_view kind, zone;  // empty: any
  char const *fill, *outline;
  Pattern pattern;
  double width;
  char const* dash;
};

// The first that fits. Nature reserves and water sources are filled, what may lie over them is hatched only. The
// colours are those of the map in QGIS.
constexpr std::array ZONES{
    ZoneStyle{"nature_reserve", "core", "#d6452f", "#67000d", Pattern::cross, 1.4, ""},
    ZoneStyle{"nature_reserve", "buffer", "#f79a4b", "#8c2d04", Pattern::hatch, 1.2, ""},
    ZoneStyle{"nature_reserve", "experimental", "#fdf0a6", "#7f7a2b", Pattern::dots, 1.2, ""},
    ZoneStyle{"nature_reserve", "general_control", "#dcec9a", "#5d7a1f", Pattern::vertical, 1.2, ""},
    ZoneStyle{"nature_reserve", "unzoned", "#b9dca8", "#2e6b30", Pattern::back_hatch, 1.4, ""},
    ZoneStyle{"nature_reserve", "zone_gap", "#ffffff", "#4d4d4d", Pattern::sparse, 1.2, "6 3"},
    ZoneStyle{"nature_reserve", "", "#e6e6e6", "#4d4d4d", Pattern::sparse, 1.2, "6 3"},
    ZoneStyle{"ecological_red_line", "", "", "#c00000", Pattern::sparse, 1.8, "10 3 2 3"},
    ZoneStyle{"water_source", "grade_1", "#2a6ea6", "#08306b", Pattern::horizontal, 1.2, ""},
    ZoneStyle{"water_source", "grade_2", "#7fb3d8", "#08306b", Pattern::horizontal, 1.2, ""},
    ZoneStyle{"water_source", "", "#d3e5f3", "#08306b", Pattern::horizontal, 1.2, "6 3"},
    ZoneStyle{"scenic_area", "", "", "#00695c", Pattern::vertical, 1.5, "2 3"},
    ZoneStyle{"public_forest", "", "", "#1b5e20", Pattern::dots, 1.2, "6 3"},
    ZoneStyle{"wetland", "", "", "#1565c0", Pattern::horizontal, 1.2, "2 3"},
    ZoneStyle{"", "", "#ececec", "#6b6b6b", Pattern::back_hatch, 1.2, "6 3"},
};

}  // namespace

MapStyle zone_style(std::string_view area_kind, std::string_view zone) {
  for (auto const& z : ZONES)
    if ((z.kind.empty() || z.kind == area_kind) && (z.zone.empty() || z.zone == zone))
      return {z.fill, z.outline, z.pattern, z.width, z.dash};
  return {};
}

MapStyle activity_style() { return {"", "#1b3a93", Pattern::none, 2.2, ""}; }
MapStyle overlap_style() { return {"", "#000000", Pattern::dense, 1.6, ""}; }
MapStyle remaining_style() { return {"", "#00695c", Pattern::none, 2.6, "9 4"}; }
MapStyle right_style() { return {"", "#8c510a", Pattern::none, 1.4, "5 3"}; }

std::string pattern_tile(Pattern pattern, std::string_view colour) {
  auto const lines = [&](char const* path, double width) {
    return fmt::format(R"(<path d="{}" stroke="{}" stroke-width="{}" fill="none"/>)", path, colour, width);
  };
  constexpr auto RISING = "M-1 1L1 -1M0 8L8 0M7 9L9 7", FALLING = "M-1 7L1 9M0 0L8 8M7 -1L9 1";
  switch (pattern) {
    case Pattern::hatch:
      return lines(RISING, 0.8);
    case Pattern::back_hatch:
      return lines(FALLING, 0.6);
    case Pattern::cross:
      return lines(RISING, 0.8) + lines(FALLING, 0.8);
    case Pattern::horizontal:
      return lines("M0 4H8", 0.7);
    case Pattern::vertical:
      return lines("M4 0V8", 0.7);
    case Pattern::sparse:
      return lines(RISING, 0.4);
    case Pattern::dense:
      return lines(FALLING, 2);
    case Pattern::dots:
      return fmt::format(R"(<circle cx="4" cy="4" r="0.9" fill="{}"/>)", colour);
    case Pattern::none:
      break;
  }
  return {};
}

}  // namespace redline
