// SPDX-License-Identifier: Apache-2.0
#include "layers/workspace/init.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

#include "engine/core/error.hpp"
#include "engine/rules/rule_set.hpp"
#include "layers/workspace/built_in.hpp"
#include "layers/workspace/text_file.hpp"

namespace redline {
namespace {

namespace fs = std::filesystem;

struct NewFile {
  std::string name, text;
  fs::path from;  // a file to copy, where not empty
};

// Where an installed copy keeps its data, wherever it was moved to.
fs::path beside_program() {
  std::error_code error;
  auto const program = fs::read_symlink("/proc/self/exe", error);
  return program.parent_path().parent_path() / REDLINE_DATADIR / "redline";
}

fs::path demo_folder() {
  if (auto const* named = std::getenv("REDLINE_DATA")) return fs::path(named) / "xinjiang";
  for (auto const& place : {beside_program(), fs::path(REDLINE_INSTALLED_DATA)})
    if (fs::exists(place / "xinjiang" / "redline.toml")) return place / "xinjiang";
  return fs::path(REDLINE_SOURCE_DATA) / "xinjiang";
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

std::string settings_file(fs::path const& folder, Language language) {
  auto const name = fs::absolute(folder).lexically_normal();
  auto shown = (name.has_filename() ? name : name.parent_path()).filename().string();
  for (char const c : {'"', '\\'}) shown.erase(std::remove(shown.begin(), shown.end(), c), shown.end());
  return replaced(replaced(built_in_text("new_workspace.toml"), "@NAME@", shown), "@LANGUAGE@",
                  language == Language::zh ? "zh" : "en");
}

// The demonstration names no rule set and no register of its own: the copies beside it are named, so that editing them
// counts.
std::string demo_settings(fs::path const& file) {
  auto text = read_text_file(file.string());
  std::string added;
  if (text.find("\nrules =") == std::string::npos) added += "rules = \"rules.toml\"\n";
  if (text.find("\nregister =") == std::string::npos) added += "register = \"register.csv\"\n";
  auto const format = text.find("\nformat");
  auto const end = format == std::string::npos ? std::string::npos : text.find('\n', format + 1);
  if (end == std::string::npos) throw Error(ErrorKind::input, "workspace.no_demo", {file.string()});
  return text.insert(end + 1, added);
}

// Data and explanations; not the scripts that draw and check them.
void add_demo(std::vector<NewFile>& files, std::string& settings) {
  auto const from = demo_folder();
  if (!fs::exists(from / "redline.toml")) throw Error(ErrorKind::input, "workspace.no_demo", {from.string()});
  settings = demo_settings(from / "redline.toml");
  for (auto const& entry : fs::directory_iterator(from)) {
    auto const name = entry.path().filename();
    if (entry.is_regular_file() && name != "redline.toml" && name != "expected.csv" && name.extension() != ".py" &&
        name.string().front() != '.')
      files.push_back({name.string(), "", entry.path()});
  }
  std::error_code none;
  for (auto const& entry : fs::directory_iterator(from / "restoration", none))
    if (entry.path().extension() == ".csv" || entry.path().extension() == ".geojson")
      files.push_back({"restoration/" + entry.path().filename().string(), "", entry.path()});
}

void refuse_overwriting(fs::path const& folder, std::vector<NewFile> const& files) {
  if (fs::exists(folder / "redline.toml")) throw Error(ErrorKind::output, "workspace.exists", {folder.string()});
  for (auto const& f : files)
    if (fs::exists(folder / f.name))
      throw Error(ErrorKind::output, "workspace.in_the_way", {(folder / f.name).string()});
}

void write(fs::path const& folder, NewFile const& file) {
  auto const path = folder / file.name;
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (!file.from.empty()) {
    fs::copy_file(file.from, path, error);
    if (error) throw Error(ErrorKind::output, "workspace.not_written", {path.string(), error.message()});
    return;
  }
  std::ofstream out(path, std::ios::binary);
  out << file.text;
  if (!out.flush()) throw Error(ErrorKind::output, "workspace.not_written", {path.string(), ""});
}

}  // namespace

void init_workspace(std::string const& directory, bool demo, Language language) {
  fs::path const folder(directory);
  auto settings = settings_file(folder, language);
  std::vector<NewFile> files{{"register.csv", built_in_text("register.csv"), {}},
                             {"aliases.csv", built_in_text("aliases.csv"), {}},
                             {"rules.toml", std::string(builtin_rules()), {}},
                             {"rules.examples.toml", std::string(builtin_rule_examples()), {}}};
  if (demo) add_demo(files, settings);
  refuse_overwriting(folder, files);
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw Error(ErrorKind::output, "workspace.not_written", {directory, error.message()});
  for (auto const& f : files) write(folder, f);
  write(folder, {"redline.toml", settings, {}});
}

}  // namespace redline
