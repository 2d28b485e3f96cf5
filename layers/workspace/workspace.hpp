// The workspace: a folder with redline.toml that says which layers are areas or activities, what their columns mean,
// which day and which rules count (docs/workspace.md). Paths come out absolute or relative to the current folder.
// Unknown keys, wrong types, words, dates and missing files are Error(input, "workspace.…") with file, line, what is
// wrong and the nearest valid word. find_workspace(""): the nearest folder upwards from the current one that holds a
// redline.toml; otherwise the folder (or the redline.toml itself) that is named, which must hold one.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "layers/run/plan.hpp"
#include "layers/workspace/counties.hpp"
#include "layers/workspace/init.hpp"  // IWYU pragma: export

namespace redline {

enum class Rounding { half_even, half_away };

struct Workspace {
  std::string directory, name;
  std::optional<Language> language;  // nullopt: not stated
  Rounding rounding = Rounding::half_even;
  std::optional<double> accuracy_m;  // of what states none
  CountyLayer counties;              // empty: none
  RunPlan plan;
};

std::string find_workspace(std::string const& directory);
Workspace read_workspace(std::string const& directory);
RunPlan workspace_plan(std::string const& directory);  // only the plan

}  // namespace redline
