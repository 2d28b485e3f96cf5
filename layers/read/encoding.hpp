// Which encoding texts are in, decided from their bytes. TextSample is fed one whole text after another (a field name,
// a value, a line); decide(): all ASCII or strict UTF-8 -> UTF-8; else, where nearly all high bytes pair up as Chinese
// characters, GB18030; else ISO-8859-1. A character cut in two at the end of a text is forgiven, because fields of
// fixed width cut them. canonical_encoding("936") gives the name iconv knows, Chinese ones widened to GB18030 (their
// superset); empty if unknown. to_utf8 is strict: nullopt where a byte cannot be converted.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/core/finding.hpp"

namespace redline {

struct Encoding {
  std::string name;      // UTF-8, GB18030, ISO-8859-1, …; empty: left to GDAL
  std::string evidence;  // text key
};

class TextSample {
 public:
  void add(std::string_view text);
  void add(TextSample const& more);
  bool ascii() const { return m_high == 0; }
  bool utf8() const { return m_invalid == 0; }
  bool surely_utf8() const { return utf8() && m_multibyte >= 8; }  // by chance no other encoding passes
  bool chinese() const { return m_high > 0 && m_paired * 10 >= m_high * 9; }
  Encoding decide() const;

 private:
  void count_pairs(std::string_view text);
  std::uint64_t m_high = 0, m_paired = 0, m_invalid = 0, m_multibyte = 0;
};

bool is_utf8(std::string_view text);
void drop_cut_character(std::string& utf8);  // half a character at the end, as fields of fixed width leave it
std::optional<std::string> convert(std::string_view bytes, std::string const& from, std::string const& to);
std::optional<std::string> to_utf8(std::string_view bytes, std::string const& from);
std::string canonical_encoding(std::string const& declared);
Finding encoding_finding(std::string const& layer, Encoding const& encoding);

}  // namespace redline
