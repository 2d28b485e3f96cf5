// SPDX-License-Identifier: Apache-2.0
#include "cli/workspace_files.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "engine/core/error.hpp"
#include "layers/read/place.hpp"
#include "layers/restoration/store.hpp"
#include "layers/run/outputs.hpp"
#include "layers/workspace/workspace.hpp"

namespace redline::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t MOST_LETTERS = 4096;  // of a path

// The nearest folder upwards that holds a redline.toml; empty: none.
fs::path workspace_above(fs::path folder) {
  std::error_code none;
  for (folder = fs::weakly_canonical(fs::absolute(folder, none), none); !folder.empty();
       folder = folder.parent_path()) {
    if (fs::exists(folder / "redline.toml", none)) return folder;
    if (folder == folder.parent_path()) break;
  }
  return {};
}

std::set<fs::path> at_hand(std::vector<std::string> const& outputs, std::string const& named) {
  std::set<fs::path> out{workspace_above(".")};
  if (!named.empty())
    out.insert(workspace_above(fs::is_directory(named) ? fs::path(named) : fs::path(named).parent_path()));
  std::error_code none;
  for (auto const& output : outputs) {
    out.insert(workspace_above(fs::is_directory(output, none) ? fs::path(output) : fs::path(output).parent_path()));
    if (fs::is_symlink(output, none)) out.insert(workspace_above(fs::weakly_canonical(output, none).parent_path()));
  }
  out.erase(fs::path());
  return out;
}

void add_source(std::string const& file_and_layer, std::vector<std::string>& out) {
  if (file_and_layer.empty() || is_database(file_and_layer)) return;
  SourceOptions o;
  o.path_and_layer = file_and_layer, o.allow_network = o.allow_vrt = true;
  try {
    out.push_back(locate(o).path);
  } catch (Error const&) {  // of several layers none is named, or it is not there: the file counts as it is written
    out.push_back(file_and_layer);
  }
}

// One layer that is missing today must not leave the others without guard.
void add_quoted(fs::path const& workspace, std::vector<std::string>& out) {
  std::ifstream in(workspace / "redline.toml", std::ios::binary);
  std::string const text{std::istreambuf_iterator<char>(in), {}};
  std::error_code none;
  for (auto begin = text.find_first_of("\"'"); begin != std::string::npos;
       begin = text.find_first_of("\"'", begin + 1)) {
    auto const end = text.find_first_of("\"'\n", begin + 1);
    auto const word = text.substr(begin + 1, end == std::string::npos ? end : end - begin - 1);
    for (auto const& name : {word, word.substr(0, word.rfind(':'))})
      if (!name.empty() && name.size() < MOST_LETTERS && fs::is_regular_file(workspace / name, none))
        out.push_back((workspace / name).string());
  }
}

void add_files(fs::path const& workspace, std::vector<std::string>& out) {
  for (auto const& file : {workspace / "redline.toml", fs::path(store_path(workspace.string()))})
    out.push_back(file.string());
  std::error_code none;
  for (fs::directory_iterator it(workspace / "styles", none), end; !none && it != end; it.increment(none))
    out.push_back(it->path().string());
  auto const read = read_workspace(workspace.string());
  for (auto const* file : {&read.plan.rules_file, &read.plan.decisions_file, &read.plan.register_file})
    if (!file->empty()) out.push_back(*file);
  add_source(read.counties.source, out);
  for (auto const& layer : read.plan.layers) add_source(layer.source, out), add_source(layer.coverage, out);
}

}  // namespace

std::vector<std::string> workspace_files(std::vector<std::string> const& outputs, std::string const& named) {
  std::vector<std::string> out;
  for (auto const& workspace : at_hand(outputs, named)) {
    try {
      add_files(workspace, out);
    } catch (Error const&) {  // whoever works with it says what is wrong there
      add_quoted(workspace, out);
    }
  }
  return out;
}

void check_replaces_no_input(std::vector<std::string> const& outputs, std::vector<std::string> const& inputs,
                             std::string const& workspace) {
  check_not_inputs(outputs, inputs);
  check_not_inputs(outputs, workspace_files(outputs, workspace), "write.of_workspace");
}

}  // namespace redline::cli
