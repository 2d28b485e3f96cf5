// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/report_places.hpp"

#include <algorithm>
#include <filesystem>

#include "engine/core/error.hpp"
#include "layers/restoration/store.hpp"
#include "layers/run/outputs.hpp"
#include "layers/run/source_files.hpp"

namespace redline {
namespace {

namespace fs = std::filesystem;

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
  check_not_of_workspace(outputs, workspace);
  check_places(outputs, overwrite);
  auto const imports = load_imports(store_path(workspace));
  for (auto const& o : outputs) check_not_imported(o, imports);
}

}  // namespace redline
