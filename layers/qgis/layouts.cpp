// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/layouts.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <fmt/format.h>
#include <toml++/toml.h>

#include <cmath>
#include <memory>

#include "layers/qgis/embedded_text.hpp"
#include "layers/qgis/symbol.hpp"

namespace redline {
namespace {

using Kind = Mustache::type;

struct Paper {
  char const* name;
  double width, height, scale, font;
};
constexpr Paper PAPERS[] = {{"A4", 297, 210, 1, 1}, {"A3", 420, 297, 420.0 / 297, 1.25}};

struct Subject {  // what the pages of a layout are about
  char const *coverage, *filter, *sort, *page, *lon, *lat, *ground, *theme;
};

Subject const CONFLICT{
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
Subject const RESERVE{
    "redline_basemap_all",
    "\"area_kind\" = 'nature_reserve' AND \"fid\" = minimum(\"fid\", group_by:=\"area_id\", "
    "filter:=\"area_kind\" = 'nature_reserve')",
    "\"area_name\"",
    "\"area_name\"",
    "x(centroid(@atlas_geometry))",
    "y(centroid(@atlas_geometry))",
    "aggregate('redline_basemap_all', 'collect', bounds($geometry), \"area_id\" = attribute(@atlas_feature, "
    "'area_id') AND \"area_kind\" = 'nature_reserve')",
    "qgis.theme.all"};

Subject const& subject(std::string const& name) { return name == "conflict" ? CONFLICT : RESERVE; }

constexpr char const* SEVERITY =
    "array_find(array('prohibited', 'must_exit', 'review', 'conditional', 'incomplete', 'allowed', 'clear'), "
    "\"verdict\")";

std::string crs_expression(Subject const& s) {
  return fmt::format(
      "with_variable('m', 3 * round({0} / 3), if(@m >= 75 AND @m <= 135, 'EPSG:' || to_string(to_int(4534 + (@m - 75) "
      "/ "
      "3)), 'EPSG:' || to_string(to_int(if({1} >= 0, 32601, 32701) + floor(({0} + 180) / 6)))))",
      s.lon, s.lat);
}

std::string frame_side(Subject const& s, double w, double h, char const* axis, char const* sign) {
  Mustache d(Kind::object);
  d["crs"] = crs_expression(s), d["ground"] = s.ground, d["w"] = number(w), d["h"] = number(h);
  d["axis"] = axis, d["sign"] = sign, d["half"] = number((*axis == 'x' ? w : h) / 2);
  kainjow::mustache::mustache page(embedded_text("frame.mustache"));
  page.set_custom_escape([](std::string const& text) { return text; });
  return page.render(d);
}

void define(Mustache& list, std::string const& property, std::string const& expression) {
  Mustache d(Kind::object);
  d["property"] = property, d["expression"] = expression;
  list << d;
}

std::string svg_data(std::string const& name) {
  auto const bytes = embedded_text(name);
  std::unique_ptr<char, decltype(&CPLFree)> const text(
      CPLBase64Encode(static_cast<int>(bytes.size()), reinterpret_cast<GByte const*>(bytes.data())), CPLFree);
  return "base64:" + std::string(text.get());
}

class Sheet {
 public:
  Sheet(toml::table const& layout, toml::array const& tables, Paper const& paper, DisplayCrs const& crs, Language l)
      : m_layout(layout), m_tables(tables), m_paper(paper), m_crs(crs), m_language(l) {
    m_subject = layout["name"].value_or(std::string{});
    m_name = m_subject + "-" + paper.name;
  }

  Mustache data() {
    auto const& s = subject(m_subject);
    Mustache d(Kind::object), items(Kind::list), tables(Kind::list);
    int z = 0;
    for (auto const& node : *m_layout["item"].as_array()) items << item(*node.as_table(), ++z);
    for (auto const& node : m_tables)
      if ((*node.as_table())["name"].value_or(std::string{}) == m_subject) tables << table(*node.as_table());
    d["name"] = m_name, d["title"] = render(m_layout["title"].value_or(std::string{}), m_language) + " " + m_paper.name;
    d["width"] = number(m_paper.width), d["height"] = number(m_paper.height);
    d.set("items", items), d.set("tables", tables);
    d["coverage"] = s.coverage, d["filtered"] = *s.filter ? "1" : "0", d["feature_filter"] = s.filter;
    d["sort_key"] = s.sort, d["page_name"] = s.page;
    d["file_name"] = "'" + m_name + "-' || @atlas_featurenumber";
    return d;
  }

 private:
  double mm(double value) const { return std::round(value * m_paper.scale * 100) / 100; }
  std::string font(double points, bool bold) const {
    return fmt::format("Noto Sans CJK SC,{},-1,5,{},0,0,0,0,0", number(points * m_paper.font), bold ? 75 : 50);
  }

  void place(Mustache& d, toml::table const& t, std::string const& kind, int z) const {
    auto const& box = *t["box"].as_array();
    char const* const sides[] = {"x", "y", "w", "h"};
    for (std::size_t i = 0; i < 4; ++i) d[sides[i]] = number(mm(box[i].value_or(0.0)));
    d["kind"] = kind, d["z"] = std::to_string(z), d["uuid"] = m_name + "-" + kind + std::to_string(z);
    d["map_uuid"] = m_name + "-map1", d["frame_uuid"] = m_name + "-rows",
    d["back"] = kind == "scalebar" ? "200" : "255";
    if (kind == "table") d["uuid"] = m_name + "-table";
    if (kind == "map") d["uuid"] = m_name + "-map1";
  }

  Mustache item(toml::table const& t, int z) const {
    Mustache d(Kind::object), defined(Kind::list);
    auto const kind = t["kind"].value_or(std::string{});
    static std::map<std::string, char const*> const types{
        {"map", "65639"},   {"overview", "65639"}, {"legend", "65642"},  {"label", "65641"},
        {"north", "65640"}, {"table", "65647"},    {"scalebar", "65646"}};
    place(d, t, kind, z);
    d["type"] = types.at(kind);
    d[kind == "overview" ? "map" : kind] = Mustache(Kind::bool_true);
    if (kind == "map" || kind == "overview") fill_map(d, defined, t, kind == "overview");
    if (kind == "label") fill_label(d, t);
    d["font"] = font(t["size"].value_or(7.0), t["bold"].value_or(false)), d["bold_font"] = font(7.5, true);
    d["points"] = number(7.5 * m_paper.font), d["bar"] = number(mm(50)),
    d["svg"] = kind == "north" ? svg_data("north.svg") : "";
    if (kind == "legend") d["title"] = render("qgis.legend", m_language);
    d.set("defined", defined);
    return d;
  }

  void fill_map(Mustache& d, Mustache& defined, toml::table const& t, bool overview) const {
    auto const& s = subject(m_subject);
    auto const& box = *t["box"].as_array();
    auto const w = mm(box[2].value_or(0.0)), h = mm(box[3].value_or(0.0));
    d["theme"] = render(overview ? "qgis.theme.overview" : s.theme, m_language);
    set_extent(d, w / h);
    if (overview) {
      Mustache frame(Kind::object);
      frame["name"] = "map";
      d.set("overview", frame);
      return;
    }
    define(defined, "dataDefinedCrs", crs_expression(s));
    define(defined, "dataDefinedMapXMin", frame_side(s, w, h, "x", "-"));
    define(defined, "dataDefinedMapYMin", frame_side(s, w, h, "y", "-"));
    define(defined, "dataDefinedMapXMax", frame_side(s, w, h, "x", "+"));
    define(defined, "dataDefinedMapYMax", frame_side(s, w, h, "y", "+"));
  }

  void set_extent(Mustache& d, double aspect) const {
    auto b = m_crs.shown.expanded(0.03 * (m_crs.shown.max_x - m_crs.shown.min_x),
                                  0.03 * (m_crs.shown.max_y - m_crs.shown.min_y));
    auto const w = b.max_x - b.min_x, h = b.max_y - b.min_y;
    b = w / h > aspect ? b.expanded(0, (w / aspect - h) / 2) : b.expanded((h * aspect - w) / 2, 0);
    d["min_x"] = fmt::format("{:.1f}", b.min_x), d["min_y"] = fmt::format("{:.1f}", b.min_y);
    d["max_x"] = fmt::format("{:.1f}", b.max_x), d["max_y"] = fmt::format("{:.1f}", b.max_y);
  }

  void fill_label(Mustache& d, toml::table const& t) const {
    bool const red = t["red"].value_or(false);
    d["text"] = render(t["text"].value_or(std::string{}), m_language);
    d["halign"] = t["right"].value_or(false) ? "2" : "1";
    d["r"] = red ? "183" : "20", d["g"] = red ? "28" : "20", d["b"] = red ? "28" : "20";
  }

  Mustache table(toml::table const& t) const {
    Mustache d(Kind::object), columns(Kind::list), sorts(Kind::list);
    for (auto const& node : *t["columns"].as_array()) {
      auto const& c = *node.as_table();
      Mustache column(Kind::object);
      column["value"] = c["value"].value_or(std::string{});
      column["title"] = render(c["title"].value_or(std::string{}), m_language);
      column["width"] = number(mm(c["width"].value_or(0.0))), column["align"] = c["right"].value_or(false) ? "2" : "1";
      columns << column;
    }
    for (auto const& [value, order] : {std::pair{SEVERITY, "0"}, {"\"overlap_m2\"", "1"}, {"\"fid\"", "0"}}) {
      Mustache s(Kind::object);
      s["value"] = value, s["order"] = order;
      sorts << s;
    }
    auto const filter = t["filter"].value_or(std::string{});
    d["filter"] = filter, d["filtered"] = filter.empty() ? "false" : "true";
    d["relation"] = t["relation"].value_or(std::string{});  // finds its rows by an index, a filter would read all
    d["rows"] = std::to_string(t["rows"].value_or(10));
    d["frame_uuid"] = m_name + "-rows", d["child_uuid"] = m_name + "-table", d["points"] = number(6.5 * m_paper.font);
    d.set("columns", columns), d.set("sorts", sorts);
    return d;
  }

  toml::table const& m_layout;
  toml::array const& m_tables;
  Paper const& m_paper;
  DisplayCrs const& m_crs;
  Language m_language;
  std::string m_subject, m_name;
};

}  // namespace

Mustache layouts_data(DisplayCrs const& crs, Language l) {
  auto const file = toml::parse(embedded_text("layouts.toml"), std::string_view("layouts.toml"));
  Mustache out(Kind::list);
  for (auto const& layout : *file["layout"].as_array())
    for (auto const& paper : PAPERS) out << Sheet(*layout.as_table(), *file["table"].as_array(), paper, crs, l).data();
  return out;
}

}  // namespace redline
