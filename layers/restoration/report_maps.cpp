// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/report_maps.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>

#include "engine/overlay/ladder.hpp"
#include "layers/qgis/palette.hpp"
#include "layers/restoration/status_output.hpp"

namespace redline {
namespace {

constexpr double REGION_HEIGHT = 480, RESERVE_WIDTH = 520, RESERVE_HEIGHT = 330, MARGIN = 0.03;
constexpr double DETAIL = 0.4;  // pixels; printed on A4 about 0.1 mm
constexpr auto EXTENT_DASH = "4 3";

MapStyle status_style(std::string const& status, bool extent_only) {
  static std::map<std::string, char const*, std::less<>> const COLOURS{
      {"complete", "#2e8b57"},  {"basically_complete", "#7fbf7b"}, {"mostly_complete", "#c7e59a"},
      {"under_way", "#e0a030"}, {"not_started", "#c0392b"},        {"none", "#e6e6e6"}};
  auto const colour = COLOURS.find(status);
  return {colour == COLOURS.end() ? "#e6e6e6" : colour->second, "#4d4d4d", Pattern::none, 0.8,
          extent_only ? EXTENT_DASH : ""};
}

// As in QGIS.
MapStyle class_style(StageClass c) {
  auto const& rules = palette().classes.find("stage")->second;
  auto const& s = rules.at(static_cast<std::size_t>(c)).symbol;
  auto const pattern = s.hatch.size() > 1 ? Pattern::cross : s.hatch.size() == 1 ? Pattern::hatch : Pattern::none;
  return {s.fill, s.outline, pattern, 1, ""};
}

Bounds widened(Bounds const& b) {
  return b.expanded(std::max(1e-4, (b.max_x - b.min_x) * MARGIN), std::max(1e-4, (b.max_y - b.min_y) * MARGIN));
}

}  // namespace

ReportMaps::ReportMaps(StatusRun const& run, Language language) : m_run(run), m_language(language) {
  auto const& reserves = run.status.reserves;
  std::vector<Shape> shapes(reserves.size());
  tbb::parallel_for(std::size_t{0}, reserves.size(), [&](std::size_t i) { shapes[i] = shape_of(reserves[i].reserve); });
  for (std::size_t i = 0; i < reserves.size(); ++i) m_shapes[reserves[i].reserve.id] = std::move(shapes[i]);
}

ReportMaps::Shape ReportMaps::shape_of(NamedReserve const& reserve) const {
  Shape out;
  std::vector<Geometry> parts;
  for (std::size_t a = 0; m_run.map && a < m_run.map->reserve_of.size(); ++a) {
    if (m_run.map->reserve_of[a] != reserve.id) continue;
    auto const& ground = m_run.map->basemap.ground(a);
    out.schematic = out.schematic || m_run.map->basemap.areas()[a].schematic;
    for (std::uint32_t z = 0; z < ground.zones.size(); ++z) {
      auto zone = ground.zone_geometry(z);
      if (zone.empty()) continue;
      out.zones.emplace_back(ground.zones[z].zone, zone.wkb());
      out.bounds.add(zone.bounds());
      parts.push_back(std::move(zone));
    }
  }
  if (!parts.empty()) {
    out.whole = union_by_ladder(std::move(parts), 2).geometry.wkb();
  } else if (reserve.extent) {
    out.whole = Geometry::rectangle(*reserve.extent).wkb();
    out.bounds = *reserve.extent;
    out.schematic = out.extent_only = true;
  }
  return out;
}

std::string ReportMaps::note(bool schematic) const {
  return schematic ? render("restoration.map_schematic", m_language) : std::string{};
}

std::string ReportMaps::region() const {
  MapRequest map;
  map.id = "map-region", map.title = render("restoration.report.map", m_language), map.height = REGION_HEIGHT;
  bool schematic = false;
  std::vector<MapName> others;
  for (auto const& r : m_run.status.reserves) {
    auto const& s = m_shapes.at(r.reserve.id);
    if (s.bounds.empty()) continue;
    map.box.add(s.bounds);
    schematic = schematic || s.schematic;
    auto text = status_text(m_run.model, r.status, m_language);
    if (s.extent_only) text = render(Message{"restoration.map_extent", {text}}, m_language);
    map.layers.push_back({s.whole, status_style(r.status, s.extent_only), text});
    (r.status == "none" ? others : map.names).push_back({s.whole, short_reserve_name(r.reserve.name)});
  }
  if (map.layers.empty()) return {};
  map.names.insert(map.names.end(), others.begin(), others.end());  // where they find room
  map.box = widened(map.box), map.note = note(schematic);
  map.detail = DETAIL, map.number_names = true;
  return map_svg(map, m_language);
}

std::vector<std::string> ReportMaps::unplaced() const {
  std::vector<std::string> out;
  for (auto const& r : m_run.status.reserves)
    if (m_shapes.at(r.reserve.id).bounds.empty()) out.push_back(short_reserve_name(r.reserve.name));
  return out;
}

void ReportMaps::add_ground(MapRequest& map, std::string const& reserve) const {
  for (auto const& g : m_run.survey.standing)
    if (g.reserve == reserve)
      map.layers.push_back({g.geometry.wkb(), class_style(g.stage_class),
                            render("restoration.class." + std::string(name(g.stage_class)), m_language)});
}

// A site stands where its last polygon lies, in the colour of what it has reached.
void ReportMaps::add_sites(MapRequest& map, ReserveStatus const& r) const {
  std::map<std::string_view, RestorationRecord const*> polygons;
  for (auto const* record : in_force(m_run.book, m_run.status.as_of))
    if (record->reserve == r.reserve.id && !record->wkb.empty()) polygons[record->site] = record;
  for (auto const& s : r.site_rows) {
    auto const p = polygons.find(s.site);
    if (s.site.empty() || !s.stage || p == polygons.end()) continue;
    auto const at = Geometry::from_wkb(p->second->wkb).bounds().centre();
    map.marks.push_back({at, std::string(s.site), class_style(s.stage->stage_class).fill});
  }
}

std::string ReportMaps::reserve(ReserveStatus const& r) const {
  auto const& s = m_shapes.at(r.reserve.id);
  if (s.bounds.empty()) return {};
  MapRequest map;
  map.id = "map-" + r.reserve.id, map.title = r.reserve.name;
  map.width = RESERVE_WIDTH, map.height = RESERVE_HEIGHT, map.box = widened(s.bounds), map.note = note(s.schematic);
  map.detail = DETAIL;
  for (auto const& [zone, ground] : s.zones)
    map.layers.push_back({ground, zone_style("nature_reserve", zone), zone_text(zone, m_language)});
  if (s.extent_only)
    map.layers.push_back(
        {s.whole, {"", "#4d4d4d", Pattern::none, 1, EXTENT_DASH}, render("restoration.map_extent_only", m_language)});
  add_ground(map, r.reserve.id);
  add_sites(map, r);
  return map_svg(map, m_language);
}

}  // namespace redline
