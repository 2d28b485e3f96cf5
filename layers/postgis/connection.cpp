// SPDX-License-Identifier: Apache-2.0
#include "layers/postgis/connection.hpp"

#include <libpq-fe.h>

#include <sstream>
#include <utility>

#include "layers/write/sqlite.hpp"

namespace redline {
namespace {

constexpr char const* NO_RIGHT = "42501";  // insufficient_privilege

// Long work is no fault here; whom we wait for is told after a minute.
constexpr char const* SETTINGS =
    "SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET lock_timeout = '60s';"
    "SET standard_conforming_strings = on; SET extra_float_digits = 1; SET DateStyle = 'ISO'; SET xmloption = document";

// One line; what libpq sets off by a tab is advice that ours stands for.
std::string in_one_line(char const* text) {
  std::istringstream lines(text ? text : "");
  std::string out;
  for (std::string line; std::getline(lines, line);)
    if (!line.empty() && line.front() != '\t') out += (out.empty() ? "" : "; ") + line;
  return out;
}

}  // namespace

void PgConnection::Close::operator()(pg_conn* c) const noexcept { PQfinish(c); }
void PgConnection::Clear::operator()(pg_result* r) const noexcept { PQclear(r); }

PgConnection::PgConnection(PostgisAddress address, ErrorKind kind) : m_address(std::move(address)), m_kind(kind) {
  std::vector<char const*> keys, values;
  for (auto const& [key, value] : m_address.words)
    if (key != "client_encoding") keys.push_back(key.c_str()), values.push_back(value.c_str());
  for (auto const& [key, value] : {std::pair{"connect_timeout", "15"}, {"application_name", "redline"}})
    if (m_address.word(key).empty()) keys.push_back(key), values.push_back(value);
  keys.push_back("client_encoding"), values.push_back("UTF8");
  keys.push_back(nullptr), values.push_back(nullptr);
  m_connection.reset(PQconnectdbParams(keys.data(), values.data(), 0));
  if (PQstatus(m_connection.get()) != CONNECTION_OK)
    throw error("pg.connect", {in_one_line(PQerrorMessage(m_connection.get()))});
  PQsetNoticeProcessor(
      m_connection.get(), [](void*, char const*) {}, nullptr);
  run(SETTINGS);
  find_postgis();
}

void PgConnection::find_postgis() {
  auto const found = rows(
      "SELECT n.nspname FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace"
      " WHERE e.extname = 'postgis'");
  if (found.empty()) throw error("pg.no_postgis");
  run("SET search_path TO pg_catalog, " + sql_name(*found.front().front()));
  if (!holds("SELECT EXISTS (SELECT FROM spatial_ref_sys WHERE srid = 4490)")) throw error("pg.no_srs");
}

Error PgConnection::error(char const* key, std::vector<std::string> args) const {
  args.insert(args.begin(), m_address.shown);
  return {m_kind, key, std::move(args)};
}

void PgConnection::fail(pg_result const* result) const {
  auto const* state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
  auto const* primary = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
  auto reason = in_one_line(primary ? primary : PQerrorMessage(m_connection.get()));
  if (PQstatus(m_connection.get()) != CONNECTION_OK) throw error("pg.lost", {reason});
  throw error(state && std::string_view(state) == NO_RIGHT ? "pg.rights" : "pg.failed", {reason});
}

PgConnection::Result PgConnection::checked(pg_result* raw) const {
  Result result(raw);
  auto const status = raw ? PQresultStatus(raw) : PGRES_FATAL_ERROR;
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_COPY_IN && status != PGRES_COPY_OUT)
    fail(raw);
  return result;
}

void PgConnection::run(std::string const& sql) { checked(PQexec(m_connection.get(), sql.c_str())); }

std::vector<PgRow> PgConnection::rows(std::string const& sql,
                                      std::vector<std::optional<std::string>> const& parameters) {
  std::vector<char const*> values;
  values.reserve(parameters.size());
  for (auto const& p : parameters) values.push_back(p ? p->c_str() : nullptr);
  auto const result = checked(PQexecParams(m_connection.get(), sql.c_str(), static_cast<int>(values.size()), nullptr,
                                           values.data(), nullptr, nullptr, 0));
  std::vector<PgRow> out;
  for (int r = 0; r < PQntuples(result.get()); ++r) {
    PgRow row;
    for (int c = 0; c < PQnfields(result.get()); ++c) {
      if (PQgetisnull(result.get(), r, c))
        row.emplace_back();
      else
        row.emplace_back(
            std::string(PQgetvalue(result.get(), r, c), static_cast<std::size_t>(PQgetlength(result.get(), r, c))));
    }
    out.push_back(std::move(row));
  }
  return out;
}

std::string PgConnection::value(std::string const& sql, std::vector<std::optional<std::string>> const& parameters) {
  auto const found = rows(sql, parameters);
  return found.empty() || found.front().empty() ? std::string{} : found.front().front().value_or("");
}

bool PgConnection::holds(std::string const& sql, std::vector<std::optional<std::string>> const& parameters) {
  return value(sql, parameters) == "t";
}

void PgConnection::begin_copy_in(std::string const& sql) { run(sql); }

void PgConnection::put(std::string_view bytes) {
  if (PQputCopyData(m_connection.get(), bytes.data(), static_cast<int>(bytes.size())) != 1) fail(nullptr);
}

void PgConnection::end_copy_in() {
  if (PQputCopyEnd(m_connection.get(), nullptr) != 1) fail(nullptr);
  checked(PQgetResult(m_connection.get()));
  while (auto* more = PQgetResult(m_connection.get())) checked(more);
}

void PgConnection::copy_out(std::string const& sql, std::function<void(std::string_view)> const& take) {
  run(sql);
  for (;;) {
    char* raw = nullptr;
    int const size = PQgetCopyData(m_connection.get(), &raw, 0);
    std::unique_ptr<char, void (*)(char*)> const line(raw, [](char* p) { PQfreemem(p); });
    if (size == -2) fail(nullptr);
    if (size < 0) break;
    take({raw, static_cast<std::size_t>(size)});
  }
  checked(PQgetResult(m_connection.get()));
  while (auto* more = PQgetResult(m_connection.get())) checked(more);
}

std::string pg_text(std::string_view value) {
  std::string out = "'";
  for (char const c : value) out.append(c == '\'' ? 2 : 1, c);
  return out + "'";
}

}  // namespace redline
