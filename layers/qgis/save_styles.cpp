// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/save_styles.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "engine/core/error.hpp"
#include "engine/core/letters.hpp"
#include "layers/qgis/project_styles.hpp"
#include "layers/qgis/saved_styles.hpp"
#include "layers/workspace/text_file.hpp"
#include "layers/write/atomic_file.hpp"
#include "layers/write/geopackage_sql.hpp"
#include "layers/write/sqlite.hpp"

namespace redline {
namespace {

namespace fs = std::filesystem;

std::string ending_of(std::string const& path) { return small_letters(fs::path(path).extension().string()); }

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

std::vector<FoundStyle> styles_in(std::string const& path, SavedStyles const& saved) {
  if (!fs::exists(path)) throw Error(ErrorKind::input, "read.missing", {path});
  if (auto const ending = ending_of(path); ending == ".qgz" || ending == ".qgs")
    return styles_of_project(opened_project(path), saved);
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
