// A calendar day. parse_date accepts 2019-03-31, 2019/3/31, 2019.3.31, 20190331, 2019年3月31日, with or without a time
// of day behind it; anything else, also an impossible day, a second day, a remark or more than 200 bytes, gives
// nullopt.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace redline {

using Date = std::chrono::year_month_day;

std::optional<Date> parse_date(std::string_view text);
std::string to_string(Date date);                        // ISO 8601
std::string to_string(std::optional<Date> const& date);  // empty for none

}  // namespace redline
