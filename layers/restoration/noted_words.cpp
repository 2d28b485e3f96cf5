// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/noted_words.hpp"

#include <algorithm>
#include <vector>

namespace redline {
namespace {

constexpr std::size_t WORDS_SHOWN = 50, LONGEST_SHOWN = 60;

// Cut at the end of a character.
std::string beginning(std::string const& text) {
  auto at = std::min(text.size(), LONGEST_SHOWN);
  while (at < text.size() && at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at < text.size() ? text.substr(0, at) + "…" : text;
}

}  // namespace

void NotedWords::add(std::string const& word, std::int64_t row) {
  if (word.empty()) return;
  auto& rows = m_words[word];
  if (rows.count > 0 && rows.last == row) return;  // of a row that is read as several
  if (rows.count++ == 0) rows.first = row;
  rows.last = row;
}

std::string NotedWords::list(Language l) const {
  std::vector<std::pair<std::string const*, Rows>> all;
  for (auto const& [word, rows] : m_words) all.emplace_back(&word, rows);
  std::stable_sort(all.begin(), all.end(),
                   [](auto const& a, auto const& b) { return a.second.first < b.second.first; });
  std::string out;
  auto const more = all.size() - std::min(all.size(), WORDS_SHOWN);
  all.resize(all.size() - more);
  for (auto const& [word, rows] : all) {
    auto const* place = rows.count > 1 ? "restoration.word_in_rows" : "restoration.word_in_row";
    if (!out.empty()) out += " ";
    out += render(Message{place, {beginning(*word), std::to_string(rows.first), std::to_string(rows.count)}}, l);
  }
  return more == 0 ? out : render(Message{"restoration.more_words", {out, std::to_string(more)}}, l);
}

void NotedWords::tell(char const* what, Severity severity, std::string const& file, std::string const& heading,
                      Language l, Findings& out) const {
  int count = 0;
  for (auto const& [word, rows] : m_words) count += rows.count;
  if (count > 0) out.push_back({what, severity, file, "", {file, heading, list(l), std::to_string(count)}});
}

}  // namespace redline
