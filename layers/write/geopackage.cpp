// SPDX-License-Identifier: Apache-2.0
#include "layers/write/geopackage.hpp"

#include "engine/core/error.hpp"
#include "layers/write/geopackage_sql.hpp"

namespace redline {
namespace {

// The file is worthless until renamed, so no journal and no waiting for the disk: publish() syncs once.
// Pages go to the file once they fill 24 MB.
constexpr char const* FILLING =
    "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-24576;"
    "PRAGMA page_size=8192; PRAGMA encoding='UTF-8'; PRAGMA foreign_keys=OFF; PRAGMA trusted_schema=ON; BEGIN";

}  // namespace

GeoPackage::GeoPackage(std::string path, Existing existing, std::vector<TableSpec> const& specs, MayReplace may_replace)
    : m_file(std::move(path), existing, std::move(may_replace)) {
  m_db = std::make_unique<Database>(m_file.temporary(), m_file.path(), Database::Mode::write);
  m_db->run(FILLING);
  create_standard_tables(*m_db);
  m_tables.reserve(specs.size());
  for (auto const& spec : specs) {
    create_table(*m_db, spec);
    m_tables.emplace_back(*m_db, spec);
  }
  m_indexed.resize(specs.size());
}

void GeoPackage::index(std::size_t i, std::vector<IndexSpec> const& indexes) {
  auto& table = m_tables.at(i);
  if (m_indexed.at(i)) return;
  m_indexed[i] = true;
  table.flush();
  if (table.spec().spatial()) create_rtree(*m_db, table);
  for (auto const& index : indexes)
    if (index.table == table.spec().name) m_db->run(index.sql());
}

void GeoPackage::complete(Extras const& extras, Language language) {
  for (std::size_t i = 0; i < m_tables.size(); ++i) {
    index(i, extras.indexes);
    register_table(*m_db, m_tables[i], language);
    m_counts.emplace_back(m_tables[i].spec().name, m_tables[i].rows());
  }
  for (auto const& view : extras.views) create_view(*m_db, view, language);
  for (auto const& table : m_tables) {
    create_count_triggers(*m_db, table.spec());
    if (table.spec().spatial()) create_rtree_triggers(*m_db, table.spec());
  }
}

void GeoPackage::close() {
  m_tables.clear();  // statements first
  m_db.reset();
}

void GeoPackage::recount() {
  Database written(m_file.temporary(), m_file.path(), Database::Mode::read);
  for (auto const& [table, added] : m_counts)
    if (auto const found = written.number("SELECT count(*) FROM " + sql_name(table) + " NOT INDEXED"); found != added)
      throw Error(ErrorKind::invariant, "write.unbalanced", {table, std::to_string(added), std::to_string(found)});
}

void GeoPackage::finish(Extras const& extras, Language language, std::string (*companion_of)(std::string const&)) {
  complete(extras, language);
  m_db->run("COMMIT");
  close();
  m_file.write_out_beside();
  recount();
  m_file.publish(companion_of);
}

}  // namespace redline
