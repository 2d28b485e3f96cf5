// ASCII letters made small or large; all other bytes of UTF-8 stay.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

inline std::string small_letters(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

inline std::string large_letters(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

}  // namespace redline
