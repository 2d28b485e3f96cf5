// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/project_styles.hpp"

#include <filesystem>
#include <set>
#include <string_view>

#include "engine/core/error.hpp"
#include "engine/core/letters.hpp"
#include "layers/qgis/qgz.hpp"
#include "layers/qgis/written_looks.hpp"
#include "layers/workspace/text_file.hpp"

namespace redline {
namespace {

std::string layer_name(std::string const& id) {
  constexpr std::string_view PREFIX = "redline_";
  return id.rfind(PREFIX, 0) == 0 ? id.substr(PREFIX.size()) : std::string{};
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

}  // namespace

XmlText opened_project(std::string const& path) {
  auto const ending = small_letters(std::filesystem::path(path).extension().string());
  auto project = parsed_style(ending == ".qgz" ? read_qgz(path) : read_text_file(path), path);
  if (project.elements().front().name != "qgis") throw Error(ErrorKind::input, "style.no_source", {path});
  return project;
}

std::vector<FoundStyle> styles_of_project(XmlText const& project, SavedStyles const& saved) {
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

}  // namespace redline
