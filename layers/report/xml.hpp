// Text inside XML and HTML, in elements and in attributes: escaped, and without what XML 1.0 cannot hold (control
// characters and bytes that are no UTF-8 become U+FFFD).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace redline {

std::string xml(std::string_view text);
std::string valid_text(std::string_view text);  // not escaped

}  // namespace redline
