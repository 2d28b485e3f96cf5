// What a name of a column with 有效 in it says of the ends of validity (采矿许可证有效期起, 有效终止日期,
// 证书有效期限): valid_from, valid_to, term for both in one cell, or empty.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

namespace redline {

std::string_view validity_meaning(std::string_view bare_name);

}  // namespace redline
