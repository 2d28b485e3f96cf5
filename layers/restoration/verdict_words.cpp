// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/verdict_words.hpp"

#include <algorithm>
#include <regex>

#include "layers/corners/corner_text.hpp"

namespace redline {
namespace {

using WordList = std::vector<std::string>;

constexpr char const* CUT = "|";
constexpr std::size_t LEAST_NAME = 6;  // bytes: two letters of the name of a site

WordList longest_first(WordList words) {
  std::stable_sort(words.begin(), words.end(), [](auto const& a, auto const& b) { return a.size() > b.size(); });
  return words;
}

std::string without(std::string text, WordList const& words) {
  for (auto const& word : longest_first(words)) text = replaced(text, word, CUT);
  return text;
}

bool holds_one(std::string const& text, WordList const& words) {
  return std::any_of(words.begin(), words.end(), [&](auto const& w) { return text.find(w) != std::string::npos; });
}

std::string plain(std::string const& cell) {
  auto text = narrow(cell);
  for (auto const* blank : {" ", "\n", "\r", "\t"}) text = replaced(text, blank, "");
  return text;
}

WordList clauses_of(std::string text) {
  for (auto const* sign : {"，", "。", "；", "、", "：", ",", ";", ":", "(", ")", "！", "!", "并"})
    text = replaced(text, sign, CUT);
  return split_at(text, CUT);
}

// At the begin of the text; 0: none.
std::size_t longest(std::string const& text, WordList const& words) {
  std::size_t out = 0;
  for (auto const& w : words)
    if (w.size() > out && text.starts_with(w)) out = w.size();
  return out;
}

bool of_passing(std::string clause, TableWords const& words) {
  static std::regex const day(R"(^(?:19|20)\d\d(?:年|-|/|\.)(?:\d{1,2}(?:月|-|/|\.)?(?:\d{1,2}日?)?)?)");
  bool passed = false;
  for (std::smatch found; !clause.empty();) {
    auto const pass = longest(clause, words.passes), other = longest(clause, words.fillers);
    auto const dated = std::regex_search(clause, found, day) ? static_cast<std::size_t>(found.length()) : 0;
    auto const size = std::max({pass, other, dated});
    if (size == 0) return false;
    passed = pass == size || (passed && dated == size);
    clause.erase(0, size);
  }
  return passed;
}

}  // namespace

bool denies(std::string const& cell, TableWords const& words) {
  return holds_one(without(without(plain(cell), words.harmless), words.passes), words.doubts);
}

bool passes(std::string const& cell, std::string const& site, TableWords const& words) {
  auto text = plain(cell);
  if (site.size() >= LEAST_NAME) text = replaced(text, plain(site), "");
  if (denies(text, words)) return false;
  if (longest(text, words.yes) > 0) return true;
  auto const clauses = clauses_of(without(text, words.harmless));
  return std::any_of(clauses.begin(), clauses.end(), [&](auto const& c) { return of_passing(c, words); });
}

}  // namespace redline
