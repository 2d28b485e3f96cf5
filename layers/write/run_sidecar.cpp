// SPDX-License-Identifier: Apache-2.0
#include "layers/write/run_sidecar.hpp"

#include <nlohmann/json.hpp>

#include "layers/write/atomic_file.hpp"

namespace redline {

std::string sidecar_path(std::string const& ledger_path) { return ledger_path + ".run.json"; }

void write_run_sidecar(std::string const& ledger_path, RunSidecar const& facts, bool overwrite) {
  using Json = nlohmann::ordered_json;
  Json stages = Json::object();
  for (auto const& [name, seconds] : facts.stages) stages[name] = seconds;
  Json json = {{"format", "redline-run/1"}, {"who", facts.who},         {"when", facts.when},
               {"host", facts.host},        {"command", facts.command}, {"seconds", facts.seconds},
               {"threads", facts.threads},  {"stages", stages}};
  for (auto const& [name, sha256] : facts.styles) json["styles"][name] = sha256;
  auto const text = json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
  write_file(sidecar_path(ledger_path), text, overwrite);
}

}  // namespace redline
