// SPDX-License-Identifier: Apache-2.0
#include "layers/screen_report/maps.hpp"

#include <map>

#include "engine/geometry/coordinates.hpp"
#include "layers/report/figures.hpp"
#include "layers/report/map_svg.hpp"

namespace redline::report {
namespace {

constexpr double MARGIN = 0.2, OWN_MAP_BELOW = 0.2;

Wkb ground_of(std::vector<ScreenedPart> const& parts) {
  Coordinates c{2, {}};
  for (auto const& p : parts) {
    auto& rings = c.parts.emplace_back();
    for (auto const& r : p.rings) {
      auto& ring = rings.emplace_back();
      for (auto const& corner : r.corners) ring.push_back(corner.lonlat);
      if (!ring.empty()) ring.push_back(ring.front());
    }
  }
  return build(c).wkb();
}

std::vector<MapMark> marks_of(std::vector<ScreenedPart> const& parts) {
  std::vector<MapMark> out;
  for (auto const& p : parts)
    for (auto const& r : p.rings)
      for (auto const& c : r.corners) out.push_back({c.lonlat, c.name});
  return out;
}

Bounds bounds_of(Wkb const& ground) { return Geometry::from_wkb(ground).bounds(); }

Bounds with_margin(Bounds const& b) { return b.expanded((b.max_x - b.min_x) * MARGIN, (b.max_y - b.min_y) * MARGIN); }

// The protected areas around, each named once, where its largest zone lies.
void put_zones(MapRequest& m, Application const& a, ReportWords const& w) {
  std::map<std::size_t, std::pair<double, Wkb const*>> largest;
  for (auto const& z : a.context) {
    auto const& area = w.screening().areas[z.area];
    m.layers.push_back({z.geometry, zone_style(area.area.kind, z.zone), w.zone(z.area, z.zone)});
    auto const ground = Geometry::from_wkb(z.geometry);
    auto const size = ground.planar_area();
    auto& known = largest[z.area];
    if (size > known.first) known = {size, &z.geometry};
    if (area.area.schematic && ground.bounds().intersects(m.box)) m.note = render("report.schematic", w.language());
  }
  for (auto const& [area, zone] : largest)
    if (zone.second != nullptr) m.names.push_back({*zone.second, w.area(area)});
}

MapRequest around(Application const& a, std::string const& id, std::string title, Bounds const& box,
                  ReportWords const& w) {
  MapRequest m;
  m.id = id, m.title = std::move(title), m.box = box, m.known = a.context_box;
  put_zones(m, a, w);
  for (auto const& r : a.rights)
    if (!r.geometry.empty()) m.layers.push_back({r.geometry, right_style(), w.text("legend_right")});
  return m;
}

void put_overlap(MapRequest& m, ScreenedConflict const& c, ReportWords const& w) {
  m.layers.push_back({c.geometry, overlap_style(), w.text("legend_overlap")});
}

// The ground of an application is not filled: what it does not hold is named.
void name_holes(MapRequest& m, Application const& a, ReportWords const& w) {
  for (auto const& p : a.parts)
    for (std::size_t i = 1; i < p.rings.size(); ++i)
      m.names.push_back({ground_of({ScreenedPart{{p.rings[i]}, 0}}), w.text("map.hole")});
}

Picture drawn(MapRequest m, Application const& a, ReportWords const& w) {
  name_holes(m, a, w);
  m.layers.push_back({a.geometry, activity_style(), w.text("legend_application", {a.attributes.id})});
  return {map_svg(m, w.language()), m.title};
}

}  // namespace

bool needs_own_map(Application const& a) {
  auto const b = bounds_of(a.geometry);
  return b.max_x - b.min_x < OWN_MAP_BELOW * (a.context_box.max_x - a.context_box.min_x) &&
         b.max_y - b.min_y < OWN_MAP_BELOW * (a.context_box.max_y - a.context_box.min_y);
}

Picture overview_map(Application const& a, std::string const& id, ReportWords const& w) {
  auto m = around(a, id, w.text("map.overview"), a.context_box, w);
  for (auto const& c : a.conflicts) put_overlap(m, c, w);
  bool const clear = a.conflicts.empty() && a.contacts.empty() && !a.nearest.empty();
  if (clear)
    m.lines.push_back(
        {a.nearest.front().from, a.nearest.front().to, figures::metres(a.nearest.front().distance_m) + " m"});
  if (needs_own_map(a))
    m.marks.push_back({bounds_of(a.geometry).centre(), a.attributes.id});
  else
    m.marks = marks_of(a.parts);
  return drawn(std::move(m), a, w);
}

Picture application_map(Application const& a, std::string const& id, ReportWords const& w) {
  auto m = around(a, id, w.text("map.application"), with_margin(bounds_of(a.geometry)), w);
  for (auto const& c : a.conflicts) put_overlap(m, c, w);
  m.marks = marks_of(a.parts);
  return drawn(std::move(m), a, w);
}

Picture conflict_map(Application const& a, std::size_t n, std::string const& id, ReportWords const& w) {
  auto const& c = a.conflicts[n - 1];
  auto m = around(a, id, w.text("map.conflict", {std::to_string(n), w.area_and_zone(c.area, c.zone)}),
                  with_margin(bounds_of(c.geometry)), w);
  put_overlap(m, c, w);
  m.marks = marks_of(c.pieces);
  if (!w.screening().areas[c.area].area.schematic) m.note.clear();
  return drawn(std::move(m), a, w);
}

Picture cut_map(Application const& a, std::string const& id, ReportWords const& w) {
  auto m = around(a, id, w.text("map.cut"), with_margin(bounds_of(a.geometry)), w);
  for (auto const& c : a.conflicts) put_overlap(m, c, w);
  m.layers.push_back({ground_of(a.cut->parts), remaining_style(), w.text("legend_cut")});
  m.marks = marks_of(a.cut->parts);
  return drawn(std::move(m), a, w);
}

}  // namespace redline::report
