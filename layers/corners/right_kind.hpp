// Whether a row of a register is a mining or an exploration right (mining_right, exploration_right; empty: not said),
// by the word in a column of kinds (采矿权, 勘查许可证, …) or by the letter of its licence number (C or T before the
// digits). A word that names both says neither.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

bool names_kinds(std::string const& heading);  // 类型, 许可证类型, 矿权类别, kind, …
std::string right_kind(std::string const& word);
std::string kind_of_licence(std::string const& number);

}  // namespace redline
