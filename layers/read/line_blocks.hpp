// A file of text in blocks that end at line ends, so that no character of an ASCII-based encoding is cut (one line
// longer than a block comes as one). Error(input, "read.unreadable") where it cannot be opened.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>
#include <string_view>

namespace redline {

void each_block(std::string const& path, std::function<void(std::string_view)> const& take);

}  // namespace redline
