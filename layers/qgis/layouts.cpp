// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/layouts.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>

#include <map>
#include <memory>

#include "engine/core/error.hpp"
#include "layers/qgis/embedded_text.hpp"
#include "layers/qgis/layout_frame.hpp"
#include "layers/qgis/layout_table.hpp"

namespace redline {
namespace {

using Kind = Mustache::type;

constexpr LayoutPaper PAPERS[] = {{"A4", 297, 210, 1, 1}, {"A3", 420, 297, 420.0 / 297, 1.25}};

std::string text_of(toml::table const& t, char const* key) { return t[key].value_or(std::string{}); }

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
  Sheet(toml::table const& layout, toml::array const& tables, LayoutPaper const& paper, DisplayCrs const& crs,
        Language l)
      : m_layout(layout), m_tables(tables), m_paper(paper), m_crs(crs), m_language(l) {
    m_name = text_of(layout, "name") + "-" + paper.name;
  }

  Mustache data() {
    auto const& s = subject();
    Mustache d(Kind::object), items(Kind::list), tables(Kind::list);
    int z = 0;
    for (auto const& node : *m_layout["item"].as_array()) items << item(*node.as_table(), ++z);
    for (auto const& name : tables_of()) tables << layout_table_data(m_tables, name, m_name, m_paper, m_language);
    d["name"] = m_name, d["title"] = render(text_of(m_layout, "title"), m_language) + " " + m_paper.name;
    d["width"] = number(m_paper.width), d["height"] = number(m_paper.height);
    d.set("items", items), d.set("tables", tables);
    d["coverage"] = s.coverage, d["filtered"] = *s.filter ? "1" : "0", d["feature_filter"] = s.filter;
    d["sort_key"] = s.sort, d["page_name"] = s.page;
    d["file_name"] = "'" + m_name + "-' || @atlas_featurenumber";
    return d;
  }

 private:
  struct Box {
    double x, y, w, h;
  };

  LayoutSubject const& subject() const { return layout_subject(text_of(m_layout, "name")); }
  double mm(double value) const { return m_paper.mm(value); }

  Box box(toml::table const& t) const {
    auto const* own = t[m_language == Language::en ? "box_en" : "box"].as_array();
    auto const* common = t["box"].as_array();
    if (!own && !common) throw Error(ErrorKind::invariant, "qgis.palette", {m_name + ": box"});
    auto const& b = own ? *own : *common;
    return {mm(b[0].value_or(0.0)), mm(b[1].value_or(0.0)), mm(b[2].value_or(0.0)), mm(b[3].value_or(0.0))};
  }
  std::vector<std::string> tables_of() const {
    std::vector<std::string> out;
    for (auto const& node : *m_layout["item"].as_array())
      if (auto const name = text_of(*node.as_table(), "table"); !name.empty()) out.push_back(name);
    return out;
  }
  std::string uuid(toml::table const& t, int z) const {
    auto const kind = text_of(t, "kind");
    return kind == "map"     ? m_name + "-map1"
           : kind == "table" ? m_name + "-" + text_of(t, "table") + "-table"
                             : m_name + "-" + kind + std::to_string(z);
  }

  void place(Mustache& d, toml::table const& t, int z) const {
    auto const b = box(t);
    d["x"] = number(b.x), d["y"] = number(b.y), d["w"] = number(b.w), d["h"] = number(b.h);
    d["kind"] = text_of(t, "kind"), d["z"] = std::to_string(z), d["uuid"] = uuid(t, z),
    d["map_uuid"] = m_name + "-map1";
    d["frame_uuid"] = m_name + "-" + text_of(t, "table") + "-rows";
  }

