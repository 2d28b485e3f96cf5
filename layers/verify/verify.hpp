// Recomputes a ledger from the inputs that its manifest names and compares. Paths are those of the workspace `plan`
// (or, for a ledger made without one, of the manifest, relative to the current folder). Sources, register and decisions
// whose hash differs are named, and then nothing is recomputed. The new ledger lies in the folder for temporary files
// and goes away; nothing else is written. Errors (input): those of LedgerFile and run_overlay; verify.other_version
// {path, then, now}, verify.other_rules {path, then, now}, verify.needs_workspace {path}, verify.no_settings {path}.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>

#include "layers/verify/difference.hpp"
#include "layers/workspace/workspace.hpp"

namespace redline {

struct VerifyOptions {
  std::string ledger;
  std::string rules_file;                // beats that of the workspace
  std::function<Workspace()> workspace;  // called for a ledger that was made with one
  bool allow_network = false, allow_vrt = false;
  int threads = 1;
  Progress* progress = nullptr;
};

Verification verify_ledger(VerifyOptions const& options);

// The same for the JSON of redline screen: its applications are read and screened again. Errors also (input):
// verify.not_a_screening {path}, verify.pasted {path}.
Verification verify_screening(VerifyOptions const& options);
bool is_screening(std::string const& path);  // the file begins as JSON does

// For programs: format redline-verify/1, every difference.
std::string verification_json(Verification const& v, std::string const& file);
// For people: at most `limit` differences, then how many more there are.
std::vector<Message> verification_lines(Verification const& v, std::string const& file, std::size_t limit);

}  // namespace redline
