// SPDX-License-Identifier: Apache-2.0
#include "layers/run/outputs.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "engine/core/error.hpp"
#include "engine/core/letters.hpp"
#include "layers/run/source_files.hpp"
#include "layers/run/workspace_inputs.hpp"
#include "layers/write/atomic_file.hpp"
#include "layers/write/run_sidecar.hpp"

namespace redline {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> outputs_of(RunPlan const& plan) {
  std::vector<std::string> out{plan.output};
  out.insert(out.end(), plan.exports.begin(), plan.exports.end());
  return out;
}

bool same_file(fs::path const& a, fs::path const& b) {
  std::error_code absent;
  if (fs::equivalent(a, b, absent)) return true;
  auto const canonical = fs::weakly_canonical(fs::absolute(a, absent), absent);  // empty where it cannot be a path
  return !canonical.empty() && canonical == fs::weakly_canonical(fs::absolute(b, absent), absent);
}

// "/vsizip/dir/a.zip/b.shp" lies in dir/a.zip.
std::string on_disk(std::string const& source) {
  if (source.rfind("/vsi", 0) != 0) return source;
  fs::path path = source.substr(std::min(source.size(), source.find('/', 1) + 1));
  std::error_code absent;
  while (!path.empty() && path != path.parent_path() && !fs::exists(path, absent)) path = path.parent_path();
  return fs::is_regular_file(path, absent) ? path.string() : source;
}

void check_distinct(std::vector<std::string> const& outputs) {
  for (std::size_t i = 0; i < outputs.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (same_file(outputs[i], outputs[j])) throw Error(ErrorKind::output, "write.same_output", {outputs[i]});
}

void refuse(std::string const& output, std::string const& source, char const* because) {
  auto const path = on_disk(source);
  std::error_code absent;
  bool const inside = fs::path(path).extension() == ".gdb" && same_file(fs::path(output).parent_path(), path);
  if (inside || same_file(output, path)) throw Error(ErrorKind::output, because, {output, source});
  if (!fs::exists(path, absent)) return;
  for (auto const& file : files_of_source(path))
    if (same_file(output, file)) throw Error(ErrorKind::output, because, {output, source});
}

// The one that is used, the nearest to the current folder, to what the output is a link to, and to the link.
std::set<std::string> workspaces_at_hand(std::string const& output, std::string const& used) {
  auto const beside = fs::path(output).replace_filename("redline.toml").string();
  std::set<std::string> out{used, workspace_around("redline.toml"), workspace_around(output), workspace_around(beside)};
  out.erase(std::string{});
  return out;
}

}  // namespace

void check_places(std::vector<std::string> const& outputs, bool overwrite) {
  for (auto const& output : outputs) AtomicFile const could_be(output, overwrite);
  check_distinct(outputs);
  check_not_of_workspace(outputs);
}

void check_not_of_workspace(std::vector<std::string> const& outputs, std::string const& used) {
  std::map<std::string, std::vector<std::string>> inputs;  // by workspace
  for (auto const& output : outputs) {
    if (output.empty()) continue;
    for (auto const& workspace : workspaces_at_hand(output, used)) {
      auto const [it, fresh] = inputs.try_emplace(workspace);
      if (fresh) it->second = workspace_inputs(workspace);
      for (auto const& input : it->second) refuse(output, input, "write.of_workspace");
    }
  }
}

void check_places(RunPlan const& plan, CarriedStyles const& styles) {
  check_not_inputs(plan, {});
  check_not_of_workspace({plan.output});
  auto const aside = plan.overwrite ? Existing::aside : Existing::keep_or_aside;
  if (plan.aside)
    AtomicFile const could_be(plan.output, aside, by_ledger(styles));
  else
    AtomicFile const could_be(plan.output, plan.overwrite, by_ledger(styles));
  check_places(plan.exports, plan.overwrite);
  check_distinct(outputs_of(plan));
  AtomicFile const sidecar_could_be(sidecar_path(plan.output), true);
}

void check_ledger_name(std::string const& output) {
  if (small_letters(fs::path(output).extension().string()) != ".gpkg")
    throw Error(ErrorKind::usage, "run.ledger_name", {output});
}

void check_replaces_none(std::vector<std::string> const& outputs, std::vector<std::string> const& sources) {
  for (auto const& output : outputs)
    for (auto const& source : sources)
      if (!output.empty() && !source.empty()) refuse(output, source, "write.is_input");
}

void check_not_inputs(RunPlan const& plan, std::vector<std::string> const& sources) {
  auto outputs = outputs_of(plan);
  if (!plan.output.empty()) outputs.push_back(sidecar_path(plan.output));
  std::erase(outputs, "");
  if (outputs.empty()) return;
  auto inputs = sources;
  auto const more = plan_inputs(plan);
  inputs.insert(inputs.end(), more.begin(), more.end());
  check_replaces_none(outputs, inputs);
}

}  // namespace redline
