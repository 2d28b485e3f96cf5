// Whether a register says of a right that it is over: 已注销, 已吊销（2019年5月）, 采矿许可证已注销, cancelled. Only a
// state that is understood as a whole ends a right inside its term: 拟注销, 有效，原证已注销, 注销：否, 注销公告已撤销
// and 已注销并换发新证 do not, nor does a year to come.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "engine/core/date.hpp"

namespace redline {

bool says_ended(std::string const& state, Date as_of);

}  // namespace redline
