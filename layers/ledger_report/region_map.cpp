// SPDX-License-Identifier: Apache-2.0
#include "layers/ledger_report/region_map.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "engine/geometry/coordinates.hpp"
#include "layers/ledger_report/ledger_views.hpp"
#include "layers/report/map_furniture.hpp"
#include "layers/report/map_labels.hpp"
#include "layers/workspace/reserve_name.hpp"
#include "layers/write/geopackage_geometry.hpp"

namespace redline {
namespace {

constexpr double LEFT = 18, TOP = 4, LONGITUDES = 18, RIGHT = 4, MARGIN = 0.02, SMALLEST = 0.7, DOT_GRID = 2,
                 NAME_SIZE = 9.5, THIN = 0.5, SMALL_MAP = 400;

struct Zones {  // of one look
  std::string path, title;
  MapStyle style;
};

class Drawing {
 public:
  Drawing(LedgerFile& ledger, RegionMapSize const& size, std::string id, Language l)
      : m_ledger(ledger), m_size(size), m_id(std::move(id)), m_language(l), m_labels(size.width, size.height) {}

  SvgPiece draw() {
    auto const box = extent();
    if (box.empty()) return {};
    m_frame.emplace(box, Bounds{}, m_size.width, m_size.height);
    Bounds bar, arrow;
    auto const furniture = scale_bar(*m_frame, bar) + north_arrow(*m_frame, arrow);
    m_labels.take(bar), m_labels.take(arrow);
    auto const ground = zones(), points = dots(), texts = m_size.with_names ? names() : std::string{};
    auto const top = TOP + m_size.height + LONGITUDES, width = LEFT + m_size.width + RIGHT;
    auto const clip = fmt::format(R"(<clipPath id="{}-clip"><rect x="0" y="0" width="{}" height="{}"/></clipPath>)",
                                  m_id, m_size.width, m_size.height);
    return {
        fmt::format(R"~(<defs>{}{}</defs><g transform="translate({} {})"><rect x="0" y="0" width="{}" height="{}" )~"
                    R"~(fill="#fff"/><g clip-path="url(#{}-clip)">{}{}{}{}</g>{}{}{}</g>)~",
                    clip, m_defs, LEFT, TOP, m_size.width, m_size.height, m_id, ground, graticule_lines(*m_frame),
                    points, texts, furniture, frame_and_graticule(*m_frame),
                    legend(m_legend, m_size.height + LONGITUDES, m_size.width)),
        width, top + legend_height(m_legend, m_size.width)};
  }

 private:
  Bounds extent() {
    Bounds all;
    auto rows = m_ledger.db().prepare("SELECT geom FROM basemap WHERE geom IS NOT NULL");
    while (rows.step()) all.add(Geometry::from_wkb(wkb_of_blob(rows.column_blob(0))).bounds());
    return all.empty() ? all : all.expanded((all.max_x - all.min_x) * MARGIN, (all.max_y - all.min_y) * MARGIN);
  }

  Point at(Point p) const { return {m_frame->x(p.x), m_frame->y(p.y)}; }

  // A ring smaller than what can be seen stays as a square of one unit, so that nothing is missing.
  void add(std::string& path, Ring const& ring) const {
    if (ring.empty()) return;
    std::vector<Point> kept;
    for (auto const& corner : ring) {
      auto const p = at(corner);
      if (kept.empty() || std::hypot(p.x - kept.back().x, p.y - kept.back().y) >= SMALLEST) kept.push_back(p);
    }
    if (kept.size() < 3) {
      path += fmt::format("M{:.1f} {:.1f}h1v1h-1Z", kept.front().x - THIN, kept.front().y - THIN);
      return;
    }
    char command = 'M';
    for (auto const& p : kept) {
      path += fmt::format("{}{:.1f} {:.1f}", command, p.x, p.y);
      command = 'L';
    }
    path += 'Z';
  }

  Zones& look(std::map<std::string, Zones>& looks, std::string const& kind, std::string const& zone) const {
    bool const zoned = kind == "nature_reserve";
    auto& out = looks[zoned ? kind + zone : kind];
    if (out.title.empty()) {
      auto const word = [&](std::string const& key) { return has_text(key) ? render(key, m_language) : key; };
      out.title = zoned ? render(Message{"ledger_report.zone_of_reserve", {word("zone." + zone)}}, m_language)
                        : word("area_kind." + kind);
      out.style = zone_style(kind, zone);
    }
    return out;
  }

