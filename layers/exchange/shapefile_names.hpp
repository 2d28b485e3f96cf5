// What the columns of a ledger are called in a shapefile, which allows ten bytes: names of ten or fewer stay, the
// others have a name in this table (docs/exchange.md prints it). Texts hold at most 254 bytes: cut_text() cuts before a
// character, never within one.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace redline {

inline constexpr std::size_t SHAPEFILE_NAME_BYTES = 10, SHAPEFILE_TEXT_BYTES = 254;

std::string shapefile_name(std::string const& column);
std::string_view cut_text(std::string_view utf8, std::size_t bytes);

}  // namespace redline
