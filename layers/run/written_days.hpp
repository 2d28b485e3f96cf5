// Days as registers write them: those of days_of (2019-03-31, 2018年7月, 1986), days of a spreadsheet (43554),
// 3/30/2019 (where day and month may be either, both are possible), and the end of a term that a cell has in words:
// 2010-01-01至2019-03-30, 至2019年3月30日, 2010.1.1-2019.3.30, 三年（2010年1月至2012年12月). Nothing for 前
// (2018年5月前), which names no day, and for anything else. A time in UTC that is another day in China is either day.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string_view>

#include "engine/core/possible_days.hpp"

namespace redline {

enum class TermEnd { none, first, last };  // which of two days in one cell is meant

std::optional<PossibleDays> written_days(std::string_view text, TermEnd end);
bool states_a_start(std::string_view text);  // a term with more in front of its end than 至, readable or not

}  // namespace redline