  std::string zones() {
    std::map<std::string, Zones> looks;
    auto rows = m_ledger.db().prepare("SELECT area_kind, zone, geom FROM basemap WHERE geom IS NOT NULL ORDER BY fid");
    while (rows.step()) {
      auto& zones = look(looks, std::string(rows.column_text(0)), std::string(rows.column_text(1)));
      for (auto const& part : coordinates(Geometry::from_wkb(wkb_of_blob(rows.column_blob(2)))).parts)
        for (auto const& ring : part) add(zones.path, ring);
    }
    std::string svg;
    int n = 0;
    for (auto& [key, z] : looks) {
      z.style.width = THIN;
      std::string fill;
      if (z.style.pattern != Pattern::none) {
        auto const name = fmt::format("{}-p{}", m_id, n++);
        m_defs += fmt::format(R"(<pattern id="{}" width="8" height="8" patternUnits="userSpaceOnUse">{}</pattern>)",
                              name, pattern_tile(z.style.pattern, z.style.outline));
        fill = "url(#" + name + ")";
      }
      svg += fmt::format(R"(<path d="{}" fill-rule="evenodd"{}/>)", z.path, shape_attributes(z.style));
      // Filled zones are told by their colour; what has an outline alone, by its pattern.
      if (z.style.fill.empty()) svg += fmt::format(R"(<path d="{}" fill-rule="evenodd" fill="{}"/>)", z.path, fill);
      m_legend.push_back({z.style, z.style.fill.empty() ? fill : std::string{}, z.title});
    }
    return svg;
  }

  std::string dots() {
    std::map<std::pair<long, long>, std::pair<long, std::string>> cells;
    auto rows = m_ledger.db().prepare(
        "SELECT lon, lat, rank, verdict FROM rl_conflict WHERE certainty <> 'contact' AND lon IS NOT NULL AND lat IS "
        "NOT "
        "NULL ORDER BY rank");
    while (rows.step()) {
      auto const p = at({*rows.column_real(0), *rows.column_real(1)});
      cells.try_emplace({std::lround(p.x / DOT_GRID), std::lround(p.y / DOT_GRID)}, rows.column_integer(2),
                        rows.column_text(3));
    }
    std::map<std::pair<long, std::string>, std::string, std::greater<>> paths;  // the most severe last, on top
    for (auto const& [cell, verdict] : cells)
      paths[verdict] += fmt::format("M{:.0f} {:.0f}h0", static_cast<double>(cell.first) * DOT_GRID,
                                    static_cast<double>(cell.second) * DOT_GRID);
    std::string svg;
    auto const dot = m_size.width < SMALL_MAP ? 2.6 : 3.4;
    for (auto const& [verdict, path] : paths)
      svg += fmt::format(R"(<g fill="none" stroke-linecap="round"><path stroke="#fff" stroke-width="{2}" d="{0}"/>)"
                         R"(<path stroke="{1}" stroke-width="{3}" d="{0}"/></g>)",
                         path, verdict_colour(verdict.second), dot + 1, dot);
    return svg;
  }

  // Large reserves first: they have the room.
  std::string names() {
    std::string svg;
    auto rows = m_ledger.db().prepare(
        "SELECT p.name, b.geom FROM rl_place p JOIN rl_area a ON a.place = p.place AND a.area_kind = p.area_kind JOIN "
        "basemap b ON b.area_id = a.area_id AND b.area_kind = a.area_kind AND coalesce(b.area_name, '') = a.area_name "
        "WHERE p.area_kind = 'nature_reserve' AND "
        "b.geom "
        "IS NOT NULL GROUP BY p.place HAVING b.area_m2 = max(b.area_m2) ORDER BY b.area_m2 DESC, p.place");
    while (rows.step()) {
      auto const c = at(Geometry::from_wkb(wkb_of_blob(rows.column_blob(1))).bounds().centre());
      auto const name = short_reserve_name(std::string(rows.column_text(0)));
      auto place = m_labels.on(c, name, NAME_SIZE);
      if (!place) place = m_labels.beside(c, {c.x - 1, c.y}, name, NAME_SIZE);
      if (place) svg += haloed(*place, name, NAME_SIZE);
    }
    return svg;
  }

  LedgerFile& m_ledger;
  RegionMapSize m_size;
  std::string m_id;
  Language m_language;
  MapLabels m_labels;
  std::optional<MapFrame> m_frame;
  std::string m_defs;
  std::vector<LegendItem> m_legend;
};

}  // namespace

char const* verdict_colour(std::string_view verdict) {  // as on the map in QGIS
  static std::map<std::string_view, char const*> const COLOURS{
      {"prohibited", "#000000"}, {"must_exit", "#7a0177"}, {"review", "#2171b5"}, {"conditional", "#01665e"},
      {"incomplete", "#595959"}, {"allowed", "#6aa84f"},   {"clear", "#969696"}};
  auto const it = COLOURS.find(verdict);
  return it == COLOURS.end() ? "#d9d9d9" : it->second;
}

SvgPiece region_map(LedgerFile& ledger, RegionMapSize const& size, std::string const& id, Language language) {
  return Drawing(ledger, size, id, language).draw();
}

}  // namespace redline
