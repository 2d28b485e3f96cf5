// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/saved_styles.hpp"

#include <algorithm>
#include <filesystem>

#include "engine/core/error.hpp"
#include "engine/core/hash.hpp"
#include "layers/qgis/symbol.hpp"
#include "layers/qgis/xml_text.hpp"
#include "layers/workspace/text_file.hpp"
#include "layers/write/ledger_schema.hpp"

namespace redline {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view ID_PREFIX = "redline_";

void check_root(XmlText const& xml, std::string const& file, char const* expected) {
  auto root = xml.elements().front().name;
  if (auto const colon = root.find(':'); colon != std::string::npos) root.erase(0, colon + 1);
  if (root != expected) throw Error(ErrorKind::input, "style.not_a_style", {file, root, expected});
}

void check_qml(std::string const& text, std::string const& file, int dimension) {
  auto const xml = parsed_style(text, file);
  check_root(xml, file, "qgis");
  auto const geometry = xml.child(0, "layerGeometryType");
  if (geometry == 0) return;
  auto const& found = xml.elements()[geometry].text;
  if (found == std::to_string(dimension)) return;
  auto const name = [](std::string const& d) { return has_text("qgis.geometry." + d) ? "@qgis.geometry." + d : d; };
  throw Error(ErrorKind::input, "style.geometry", {file, name(found), name(std::to_string(dimension))});
}

std::vector<fs::path> style_files(fs::path const& folder) {
  std::vector<fs::path> out;
  std::error_code none;
  for (fs::directory_iterator it(folder, none), end; !none && it != end; it.increment(none)) {
    auto const ending = it->path().extension();
    if (ending == ".qml" || ending == ".sld") out.push_back(it->path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string const* qml_named(SavedStyles const& saved, std::string const& name) {
  auto const it = saved.of.find(name);
  return it == saved.of.end() || it->second.qml.empty() ? nullptr : &it->second.qml;
}

std::string const* of_table(SavedStyles const& saved, ProjectLayer const& layer) {
  return qml_named(saved, layer.table.table);
}

// Which rules of a table's style a layer of one rule leaves out or takes for its own.
std::string own_rules(XmlText const& xml, std::size_t rules, ProjectLayer const& layer) {
  std::vector<std::pair<std::size_t, std::string>> replaced;
  for (auto const i : xml.children(rules)) {
    auto const& rule = xml.elements()[i];
    auto const filter = rule.attribute("filter");
    if (filter == layer.subset) {
      std::string tag = "<rule";
      for (auto const& [key, value] : rule.attributes)
        if (key != "filter" && key != "label" && key != "description")
          tag += " " + key + "=\"" + xml_attribute(value) + "\"";
      replaced.emplace_back(i, tag + ">" + xml.inner_with(i, {}) + "</rule>");
      continue;
    }
    auto const& all = palette().rules_of(*layer.look);
    if (std::any_of(all.begin(), all.end(), [&](auto const& r) { return condition(r) == filter; }))
      replaced.emplace_back(i, "");
  }
  auto const& e = xml.elements()[rules];
  return "<rules key=\"" + xml_attribute(e.attribute("key")) + "\">" + xml.inner_with(rules, replaced) + "</rules>";
}

}  // namespace

std::map<std::string, ProjectLayer, std::less<>> styled_layers(Language l, long rows) {
  LedgerFacts every;
  std::map<std::string, ProjectLayer, std::less<>> out;
  for (auto const& spec : ledger_tables()) {
    auto const* look = palette().look_of(spec.name);
    if (!look) continue;
    every.drawn[spec.name].assign(palette().rules_of(*look).size(), 1);
    ProjectLayer table;
    table.id = std::string(ID_PREFIX) + spec.name, table.table = styled_table(spec), table.look = look;
    table.rules = palette().rules_of(*look);
    out.emplace(spec.name, std::move(table));
  }
  every.drawn[ledger_tables()[CONFLICT_AREAS].name].front() += rows;
  for (auto& layer : map_project(every, "ledger", {}, {"restoration"}, l).layers)
    if (layer.look && !layer.hidden) out.emplace(layer.id.substr(ID_PREFIX.size()), std::move(layer));
  return out;
}

std::map<std::string, ProjectLayer, std::less<>> layers_with_styles() {
  return styled_layers(Language::en, palette().detail.rbegin()->first + 1);
}

SavedStyles read_saved_styles(std::string const& workspace_directory) {
  SavedStyles out;
  if (workspace_directory.empty()) return out;
  auto const known = layers_with_styles();
  for (auto const& path : style_files(fs::path(workspace_directory) / "styles")) {
    auto const layer = path.stem().string(), shown = "styles/" + path.filename().string();
    auto const it = known.find(layer);
    if (it == known.end()) {
      out.findings.push_back({"style.unknown_layer", Severity::warning, layer, "", {shown}});
      continue;
    }
    auto text = read_text_file(path.string());
    out.files.push_back({shown, sha256_hex(text)});
    if (path.extension() == ".qml") {
      check_qml(text, path.string(), it->second.table.dimension);
      out.of[layer].qml = std::move(text);
    } else {
      check_root(parsed_style(text, path.string()), path.string(), "StyledLayerDescriptor");
      out.of[layer].sld = std::move(text);
    }
  }
  return out;
}

std::string project_layer_qml(ProjectLayer const& layer, Language l) {
  auto data = look_data(layer.table, *layer.look, layer.rules, l);
  bool const whole_table = layer.subset.empty() && layer.source.empty();
  data["labelled"] = layer.labelled ? "1" : "0";
  data["scaled"] = (layer.scale > 0 || layer.beyond > 0) && !whole_table ? "1" : "0";
  data["min_scale"] = number(whole_table ? 0 : layer.scale);
  if (layer.beyond > 0) data["max_scale"] = number(layer.beyond);
  return fill_template("qml.mustache", data);
}

bool style_attribute(std::string const& key) {
  return key == "labelsEnabled" || key == "hasScaleBasedVisibilityFlag" || key == "minScale" || key == "maxScale" ||
         key == "symbologyReferenceScale" || key.rfind("simplify", 0) == 0;
}

std::string const* saved_qml_of(SavedStyles const& saved, ProjectLayer const& layer) {
  if (!layer.look || layer.hidden) return nullptr;
  auto const own = layer.id.substr(ID_PREFIX.size());
  if (auto const* qml = qml_named(saved, own)) return qml;
  return own.ends_with("_highlight") || own.ends_with("_names") ? nullptr : of_table(saved, layer);
}

std::vector<StyleRow> ledger_styles(Language l, SavedStyles const& saved) {
  auto out = ledger_styles(l);
  for (auto& row : out) {
    auto const it = saved.of.find(row.layer);
    if (it == saved.of.end()) continue;
    auto const& [qml, sld] = it->second;
    if (!sld.empty() || !qml.empty()) row.sld = sld;  // an old one would show something else
    if (!qml.empty()) row.qml = qml;
  }
  return out;
}

std::vector<std::pair<std::string, std::string>> style_inputs(SavedStyles const& saved) {
  std::vector<std::pair<std::string, std::string>> out;
  for (auto const& [name, sha256] : saved.files)
    if (palette().look_of(fs::path(name).stem().string())) out.emplace_back(name, sha256);
  return out;
}

std::string style_of_layer(std::string const& qml, ProjectLayer const& layer) {
  XmlText const xml(qml);
  std::string out;
  auto const renderer = xml.child(0, "renderer-v2");
  auto const rules = renderer == 0 ? 0 : xml.child(renderer, "rules");
  bool const one = layer.rules.size() == 1 && !layer.subset.empty();
  for (auto const i : xml.children(0)) {
    if (xml.elements()[i].name == "flags") continue;  // the project's own
    if (i != renderer || rules == 0 || !one) {
      out.append(xml.whole(i)).append("\n");
      continue;
    }
    out += "<renderer-v2";
    for (auto const& [key, value] : xml.elements()[i].attributes)
      out += " " + key + "=\"" + xml_attribute(value) + "\"";
    out += ">" + xml.inner_with(i, {{rules, own_rules(xml, rules, layer)}}) + "</renderer-v2>\n";
  }
  return out;
}

std::string style_attributes(SavedStyles const& saved, ProjectLayer const& layer) {
  auto const* qml = saved_qml_of(saved, layer);
  XmlText const xml(*qml);
  std::map<std::string, std::string> said;
  for (auto const& [key, value] : xml.elements().front().attributes)
    if (style_attribute(key)) said[key] = value;
  if (qml == of_table(saved, layer)) {
    if (!layer.labelled) said["labelsEnabled"] = "0";
    if (layer.scale > 0 && said["hasScaleBasedVisibilityFlag"] != "1")
      said["hasScaleBasedVisibilityFlag"] = "1", said["minScale"] = number(layer.scale), said["maxScale"] = "0";
  }
  std::string out;
  for (auto const& [key, value] : said) out += " " + key + "=\"" + xml_attribute(value) + "\"";
  return out;
}

std::string saved_layer_qml(SavedStyles const& saved, ProjectLayer const& layer) {
  auto const inside = style_of_layer(*saved_qml_of(saved, layer), layer);
  return "<qgis" + style_attributes(saved, layer) + ">" + inside + "</qgis>";
}

}  // namespace redline
