// SPDX-License-Identifier: Apache-2.0
#include "layers/ledger_report/ledger_file.hpp"

#include <filesystem>

#include "engine/core/error.hpp"
#include "layers/write/ledger_schema.hpp"

namespace redline {
namespace {

Error no_ledger(std::string const& path, std::string const& reason) {
  return {ErrorKind::input, "write.not_a_ledger", {path, reason}};
}

std::string const& existing(std::string const& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) throw Error(ErrorKind::input, "read.missing", {path});
  return path;
}

Database opened(std::string const& path) {
  try {
    return {existing(path), path, Database::Mode::read};
  } catch (Error const& e) {
    if (e.kind() != ErrorKind::output) throw;
    throw no_ledger(path, e.message().args.back());
  }
}

}  // namespace

LedgerFile::LedgerFile(std::string path) : m_path(std::move(path)), m_db(opened(m_path)) {
  try {
    if (!has_table("run")) throw no_ledger(m_path, "no table run");
    auto rows = m_db.prepare("SELECT key, value FROM run ORDER BY fid");
    while (rows.step()) m_manifest.emplace_back(rows.column_text(0), rows.column_text(1));
  } catch (Error const& e) {
    if (e.kind() != ErrorKind::output) throw;
    throw no_ledger(m_path, e.message().args.back());
  }
  if (run("format") != LEDGER_FORMAT) throw no_ledger(m_path, "format = " + run("format"));
  for (auto const& table : ledger_tables()) require(table);
}

void LedgerFile::require(TableSpec const& table) {
  std::string columns = sql_name(table.key);
  for (auto const& c : table.columns) columns += ", " + table.name + "." + sql_name(c.name);
  try {
    m_db.prepare("SELECT " + columns + " FROM " + sql_name(table.name));
  } catch (Error const& e) {
    throw Error(ErrorKind::input, "ledger_report.other_version", {m_path, run("redline"), e.message().args.back()});
  }
}

std::string LedgerFile::run(std::string_view key) const {
  for (auto const& [k, value] : m_manifest)
    if (k == key) return value;
  return {};
}

bool LedgerFile::has_table(std::string const& name) {
  auto found = m_db.prepare("SELECT count(*) FROM sqlite_master WHERE name = ?1");
  found.text(1, name);
  return found.step() && found.column_integer(0) > 0;
}

}  // namespace redline
