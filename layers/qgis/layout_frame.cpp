// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/layout_frame.hpp"

#include <fmt/format.h>

#include "layers/qgis/embedded_text.hpp"
#include "layers/qgis/style.hpp"
#include "layers/qgis/symbol.hpp"

namespace redline {
namespace {

LayoutSubject const CONFLICT{
    "redline_conflicts",
    "",
    "\"fid\"",
    "\"conflict_id\"",
    "\"lon\"",
    "\"lat\"",
    "with_variable('place', make_point(\"lon\", \"lat\"), with_variable('whole', CASE WHEN \"dimension\" = 2 THEN "
    "geometry(get_feature('redline_activity_areas_all', 'activity_id', \"activity_id\")) WHEN \"dimension\" = 1 THEN "
    "geometry(get_feature('redline_conflict_lines_all', 'conflict_id', \"conflict_id\")) END, "
    "if(coalesce(intersects(bounds(@whole), @place), false), @whole, @place)))",
    "qgis.theme.print"};
LayoutSubject const RESERVE{
    "redline_basemap_all",
    "\"area_kind\" = 'nature_reserve' AND \"fid\" = minimum(\"fid\", group_by:=\"area_id\", "
    "filter:=\"area_kind\" = 'nature_reserve')",
    "\"area_name\"",
    "\"area_name\"",
    "x(centroid(@atlas_geometry))",
    "y(centroid(@atlas_geometry))",
    "aggregate('redline_basemap_all', 'collect', bounds($geometry), \"area_id\" = attribute(@atlas_feature, "
    "'area_id') AND \"area_kind\" = 'nature_reserve')",
    "qgis.theme.reserve"};

}  // namespace

LayoutSubject const& layout_subject(std::string const& name) { return name == "conflict" ? CONFLICT : RESERVE; }

std::string crs_expression(LayoutSubject const& s) {
  return fmt::format(
      "with_variable('m', 3 * round({0} / 3), if(@m >= 75 AND @m <= 135, 'EPSG:' || to_string(to_int(4534 + (@m - 75) "
      "/ "
      "3)), 'EPSG:' || to_string(to_int(if({1} >= 0, 32601, 32701) + floor(({0} + 180) / 6)))))",
      s.lon, s.lat);
}

std::string of_frame(LayoutSubject const& s, double w, double h, std::string const& result) {
  Mustache d(Mustache::type::object);
  d["crs"] = crs_expression(s), d["ground"] = s.ground, d["w"] = number(w), d["h"] = number(h), d["result"] = result;
  kainjow::mustache::mustache page(embedded_text("frame.mustache"));
  page.set_custom_escape([](std::string const& text) { return text; });
  auto out = page.render(d);
  while (!out.empty() && out.back() == '\n') out.pop_back();
  return out;
}

std::string frame_side(LayoutSubject const& s, double w, double h, char axis, char sign) {
  return of_frame(s, w, h,
                  fmt::format("({0}_min(@ground) + {0}_max(@ground)) / 2 {1} {2} * @scale / 1000", axis, sign,
                              number((axis == 'x' ? w : h) / 2)));
}

}  // namespace redline
