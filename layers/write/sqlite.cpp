// SPDX-License-Identifier: Apache-2.0
#include "layers/write/sqlite.hpp"

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <system_error>

#include "engine/core/error.hpp"

namespace redline {
namespace {

constexpr int PATIENCE_MS = 2000;  // with another program that is just writing

[[noreturn]] void fail(sqlite3* db, std::string const& shown) {
  if (int const code = db ? sqlite3_errcode(db) & 0xff : 0; code == SQLITE_BUSY || code == SQLITE_LOCKED)
    throw Error(ErrorKind::input, "read.busy", {shown});
  std::string reason = db ? sqlite3_errmsg(db) : "out of memory";
  if (int const code = db ? sqlite3_system_errno(db) : 0; code != 0)
    reason += " (" + std::generic_category().message(code) + ")";
  int const code = db ? sqlite3_errcode(db) : SQLITE_OK;
  bool const damaged = code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
  throw Error(ErrorKind::output, damaged ? "write.damaged" : "write.failed", {shown, reason});
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* s) const noexcept { sqlite3_finalize(s); }

Statement::Statement(sqlite3* db, std::string_view sql, std::string shown) : m_shown(std::move(shown)) {
  sqlite3_stmt* raw = nullptr;
  int const code =
      sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
  m_statement.reset(raw);
  if (code != SQLITE_OK) fail(db, m_shown);
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) fail(sqlite3_db_handle(m_statement.get()), m_shown);
}

void Statement::text(int i, std::string_view value) {
  check(sqlite3_bind_text64(m_statement.get(), i, value.data() ? value.data() : "", value.size(), SQLITE_STATIC,
                            SQLITE_UTF8));
}
void Statement::null(int i) { check(sqlite3_bind_null(m_statement.get(), i)); }
void Statement::real(int i, double value) { check(sqlite3_bind_double(m_statement.get(), i, value)); }
void Statement::integer(int i, std::int64_t value) { check(sqlite3_bind_int64(m_statement.get(), i, value)); }
void Statement::blob(int i, std::span<unsigned char const> value) {
  check(sqlite3_bind_blob64(m_statement.get(), i, value.data(), value.size(), SQLITE_STATIC));
}

bool Statement::step() {
  int const code = sqlite3_step(m_statement.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) fail(sqlite3_db_handle(m_statement.get()), m_shown);
  reset();
  return false;
}

void Statement::execute() {
  while (step()) {
  }
}

void Statement::reset() { check(sqlite3_reset(m_statement.get())); }

std::int64_t Statement::column_integer(int i) const { return sqlite3_column_int64(m_statement.get(), i); }
bool Statement::column_null(int i) const { return sqlite3_column_type(m_statement.get(), i) == SQLITE_NULL; }

Statement::Type Statement::column_type(int i) const {
  switch (sqlite3_column_type(m_statement.get(), i)) {
    case SQLITE_NULL:
      return Type::null;
    case SQLITE_TEXT:
      return Type::text;
    case SQLITE_BLOB:
      return Type::blob;
    default:
      return Type::number;
  }
}

std::optional<double> Statement::column_real(int i) const {
  if (column_null(i)) return std::nullopt;
  return sqlite3_column_double(m_statement.get(), i);
}

std::string_view Statement::column_text(int i) const {
  auto const* text = sqlite3_column_text(m_statement.get(), i);
  if (!text) return {};
  return {reinterpret_cast<char const*>(text), static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), i))};
}

std::string_view Statement::column_bytes(int i) const {
  auto const* bytes = static_cast<char const*>(sqlite3_column_blob(m_statement.get(), i));
  return {bytes, bytes ? static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), i)) : 0};
}

std::span<unsigned char const> Statement::column_blob(int i) const {
  auto const* bytes = static_cast<unsigned char const*>(sqlite3_column_blob(m_statement.get(), i));
  return {bytes, bytes ? static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), i)) : 0};
}

namespace {

// A file that QGIS left in WAL mode, with no log beside it: opened as usual, even reading would put -wal and -shm there
// and leave them, and in a folder that nobody may write to it would not open at all.
bool wal_without_log(std::string const& file) {
  std::ifstream in(file, std::ios::binary);
  std::array<char, 20> head{};
  constexpr char WAL = 2;
  return in.read(head.data(), head.size()) && head[18] == WAL && head[19] == WAL &&
         ::access((file + "-wal").c_str(), F_OK) != 0;
}

// Or with one that is none (a log begins with one of two numbers) and that nobody has open: SQLite passes it over too,
// but would leave a -shm.
bool log_is_none(std::string const& file) {
  std::ifstream log(file + "-wal", std::ios::binary);
  if (!log || ::access((file + "-shm").c_str(), F_OK) == 0) return false;
  std::array<char, 4> head{};
  constexpr std::string_view MAGIC = "\x37\x7f\x06";
  return !log.read(head.data(), head.size()) || std::string_view(head.data(), MAGIC.size()) != MAGIC;
}

std::string unchanging(std::string const& file) {
  std::string out = "file:";
  for (char const c : file) {
    if (c == '%' || c == '?' || c == '#')
      out += fmt::format("%{:02x}", static_cast<int>(c));
    else
      out += c;
  }
  return out + "?immutable=1";
}

}  // namespace

void Database::Close::operator()(sqlite3* db) const noexcept { sqlite3_close_v2(db); }

Database::Database(std::string const& file, std::string shown, Mode mode) : m_shown(std::move(shown)) {
  sqlite3* raw = nullptr;
  int const flags = mode == Mode::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  bool const alone = mode == Mode::read && (wal_without_log(file) || log_is_none(file));
  auto const name = alone ? unchanging(file) : file;
  int const code =
      sqlite3_open_v2(name.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX | (alone ? SQLITE_OPEN_URI : 0), nullptr);
  m_db.reset(raw);
  if (code != SQLITE_OK) fail(raw, m_shown);
  sqlite3_busy_timeout(raw, PATIENCE_MS);
}

void Database::run(std::string const& sql) {
  if (sqlite3_exec(m_db.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(m_db.get(), m_shown);
}

void Database::write_out() {
  if (sqlite3_db_cacheflush(m_db.get()) != SQLITE_OK) fail(m_db.get(), m_shown);
}

Statement Database::prepare(std::string_view sql) { return Statement(m_db.get(), sql, m_shown); }

std::int64_t Database::number(std::string_view sql) {
  auto statement = prepare(sql);
  auto const value = statement.step() ? statement.column_integer(0) : 0;
  return value;
}

namespace {

std::string between(char quote, std::string_view text) {
  std::string out(1, quote);
  for (char const c : text) out.append(c == quote ? 2 : 1, c);
  return out + quote;
}

}  // namespace

std::string sql_name(std::string_view name) { return between('"', name); }
std::string sql_text(std::string_view text) { return between('\'', text); }

}  // namespace redline
