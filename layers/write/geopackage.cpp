// SPDX-License-Identifier: Apache-2.0
#include "layers/write/geopackage.hpp"

#include <tbb/parallel_for_each.h>

#include "engine/core/error.hpp"
#include "layers/write/geopackage_sql.hpp"

namespace redline {
namespace {

// The file is worthless until renamed, so no journal and no waiting for the disk: publish() syncs once.
// Rows are only appended meanwhile, so a few pages in memory are enough; sorting indexes is quicker with more.
constexpr char const* FILLING =
    "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-4096;"
    "PRAGMA page_size=16384; PRAGMA encoding='UTF-8'; PRAGMA foreign_keys=OFF; PRAGMA trusted_schema=ON; BEGIN";
constexpr char const* INDEXING = "PRAGMA cache_size=-24576";

}  // namespace

GeoPackage::GeoPackage(std::string path, Existing existing, std::vector<TableSpec> const& specs,
                       std::vector<IndexSpec> const& indexes, MayReplace may_replace)
    : m_file(std::move(path), existing, std::move(may_replace)), m_indexes(&indexes) {
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

std::future<PackedRtree> GeoPackage::pack_beside(TableFiller& table) {
  if (!table.spec().spatial()) return {};
  auto const capacity = create_rtree(*m_db, table.spec());
  return std::async(std::launch::async, [entries = table.take_entries(), capacity]() mutable {
    return pack_rtree(std::move(entries), capacity);
  });
}

void GeoPackage::index(std::size_t first, std::size_t end) {
  m_db->run(INDEXING);
  std::vector<std::pair<TableFiller*, std::future<PackedRtree>>> waiting;
  for (auto i = first; i < end; ++i) {
    if (m_indexed.at(i)) continue;
    m_indexed[i] = true;
    m_tables[i].flush();
    waiting.emplace_back(&m_tables[i], pack_beside(m_tables[i]));
  }
  for (auto const& [table, packed] : waiting)
    for (auto const& index : *m_indexes)
      if (index.table == table->spec().name) m_db->run(index.sql());
  for (auto& [table, packed] : waiting)
    if (packed.valid()) write_rtree(*m_db, rtree_name(table->spec()), packed.get());
  m_db->write_out();
}

void GeoPackage::complete(std::vector<ViewSpec> const& views, Language language) {
  index(0, m_tables.size());
  for (auto const& table : m_tables) {
    register_table(*m_db, table, language);
    m_counts.emplace_back(table.spec().name, table.rows());
  }
  for (auto const& view : views) create_view(*m_db, view, language);
  for (auto const& table : m_tables) {
    create_count_triggers(*m_db, table.spec());
    if (table.spec().spatial()) create_rtree_triggers(*m_db, table.spec());
  }
}

void GeoPackage::close() {
  m_tables.clear();  // statements first
  m_db.reset();
}

void GeoPackage::recount() const {
  tbb::parallel_for_each(m_counts, [this](auto const& of) {
    auto const& [table, added] = of;
    Database written(m_file.temporary(), m_file.path(), Database::Mode::read);
    if (auto const found = written.number("SELECT count(*) FROM " + sql_name(table) + " NOT INDEXED"); found != added)
      throw Error(ErrorKind::invariant, "write.unbalanced", {table, std::to_string(added), std::to_string(found)});
  });
}

void GeoPackage::finish(std::vector<ViewSpec> const& views, Language language,
                        std::string (*companion_of)(std::string const&)) {
  complete(views, language);
  m_db->run("COMMIT");
  close();
  m_file.write_out_beside();
  recount();
  m_file.publish(companion_of);
}

}  // namespace redline
