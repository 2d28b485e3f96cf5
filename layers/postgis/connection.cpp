// SPDX-License-Identifier: Apache-2.0
#include "layers/postgis/connection.hpp"

#include <libpq-fe.h>
#include <poll.h>

#include <sstream>
#include <utility>

#include "engine/core/interrupt.hpp"
#include "layers/write/sqlite.hpp"

namespace redline {
namespace {

constexpr int LOOK_MS = 200;               // between two questions whether to stop
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
  PQsetnonblocking(m_connection.get(), 1);
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

// The work of the server ends with ours, and what it did is undone: nobody commits it.
void PgConnection::wait(short events) const {
  if (interrupt_requested()) {
    char reason[256];
    std::unique_ptr<PGcancel, void (*)(PGcancel*)> const cancel(PQgetCancel(m_connection.get()), &PQfreeCancel);
    if (cancel) (void)PQcancel(cancel.get(), reason, sizeof reason);
    throw_if_interrupted();
  }
  pollfd socket{PQsocket(m_connection.get()), events, 0};
  if (::poll(&socket, 1, LOOK_MS) > 0 && (socket.revents & ~POLLOUT) != 0 && !PQconsumeInput(m_connection.get()))
    fail(nullptr);
}

void PgConnection::send(int accepted) const {
  if (accepted != 1) fail(nullptr);
  for (int left = 0; (left = PQflush(m_connection.get())) != 0;) {
    if (left < 0) fail(nullptr);
    wait(POLLIN | POLLOUT);
  }
}

pg_result* PgConnection::next_result() const {
  while (PQisBusy(m_connection.get())) wait(POLLIN);
  return PQgetResult(m_connection.get());
}

// The first one that failed, after which the server leaves out the rest. All are taken, so that it can be asked again.
PgConnection::Result PgConnection::last_result() const {
  Result last, failed;
  while (auto* raw = next_result()) {
    auto const status = PQresultStatus(raw);
    bool const bad = status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE;
    (bad && !failed ? failed : last).reset(raw);
    if (status == PGRES_COPY_IN || status == PGRES_COPY_OUT || PQstatus(m_connection.get()) != CONNECTION_OK) break;
  }
  if (failed || !last) fail(failed.get());
  return last;
}

void PgConnection::run(std::string const& sql) {
  send(PQsendQuery(m_connection.get(), sql.c_str()));
  last_result();
}

std::vector<PgRow> PgConnection::rows(std::string const& sql,
                                      std::vector<std::optional<std::string>> const& parameters) {
  std::vector<char const*> values;
  values.reserve(parameters.size());
  for (auto const& p : parameters) values.push_back(p ? p->c_str() : nullptr);
  send(PQsendQueryParams(m_connection.get(), sql.c_str(), static_cast<int>(values.size()), nullptr, values.data(),
                         nullptr, nullptr, 0));
  auto const result = last_result();
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
  send(PQputCopyData(m_connection.get(), bytes.data(), static_cast<int>(bytes.size())));
}

void PgConnection::end_copy_in() {
  send(PQputCopyEnd(m_connection.get(), nullptr));
  last_result();
}

void PgConnection::copy_out(std::string const& sql, std::function<void(std::string_view)> const& take) {
  run(sql);
  for (;;) {
    char* raw = nullptr;
    int const size = PQgetCopyData(m_connection.get(), &raw, 1);
    std::unique_ptr<char, void (*)(char*)> const line(raw, [](char* p) { PQfreemem(p); });
    if (size == -2) fail(nullptr);
    if (size < 0) break;
    if (size == 0)
      wait(POLLIN);
    else
      take({raw, static_cast<std::size_t>(size)});
  }
  last_result();
}

}  // namespace redline
