// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/save_styles.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "engine/core/error.hpp"
#include "engine/core/letters.hpp"
#include "layers/qgis/qgz.hpp"
#include "layers/qgis/saved_styles.hpp"
#include "layers/qgis/written_looks.hpp"
#include "layers/workspace/text_file.hpp"
#include "layers/write/atomic_file.hpp"
#include "layers/write/geopackage_sql.hpp"
#include "layers/write/sqlite.hpp"

namespace redline {
namespace {

namespace fs = std::filesystem;

struct FoundStyle {
  std::string layer, qml, sld;
  bool changed = false;
};

std::string ending_of(std::string const& path) { return small_letters(fs::path(path).extension().string()); }

std::string layer_name(std::string const& id) {
  constexpr std::string_view PREFIX = "redline_";
  return id.rfind(PREFIX, 0) == 0 ? id.substr(PREFIX.size()) : std::string{};
}

std::vector<FoundStyle> in_ledger(std::string const& path) {
  std::vector<FoundStyle> out;
  Database db(path, path, Database::Mode::read);
  auto rows = db.prepare(
      "SELECT f_table_name, styleQML, styleSLD, update_time FROM layer_styles WHERE useAsDefault ORDER BY "
      "f_table_name, "
      "update_time DESC");
  std::set<std::string> met;
  while (rows.step()) {
    FoundStyle s{std::string(rows.column_text(0)), std::string(rows.column_text(1)), std::string(rows.column_text(2))};
    if (!met.insert(s.layer).second) continue;
    s.changed = rows.column_text(3) != LAST_CHANGE;  // QGIS writes the time
    out.push_back(std::move(s));
  }
  return out;
}

bool part_of_style(std::string const& name) {
  static std::set<std::string> const others{"id",
                                            "datasource",
                                            "shortname",
                                            "title",
                                            "abstract",
                                            "keywordList",
                                            "layername",
                                            "srs",
                                            "resourceMetadata",
                                            "provider",
                                            "vectorjoins",
                                            "layerDependencies",
                                            "metadataUrls",
                                            "expressionfields",
                                            "dataDependencies",
                                            "map-layer-style-manager",
                                            "auxiliaryLayer",
                                            "extent",
                                            "wgs84extent",
                                            "attribution",
                                            "attributionUrl",
                                            "dataUrl",
                                            "metadataUrl",
                                            "layerGeometryType",
                                            "flags",
                                            "legendUrl",
                                            "keywords",
                                            "mapLayerCapabilities"};
  return others.count(name) == 0;
}

std::string as_qml(XmlText const& project, std::size_t layer, int dimension) {
  auto const& e = project.elements()[layer];
  auto const version = project.elements().front().attribute("version");
  std::string out = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"" +
                    xml_attribute(version) + "\" styleCategories=\"AllStyleCategories\"";
  for (auto const& [key, value] : e.attributes)
    if (style_attribute(key)) out += " " + key + "=\"" + xml_attribute(value) + "\"";
  out += ">\n";
  for (auto const i : project.children(layer))
    if (part_of_style(project.elements()[i].name)) out.append(project.whole(i)).append("\n");
  return out + "<layerGeometryType>" + std::to_string(dimension) + "</layerGeometryType>\n</qgis>\n";
}

// Layers dragged into a project by hand have ids of their own; their source says which table they show.
std::string table_shown(XmlText const& project, std::size_t layer) {
  auto const at = project.child(layer, "datasource");
  auto const source = at == 0 ? std::string{} : project.elements()[at].text;
  constexpr std::string_view KEY = "|layername=";
  auto const begin = source.find(KEY);
  if (begin == std::string::npos || source.find("|subset=") != std::string::npos) return {};
  auto const name = source.substr(begin + KEY.size());
  return name.substr(0, name.find('|'));
}

std::vector<FoundStyle> in_project(std::string const& path, SavedStyles const& saved) {
  auto const text = ending_of(path) == ".qgz" ? read_qgz(path) : read_text_file(path);
  auto const project = parsed_style(text, path);
  if (project.elements().front().name != "qgis") throw Error(ErrorKind::input, "style.no_source", {path});
  WrittenLooks const written(project, saved);
  auto const every = layers_with_styles();
  std::vector<FoundStyle> out;
  std::set<std::string> met;
  for (std::size_t i = 0; i < project.elements().size(); ++i) {
    if (project.elements()[i].name != "maplayer") continue;
    auto const id = project.child(i, "id");
    auto name = id == 0 ? std::string{} : layer_name(project.elements()[id].text);
    if (name.empty()) name = table_shown(project, i);
    auto const known = every.find(name);
    if (known == every.end() || !met.insert(name).second) continue;
    out.push_back({name, as_qml(project, i, known->second.table.dimension), {}, !written.holds(name, i)});
  }
  return out;
}

std::vector<FoundStyle> styles_in(std::string const& path, SavedStyles const& saved) {
  if (!fs::exists(path)) throw Error(ErrorKind::input, "read.missing", {path});
  if (auto const ending = ending_of(path); ending == ".qgz" || ending == ".qgs") return in_project(path, saved);
  try {
    return in_ledger(path);
  } catch (Error const& e) {
    if (e.kind() != ErrorKind::output) throw;
    throw Error(ErrorKind::input, "style.no_source", {path});
  }
}

void require_layers(std::vector<std::string> const& wanted, std::vector<FoundStyle> const& found,
                    std::string const& source) {
  for (auto const& name : wanted) {
    if (std::any_of(found.begin(), found.end(), [&](auto const& s) { return s.layer == name; })) continue;
    std::string there;
    for (auto const& s : found) there += (there.empty() ? "" : ", ") + s.layer;
    throw Error(ErrorKind::input, "style.no_layer", {source, name, there});
  }
}

bool wanted(FoundStyle const& s, std::vector<std::string> const& layers) {
  return layers.empty() ? s.changed : std::find(layers.begin(), layers.end(), s.layer) != layers.end();
}

using Files = std::vector<std::pair<std::string, std::string>>;  // path, text

void add_file(std::string const& path, std::string const& text, Files& files, StylesSaved& out) {
  if (fs::exists(path) && read_text_file(path) == text)
    out.same.push_back(path);
  else
    files.emplace_back(path, text);
}

// A project has no SLD: one that was saved earlier does not speak of the new style.
void tell_old_sld(FoundStyle const& s, std::string const& sld, StylesSaved& out) {
  if (s.sld.empty() && fs::exists(sld))
    out.findings.push_back({"style.old_sld", Severity::warning, s.layer, "", {sld}});
}

Files wanted_files(std::vector<FoundStyle> const& found, SaveStylesOptions const& o, StylesSaved& out) {
  Files files;
  auto const known = layers_with_styles();
  for (auto const& s : found) {
    if (!wanted(s, o.layers)) {
      if (o.layers.empty()) out.as_made.push_back(s.layer);
      continue;
    }
    if (known.count(s.layer) == 0) {
      out.findings.push_back({"style.unknown_layer", Severity::warning, s.layer, "", {o.source + ": " + s.layer}});
      continue;
    }
    auto const stem = (fs::path(o.workspace_directory) / "styles" / s.layer).string();
    parsed_style(s.qml, o.source + ": " + s.layer);
    add_file(stem + ".qml", s.qml, files, out);
    if (!s.sld.empty()) add_file(stem + ".sld", s.sld, files, out);
    tell_old_sld(s, stem + ".sld", out);
  }
  return files;
}

}  // namespace

StylesSaved save_styles(SaveStylesOptions const& o) {
  auto const found = styles_in(o.source, read_saved_styles(o.workspace_directory));
  require_layers(o.layers, found, o.source);
  StylesSaved out;
  auto const files = wanted_files(found, o, out);
  for (auto const& [path, text] : files)
    if (!o.overwrite && fs::exists(path)) throw Error(ErrorKind::output, "write.exists", {path});  // before any is
  std::error_code told_below;
  if (!files.empty()) fs::create_directories(fs::path(o.workspace_directory) / "styles", told_below);
  for (auto const& [path, text] : files) {
    write_file(path, text, o.overwrite);
    out.written.push_back(path);
  }
  return out;
}

}  // namespace redline
