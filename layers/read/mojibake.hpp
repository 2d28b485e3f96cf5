// Texts that were decoded with the wrong encoding before they reached us, and stored so: UTF-8 taken for Latin-1 (BAÃ±)
// or for GBK (鏂扮枂). unmangled() gives what the text was, where the way back is exact and gives valid UTF-8; else
// nullopt. The values themselves are never changed: a reader reports them.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace redline {

bool may_be_mangled(std::string_view utf8);  // cheap: false for nearly all texts
std::optional<std::string> unmangled(std::string_view utf8);

}  // namespace redline
