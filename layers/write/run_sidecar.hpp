// What may differ between two runs over the same data (who, when, where, how long, how many threads) stands beside the
// ledger in LEDGER.run.json and never inside it. All values come from the caller; the time is ISO 8601. Written at once
// (AtomicFile's errors).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <utility>
#include <vector>

namespace redline {

struct RunSidecar {
  std::string who, when, host, command;
  double seconds = 0;
  unsigned threads = 0;
  std::vector<std::pair<std::string, double>> stages;  // name, seconds
  std::vector<std::pair<std::string, std::string>> styles =
      {};  // files of the workspace that styles came from, SHA-256
};

std::string sidecar_path(std::string const& ledger_path);
void write_run_sidecar(std::string const& ledger_path, RunSidecar const& facts, bool overwrite);

}  // namespace redline
