// SPDX-License-Identifier: Apache-2.0
#include "layers/ledger_report/ledger_file.hpp"
#include "layers/verify/compare_tables.hpp"
#include "layers/verify/inputs.hpp"
#include "layers/write/temporary_folder.hpp"

namespace redline {

Verification verify_ledger(VerifyOptions const& options) {
  Verification out;
  LedgerFile file(options.ledger);
  require_same_program(file.manifest(), file.path(), out);
  auto plan = repeated_plan(file.manifest(), options).plan;
  require_same_rules(file.manifest(), file.path(), plan);
  compare_inputs(file.manifest(), plan, "run", out);
  out.recomputed = out.same();
  if (!out.recomputed) return out;
  TemporaryFolder const folder;
  plan.output = folder.file("recomputed.gpkg");
  run_overlay(plan);
  LedgerFile recomputed(plan.output);
  compare_ledgers(file.db(), recomputed.db(), {LIBRARIES.begin(), LIBRARIES.end()}, out);
  return out;
}

}  // namespace redline
