// SPDX-License-Identifier: Apache-2.0
#include "engine/core/printed_number.hpp"
#include "layers/screen_report/tables.hpp"

namespace redline::report::tables {
namespace {

constexpr int METRE_PLACES = 2, DEGREE_PLACES = 9, M2_PLACES = 2;
constexpr char const* CGCS2000 = "EPSG:4490";

std::vector<Column> columns(ReportWords const& w) {
  return {w.column("overlap_no", 0.6, true, true),
          w.column("part_no", 0.6, true),
          w.column("part_m2", 1, true, true),
          w.column("ring", 0.7),
          w.column("corner", 0.8),
          w.column("northing", 1.4, true),
          w.column("easting", 1.4, true),
          w.column("longitude", 1.5, true),
          w.column("latitude", 1.4, true),
          w.column("lon_degrees", 1, true, true),
          w.column("lat_degrees", 1, true, true)};
}

// The coordinates as given: metres of a projected CRS, degrees of another datum; empty where they are the next ones.
std::pair<Cell, Cell> given(Application const& a, ScreenedCorner const& c) {
  if (a.projected) return {Cell(c.given.y, METRE_PLACES), Cell(c.given.x, METRE_PLACES)};
  if (a.crs == CGCS2000) return {};
  return {Cell(printed_dms(c.given.y)), Cell(printed_dms(c.given.x))};
}

void add(Table& t, Application const& a, std::vector<ScreenedPart> const& parts, std::optional<std::size_t> n,
         ReportWords const& w) {
  for (std::size_t p = 0; p < parts.size(); ++p)
    for (auto const& ring : parts[p].rings)
      for (auto const& c : ring.corners) {
        auto [northing, easting] = given(a, c);
        t.rows.push_back({n ? Cell(static_cast<double>(*n), 0) : Cell(), Cell(static_cast<double>(p + 1), 0),
                          n ? Cell(parts[p].m2, M2_PLACES) : Cell(), w.text(ring.hole ? "hole" : "shell"), c.name,
                          std::move(northing), std::move(easting), printed_dms(c.lonlat.x), printed_dms(c.lonlat.y),
                          Cell(c.lonlat.x, DEGREE_PLACES), Cell(c.lonlat.y, DEGREE_PLACES)});
      }
}

}  // namespace

Table boundary(Application const& a, ReportWords const& w) {
  Table t{w.text("sheet.boundary"), a.attributes.id, w.text("boundary", {a.crs, a.crs_name}), columns(w), {}};
  add(t, a, a.parts, {}, w);
  return t;
}

Table pieces(Application const& a, std::size_t n, ReportWords const& w) {
  auto const& c = a.conflicts[n - 1];
  std::string areas;
  for (std::size_t i = 0; i < c.pieces.size(); ++i)
    areas += (i > 0 ? w.text("separator") : "") +
             w.text("piece", {std::to_string(i + 1), printed(c.pieces[i].m2, M2_PLACES)});
  Table t{w.text("sheet.pieces"), a.attributes.id, w.text("pieces", {std::to_string(n), areas}), columns(w), {}};
  add(t, a, c.pieces, n, w);
  return t;
}

Table cut_corners(Application const& a, ReportWords const& w) {
  Application printed;  // in the CRS of the cut: degrees where blocks are lost
  printed.attributes = a.attributes, printed.crs = a.cut->crs, printed.projected = a.cut->projected;
  auto const name = a.cut->crs == a.crs ? a.crs_name : std::string{};
  Table t{w.text("sheet.cut"), a.attributes.id, w.text("cut_corners", {a.cut->crs, name}), columns(w), {}};
  add(t, printed, a.cut->parts, {}, w);
  return t;
}

}  // namespace redline::report::tables
