// Styles that people changed: files of the workspace's folder styles/, one LAYER.qml (QGIS) and LAYER.sld (others) for
// each. LAYER is a spatial table of the ledger, drawn so wherever it is drawn, or a layer of the project
// (conflict_areas_prohibited), drawn so in projects only. They are inputs: `files` says which were read and their
// SHA-256. A file for a layer nobody knows is a finding, style.unknown_layer {file}. Errors of kind input:
// style.broken {file, line, reason}, style.not_a_style {file, root, expected}, style.geometry {file, found, expected}.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "engine/core/finding.hpp"
#include "engine/core/text.hpp"
#include "layers/qgis/map_layers.hpp"

namespace redline {

struct SavedStyle {
  std::string qml, sld;  // empty: none
};

struct StyleFile {
  std::string name, sha256;  // styles/conflict_areas.qml
};

struct SavedStyles {
  std::map<std::string, SavedStyle, std::less<>> of;
  std::vector<StyleFile> files;
  Findings findings;
};

SavedStyles read_saved_styles(std::string const& workspace_directory);  // empty: no workspace, no styles

// The QML a layer of a project gets: its own, else its table's (the highlight and the names of reserves have looks of
// their own). Null: none.
std::string const* saved_qml_of(SavedStyles const& saved, ProjectLayer const& layer);

// What may have a style of its own by the name its file bears: tables with all their rules, and layers of projects.
// rows: how many conflicts and activities the ledger holds, which limits layers by scale.
std::map<std::string, ProjectLayer, std::less<>> styled_layers(Language l, long rows = 0);
std::map<std::string, ProjectLayer, std::less<>> layers_with_styles();  // of a ledger of any size

std::string project_layer_qml(ProjectLayer const& layer, Language l);  // as the program makes it
bool style_attribute(std::string const& key);                          // of those that `qgis` and `maplayer` share

std::vector<StyleRow> ledger_styles(Language l, SavedStyles const& saved);
std::vector<std::pair<std::string, std::string>> style_inputs(SavedStyles const& saved);  // of a ledger: name, SHA-256

// The inside of a QML for a layer of a project. From the style of a whole table the rules of other layers are left out
// (known by their filters), and the rule that is the layer's own stands without filter and title.
std::string style_of_layer(std::string const& qml, ProjectLayer const& layer);
// Of its root, those that layers of projects have too. Where the style is that of the table, the project says whether
// the layer is labelled (not where another layer does it) and from which scale it shows.
std::string style_attributes(SavedStyles const& saved, ProjectLayer const& layer);
std::string saved_layer_qml(SavedStyles const& saved, ProjectLayer const& layer);  // both, as a QML again

}  // namespace redline
