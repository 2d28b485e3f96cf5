// SPDX-License-Identifier: Apache-2.0
#include "layers/read/encoding.hpp"

#include <cpl_string.h>
#include <iconv.h>

#include <algorithm>
#include <cstdint>

namespace redline {
namespace {

unsigned char at(std::string_view s, std::size_t i) { return static_cast<unsigned char>(s[i]); }

// Bytes of the UTF-8 character that starts at i: 0 where it is none. `cut` where the text ends inside it.
std::size_t character(std::string_view s, std::size_t i, bool& cut) {
  auto const lead = at(s, i);
  std::size_t const length = lead < 0x80                   ? 1
                             : lead >= 0xC2 && lead < 0xE0 ? 2
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                                                           : 0;
  for (std::size_t k = 1; k < length; ++k) {
    if (i + k == s.size()) return cut = true, k;
    auto const low = k > 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    auto const high = k > 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (at(s, i + k) < low || at(s, i + k) > high) return 0;
  }
  return length;
}

bool one_of(std::string const& s, std::initializer_list<char const*> words) {
  return std::any_of(words.begin(), words.end(), [&](char const* w) { return s == w; });
}

}  // namespace

void TextSample::add(std::string_view text) {
  bool cut = false;
  for (std::size_t i = 0; i < text.size();) {
    auto const n = character(text, i, cut);
    if (n == 0) ++m_invalid;
    if (n > 1) ++m_multibyte;
    i += std::max<std::size_t>(n, 1);
  }
  count_pairs(text);
}

void TextSample::add(TextSample const& more) {
  m_high += more.m_high, m_paired += more.m_paired;
  m_invalid += more.m_invalid, m_multibyte += more.m_multibyte;
}

void TextSample::count_pairs(std::string_view b) {
  for (std::size_t i = 0; i < b.size(); ++i) {
    if (at(b, i) < 0x80) continue;
    bool const pair = i + 1 < b.size() && at(b, i) >= 0xA1 && at(b, i) <= 0xF7 && at(b, i + 1) >= 0xA1;
    m_high += pair ? 2 : 1;
    m_paired += pair ? 2 : 0;
    i += pair ? 1 : 0;
  }
}

Encoding TextSample::decide() const {
  if (ascii()) return {"UTF-8", "encoding.ascii"};
  if (utf8()) return {"UTF-8", "encoding.strict_utf8"};
  if (chinese()) return {"GB18030", "encoding.chinese_pairs"};
  return {"ISO-8859-1", "encoding.neither"};
}

bool is_utf8(std::string_view text) {
  bool cut = false;
  for (std::size_t i = 0; i < text.size();) {
    auto const n = character(text, i, cut);
    if (n == 0 || cut) return false;
    i += n;
  }
  return true;
}

void drop_cut_character(std::string& s) {
  std::size_t start = s.size();
  while (start > 0 && s.size() - start < 4 && at(s, start - 1) >= 0x80 && at(s, start - 1) < 0xC0) --start;
  if (start == 0 || at(s, start - 1) < 0xC0) return;
  bool cut = false;
  character(s, start - 1, cut);
  if (cut) s.resize(start - 1);
}

std::optional<std::string> convert(std::string_view bytes, std::string const& from, std::string const& to) {
  auto const cd = iconv_open(to.c_str(), from.c_str());
  if (reinterpret_cast<std::intptr_t>(cd) == -1) return std::nullopt;
  std::string out(bytes.size() * 4 + 16, '\0');
  auto* in = const_cast<char*>(bytes.data());
  auto* target = out.data();
  auto in_left = bytes.size(), out_left = out.size();
  auto const result = iconv(cd, &in, &in_left, &target, &out_left);
  iconv_close(cd);
  if (result == static_cast<std::size_t>(-1) || in_left > 0) return std::nullopt;
  out.resize(out.size() - out_left);
  return out;
}

std::optional<std::string> to_utf8(std::string_view bytes, std::string const& from) {
  return convert(bytes, from, "UTF-8");
}

std::string canonical_encoding(std::string const& declared) {
  std::string name = CPLString(declared).Trim().toupper();
  if (name.rfind("ANSI ", 0) == 0) name = name.substr(5);
  if (one_of(name, {"UTF-8", "UTF8", "65001", "CP65001"})) return "UTF-8";
  if (one_of(name, {"GBK", "GB2312", "GB-2312", "GB18030", "GB-18030", "936", "CP936", "MS936", "EUC-CN", "54936",
                    "CP54936"}))
    return "GB18030";
  bool const digits =
      !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (digits && name.rfind("8859", 0) == 0 && name.size() > 4)
    name = "ISO-8859-" + name.substr(4);
  else if (digits)
    name = "CP" + name;
  auto const cd = iconv_open("UTF-8", name.c_str());
  if (reinterpret_cast<std::intptr_t>(cd) == -1) return {};
  iconv_close(cd);
  return name;
}

Finding encoding_finding(std::string const& layer, Encoding const& e) {
  return {"read.encoding", Severity::info, layer, "", {e.name.empty() ? "-" : e.name, "@" + e.evidence}};
}

}  // namespace redline
