// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/right_kind.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "engine/core/letters.hpp"
#include "layers/corners/corner_text.hpp"

namespace redline {
namespace {

constexpr std::array<char const*, 5> HEADINGS{"类型", "类别", "种类", "kind", "type"};
constexpr std::array<char const*, 2> MINING_WORDS{"采矿", "mining"};
constexpr std::array<char const*, 5> EXPLORATION_WORDS{"探矿", "勘查", "勘探", "普查", "exploration"};
constexpr std::size_t SHORTEST_DIGITS = 10, LONGEST_KIND_HEADING = 45;

template <std::size_t N>
bool holds(std::string const& text, std::array<char const*, N> const& words) {
  return std::any_of(words.begin(), words.end(), [&](char const* w) { return text.find(w) != std::string::npos; });
}

}  // namespace

bool names_kinds(std::string const& heading) {
  return heading.size() <= LONGEST_KIND_HEADING && holds(small_letters(narrow(heading)), HEADINGS);
}

std::string right_kind(std::string const& word) {
  auto const text = small_letters(narrow(word));
  bool const mining = holds(text, MINING_WORDS), exploration = holds(text, EXPLORATION_WORDS);
  if (mining == exploration) return {};
  return mining ? "mining_right" : "exploration_right";
}

std::string kind_of_licence(std::string const& number) {
  auto const text = small_letters(narrow(trimmed_text(number)));
  bool const digits = text.size() > SHORTEST_DIGITS &&
                      std::all_of(text.begin() + 1, text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
  if (!digits || (text[0] != 'c' && text[0] != 't')) return {};
  return text[0] == 'c' ? "mining_right" : "exploration_right";
}

}  // namespace redline
