// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/toml_reader.hpp"

#include <algorithm>
#include <utility>

#include "engine/core/error.hpp"

namespace redline::rules {
namespace {
long line_at(toml::node const& node) { return static_cast<long>(node.source().begin.line); }
}  // namespace

toml::table parse_toml(std::string_view text, std::string const& file) {
  try {
    return toml::parse(text, file);
  } catch (toml::parse_error const& e) {
    throw Error(ErrorKind::input, "rules.syntax",
                {file, std::to_string(e.source().begin.line), std::string(e.description())});
  }
}

TomlReader::TomlReader(toml::table const& table, std::string file, std::vector<std::string_view> allowed)
    : m_table(&table), m_file(std::move(file)), m_line(std::max(1L, line_at(table))) {
  for (auto const& [key, value] : table)
    if (std::find(allowed.begin(), allowed.end(), key.str()) == allowed.end())
      fail("rules.unknown_key", static_cast<long>(key.source().begin.line),
           {std::string(key.str()), std::string(nearest_word(allowed, key.str()))});
}

void TomlReader::fail(std::string const& code, long line, std::vector<std::string> args) const {
  args.insert(args.begin(), {m_file, std::to_string(line)});
  throw Error(ErrorKind::input, code, std::move(args));
}

void TomlReader::wrong_type(std::string_view key, char const* expected) const {
  fail("rules.wrong_type", line_of(key), {std::string(key), expected});
}

long TomlReader::line_of(std::string_view key) const {
  auto const* node = m_table->get(key);
  return node ? line_at(*node) : m_line;
}

toml::node const& TomlReader::required(std::string_view key) const {
  auto const* node = m_table->get(key);
  if (!node) fail("rules.missing_key", m_line, {std::string(key)});
  return *node;
}

std::string TomlReader::text(std::string_view key) const {
  auto const* value = required(key).as_string();
  if (!value) wrong_type(key, "\"…\"");
  if (value->get().empty()) fail("rules.empty", line_of(key), {std::string(key)});
  return value->get();
}

bool TomlReader::flag(std::string_view key, bool otherwise) const {
  if (!has(key)) return otherwise;
  auto const* value = required(key).as_boolean();
  if (!value) wrong_type(key, "true | false");
  return value->get();
}

std::optional<double> TomlReader::number(std::string_view key) const {
  if (!has(key)) return std::nullopt;
  auto const value = required(key).value<double>();
  if (!value) wrong_type(key, "1.5");
  return value;
}

std::optional<Date> TomlReader::date(std::string_view key) const {
  if (!has(key)) return std::nullopt;
  auto const& node = required(key);
  if (auto const* d = node.as_date())
    return Date{std::chrono::year{d->get().year}, std::chrono::month{d->get().month}, std::chrono::day{d->get().day}};
  auto const* text = node.as_string();
  if (!text) wrong_type(key, "YYYY-MM-DD");
  auto const day = parse_date(text->get());
  if (!day) fail("rules.bad_date", line_of(key), {std::string(key), text->get()});
  return day;
}

Period TomlReader::period() const {
  Period p{date("from"), date("until")};
  if (p.from && p.until && *p.until < *p.from)
    fail("rules.date_order", line_of("until"), {to_string(*p.from), to_string(*p.until)});
  return p;
}

std::optional<Note> TomlReader::note(std::string_view key) const {
  auto const pair = table(key, {"zh", "en"});
  if (!pair) return std::nullopt;
  return Note{pair->text("zh"), pair->text("en")};
}

Note TomlReader::required_note(std::string_view key) const {
  required(key);
  return *note(key);
}

std::vector<std::pair<std::string, long>> TomlReader::texts(std::string_view key) const {
  std::vector<std::pair<std::string, long>> out;
  if (!has(key)) return out;
  auto const* list = required(key).as_array();
  if (!list) wrong_type(key, "[\"…\"]");
  if (list->empty()) fail("rules.empty", line_of(key), {std::string(key)});
  for (auto const& item : *list) {
    if (!item.is_string()) wrong_type(key, "[\"…\"]");
    out.emplace_back(item.as_string()->get(), line_at(item));
  }
  return out;
}

unsigned TomlReader::known(std::string const& word, long line, std::string_view key, Vocabulary vocabulary) const {
  auto const index = word_index(vocabulary, word);
  if (index != UNKNOWN_WORD) return index;
  auto const list = words(vocabulary);
  fail("rules.unknown_word", line,
       {word, std::string(key), std::string(nearest_word({list.begin(), list.end()}, word))});
}

unsigned TomlReader::word(std::string_view key, Vocabulary vocabulary) const {
  return known(text(key), line_of(key), key, vocabulary);
}

std::uint32_t TomlReader::mask(std::string_view key, Vocabulary vocabulary) const {
  if (!has(key)) return ~std::uint32_t{0};
  std::uint32_t bits = 0;
  for (auto const& [name, line] : texts(key)) bits |= word_bit(known(name, line, key, vocabulary));
  return bits;
}

std::vector<TomlReader> TomlReader::tables(std::string_view key, std::vector<std::string_view> const& allowed) const {
  std::vector<TomlReader> out;
  if (!has(key)) return out;
  auto const* list = required(key).as_array();
  if (!list) wrong_type(key, "[[…]]");
  for (auto const& item : *list) {
    if (!item.is_table()) wrong_type(key, "[[…]]");
    out.emplace_back(*item.as_table(), m_file, allowed);
  }
  return out;
}

std::optional<TomlReader> TomlReader::table(std::string_view key, std::vector<std::string_view> const& allowed) const {
  if (!has(key)) return std::nullopt;
  auto const* value = required(key).as_table();
  if (!value) wrong_type(key, "{ … }");
  return TomlReader(*value, m_file, allowed);
}

}  // namespace redline::rules
