// The files a run is about to write, looked at before any work is done, so that no hour is spent for nothing.
// check_places: each can be made where it is wanted, and no two are one. check_not_inputs, check_replaces_none: none is
// an input, nor a file that belongs to one (the table of a shapefile, anything in a geodatabase), whatever the name it
// goes by; nor one of the workspace that is used. check_not_of_workspace, a part of check_places: nor one of the
// workspaces at hand, which are the one that is used, and the nearest to the current folder and to the output.
// check_ledger_name: ends in .gpkg, else Error(usage, run.ledger_name {output}).
// Errors of kind output: AtomicFile's, write.same_output {path}, write.is_input and write.of_workspace {path, input}.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "layers/run/plan.hpp"
#include "layers/write/may_replace.hpp"

namespace redline {

void check_places(std::vector<std::string> const& outputs, bool overwrite);
void check_places(RunPlan const& plan, CarriedStyles const& styles);  // of the ledger
void check_not_of_workspace(std::vector<std::string> const& outputs, std::string const& used = {});
void check_ledger_name(std::string const& output);
void check_replaces_none(std::vector<std::string> const& outputs, std::vector<std::string> const& sources);
void check_not_inputs(RunPlan const& plan, std::vector<std::string> const& sources);  // as GDAL opened them

}  // namespace redline
