// What a string of corners is made of, before its numbers are read: the bare text, its tokens, and by which grammar the
// counts use up all of them (region_string.hpp).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/corner_list.hpp"

namespace redline {

using Tokens = std::vector<std::string>;

struct Grammar {
  CornerForm form;
  std::size_t per_corner, tail;
};
inline constexpr Grammar MINING{CornerForm::mining_string, 3, 4}, EXPLORATION{CornerForm::exploration_string, 2, 3};

struct StringWalk {
  bool whole = false;                               // the counts use up all tokens exactly
  std::size_t ring = 0, declared = 0, present = 0;  // where they do not: corners of the ring it breaks in
  std::size_t marks = 0;                            // of that ring, all of whose corners are there
};

std::string bare_string(std::string const& raw);  // behind a label such as 区域坐标：, with every comma an ASCII one
std::optional<std::size_t> small_whole(std::string const& s, std::size_t most);
bool is_pair_string(std::string const& bare);
bool is_counted(Tokens const& t);
bool is_corner_string(std::string const& cell);  // complete or cut
StringWalk walk(Tokens const& t, Grammar const& g);
Grammar likely_grammar(Tokens const& t);                          // which of the two is meant where neither fits
bool ends_in_empty_mark(std::string const& raw, Tokens& tokens);  // puts back the last mark of an exploration right

}  // namespace redline
