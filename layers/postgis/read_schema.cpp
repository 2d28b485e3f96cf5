// SPDX-License-Identifier: Apache-2.0
#include "layers/postgis/read_schema.hpp"

#include <charconv>
#include <cstring>

#include "engine/core/interrupt.hpp"
#include "layers/postgis/copy_text.hpp"
#include "layers/postgis/schema_check.hpp"
#include "layers/postgis/schema_sql.hpp"
#include "layers/write/geopackage.hpp"
#include "layers/write/ledger_schema.hpp"

namespace redline {
namespace {

constexpr std::size_t PER_LOOK = 4096;  // rows between two questions whether to stop

template <class T>
T number(std::string const& text) {
  T out{};
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

std::string selected(TableSpec const& spec, std::string const& schema) {
  auto sql = "COPY (SELECT " + sql_name(spec.key);
  for (auto const& c : spec.columns) sql += "," + sql_name(c.name);
  if (spec.spatial()) sql += std::string(",encode(ST_AsBinary(") + sql_name(GEOMETRY_COLUMN) + ",'NDR'),'hex')";
  return sql + " FROM " + in_schema(schema, schema_table(spec)) + " ORDER BY 1) TO STDOUT";
}

void put_value(TableFiller& table, std::string const& type, std::optional<std::string> const& value) {
  if (!value)
    table.text({});
  else if (type == "REAL")
    table.real(number<double>(*value));
  else if (type == "INTEGER")
    table.whole(number<std::int64_t>(*value));
  else if (type == "BOOLEAN")
    table.flag(*value == "t");
  else if (value->empty())
    table.blank();
  else
    table.text(*value);
}

// Little-endian: byte order, type, x, y.
Point point_of(std::vector<unsigned char> const& wkb) {
  Point p{};
  if (wkb.size() < 21) return p;
  std::memcpy(&p.x, wkb.data() + 5, sizeof p.x);
  std::memcpy(&p.y, wkb.data() + 13, sizeof p.y);
  return p;
}

class SchemaReader {
 public:
  SchemaReader(PostgisAddress const& address, std::string const& file)
      : m_db(address, ErrorKind::input), m_file(file, Existing::keep, ledger_tables(), ledger_indexes()) {}

  void read() {
    m_db.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    require_ledger(m_db);
    auto const& schema = m_db.address().schema;
    auto const language = m_db.value("SELECT value FROM " + in_schema(schema, "run") + " WHERE key = 'language'");
    for (std::size_t i = 0; i < ledger_tables().size(); ++i) fill(m_file.table(i));
    m_db.run("COMMIT");
    m_file.finish(ledger_views(), language == "en" ? Language::en : Language::zh);
  }

 private:
  void fill(TableFiller& table) {
    auto const& spec = table.spec();
    std::vector<std::optional<std::string>> fields;
    std::size_t n = 0;
    m_db.copy_out(selected(spec, m_db.address().schema), [&](std::string_view line) {
      if (++n % PER_LOOK == 0) throw_if_interrupted();
      split_copy_line(line, fields);
      put(table, spec, fields);
    });
  }

  void put(TableFiller& table, TableSpec const& spec, std::vector<std::optional<std::string>> const& fields) {
    table.next_fid(number<std::int64_t>(fields.front().value_or("")));
    std::size_t i = 1;
    for (auto const& column : spec.columns) put_value(table, column.type, fields[i++]);
    std::vector<unsigned char> wkb;
    if (spec.spatial() && fields[i]) wkb = bytes_of_hex(*fields[i]);
    if (spec.spatial() && (spec.geometry_type != "POINT" || wkb.empty()))
      table.geometry(wkb, spec.dimension());
    else if (spec.spatial())
      table.point(point_of(wkb));
    table.done();
  }

  PgConnection m_db;
  GeoPackage m_file;
};

}  // namespace

void read_schema(PostgisAddress const& address, std::string const& geopackage) {
  SchemaReader(address, geopackage).read();
}

}  // namespace redline
