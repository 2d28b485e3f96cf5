// SPDX-License-Identifier: Apache-2.0
#include "layers/postgis/write_schema.hpp"

#include <fmt/format.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

#include "engine/core/interrupt.hpp"
#include "engine/core/version.hpp"
#include "layers/postgis/copy_text.hpp"
#include "layers/postgis/schema_check.hpp"
#include "layers/postgis/schema_sql.hpp"
#include "layers/postgis/shared_styles.hpp"
#include "layers/write/ledger_schema.hpp"

namespace redline {
namespace {

constexpr std::size_t CHUNK = 1 << 20;
constexpr int NAP_MS = 200;

class SchemaWriter {
 public:
  SchemaWriter(std::string const& geopackage, PostgisAddress const& address, SchemaOptions const& options)
      : m_ledger(geopackage, geopackage, Database::Mode::read),
        m_db(address, ErrorKind::output),
        m_schema(address.schema),
        m_options(options) {}

  SchemaWritten write() {
    SchemaWritten out;
    m_db.run("BEGIN");
    wait_for_others();
    m_content = writable_schema(m_db, m_options.overwrite);
    if (m_content.state == SchemaState::absent) m_db.run("CREATE SCHEMA " + sql_name(m_schema));
    for (auto const& spec : ledger_tables()) fill(spec);
    for (auto const& view : ledger_views()) {
      if (!m_content.has(view.shown.name)) m_db.run(create_view_sql(m_schema, view));
      m_db.run(comment_sql(m_schema, view.shown, m_options.language, true));
    }
    out.styles_not_shared = share_styles(m_db);
    log_run();
    throw_if_interrupted();
    m_db.run("COMMIT");
    tidy();
    return out;
  }

 private:
  void wait_for_others() {
    while (!m_db.holds("SELECT pg_try_advisory_xact_lock(hashtext('redline ' || $1))", {m_schema})) {
      if (m_options.progress) m_options.progress->advance("stage.postgis_wait", 0, 0);
      throw_if_interrupted();
      std::this_thread::sleep_for(std::chrono::milliseconds(NAP_MS));
    }
  }

  void fill(TableSpec const& spec) {
    auto const table = in_schema(m_schema, schema_table(spec));
    bool const fresh = !m_content.has(schema_table(spec));
    m_db.run(fresh ? create_table_sql(m_schema, spec) : "DELETE FROM " + table);
    auto const added = copy(spec, table);
    if (fresh) m_db.run(index_sql(m_schema, spec));
    m_db.run(comment_sql(m_schema, spec, m_options.language, false) + "ANALYZE " + table);
    if (auto const found = m_db.value("SELECT count(*) FROM " + table); found != std::to_string(added))
      throw Error(ErrorKind::invariant, "write.unbalanced", {table, std::to_string(added), found});
  }

  std::uint64_t copy(TableSpec const& spec, std::string const& table) {
    auto const columns = copied_columns(spec);
    std::uint64_t n = 0;
    std::string buffer;
    m_db.begin_copy_in("COPY " + table + " (" + columns + ") FROM STDIN");
    for (auto row = m_ledger.prepare("SELECT " + columns + " FROM " + sql_name(spec.name) + " ORDER BY 1"); row.step();
         ++n) {
      append_copy_line(row, spec, buffer);
      if (buffer.size() < CHUNK) continue;
      send(buffer);
      if (m_options.progress) m_options.progress->advance("stage.postgis", m_rows + n, 0);
    }
    send(buffer);
    m_db.end_copy_in();
    m_rows += n;
    return n;
  }

  void send(std::string& buffer) {
    throw_if_interrupted();
    if (!buffer.empty()) m_db.put(buffer);
    buffer.clear();
  }

  void log_run() {
    auto const& f = m_options.facts;
    auto stages = nlohmann::ordered_json::object(), styles = stages;
    for (auto const& [name, seconds] : f.stages) stages[name] = seconds;
    for (auto const& [name, sha256] : f.styles) styles[name] = sha256;
    if (!m_content.has(RUN_LOG)) m_db.run(run_log_sql(m_schema, m_options.language));
    m_db.rows(
        "INSERT INTO " + in_schema(m_schema, RUN_LOG) +
            " (who, host, started, command, redline, seconds, threads, stages, styles)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {f.who, f.host, f.when, f.command, redline_version(), fmt::format("{}", f.seconds), std::to_string(f.threads),
         stages.dump(), styles.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)});
  }

  // The room of the rows that went, for the next writing. The ledger is there whether this works, is stopped, or not.
  void tidy() {
    if (m_content.state != SchemaState::ledger) return;
    try {
      for (auto const& spec : ledger_tables()) m_db.run("VACUUM (ANALYZE) " + in_schema(m_schema, schema_table(spec)));
    } catch (Error const&) {  // a server that is busy does it by itself later
    }
  }

  Database m_ledger;
  PgConnection m_db;
  std::string m_schema;
  SchemaOptions const& m_options;
  SchemaContent m_content;
  std::uint64_t m_rows = 0;
};

}  // namespace

void check_schema_place(PostgisAddress const& address, bool overwrite) {
  PgConnection db(address, ErrorKind::output);
  writable_schema(db, overwrite);
}

SchemaWritten write_schema(std::string const& geopackage, PostgisAddress const& address, SchemaOptions const& options) {
  return SchemaWriter(geopackage, address, options).write();
}

}  // namespace redline
