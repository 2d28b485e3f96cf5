// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/project.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <set>

#include "engine/core/error.hpp"
#include "engine/core/letters.hpp"
#include "layers/qgis/display_crs.hpp"
#include "layers/qgis/layouts.hpp"
#include "layers/qgis/map_layers.hpp"
#include "layers/qgis/qgz.hpp"
#include "layers/qgis/replaced_project.hpp"
#include "layers/qgis/same_look.hpp"
#include "layers/qgis/saved_styles.hpp"
#include "layers/qgis/symbol.hpp"
#include "layers/qgis/written_looks.hpp"
#include "layers/write/atomic_file.hpp"
#include "layers/write/restoration_tables.hpp"
#include "layers/write/sqlite.hpp"

namespace redline {
namespace {

namespace fs = std::filesystem;
using Kind = Mustache::type;

std::string relative_to(std::string const& project, std::string const& file) {
  auto const from = fs::absolute(project).parent_path();
  auto const path = fs::relative(fs::absolute(file), from).generic_string();
  return path.rfind("../", 0) == 0 ? path : "./" + path;
}

std::string source_of(ProjectLayer const& m) {
  if (m.in_database) return m.source + m.subset;
  return m.source + (m.subset.empty() ? "" : "|subset=" + m.subset);
}

char const* provider_of(ProjectLayer const& m) { return m.in_database ? "postgres" : "ogr"; }

// As an expression: the text without the signs that mean something else in an address.
std::string for_address(std::string const& expression) {
  return "replace(replace(replace(" + expression + ", '%', '%25'), '#', '%23'), '?', '%3F')";
}

std::set<std::string> restoration_layers(std::string const& path) {
  std::set<std::string> out;
  try {
    Database file(path, path, Database::Mode::read);
    for (auto row = file.prepare("SELECT table_name FROM gpkg_contents"); row.step();) out.emplace(row.column_text(0));
  } catch (Error const& e) {  // no database, or no GeoPackage: it has no such layer either
    if (e.kind() != ErrorKind::output) throw;
  }
  return out;
}

RestorationFile restoration_file(ProjectOptions const& o) {
  if (o.restoration.empty()) return {};
  auto const layers = restoration_layers(o.restoration);
  auto const is_there = [&](RestorationTable t) { return layers.count(restoration_tables()[t].name) > 0; };
  if (!is_there(RESTORATION_GROUND))
    throw Error(ErrorKind::input, "qgis.no_restoration",
                {o.restoration, restoration_tables()[RESTORATION_GROUND].name});
  return {relative_to(o.output, o.restoration), is_there(RESTORATION_SITES)};
}

// The page of a report that speaks of a feature. Drive letters need a third slash, other paths have it.
Mustache action_data(std::string const& report, char const* anchor, Language l) {
  Mustache d(Kind::object);
  d["id"] = "{7d2e5a10-0000-4000-8000-7265646c696e}", d["name"] = render("qgis.open_report", l);
  d["url"] = "[% 'file:///' || " + for_address("regexp_replace(@project_folder, '^/', '')") + " || '/' || " +
             for_address(sql_text(report)) + " || '#' || " + for_address("\"" + std::string(anchor) + "\"") + " %]";
  return d;
}

class Project {
 public:
  explicit Project(ProjectOptions const& o)
      : m_options(o),
        m_facts(read_ledger_facts(o.ledger, o.register_file)),
        m_saved(read_saved_styles(o.workspace_directory)) {
    m_map = map_project(m_facts, relative_to(o.output, o.ledger), o.database, restoration_file(o), o.language);
    m_crs = display_crs(m_facts.extent);
    auto const beside = o.database.schema.empty() ? fs::path(o.ledger) : fs::path(o.output);
    auto const report = o.report.empty() ? fs::path(beside).replace_extension(".html").string() : o.report;
    m_report = relative_to(o.output, report).substr(0);
    if (m_report.rfind("./", 0) == 0) m_report.erase(0, 2);
  }

