// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/corner_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/core/error.hpp"
#include "layers/read/coordinate_text.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_NUMBER = 80, LONGEST_SHOWN = 120;
constexpr std::string_view IDEOGRAPHIC_SPACE = "\u3000", FULL_COMMA = "，";
// Unicode's white space, and what has no width.
constexpr std::array<std::string_view, 23> WIDE_SPACES{"\u0085", "\u00a0", "\u1680", "\u2000", "\u2001", "\u2002",
                                                       "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008",
                                                       "\u2009", "\u200a", "\u200b", "\u2028", "\u2029", "\u202f",
                                                       "\u205f", "\u2060", "\u3000", "\u180e", "\ufeff"};
constexpr std::array<std::pair<std::string_view, char>, 4> WIDE_BRACKETS{
    {{"【", '['}, {"】", ']'}, {"〔", '['}, {"〕", ']'}}};

bool follows(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }  // within a character of UTF-8

std::string_view first_character(std::string_view s) {
  std::size_t n = 1;
  while (n < s.size() && follows(s[n])) ++n;
  return s.substr(0, n);
}

std::string_view last_character(std::string_view s) {
  auto at = s.size() - 1;
  while (at > 0 && follows(s[at])) --at;
  return s.substr(at);
}

bool is_space(std::string_view character) {
  auto const lead = static_cast<unsigned char>(character.front());
  if (lead < 0x80) return lead == ' ' || (lead >= '\t' && lead <= '\r');
  bool const may_be = lead == 0xC2 || (lead >= 0xE1 && lead <= 0xE3) || lead == 0xEF;
  return may_be && std::find(WIDE_SPACES.begin(), WIDE_SPACES.end(), character) != WIDE_SPACES.end();
}

// The start of the first line that is no text in this encoding.
std::size_t first_bad_line(std::string_view bytes, std::string const& from) {
  for (std::size_t start = 0; start < bytes.size();) {
    auto const end = std::min(bytes.find_first_of("\r\n", start), bytes.size() - 1) + 1;
    if (!to_utf8(bytes.substr(start, end - start), from)) return start;
    start = end;
  }
  return 0;
}

std::string recoded(std::string_view bytes, std::string const& from, std::string const& shown) {
  auto text = to_utf8(bytes, from);
  if (text) return *text;
  if (!to_utf8("", from)) throw Error(ErrorKind::input, "read.no_encoding", {from});
  throw Error(ErrorKind::input, "read.bad_encoding", {shown, from, std::to_string(first_bad_line(bytes, from))});
}

// UTF-16 whose mark was lost: digits and line ends have an empty byte, always the same one of two, and no other text
// has one at all.
char const* unmarked_utf16(std::string_view bytes) {
  std::array<std::size_t, 2> empty{};
  for (std::size_t i = 0; i < bytes.size(); ++i) empty[i % 2] += bytes[i] == '\0' ? 1 : 0;
  bool const even_length = bytes.size() % 2 == 0;
  if (even_length && empty[0] == 0 && empty[1] * 4 > bytes.size()) return "UTF-16LE";
  if (even_length && empty[1] == 0 && empty[0] * 4 > bytes.size()) return "UTF-16BE";
  return nullptr;
}

bool starts(std::string_view s, std::string_view with) { return s.substr(0, with.size()) == with; }

Encoding encoding_of(std::string_view bytes, std::string const& given, std::size_t& mark) {
  for (auto const& [bom, name] : {std::pair<std::string_view, char const*>{"\xEF\xBB\xBF", "UTF-8"},
                                  {"\xFF\xFE", "UTF-16LE"},
                                  {"\xFE\xFF", "UTF-16BE"}})
    if (starts(bytes, bom)) return mark = bom.size(), Encoding{name, "encoding.byte_order_mark"};
  if (!given.empty()) {
    auto const name = canonical_encoding(given);
    return {name.empty() ? given : name, "encoding.given"};
  }
  if (auto const* name = unmarked_utf16(bytes)) return Encoding{name, "encoding.empty_bytes"};
  TextSample sample;
  sample.add(bytes);
  return sample.decide();
}

std::vector<std::string> lines_of(std::string const& text) {
  std::vector<std::string> out;
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\n' && text[i] != '\r') continue;
    out.push_back(text.substr(start, i - start));
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
    start = i + 1;
  }
  if (start < text.size()) out.push_back(text.substr(start));
  return out;
}

