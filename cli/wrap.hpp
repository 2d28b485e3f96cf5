// Text as a terminal shows it: display columns (Chinese characters take two) and lines broken at spaces or between
// Chinese characters.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace redline::cli {

std::size_t display_width(std::string_view utf8);
std::vector<std::string> wrap(std::string_view utf8, std::size_t columns);  // words wider than a line stay whole

}  // namespace redline::cli
