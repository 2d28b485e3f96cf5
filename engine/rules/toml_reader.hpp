// Reads one table of a rule file strictly: every key must be asked for, every value must have its type and its words.
// Each failure is an Error(input, "rules.…") with file, line, what is wrong and the nearest valid word.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <toml++/toml.h>

#include <optional>
#include <string>
#include <vector>

#include "engine/rules/model.hpp"

namespace redline::rules {

toml::table parse_toml(std::string_view text, std::string const& file);

class TomlReader {
 public:
  TomlReader(toml::table const& table, std::string file, std::vector<std::string_view> allowed);

  bool has(std::string_view key) const { return m_table->contains(key); }
  std::string text(std::string_view key) const;  // required, not empty
  bool flag(std::string_view key, bool otherwise) const;
  std::optional<double> number(std::string_view key) const;
  std::optional<Date> date(std::string_view key) const;
  Period period() const;  // keys from, until
  std::optional<Note> note(std::string_view key) const;
  Note required_note(std::string_view key) const;
  std::vector<std::pair<std::string, long>> texts(std::string_view key) const;  // with lines; empty where absent
  unsigned word(std::string_view key, Vocabulary vocabulary) const;
  std::uint32_t mask(std::string_view key, Vocabulary vocabulary) const;  // all bits where absent
  std::vector<TomlReader> tables(std::string_view key, std::vector<std::string_view> const& allowed) const;
  std::optional<TomlReader> table(std::string_view key, std::vector<std::string_view> const& allowed) const;

  long line() const { return m_line; }
  long line_of(std::string_view key) const;
  std::string const& file() const { return m_file; }
  unsigned known(std::string const& word, long line, std::string_view key, Vocabulary vocabulary) const;
  [[noreturn]] void fail(std::string const& code, long line, std::vector<std::string> args) const;

 private:
  toml::node const& required(std::string_view key) const;
  [[noreturn]] void wrong_type(std::string_view key, char const* expected) const;

  toml::table const* m_table;
  std::string m_file;
  long m_line;
};

}  // namespace redline::rules