  std::string xml() {
    Mustache d(Kind::object);
    auto const as_of = m_facts.run.count("as_of") ? m_facts.run.at("as_of") : std::string{};
    d["title"] = render(Message{"qgis.title", {as_of}}, language()),
    d["abstract"] = render("qgis.proposal", language());
    d["wkt"] = m_crs.wkt, d["data_wkt"] = wkt_of_epsg(4490);
    if (!m_crs.authority.empty()) d["authority"] = m_crs.authority;
    auto const& b = m_crs.shown;
    d["min_x"] = number(b.min_x), d["min_y"] = number(b.min_y), d["max_x"] = number(b.max_x),
    d["max_y"] = number(b.max_y);
    Mustache layers(Kind::list);
    for (auto const& m : m_map.layers) layers << layer_data(m);
    d.set("map_layers", layers), d.set("tree", tree_data(m_map.tree, true)),
        d.set("legend_tree", tree_data(legend_tree(), false)), d.set("relations", relations());
    d["of_activity"] = render("qgis.relation.of_activity", language());
    d["of_area"] = render("qgis.relation.of_area", language());
    d.set("themes", themes()), d.set("bookmarks", bookmarks()), d.set("layouts", layouts_data(m_crs, language()));
    d["looks"] = LOOKS_OF_PROJECT, d.set("looks_of", looks());
    if (!m_options.restoration.empty()) d["timed"] = Mustache(Kind::bool_true);
    return fill_template("project.mustache", d);
  }

  ProjectResult result() const {
    std::size_t shown = 0;
    for (auto const& m : m_map.layers) shown += m.hidden ? 0 : 1;
    ProjectResult out{shown, m_bookmarks, 4, m_saved.findings, {}, {}};
    if (auto const it = m_facts.run.find("language"); it != m_facts.run.end()) out.ledger_language = it->second;
    for (auto const& f : m_saved.files)
      if (f.name.ends_with(".qml")) out.styles.push_back(f.name);
    return out;
  }

 private:
  Language language() const { return m_options.language; }

  Mustache layer_data(ProjectLayer const& m) const {
    static char const* const geometry[] = {"No geometry", "Point", "Line", "Polygon"};
    static char const* const wkb[] = {"NoGeometry", "MultiPoint", "MultiLineString", "MultiPolygon"};
    auto const at = static_cast<std::size_t>(m.table.dimension) + 1;
    Mustache d(Kind::object);
    d["id"] = m.id, d["title"] = m.name, d["source"] = source_of(m), d["provider"] = provider_of(m),
    d["private"] = m.hidden ? "1" : "0";
    d["geometry"] = geometry[at], d["wkb"] = m.look && m.look->single_points ? "Point" : wkb[at];
    if (m.look) d["spatial"] = Mustache(Kind::bool_true);
    d["scaled"] = m.scale > 0 || m.beyond > 0 ? "1" : "0";
    d["min_scale"] = number(m.scale), d["max_scale"] = number(m.beyond),
    d["labelled"] = m.labelled && m.look ? "1" : "0";
    if (auto const* qml = saved_qml_of(m_saved, m)) {
      Mustache saved(Kind::object);
      saved["attributes"] = style_attributes(m_saved, m), saved["inside"] = style_of_layer(*qml, m);
      d.set("saved", saved);
    } else if (m.look) {
      auto look = look_data(m.table, *m.look, m.rules, language());
      if (m.table.table.rfind("conflict_", 0) == 0)
        look.set("action", action_data(m_report, "conflict_id", language()));
      if (m.table.table.rfind("activity_", 0) == 0)
        look.set("action", action_data(m_report, "activity_id", language()));
      d.set("look", look);
    } else {
      Mustache plain(Kind::object);
      plain.set("fields", fields_data(m.table, language()));
      d.set("plain", plain);
    }
    return d;
  }

  // Of the layers with styles of the workspace, which may be others by the time people save theirs.
  Mustache looks() const {
    Mustache out(Kind::list);
    for (auto const& m : m_map.layers) {
      if (!saved_qml_of(m_saved, m)) continue;
      Mustache look(Kind::object);
      look["id"] = m.id, look["digest"] = look_digest(XmlText(saved_layer_qml(m_saved, m)), 0);
      out << look;
    }
    return out;
  }

  // What a printed legend can name: it shows of that what is on the map.
  TreeNode legend_tree() const {
    auto out = m_map.tree;
    std::erase_if(out.nodes, [&](auto const& n) {
      if (!n.on_sheets) return true;
      return n.layers.empty() ? n.nodes.empty() : m_map.layers[n.layers.front()].look == nullptr;
    });
    return out;
  }

