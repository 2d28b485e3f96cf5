// One table of redline.toml, read strictly: only known keys, every value of its type. Where a key is absent the getters
// give nullopt (text: empty). Each failure is Error(input, "workspace.…", {file, line, key, …}); unknown words name the
// nearest valid one. `where` is how the table is written in the file, such as [settings]. The table must outlive this
// object.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <toml++/toml.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/date.hpp"
#include "engine/core/error.hpp"

namespace redline {

class StrictTable {
 public:
  using Words = std::vector<std::string_view>;

  StrictTable(toml::table const& table, std::string file, std::string where, Words const& known);

  bool has(std::string_view key) const { return m_table->contains(key); }
  std::string text(std::string_view key) const;
  std::string required_text(std::string_view key) const;
  std::string word(std::string_view key, Words const& valid) const;
  std::optional<bool> flag(std::string_view key) const;
  std::optional<double> number(std::string_view key, double lowest) const;  // finite, not below
  std::optional<double> positive(std::string_view key) const;
  std::optional<Date> date(std::string_view key) const;
  std::vector<double> numbers(std::string_view key) const;
  std::map<std::string, std::string> texts(std::string_view key) const;  // a table of texts
  std::optional<StrictTable> table(std::string_view key, Words const& known) const;

  std::uint32_t line() const { return m_line; }
  std::uint32_t line_of(std::string_view key) const;
  std::vector<std::string> keys() const;
  std::string const& file() const { return m_file; }
  toml::table const& raw() const { return *m_table; }
  [[noreturn]] void fail(char const* code, std::uint32_t line, std::vector<std::string> args) const;
  [[noreturn]] void wrong_type(std::string_view key, char const* expected) const;
  [[noreturn]] void unknown(char const* code, std::uint32_t line, std::string_view word, Words const& valid) const;

 private:
  toml::table const* m_table;
  std::string m_file, m_where;
  std::uint32_t m_line;
};

}  // namespace redline
