// The maps of the report. Reserves are drawn by their boundaries in the workspace, by the extent of the register where
// there is none (dashed). region(): all reserves in the colour of their status. reserve(): its zones, the ground of
// restoration by class, and each site that has a polygon as a dot in the colour of its class. Empty: nothing is known
// of where it lies. Outlines are drawn to 0.4 pixels, about 0.1 mm on A4.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/report/map_svg.hpp"
#include "layers/restoration/status_run.hpp"

namespace redline {

class ReportMaps {
 public:
  ReportMaps(StatusRun const& run, Language language);
  std::string region() const;
  std::vector<std::string> unplaced() const;  // names of the reserves that region() cannot draw
  std::string reserve(ReserveStatus const& reserve) const;

 private:
  struct Shape {
    std::vector<std::pair<std::string, Wkb>> zones;
    Wkb whole;
    Bounds bounds;
    bool schematic = false, extent_only = false;
  };
  Shape shape_of(NamedReserve const& reserve) const;
  std::string note(bool schematic) const;
  void add_ground(MapRequest& map, std::string const& reserve) const;
  void add_sites(MapRequest& map, ReserveStatus const& reserve) const;

  StatusRun const& m_run;
  Language m_language;
  std::map<std::string, Shape> m_shapes;
};

}  // namespace redline
