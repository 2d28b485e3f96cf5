// SPDX-License-Identifier: Apache-2.0
#include "layers/postgis/shared_styles.hpp"

#include "layers/postgis/schema_sql.hpp"

namespace redline {
namespace {

// Columns and types as QGIS 3.22 makes them.
constexpr char const* TABLE =
    "CREATE TABLE public.layer_styles (id serial PRIMARY KEY, f_table_catalog varchar, f_table_schema varchar,"
    " f_table_name varchar, f_geometry_column varchar, stylename text, styleqml xml, stylesld xml, useasdefault "
    "boolean,"
    " description text, owner varchar(63) DEFAULT current_user, ui xml, update_time timestamp DEFAULT"
    " current_timestamp, type varchar)";

constexpr char const* LOCK = "SELECT pg_advisory_xact_lock(hashtext('redline layer_styles'))";

constexpr char const* FORGET =
    "DELETE FROM public.layer_styles WHERE f_table_catalog = current_database() AND f_table_schema = $1::text"
    " AND stylename = 'redline'";

constexpr char const* SHARE =
    "INSERT INTO public.layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, stylename,"
    " styleqml, stylesld, useasdefault, description) SELECT current_database(), $1::text, s.f_table_name,"
    " s.f_geometry_column, s.\"styleName\", XMLPARSE(DOCUMENT s.\"styleQML\"), XMLPARSE(DOCUMENT s.\"styleSLD\"),"
    " s.\"useAsDefault\" AND NOT EXISTS (SELECT FROM public.layer_styles o WHERE o.f_table_catalog ="
    " current_database() AND o.f_table_schema = $1::text AND o.f_table_name = s.f_table_name AND o.useasdefault),"
    " s.description FROM ";

void share(PgConnection& db) {
  auto const& schema = db.address().schema;
  db.rows(LOCK);
  if (db.holds("SELECT to_regclass('public.layer_styles') IS NULL")) db.run(TABLE);
  db.rows(FORGET, {schema});
  db.rows(SHARE + in_schema(schema, "styles") + " s ORDER BY id", {schema});
}

}  // namespace

std::string share_styles(PgConnection& db) {
  db.run("SAVEPOINT styles");
  try {
    share(db);
  } catch (Error const& e) {
    if (e.kind() == ErrorKind::interrupted || e.message().key == "pg.lost") throw;
    db.run("ROLLBACK TO SAVEPOINT styles");
    return e.message().args.back();
  }
  db.run("RELEASE SAVEPOINT styles");
  return {};
}

}  // namespace redline
