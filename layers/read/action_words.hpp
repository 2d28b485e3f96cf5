// What is applied for (申请事项), to a word of the rules: new, renew, change, transfer, reduce, operate. Every word of
// the text must be known: an act (新立, 延续, 变更, 转让, 缩减 and their like), what it is about (采矿权, 矿区范围,
// 生产规模) or what says nothing (登记, 第二次); with anything else (不予延续, 注销, 保留) the answer is nothing. Of
// several acts it is the one that the rules are strictest with: new, renew, transfer, change. A change that makes the
// ground smaller is reduce, one that makes only the scale or the term smaller is not.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace redline {

std::optional<std::string> action_word(std::string_view text);

}  // namespace redline
