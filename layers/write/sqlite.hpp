// SQLite as owners: a connection and its prepared statements. Every failure becomes Error(output, write.failed {shown,
// reason}), where `shown` is the name the user knows (the file itself may be a temporary one); a file that another
// program locks for longer than a moment is Error(input, read.busy {shown}). Statements must not
// outlive their Database. Reading leaves nothing beside the file. Texts and blobs are bound without copying: they must
// live until the step is done.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace redline {

class Statement {
 public:
  Statement(sqlite3* db, std::string_view sql, std::string shown);
  void text(int i, std::string_view value);  // parameters count from 1, columns from 0, as in SQLite
  void null(int i);
  void real(int i, double value);
  void integer(int i, std::int64_t value);
  void blob(int i, std::span<unsigned char const> value);
  bool step();     // true: a row is there; false: done, and ready to run again
  void execute();  // for statements without rows
  void reset();

  std::int64_t column_integer(int i) const;
  std::optional<double> column_real(int i) const;  // nullopt for NULL
  std::string_view column_text(int i) const;       // empty for NULL; until the next step
  std::span<unsigned char const> column_blob(int i) const;
  std::string_view column_bytes(int i) const;  // of a text or a blob, as it is stored; until the next step
  bool column_null(int i) const;
  enum class Type { null, number, text, blob };
  Type column_type(int i) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* s) const noexcept;
  };
  void check(int code) const;

  std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
  std::string m_shown;
};

class Database {
 public:
  enum class Mode { read, write };
  Database(std::string const& file, std::string shown, Mode mode);
  void run(std::string const& sql);  // one or more statements without rows or parameters
  Statement prepare(std::string_view sql);
  std::int64_t number(std::string_view sql);  // the first column of the first row
  void write_out();                           // changed pages go to the file, inside a transaction, too

 private:
  struct Close {
    void operator()(sqlite3* db) const noexcept;
  };
  std::unique_ptr<sqlite3, Close> m_db;
  std::string m_shown;
};

std::string sql_name(std::string_view name);  // a name in double quotes
std::string sql_text(std::string_view text);  // a text in single quotes, with standard_conforming_strings

}  // namespace redline
