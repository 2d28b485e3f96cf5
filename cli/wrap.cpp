// SPDX-License-Identifier: Apache-2.0
#include "cli/wrap.hpp"

#include <algorithm>

namespace redline::cli {
namespace {

// Bytes of the character at `at`; a stray byte counts as one character.
std::size_t length_at(std::string_view s, std::size_t at) {
  auto const c = static_cast<unsigned char>(s[at]);
  std::size_t const n = c < 0xC0 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
  return std::min(n, s.size() - at);
}

bool is_wide(std::string_view character) {  // from U+2E80 on: Chinese characters and their punctuation
  return character.size() > 2 && character >= "\xE2\xBA\x80";
}

bool closes(std::string_view c) {  // must not begin a line
  for (std::string_view const mark : {"，", "。", "；", "：", "、", "）", "”", "》"})
    if (c == mark) return true;
  return false;
}

// Pieces that must not be broken: a word with the space before it, or one Chinese character.
std::vector<std::string> pieces(std::string_view s) {
  std::vector<std::string> out;
  bool joins = false;
  for (std::size_t at = 0, n = 0; at < s.size(); at += n) {
    n = length_at(s, at);
    auto const c = s.substr(at, n);
    if (!out.empty() && (closes(c) || (joins && !is_wide(c) && c != " "))) {
      out.back() += c;
    } else {
      out.emplace_back(c);
    }
    joins = !is_wide(c);
  }
  return out;
}

}  // namespace

std::size_t display_width(std::string_view s) {
  std::size_t width = 0;
  for (std::size_t at = 0, n = 0; at < s.size(); at += n) {
    n = length_at(s, at);
    width += is_wide(s.substr(at, n)) ? 2 : 1;
  }
  return width;
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines{""};
  std::size_t used = 0;
  for (auto const& piece : pieces(text)) {
    auto const width = display_width(piece);
    bool const breaks = used > 0 && used + width > columns;
    auto const shown = breaks && piece.front() == ' ' ? piece.substr(1) : piece;
    if (breaks) lines.emplace_back();
    lines.back() += shown;
    used = breaks ? display_width(shown) : used + width;
  }
  return lines;
}

}  // namespace redline::cli
