// Everything a person reads: a key with arguments, turned into Chinese or English at the border.
// The table lives in engine/core/texts/*.toml ([key] zh="…{0}…" en="…{0}…"); {N} is argument N, as text;
// an argument "@KEY" is the text of KEY in the same language.
// A key that is not in the table renders as the key and its arguments, so nothing is ever lost. Thread-safe.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace redline {

enum class Language { zh, en };

struct Message {
  std::string key;
  std::vector<std::string> args;
};

std::string render(Message const& message, Language language);
std::string render(std::string_view key, Language language);
bool has_text(std::string_view key);
std::vector<std::string> const& text_keys();

}  // namespace redline
