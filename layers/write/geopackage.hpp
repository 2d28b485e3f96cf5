// A GeoPackage that is filled table by table and then appears at once. Tables are addressed by their place in the list
// given. finish() builds the spatial indexes and the register, reopens the file and counts every table: a difference is
// Error(invariant, write.unbalanced {table, added, found}). The file is left in rollback-journal form (no -wal, no
// -shm), so it can be opened from a read-only folder. The lists of specs and indexes must outlive the object.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <future>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/text.hpp"
#include "layers/write/atomic_file.hpp"
#include "layers/write/geopackage_table.hpp"
#include "layers/write/sqlite.hpp"

namespace redline {

class GeoPackage {
 public:
  GeoPackage(std::string path, bool overwrite, std::vector<TableSpec> const& specs)
      : GeoPackage(std::move(path), overwrite ? Existing::replace : Existing::keep, specs) {}
  GeoPackage(std::string path, Existing existing, std::vector<TableSpec> const& specs,
             std::vector<IndexSpec> const& indexes = NO_INDEXES, MayReplace may_replace = no_ledger_lost);
  TableFiller& table(std::size_t i) { return m_tables.at(i); }
  Database& database() { return *m_db; }
  void write_out_beside() { m_file.write_out_beside(); }
  void write_out_meanwhile() { m_file.write_out_meanwhile(); }
  // Tables that are filled, from `first` to before `end`, get their indexes; finish() does it for the others.
  void index(std::size_t first, std::size_t end);
  // companion_of: as for AtomicFile
  void finish(std::vector<ViewSpec> const& views, Language language,
              std::string (*companion_of)(std::string const&) = nullptr);
  std::string const& path() const { return m_file.path(); }

 private:
  std::future<PackedRtree> pack_beside(TableFiller& table);  // its boxes, while SQLite sorts the other indexes
  void complete(std::vector<ViewSpec> const& views, Language language);
  void close();
  void recount() const;

  AtomicFile m_file;
  std::vector<IndexSpec> const* m_indexes;
  std::unique_ptr<Database> m_db;
  std::vector<TableFiller> m_tables;
  std::vector<bool> m_indexed;
  std::vector<std::pair<std::string, std::int64_t>> m_counts;
};

}  // namespace redline
