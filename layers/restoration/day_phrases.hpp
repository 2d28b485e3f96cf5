// Days as titles and the lines above a table name them, in running text: 2018年12月31日, 2018.12.31, 二〇一八年十二月,
// 18年12月31日, 2018年底, 2018年第四季度, 2018年上半年; of 1月至12月 the end counts.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "engine/core/date.hpp"

namespace redline {

std::string with_digits(std::string text);  // 2018年12月 of 二〇一八年十二月; full width becomes narrow

struct DayPhrase {
  Date last;                // the last day of it
  bool year_alone = false;  // nothing but a year
  std::size_t length = 0;   // bytes
};
std::optional<DayPhrase> day_phrase(std::string const& text, std::size_t at);  // that begins there; of with_digits()

}  // namespace redline
