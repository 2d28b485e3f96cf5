// redline doctor: versions, drivers, and a self-test of axis order and area.
// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <iostream>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "engine/crs/transformation.hpp"
#include "engine/measure/area.hpp"
#include "layers/gdal/session.hpp"
#include "layers/report/tool.hpp"

namespace redline::cli {
namespace {

// The origin of zone 28 (84°E, with prefix) lies at easting 28,500,000 on the equator: swapped axes cannot give this.
bool axis_order_holds() {
  Transformation const t(Crs::parse("EPSG:4516"));
  auto const p = t.forward({28500000, 0});
  return std::abs(p.x - 84) < 1e-9 && std::abs(p.y) < 1e-9;
}

// One degree cell at 84–85°E, 44–45°N by TD/T 1055.
bool area_holds() {
  auto const cell = Geometry::rectangle({84, 44, 85, 45});
  return std::abs(tdt1055_area_m2(cell) - 8837369526.12) < 0.02;
}

class Doctor final : public Command {
 public:
  std::string name() const override { return "doctor"; }
  void configure(CLI::App&, Language) override {}
  std::vector<int> statuses() const override { return {0, 1, 2, 5}; }
  int run(Common const& common) override {
    std::cout << version_text() << '\n';
    bool good = true;
    auto const line = [&](std::string const& what, bool ok) {
      good = good && ok;
      std::cout << (ok ? "  ok  " : "  !!  ") << what << '\n';
    };
    for (auto const* driver :
         {"ESRI Shapefile", "GPKG", "OpenFileGDB", "GeoJSON", "KML", "DXF", "FlatGeobuf", "CSV", "XLSX", "PostgreSQL"})
      line(render(Message{"cli.driver", {driver}}, common.language), gdal_has_driver(driver));
    line(render("cli.axis_order", common.language), axis_order_holds());
    line(render("cli.area_test", common.language), area_holds());
    // Without these everything else works, so they fail nothing.
    auto const optional = [&](bool there, char const* key) {
      std::cout << (there ? "  ok  " : "  --  ") << render(key, common.language)
                << (there ? "" : render("cli.optional_missing", common.language)) << '\n';
    };
    optional(has_tool(WEASYPRINT), "cli.optional_weasyprint");
    optional(has_tool(RSVG_CONVERT), "cli.optional_rsvg");
    optional(has_chinese_font(), "cli.optional_font");
    return good ? 0 : 1;
  }
};

}  // namespace

std::unique_ptr<Command> make_doctor() { return std::make_unique<Doctor>(); }

}  // namespace redline::cli
