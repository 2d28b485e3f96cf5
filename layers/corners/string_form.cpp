// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/string_form.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "layers/corners/corner_text.hpp"

namespace redline {
namespace {

std::string without_quotes(std::string const& text) {  // as Excel copies a cell
  bool const quoted =
      text.size() > 2 && text.front() == '"' && text.back() == '"' && std::count(text.begin(), text.end(), '"') == 2;
  return quoted ? trimmed_text(text.substr(1, text.size() - 2)) : text;
}

}  // namespace

std::optional<std::size_t> small_whole(std::string const& s, std::size_t most) {
  std::size_t n = 0;
  auto const [end, error] = std::from_chars(s.data(), s.data() + s.size(), n);
  bool const good = error == std::errc{} && end == s.data() + s.size() && n > 0 && n <= most;
  return good ? std::optional(n) : std::nullopt;
}

// The numbers behind a label such as "区域坐标：", with every comma an ASCII one.
std::string bare_string(std::string const& raw) {
  auto text = replaced(without_quotes(trimmed_text(narrow(raw))), "，", ",");
  auto const label = text.find_last_of(":=");
  if (label != std::string::npos && text.find_first_of("0123456789") > label) text = text.substr(label + 1);
  while (!text.empty() && (text.back() == ',' || text.back() == ';' || text.back() == ' ')) text.pop_back();
  return trimmed_text(text);
}

bool is_pair_string(std::string const& text) {
  auto const pieces = split_at(text, ";");
  return pieces.size() >= 3 && std::all_of(pieces.begin(), pieces.end(), [](std::string const& p) {
           auto const two = split_at(p, ",");
           return two.size() == 2 && number_of_cell(two[0]) && number_of_cell(two[1]);
         });
}

bool is_counted(Tokens const& t) {
  return t.size() >= 8 && small_whole(t[0], 999) && small_whole(t[1], 99999) && number_of_cell(t[3]).has_value();
}

StringWalk walk(Tokens const& t, Grammar const& g) {
  auto const rings = *small_whole(t[0], 999);
  std::size_t at = 1;
  for (std::size_t r = 1; r <= rings; ++r) {
    auto const n = at < t.size() ? small_whole(t[at], 99999) : std::nullopt;
    if (!n) return {false, r, 0, 0};
    ++at;
    auto const left = t.size() - at, corners = *n * g.per_corner;
    if (left < corners + g.tail)
      return {false, r, *n, std::min(*n, left / g.per_corner), left > corners ? left - corners : 0};
    at += *n * g.per_corner + g.tail;
  }
  return {at == t.size(), rings, 0, 0};
}

// Which of the two a string means where neither fits: names of corners are short whole numbers or begin with a letter.
Grammar likely_grammar(Tokens const& t) {
  auto const name = number_of_cell(t[2]);
  return !name || (*name == std::floor(*name) && std::abs(*name) < 10000) ? MINING : EXPLORATION;
}

// The last mark of an exploration right, which says nothing of its rings, is empty: bare() took its comma for the end
// of the string.
bool ends_in_empty_mark(std::string const& raw, Tokens& tokens) {
  auto const text = replaced(without_quotes(trimmed_text(narrow(raw))), "，", ",");
  auto more = tokens;
  more.emplace_back();
  if (!text.ends_with(',') || !walk(more, EXPLORATION).whole) return false;
  tokens = std::move(more);
  return true;
}

bool is_corner_string(std::string const& cell) {
  auto const text = bare_string(cell);
  return is_pair_string(text) || is_counted(split_at(text, ","));
}

}  // namespace redline
