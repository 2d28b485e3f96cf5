// PostgreSQL as an owner: one connection, texts in UTF-8, statements and COPY. What is not committed is undone when the
// object goes. Whoever asks to stop (interrupt.hpp) is heard while the server works: it is told to cancel, and
// Error(interrupted) leaves the object of no more use. Names of PostGIS are found wherever the extension lies. Errors
// (kind as given): pg.connect {address, reason}, pg.no_postgis {address}, pg.rights {address, reason}, pg.lost,
// pg.failed {address, reason}.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layers/postgis/address.hpp"

struct pg_conn;
struct pg_result;

namespace redline {

using PgRow = std::vector<std::optional<std::string>>;  // nullopt: NULL

class PgConnection {
 public:
  PgConnection(PostgisAddress address, ErrorKind kind);
  void run(std::string const& sql);  // one or more statements without parameters
  std::vector<PgRow> rows(std::string const& sql, std::vector<std::optional<std::string>> const& parameters = {});
  std::string value(std::string const& sql, std::vector<std::optional<std::string>> const& parameters = {});
  bool holds(std::string const& sql, std::vector<std::optional<std::string>> const& parameters = {});  // one boolean

  void begin_copy_in(std::string const& sql);
  void put(std::string_view bytes);  // whole lines or parts of lines
  void end_copy_in();
  void copy_out(std::string const& sql, std::function<void(std::string_view line)> const& take);

  Error error(char const* key, std::vector<std::string> args = {}) const;  // args behind the address
  PostgisAddress const& address() const { return m_address; }

 private:
  struct Close {
    void operator()(pg_conn* c) const noexcept;
  };
  struct Clear {
    void operator()(pg_result* r) const noexcept;
  };
  using Result = std::unique_ptr<pg_result, Clear>;
  void wait(short events) const;
  void send(int accepted) const;
  pg_result* next_result() const;  // null: none left
  Result last_result() const;
  [[noreturn]] void fail(pg_result const* result) const;
  void find_postgis();

  PostgisAddress m_address;
  ErrorKind m_kind;
  std::unique_ptr<pg_conn, Close> m_connection;
};

}  // namespace redline
