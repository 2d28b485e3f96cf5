// SPDX-License-Identifier: Apache-2.0
#include "cli/ledger_into_database.hpp"

#include <utility>

#include "engine/core/error.hpp"
#include "layers/read/place.hpp"

namespace redline::cli {

LedgerIntoDatabase::LedgerIntoDatabase(RunPlan const& plan)
    : m_address(postgis_address(plan.output)), m_options{plan.overwrite, plan.language, {}, plan.progress} {
  if (plan.aside) throw Error(ErrorKind::usage, "cli.aside_in_database");
  for (auto const& layer : plan.layers)
    if (reads_from(layer.source, m_address))
      throw Error(ErrorKind::output, "write.is_input", {m_address.shown, without_password(layer.source)});
  check_schema_place(m_address, plan.overwrite);
}

SchemaWritten LedgerIntoDatabase::write(RunSidecar facts) {
  m_options.facts = std::move(facts);
  return write_schema(file(), m_address, m_options);
}

}  // namespace redline::cli
