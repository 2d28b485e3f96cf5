// SPDX-License-Identifier: Apache-2.0
#include "layers/read/mojibake.hpp"

#include <algorithm>

#include "layers/read/encoding.hpp"

namespace redline {
namespace {

bool high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

std::optional<std::string> back(std::string_view utf8, char const* mistaken) {
  auto bytes = convert(utf8, "UTF-8", mistaken);
  if (!bytes || *bytes == utf8 || !is_utf8(*bytes) || std::none_of(bytes->begin(), bytes->end(), high))
    return std::nullopt;
  return bytes;
}

// Only Chinese characters, two at least: any three characters of GBK pass for UTF-8 of two bytes each by chance.
bool all_chinese(std::string const& utf8) {
  std::size_t n = 0;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    auto const c = static_cast<unsigned char>(utf8[i]);
    if (c < 0x80) continue;
    if (c < 0xE3 || c > 0xE9) return false;
    ++n, i += 2;
  }
  return n >= 2;
}

}  // namespace

bool may_be_mangled(std::string_view s) { return std::any_of(s.begin(), s.end(), high); }

std::optional<std::string> unmangled(std::string_view utf8) {
  for (auto const* latin : {"CP1252", "ISO-8859-1"})
    if (auto out = back(utf8, latin)) return out;
  auto chinese = back(utf8, "GB18030");
  return chinese && all_chinese(*chinese) ? chinese : std::nullopt;
}

}  // namespace redline