// U+FF01–U+FF5E are ASCII 0x21–0x7E moved by 0xFEE0; in UTF-8 EF BC 81 … EF BD 9E.
char ascii_of_wide(std::string_view s) {
  if (s.size() < 3 || s[0] != '\xEF') return 0;
  auto const second = static_cast<unsigned char>(s[1]), third = static_cast<unsigned char>(s[2]);
  if ((second != 0xBC && second != 0xBD) || third < 0x80 || third > 0xBF) return 0;
  auto const code = (second - 0xBC) * 0x40 + (third - 0x80) + 0x20;
  return code >= 0x21 && code <= 0x7E ? static_cast<char>(code) : '\0';
}

char narrow_bracket(std::string_view s) {
  for (auto const& [wide, ascii] : WIDE_BRACKETS)
    if (starts(s, wide)) return ascii;
  return 0;
}

}  // namespace

DecodedLines decode_lines(std::string_view bytes, std::string const& given, std::string const& shown) {
  std::size_t mark = 0;
  auto const encoding = encoding_of(bytes, given, mark);
  auto const text = recoded(bytes.substr(mark), encoding.name, shown);
  if (text.find('\0') != std::string::npos) throw Error(ErrorKind::input, "corner.binary", {shown});
  return {lines_of(text), encoding};
}

std::string narrow(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    auto const rest = text.substr(i);
    auto const bracket = narrow_bracket(rest);
    auto const ascii = starts(rest, FULL_COMMA) ? '\0' : bracket != 0 ? bracket : ascii_of_wide(rest);
    bool const space = starts(rest, IDEOGRAPHIC_SPACE);
    out += space ? ' ' : ascii != 0 ? ascii : text[i];
    i += space || ascii != 0 ? 3 : 1;
  }
  return out;
}

std::string replaced(std::string_view text, std::string_view what, std::string_view with) {
  std::string out;
  for (std::size_t start = 0;;) {
    auto const at = text.find(what, start);
    out += text.substr(start, at == std::string_view::npos ? at : at - start);
    if (at == std::string_view::npos) return out;
    out += with;
    start = at + what.size();
  }
}

std::string trimmed_text(std::string_view s) {
  while (!s.empty() && is_space(first_character(s))) s.remove_prefix(first_character(s).size());
  while (!s.empty() && is_space(last_character(s))) s.remove_suffix(last_character(s).size());
  return std::string(s);
}

std::vector<std::string> split_at(std::string const& text, std::string const& separator) {
  std::vector<std::string> out;
  for (std::size_t start = 0;;) {
    auto const end = text.find(separator, start);
    out.push_back(trimmed_text(text.substr(start, end == std::string::npos ? end : end - start)));
    if (end == std::string::npos) return out;
    start = end + separator.size();
  }
}

std::vector<std::string> comma_fields(std::string const& line) {
  if (std::count(line.begin(), line.end(), ',') >= 3) return split_at(line, ",");
  return split_at(replaced(line, FULL_COMMA, ","), ",");
}

bool digits_only(std::string const& s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<double> number_of_cell(std::string const& cell) {
  return cell.size() <= LONGEST_NUMBER ? coordinate(cell) : std::nullopt;
}

std::string shortened(std::string text) {
  if (text.size() <= LONGEST_SHOWN) return text;
  text.resize(LONGEST_SHOWN);
  drop_cut_character(text);
  return text + "…";
}

Message no_number(std::string const& cell) {
  for (auto const* missing : {"?°", "?′", "?″"})  // degree_columns.hpp
    if (cell.find(missing) != std::string::npos) return {"corner.degrees_missing", {shortened(cell)}};
  auto const fault = angle_fault(cell);
  return {fault == AngleFault::minutes   ? "corner.minutes_too_many"
          : fault == AngleFault::seconds ? "corner.seconds_too_many"
                                         : "corner.number",
          {shortened(cell)}};
}

int printed_decimals(std::string const& number) {
  auto const text = narrow(number);
  auto const dot = text.find('.');
  if (dot == std::string::npos || text.find_first_not_of("+-0123456789., ") != std::string::npos) return 0;
  auto const end = text.find_first_not_of("0123456789", dot + 1);
  return static_cast<int>((end == std::string::npos ? text.size() : end) - dot - 1);
}

}  // namespace redline
