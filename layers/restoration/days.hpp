// Days as people write them in tables: 2019-03-31, 2019-03, 2018, 2019年6月, 2019年底, 2019年6月底前完成,
// 2018年12月31日 之前, 2018年5月1号, 2018年上半年, 2018年三季度, 2018年5月至9月, in digits of any width … A month or a
// year is known to lie between its first and its last day; its end (底, 末) is a day. 2018.1 is no month: it is what a
// spreadsheet makes of 2018.10. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string_view>

#include "engine/restoration/book.hpp"

namespace redline {

std::optional<DaySpan> days_of(std::string_view text);  // a day: first is last
std::optional<Date> last_day_of(std::string_view text);
std::optional<Date> day_of_workbook(std::string_view text);  // 43252, days since 1899-12-30; 20000 to 80000 only
bool may_be_october(std::string_view text);                  // 2018.1

}  // namespace redline
