// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/report_places.hpp"

#include <algorithm>
#include <filesystem>

#include "engine/core/error.hpp"
#include "layers/read/place.hpp"
#include "layers/restoration/store.hpp"
#include "layers/run/layer_input.hpp"
#include "layers/run/outputs.hpp"
#include "layers/workspace/workspace.hpp"

namespace redline {
namespace {

namespace fs = std::filesystem;

std::string opened(std::string const& source) {
  SourceOptions o;
  o.path_and_layer = source;
  try {
    return locate(o).path;
  } catch (Error const&) {
    return source;  // a network address: no file of ours
  }
}

std::vector<std::string> files_of(Workspace const& w) {
  std::vector<std::string> out{store_path(w.directory)};
  for (auto const* name : {"redline.toml", "restoration.toml", "register.csv", "aliases.csv", "decisions.csv"})
    out.push_back((fs::path(w.directory) / name).string());
  for (auto const& file : {w.plan.register_file, w.plan.rules_file, w.plan.decisions_file})
    if (!file.empty()) out.push_back(file);
  if (!w.plan.register_file.empty())
    out.push_back(fs::path(w.plan.register_file).replace_filename("aliases.csv").string());
  if (!w.counties.source.empty()) out.push_back(opened(w.counties.source));
  for (auto const& layer : w.plan.layers) out.push_back(opened(layer.source));
  return out;
}

// The store knows names and contents of what was imported, not where it lay.
void check_not_imported(std::string const& output, std::vector<ImportedFile> const& imports) {
  std::error_code absent;
  if (imports.empty() || !fs::exists(output, absent)) return;
  auto const name = fs::path(output).filename().string(), sha256 = sha256_of_source(output);
  for (auto const& i : imports) {
    bool const content = !sha256.empty() && i.sha256.compare(0, sha256.size(), sha256) == 0;
    bool const named = i.file == name || i.file.rfind(name + ":", 0) == 0;  // FILE:LAYER
    if (content || named) throw Error(ErrorKind::output, "restoration.was_imported", {output, i.file});
  }
}

}  // namespace

void check_report_places(std::string const& workspace, std::vector<std::string> outputs, bool overwrite) {
  std::erase(outputs, std::string{});
  if (outputs.empty()) return;
  check_places(outputs, overwrite);
  auto const w = read_workspace(workspace);
  auto plan = w.plan;
  plan.output = outputs.front();
  plan.exports.assign(outputs.begin() + 1, outputs.end());
  check_not_inputs(plan, files_of(w));
  auto const imports = load_imports(store_path(workspace));
  for (auto const& o : outputs) check_not_imported(o, imports);
}

}  // namespace redline
