// A ledger into a schema of PostGIS: it is made as a file, which is its one form, and carried over when it is complete.
// What can be known is refused before any work (the plan's output is the address): --aside, a layer of the plan that
// lies in the schema (cli.aside_in_database, write.is_input), what check_schema_place() refuses.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "layers/postgis/write_schema.hpp"
#include "layers/run/plan.hpp"
#include "layers/write/temporary_folder.hpp"

namespace redline::cli {

class LedgerIntoDatabase {
 public:
  explicit LedgerIntoDatabase(RunPlan const& plan);
  std::string file() const { return m_folder.file("ledger.gpkg"); }  // where the ledger is to be made
  std::string const& shown() const { return m_address.shown; }
  SchemaWritten write(RunSidecar facts);

 private:
  PostgisAddress m_address;
  SchemaOptions m_options;
  TemporaryFolder m_folder;
};

}  // namespace redline::cli
