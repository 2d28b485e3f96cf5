// A file that travels inside the program: its name and its bytes (UTF-8 text, not null-terminated).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string_view>

namespace redline {

struct EmbeddedFile {
  std::string_view name;
  std::string_view text;
};

}  // namespace redline