  Mustache tree_data(TreeNode const& node, bool with_counts) const {
    Mustache d(Kind::object), layers(Kind::list), nodes(Kind::list);
    for (auto const i : node.layers) {
      auto const& m = m_map.layers[i];
      Mustache item(Kind::object);
      item["id"] = m.id, item["title"] = m.name, item["source"] = source_of(m);
      item["provider"] = provider_of(m);
      item["checked"] = m.checked ? "Qt::Checked" : "Qt::Unchecked";
      item["counted"] = with_counts && m.counted && !m.rules.empty() ? "1" : "0";
      layers << item;
    }
    for (auto const& n : node.nodes) nodes << tree_data(n, with_counts);
    d["group"] = node.name, d["checked"] = node.checked ? "Qt::Checked" : "Qt::Unchecked";
    d["expanded"] = node.expanded ? "1" : "0";
    d["untitled"] = Mustache(node.untitled ? Kind::bool_true : Kind::bool_false);
    d.set("layers", layers), d.set("nodes", nodes);
    return d;
  }

  Mustache relations() const {
    Mustache out(Kind::list);
    for (auto const& m : m_map.layers) {
      if (m.hidden || m.table.table.rfind("activity_", 0) != 0 || m.table.dimension < 0) continue;
      Mustache r(Kind::object);
      r["id"] = "conflicts_of_" + m.id, r["activity"] = m.id;
      r["title"] = render(Message{"qgis.relation", {m.name}}, language());
      out << r;
    }
    return out;
  }

  // All that is switched on; what sheets show of it; the same with the conflict of the page on top; the ground alone,
  // for small maps.
  Mustache themes() const {
    std::vector<std::size_t> on, on_sheets, highlighted, ground;
    collect(m_map.tree, true, on);
    auto sheets = m_map.tree;
    std::erase_if(sheets.nodes, [](TreeNode const& n) { return !n.on_sheets; });
    collect(sheets, true, on_sheets);
    for (std::size_t i = 0; i < m_map.layers.size(); ++i) {
      auto const& id = m_map.layers[i].id;
      if (id.ends_with("_highlight")) highlighted.push_back(i);
      if (m_map.layers[i].overview) ground.push_back(i);
    }
    ground.insert(ground.begin(), highlighted.begin(), highlighted.end());
    highlighted.insert(highlighted.end(), on_sheets.begin(), on_sheets.end());
    Mustache out(Kind::list);
    out << theme("qgis.theme.all", on) << theme("qgis.theme.print", highlighted)
        << theme("qgis.theme.reserve", on_sheets) << theme("qgis.theme.overview", ground);
    return out;
  }
  void collect(TreeNode const& node, bool on, std::vector<std::size_t>& out) const {
    for (auto const i : node.layers)
      if (on && m_map.layers[i].checked && m_map.layers[i].look) out.push_back(i);
    for (auto const& n : node.nodes) collect(n, on && n.checked, out);
  }
  Mustache theme(char const* key, std::vector<std::size_t> const& layers) const {
    Mustache d(Kind::object), ids(Kind::list);
    for (auto const i : layers) {
      Mustache id(Kind::object);
      id["id"] = m_map.layers[i].id;
      ids << id;
    }
    d["title"] = render(key, language());
    d.set("ids", ids);
    return d;
  }

  Mustache bookmarks() {
    Mustache out(Kind::list);
    for (auto const& r : m_facts.reserves) {
      if (r.bounds.empty()) continue;
      Mustache b(Kind::object);
      b["id"] = "reserve-" + std::to_string(++m_bookmarks), b["title"] = r.name;
      b["group"] = render("qgis.group.reserves", language());
      b["x1"] = number(r.bounds.min_x), b["y1"] = number(r.bounds.min_y);
      b["x2"] = number(r.bounds.max_x), b["y2"] = number(r.bounds.max_y);
      out << b;
    }
    return out;
  }

  ProjectOptions const& m_options;
  LedgerFacts m_facts;
  SavedStyles m_saved;
  MapProject m_map;
  DisplayCrs m_crs;
  std::string m_report;
  std::size_t m_bookmarks = 0;
};

}  // namespace

ProjectResult write_project(ProjectOptions const& options) {
  if (!options.restoration.empty() && !fs::exists(options.restoration))
    throw Error(ErrorKind::input, "read.missing", {options.restoration});
  if (options.overwrite) check_project_replaced(options.output, read_saved_styles(options.workspace_directory));
  Project project(options);
  if (small_letters(fs::path(options.output).extension().string()) == ".qgs")
    write_file(options.output, project.xml(), options.overwrite);
  else
    write_qgz(options.output, project.xml(), options.overwrite);
  return project.result();
}

}  // namespace redline
