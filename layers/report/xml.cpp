// SPDX-License-Identifier: Apache-2.0
#include "layers/report/xml.hpp"

namespace redline {
namespace {

constexpr std::string_view REPLACEMENT = "\xEF\xBF\xBD";

std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

// Length of the character at `i`; 0 where the bytes are not one that XML may hold.
std::size_t character(std::string_view text, std::size_t i) {
  auto const byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  auto const n = sequence_length(byte(i));
  if (n == 0 || i + n > text.size()) return 0;
  if (n == 1) return byte(i) >= 0x20 || text[i] == '\n' || text[i] == '\t' || text[i] == '\r' ? 1 : 0;
  unsigned long code = byte(i) & (0xFFU >> (n + 1));
  for (std::size_t k = 1; k < n; ++k) {
    if ((byte(i + k) & 0xC0U) != 0x80U) return 0;
    code = code << 6U | (byte(i + k) & 0x3FU);
  }
  constexpr unsigned long SHORTEST[]{0, 0, 0x80, 0x800, 0x10000};
  bool const surrogate = code >= 0xD800 && code < 0xE000;
  bool const outside = code < SHORTEST[n] || code > 0x10FFFF || code == 0xFFFE || code == 0xFFFF;
  return surrogate || outside ? 0 : n;
}

}  // namespace

std::string valid_text(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    auto const n = character(text, i);
    out += n == 0 ? REPLACEMENT : text.substr(i, n);
    i += n == 0 ? 1 : n;
  }
  return out;
}

std::string xml(std::string_view text) {
  std::string out;
  for (auto const c : valid_text(text)) switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  return out;
}

}  // namespace redline
