// A ledger opened to be read: checked to be one, its manifest at hand. run("key") is empty where the manifest has none.
// Temporary tables may be made in db(); the file itself never changes. Errors (input): read.missing,
// write.not_a_ledger {path, reason}, ledger_report.other_version
// {path, version, reason} for one that lacks a table or a column of today's.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "layers/write/geopackage_table.hpp"
#include "layers/write/sqlite.hpp"

namespace redline {

class LedgerFile {
 public:
  explicit LedgerFile(std::string path);
  std::string const& path() const { return m_path; }
  Database& db() { return m_db; }
  std::string run(std::string_view key) const;
  std::vector<std::pair<std::string, std::string>> const& manifest() const { return m_manifest; }
  bool has_table(std::string const& name);

 private:
  void require(TableSpec const& table);
  std::string m_path;
  Database m_db;
  std::vector<std::pair<std::string, std::string>> m_manifest;
};

}  // namespace redline
