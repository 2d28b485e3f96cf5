// The table of texts, read once from the embedded files.
// SPDX-License-Identifier: Apache-2.0
#include "engine/core/text.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "embedded/texts.hpp"

namespace redline {
namespace {

struct Entry {
  std::string zh, en;
};
struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};
using Table = std::unordered_map<std::string, Entry, Hash, std::equal_to<>>;

void collect(toml::table const& node, std::string const& prefix, Table& out) {
  if (node.contains("zh") || node.contains("en")) {
    out[prefix] = {node["zh"].value_or(std::string{}), node["en"].value_or(std::string{})};
    return;
  }
  for (auto const& [key, value] : node)
    if (auto const* child = value.as_table())
      collect(*child, prefix.empty() ? std::string(key.str()) : prefix + "." + std::string(key.str()), out);
}

Table load() {
  Table table;
  for (auto const& file : embedded::texts()) collect(toml::parse(file.text, file.name), "", table);
  return table;
}

Table const& table() {
  static Table const t = load();
  return t;
}

// An argument "@KEY" is itself a text of the table.
std::string const& shown(std::string const& argument, Language language) {
  auto const it = argument.starts_with('@') ? table().find(std::string_view(argument).substr(1)) : table().end();
  return it == table().end() ? argument : language == Language::zh ? it->second.zh : it->second.en;
}

std::string substitute(std::string const& pattern, std::vector<std::string> const& args, Language language) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    auto const close = pattern[i] == '{' ? pattern.find('}', i) : std::string::npos;
    if (close == std::string::npos || close != i + 2 || pattern[i + 1] < '0' || pattern[i + 1] > '9') {
      out += pattern[i];
      continue;
    }
    auto const n = static_cast<std::size_t>(pattern[i + 1] - '0');
    out += n < args.size() ? shown(args[n], language) : std::string{};
    i = close;
  }
  return out;
}

std::string untranslated(Message const& m) {
  std::string out = m.key;
  for (auto const& a : m.args) out += (out.size() == m.key.size() ? ": " : ", ") + a;
  return out;
}

}  // namespace

std::string render(Message const& m, Language language) {
  auto const it = table().find(m.key);
  if (it == table().end()) return untranslated(m);
  return substitute(language == Language::zh ? it->second.zh : it->second.en, m.args, language);
}

std::string render(std::string_view key, Language language) { return render(Message{std::string(key), {}}, language); }

bool has_text(std::string_view key) { return table().find(key) != table().end(); }

std::vector<std::string> const& text_keys() {
  static auto const keys = [] {
    std::vector<std::string> out;
    for (auto const& [key, entry] : table()) out.push_back(key);
    std::sort(out.begin(), out.end());
    return out;
  }();
  return keys;
}

}  // namespace redline
