// One table of a GeoPackage while it is being filled: values are given in the order of its columns, then done() writes
// the row. Empty text, absent and non-finite numbers become NULL. The first column is "fid" (1, 2, 3, … or as
// next_fid() says), the geometry the last one. All that is given is copied. Text from outside goes through given():
// bytes that are not UTF-8 are read as Latin-1, so that every reader can open the table. Rows go to SQLite ten at a
// time (half the cost per row), so flush() comes before counting. A row with too few or too many values is
// Error(invariant, write.row), a geometry that cannot be written GeometryError.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/core/date.hpp"
#include "engine/geometry/bounds.hpp"
#include "layers/write/packed_rtree.hpp"
#include "layers/write/sqlite.hpp"

namespace redline {

struct ColumnSpec {
  std::string name;
  std::string type;  // TEXT, REAL, INTEGER, BOOLEAN, DATE, DATETIME
};

struct TableSpec {
  std::string name;
  std::string geometry_type;  // MULTIPOLYGON, MULTILINESTRING, MULTIPOINT, POINT; empty for a table without geometry
  std::vector<ColumnSpec> columns;
  std::string key = "fid";
  bool spatial() const { return !geometry_type.empty(); }
  int dimension() const;              // 0 points, 1 lines, 2 polygons; -1 without geometry
  std::string geometry_word() const;  // MultiPolygon, …: as PostGIS and QGIS write the type
};

struct ViewSpec {  // read like a table without geometry
  TableSpec shown;
  std::string select;         // the columns in order, the key first
  std::string postgres = {};  // the same for PostgreSQL, where its words differ
};

struct IndexSpec {
  std::string table, column;
  std::string sql() const { return "CREATE INDEX " + table + "_by_" + column + " ON " + table + "(" + column + ")"; }
};

inline std::vector<IndexSpec> const NO_INDEXES;

constexpr char const* GEOMETRY_COLUMN = "geom";

// Keeps short texts in one block that is emptied at once; long ones on their own.
class TextStore {
 public:
  std::string_view keep(std::string_view text);
  std::size_t size() const { return m_size; }
  void clear();

 private:
  static constexpr std::size_t BLOCK = 1 << 16;
  std::unique_ptr<char[]> m_block = std::make_unique<char[]>(BLOCK);
  std::size_t m_used = 0, m_size = 0;
  std::deque<std::string> m_long;
};

class TableFiller {
 public:
  TableFiller(Database& db, TableSpec const& spec);
  TableSpec const& spec() const { return *m_spec; }
  void next_fid(std::int64_t fid) { m_next_fid = fid; }  // above those given so far
  std::int64_t rows() const { return m_rows; }
  Bounds const& extent() const { return m_extent; }
  std::vector<RtreeEntry> take_entries() { return std::move(m_entries); }

  TableFiller& text(std::string_view value);
  TableFiller& given(std::string_view value);
  TableFiller& blank();  // text of no letters, not NULL
  TableFiller& date(std::optional<Date> const& value);
  TableFiller& real(std::optional<double> value);
  TableFiller& whole(std::int64_t value);
  TableFiller& flag(std::optional<bool> value);
  TableFiller& geometry(std::span<unsigned char const> wkb, int dimension);  // empty: NULL
  TableFiller& point(Point p);                                               // not finite: NULL
  std::int64_t done();                                                       // the fid of the row
  void flush();

 private:
  using Value = std::variant<std::monostate, std::string_view, double, std::int64_t, std::span<unsigned char const>>;

  TableFiller& add(Value value);
  void index(Bounds const& bounds);
  std::span<unsigned char const> keep(std::span<unsigned char const> blob);
  void write(Statement& statement);

  Database* m_db;
  TableSpec const* m_spec;
  std::size_t m_width;
  Statement m_insert;
  std::int64_t m_rows = 0, m_next_fid = 1;
  std::vector<Value> m_values;  // of the rows not yet written
  std::vector<char> m_null;     // by place, whether NULL is bound to it
  std::size_t m_row_start = 0;
  Bounds m_extent;
  std::vector<RtreeEntry> m_entries;
  std::vector<unsigned char> m_blob;
  TextStore m_store;
};

}  // namespace redline
