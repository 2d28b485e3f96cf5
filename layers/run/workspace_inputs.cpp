// SPDX-License-Identifier: Apache-2.0
#include "layers/run/workspace_inputs.hpp"

#include <toml++/toml.h>

#include <filesystem>

#include "engine/core/error.hpp"
#include "layers/read/place.hpp"
#include "layers/run/coverage.hpp"
#include "layers/workspace/workspace.hpp"

namespace redline {
namespace {

namespace fs = std::filesystem;
using Files = std::vector<std::string>;

void add(Files& out, std::string const& file) {
  if (!file.empty()) out.push_back(file);
}

void add_source(Files& out, std::string const& source) {
  if (!source.empty() && !is_database(source)) out.push_back(named_file(source));
}

void add_plan(Files& out, RunPlan const& plan) {
  for (auto const* file : {&plan.rules_file, &plan.register_file, &plan.decisions_file}) add(out, *file);
  if (!plan.register_file.empty()) out.push_back(fs::path(plan.register_file).replace_filename("aliases.csv").string());
  for (auto const& layer : plan.layers) {
    add_source(out, layer.source);
    if (!is_wkt(layer.coverage)) add_source(out, layer.coverage);
  }
}

void add_folder(Files& out, fs::path const& folder) {
  std::error_code absent;
  for (auto it = fs::directory_iterator(folder, absent); !absent && it != fs::directory_iterator();
       it.increment(absent))
    out.push_back(it->path().string());
}

// All files that redline.toml speaks of, whether it can be used or not.
void add_words(Files& out, fs::path const& folder, toml::node const& node) {
  if (auto const* table = node.as_table())
    for (auto const& [key, value] : *table) add_words(out, folder, value);
  if (auto const* list = node.as_array())
    for (auto const& value : *list) add_words(out, folder, value);
  std::error_code absent;
  if (auto const word = node.value<std::string>())
    for (auto const& name : {*word, word->substr(0, word->rfind(':'))})
      if (fs::is_regular_file(folder / name, absent)) out.push_back((folder / name).string());
}

// A layer that is missing today leaves the others guarded.
void add_unusable(Files& out, fs::path const& folder) {
  try {
    add_words(out, folder, toml::parse_file((folder / "redline.toml").string()));
  } catch (toml::parse_error const&) {  // runs that need it say why
  }
}

}  // namespace

std::string named_file(std::string const& source) {
  SourceOptions o;
  o.path_and_layer = source, o.allow_network = o.allow_vrt = true;
  try {
    return locate(o).shown;
  } catch (Error const&) {
    return source;
  }
}

Files workspace_inputs(std::string const& directory) {
  Files out;
  fs::path const folder(directory);
  for (auto const* name : {"redline.toml", "rules.toml", "register.csv", "aliases.csv", "decisions.csv",
                           "restoration.gpkg", "restoration.toml", "basemap.prepared"})
    out.push_back((folder / name).string());
  add_folder(out, folder / "styles");
  try {
    auto const workspace = read_workspace(directory);
    add_plan(out, workspace.plan);
    add_source(out, workspace.counties.source);
  } catch (Error const&) {  // runs that need it say why
    add_unusable(out, folder);
  }
  return out;
}

Files plan_inputs(RunPlan const& plan) {
  Files out;
  add_plan(out, plan);
  if (plan.workspace_directory.empty()) return out;
  auto const more = workspace_inputs(plan.workspace_directory);
  out.insert(out.end(), more.begin(), more.end());
  return out;
}

std::string workspace_around(std::string const& file) {
  std::error_code absent;
  auto const whole = fs::weakly_canonical(fs::absolute(file, absent), absent);
  for (auto d = whole.parent_path(); !d.empty(); d = d.parent_path()) {
    if (fs::is_regular_file(d / "redline.toml", absent)) return d.string();
    if (d == d.parent_path()) break;
  }
  return {};
}

}  // namespace redline
