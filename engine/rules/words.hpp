// The closed vocabularies that rules are written in. A word is a bit, so that a list of words is one mask.
// A word outside its vocabulary has the index UNKNOWN_WORD: it meets a condition left open, never a list.
// nearest_word: the word with the smallest edit distance (the first of several), for "did you mean".
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace redline {

enum class Vocabulary {
  area_kind,
  activity_kind,
  zone,
  action,
  mineral_class,
  area_level,
  right_state,
  registered,
  granted,
  extent,
  standing,
  effect,
  disposition,
  instrument_kind
};
inline constexpr std::size_t CONDITION_COUNT = 11;  // the first eleven are what a rule can ask for
inline constexpr unsigned UNKNOWN_WORD = 31;

std::span<std::string_view const> words(Vocabulary vocabulary);
std::string_view key_of(Vocabulary vocabulary);   // the key of the list in a rule: area_kinds, zones, …
std::string_view text_of(Vocabulary vocabulary);  // the prefix of its texts: zone.core, …
std::string const& text_key_of(Vocabulary vocabulary, unsigned index);  // "@zone.core", as an argument of a trace line
unsigned word_index(Vocabulary vocabulary, std::string_view word);
bool is_right(std::string_view activity_kind);  // of mining or exploration
std::string_view nearest_word(std::vector<std::string_view> const& candidates, std::string_view word);

constexpr std::uint32_t word_bit(unsigned index) { return std::uint32_t{1} << index; }
inline std::uint32_t word_bit(Vocabulary v, std::string_view word) { return word_bit(word_index(v, word)); }

}  // namespace redline
