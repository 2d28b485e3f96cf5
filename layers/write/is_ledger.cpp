// SPDX-License-Identifier: Apache-2.0
#include "layers/write/is_ledger.hpp"

#include <array>
#include <fstream>
#include <string_view>

#include "engine/core/error.hpp"
#include "layers/write/ledger_schema.hpp"
#include "layers/write/sqlite.hpp"

namespace redline {
namespace {

constexpr std::string_view SQLITE = "SQLite format 3";  // and a zero byte: how each of its files begins

}  // namespace

bool is_database_file(std::string const& path) {
  std::ifstream in(path, std::ios::binary);
  std::array<char, SQLITE.size() + 1> head{};
  return in.read(head.data(), head.size()) && std::string_view(head.data(), SQLITE.size()) == SQLITE;
}

bool is_ledger(std::string const& path) {
  constexpr std::string_view FORMAT = LEDGER_FORMAT;
  constexpr auto ANY_VERSION = FORMAT.substr(0, FORMAT.rfind('/') + 1);
  if (!is_database_file(path)) return false;
  try {
    Database db(path, path, Database::Mode::read);
    auto format = db.prepare("SELECT value FROM run WHERE key = 'format'");
    return format.step() && format.column_text(0).starts_with(ANY_VERSION);
  } catch (Error const&) {
    return false;
  }
}

}  // namespace redline
