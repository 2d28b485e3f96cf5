// SPDX-License-Identifier: Apache-2.0
#include "layers/workspace/strict_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/rules/words.hpp"

namespace redline {
namespace {

bool among(StrictTable::Words const& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string list(StrictTable::Words const& words) {
  std::string out;
  for (auto const w : words) out.append(out.empty() ? "" : ", ").append(w);
  return out;
}

std::optional<Date> day_of(toml::node const& node) {
  if (auto const* d = node.as_date()) {
    auto const v = d->get();
    return Date{std::chrono::year{v.year}, std::chrono::month{v.month}, std::chrono::day{v.day}};
  }
  auto const text = node.value_exact<std::string>();
  return text ? parse_date(*text) : std::nullopt;
}

}  // namespace

StrictTable::StrictTable(toml::table const& table, std::string file, std::string where, Words const& known)
    : m_table(&table),
      m_file(std::move(file)),
      m_where(std::move(where)),
      m_line(std::max(table.source().begin.line, 1u)) {
  for (auto const& [key, node] : table)
    if (!among(known, key.str())) unknown("workspace.unknown_key", key.source().begin.line, key.str(), known);
}

void StrictTable::fail(char const* code, std::uint32_t line, std::vector<std::string> args) const {
  args.insert(args.begin(), {m_file, std::to_string(line)});
  throw Error(ErrorKind::input, code, std::move(args));
}

void StrictTable::unknown(char const* code, std::uint32_t line, std::string_view word, Words const& valid) const {
  fail(code, line, {m_where, std::string(word), std::string(nearest_word(valid, word)), list(valid)});
}

void StrictTable::wrong_type(std::string_view key, char const* expected) const {
  fail("workspace.wrong_type", line_of(key), {m_where, std::string(key), expected});
}

std::uint32_t StrictTable::line_of(std::string_view key) const {
  auto const* node = m_table->get(key);
  return node ? node->source().begin.line : m_line;
}

std::vector<std::string> StrictTable::keys() const {
  std::vector<std::string> out;
  for (auto const& [key, node] : *m_table) out.emplace_back(key.str());
  return out;
}

std::string StrictTable::text(std::string_view key) const {
  if (!has(key)) return {};
  auto const v = m_table->get(key)->value_exact<std::string>();
  if (!v) wrong_type(key, "\"…\"");
  return *v;
}

std::string StrictTable::required_text(std::string_view key) const {
  auto out = text(key);
  if (out.empty()) fail("workspace.missing_key", line_of(key), {m_where, std::string(key)});
  return out;
}

std::string StrictTable::word(std::string_view key, Words const& valid) const {
  auto out = text(key);
  if (!out.empty() && !among(valid, out)) unknown("workspace.unknown_word", line_of(key), out, valid);
  return out;
}

std::optional<bool> StrictTable::flag(std::string_view key) const {
  if (!has(key)) return std::nullopt;
  auto const v = m_table->get(key)->value_exact<bool>();
  if (!v) wrong_type(key, "true, false");
  return v;
}

std::optional<double> StrictTable::number(std::string_view key, double lowest) const {
  if (!has(key)) return std::nullopt;
  auto const* node = m_table->get(key);
  if (!node->is_number()) wrong_type(key, "1.5");
  auto const v = node->value<double>();
  if (!v || !std::isfinite(*v) || *v < lowest)
    fail("workspace.out_of_range", line_of(key), {m_where, std::string(key), fmt::format("{}", lowest)});
  return v;
}

std::optional<double> StrictTable::positive(std::string_view key) const {
  auto const v = number(key, 0);
  if (v && *v == 0) fail("workspace.not_positive", line_of(key), {m_where, std::string(key)});
  return v;
}

std::optional<Date> StrictTable::date(std::string_view key) const {
  if (!has(key)) return std::nullopt;
  auto const v = day_of(*m_table->get(key));
  if (!v || !v->ok()) fail("workspace.bad_date", line_of(key), {m_where, std::string(key)});
  return v;
}

std::vector<double> StrictTable::numbers(std::string_view key) const {
  auto const* list_node = has(key) ? m_table->get(key)->as_array() : nullptr;
  if (!list_node) wrong_type(key, "[1.5, …]");
  std::vector<double> out;
  for (auto const& node : *list_node) {
    auto const v = node.is_number() ? node.value<double>() : std::nullopt;
    if (!v || !std::isfinite(*v)) wrong_type(key, "[1.5, …]");
    out.push_back(*v);
  }
  return out;
}

std::map<std::string, std::string> StrictTable::texts(std::string_view key) const {
  std::map<std::string, std::string> out;
  if (!has(key)) return out;
  auto const* t = m_table->get(key)->as_table();
  if (!t) wrong_type(key, "[…]");
  for (auto const& [k, node] : *t) {
    auto const v = node.value_exact<std::string>();
    if (!v) fail("workspace.wrong_type", node.source().begin.line, {std::string(key), std::string(k.str()), "\"…\""});
    out.emplace(k.str(), *v);
  }
  return out;
}

std::optional<StrictTable> StrictTable::table(std::string_view key, Words const& known) const {
  if (!has(key)) return std::nullopt;
  auto const* t = m_table->get(key)->as_table();
  if (!t) wrong_type(key, "[…]");
  return StrictTable(*t, m_file, fmt::format("[{}]", key), known);
}

}  // namespace redline
