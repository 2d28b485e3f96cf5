// Whether two rights are of one holder, by name: spaces, width of brackets and letters' case do not count. nullopt
// where one of them is not stated. Names that differ in more may still be one holder; nobody is guessed.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string_view>

namespace redline {

std::optional<bool> same_holder(std::string_view a, std::string_view b);

}  // namespace redline
