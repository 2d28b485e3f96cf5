// One table of a GeoPackage while it is being filled: values are given in the order of its columns, then done() writes the row.
// Empty text, absent and non-finite numbers become NULL. The first column is "fid" (1, 2, 3, …), the geometry the last one.
// Views given to text() and geometry() must live until done(). Text from outside goes through given(): bytes that are not UTF-8
// are read as Latin-1, so that every reader can open the table. A row with too few or too many values is Error(invariant,
// write.row); a geometry that cannot be written GeometryError.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
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
};

constexpr char const* GEOMETRY_COLUMN = "geom";

class TableFiller {
 public:
  TableFiller(Database& db, TableSpec const& spec);
  TableSpec const& spec() const { return *m_spec; }
  std::int64_t rows() const { return m_rows; }
  Bounds const& extent() const { return m_extent; }
  std::vector<RtreeEntry> take_entries() { return std::move(m_entries); }

  TableFiller& text(std::string_view value);
  TableFiller& given(std::string_view value);
  TableFiller& blank();                  // text of no letters, not NULL
  TableFiller& kept(std::string value);  // owns the text until done()
  std::string const& keep(std::string value);
  TableFiller& date(std::optional<Date> const& value);
  TableFiller& real(std::optional<double> value);
  TableFiller& whole(std::int64_t value);
  TableFiller& flag(bool value);
  TableFiller& geometry(std::span<unsigned char const> wkb, int dimension);  // empty: NULL
  TableFiller& point(Point p);                                               // not finite: NULL
  std::int64_t done();                                                       // the fid of the row

 private:
  void index(Bounds const& bounds);

  TableSpec const* m_spec;
  Statement m_insert;
  std::int64_t m_rows = 0;
  int m_next = 2;  // parameter 1 is the key
  Bounds m_extent;
  std::vector<RtreeEntry> m_entries;
  std::vector<unsigned char> m_blob;
  std::deque<std::string> m_kept;
};

}  // namespace redline