  Mustache item(toml::table const& t, int z) const {
    static std::map<std::string, char const*> const types{
        {"map", "65639"},   {"overview", "65639"}, {"legend", "65642"},  {"label", "65641"},
        {"north", "65640"}, {"table", "65647"},    {"scalebar", "65646"}};
    Mustache d(Kind::object), defined(Kind::list);
    auto const kind = text_of(t, "kind");
    place(d, t, z);
    d["type"] = types.at(kind);
    d[kind == "overview" ? "map" : kind] = Mustache(Kind::bool_true);
    if (kind == "map" || kind == "overview") fill_map(d, defined, t, kind == "overview");
    if (kind == "label") fill_label(d, t);
    if (kind == "scalebar") fill_bar(d, defined, t);
    fill_back(d, defined, t);
    d["font"] = m_paper.typeface(t["size"].value_or(7.0), t["bold"].value_or(false));
    d["bold_font"] = m_paper.typeface(7.5, true), d["points"] = m_paper.points(7.5);
    d["svg"] = kind == "north" ? svg_data("north.svg") : "";
    if (kind == "legend") d["title"] = render("qgis.legend", m_language);
    d.set("defined", defined);
    return d;
  }

  // White behind what lies on the map, so that it is read on any ground.
  void fill_back(Mustache& d, Mustache& defined, toml::table const& t) const {
    auto const back = t["back"].value_or(text_of(t, "kind") == "scalebar" ? 200L : 255L);
    auto const shown = text_of(t, "shown");
    d["back"] = std::to_string(back), d["backed"] = t["back"] ? "true" : "false";
    if (!shown.empty())
      define(defined, "dataDefinedBackgroundColor",
             "if(" + shown + ", '255,255,255," + std::to_string(back) + "', '255,255,255,0')");
  }

  void fill_bar(Mustache& d, Mustache& defined, toml::table const& t) const {
    auto const unit = text_of(t, "unit");
    d["unit"] = unit == "m" ? "meters" : "km", d["unit_label"] = unit;
    auto const from = t["from"].value_or(0.0), below = t["below"].value_or(1e12);
    auto const b = box(*map_item());
    define(
        defined, "dataDefinedOpacity",
        of_frame(subject(), b.w, b.h, "if(@scale >= " + number(from) + " AND @scale < " + number(below) + ", 100, 0)"));
  }
  toml::table const* map_item() const {
    for (auto const& node : *m_layout["item"].as_array())
      if (text_of(*node.as_table(), "kind") == "map") return node.as_table();
    return nullptr;
  }

  void fill_map(Mustache& d, Mustache& defined, toml::table const& t, bool overview) const {
    auto const& s = subject();
    auto const b = box(t);
    d["theme"] = render(overview ? "qgis.theme.overview" : s.theme, m_language);
    set_extent(d, b.w / b.h);
    if (overview) {
      Mustache frame(Kind::object);
      frame["name"] = "map";
      d.set("overview", frame);
      return;
    }
    define(defined, "dataDefinedCrs", crs_expression(s));
    for (auto const& [property, axis, sign] :
         {std::tuple{"XMin", 'x', '-'}, {"YMin", 'y', '-'}, {"XMax", 'x', '+'}, {"YMax", 'y', '+'}})
      define(defined, std::string("dataDefinedMap") + property, frame_side(s, b.w, b.h, axis, sign));
    d.set("obstacles", obstacles());
  }

  // What lies on the map: its labels keep clear of it.
  Mustache obstacles() const {
    Mustache out(Kind::list);
    int z = 0;
    for (auto const& node : *m_layout["item"].as_array()) {
      ++z;
      if (!(*node.as_table())["over"].value_or(false)) continue;
      Mustache o(Kind::object);
      o["obstacle"] = uuid(*node.as_table(), z);
      out << o;
    }
    return out;
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
    long rows = 0;
    for (auto const& name : tables_of()) rows = rows_of(layout_table(m_tables, name), m_paper);
    d["text"] = render(Message{text_of(t, "text"), {std::to_string(rows)}}, m_language);
    d["halign"] = std::to_string(t["align"].value_or(1L)), d["valign"] = std::to_string(t["valign"].value_or(32L));
    d["r"] = red ? "183" : "20", d["g"] = red ? "28" : "20", d["b"] = red ? "28" : "20";
  }

  toml::table const& m_layout;
  toml::array const& m_tables;
  LayoutPaper const& m_paper;
  DisplayCrs const& m_crs;
  Language m_language;
  std::string m_name;
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
