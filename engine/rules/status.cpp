// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/status.hpp"

#include <algorithm>
#include <array>

namespace redline::rules {
namespace {

constexpr std::string_view WHEN =
    "0 1 2 3 4 5 6 7 8 9 . - / 年 月 日 号 底 末 初 中 上 下 旬 前 第 批 次 一 二 三 四 五 六 七 八 九 十 完 成 于";

std::size_t character(std::string_view text) {
  auto const lead = static_cast<unsigned char>(text.front());
  return std::min<std::size_t>(text.size(), lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4);
}

bool says_when(std::string_view text) {
  while (!text.empty()) {
    auto const n = character(text);
    if (WHEN.find(text.substr(0, n)) == std::string_view::npos) return false;
    text.remove_prefix(n);
  }
  return true;
}

std::string_view without_when(std::string_view status) {
  static constexpr std::array<std::array<std::string_view, 2>, 2> BRACKETS{{{"(", ")"}, {"（", "）"}}};
  for (auto const& [open, close] : BRACKETS) {
    auto const at = status.find(open);
    if (at == std::string_view::npos || at == 0 || !status.ends_with(close)) continue;
    auto const inside = status.substr(at + open.size(), status.size() - at - open.size() - close.size());
    if (says_when(inside)) return status.substr(0, at);
  }
  return status;
}

}  // namespace

std::optional<unsigned> status_word(std::string_view status, Names const& names) {
  auto it = names.find(status);
  if (it == names.end()) it = names.find(without_when(status));
  if (it == names.end()) return std::nullopt;
  return it->second;
}

}  // namespace redline::rules
