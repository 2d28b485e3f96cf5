// Which outline of a right a title means: the one before a change, a deduction or the like (变更前, 原矿区范围), the
// one that is applied for (变更后, 扣除保护区后, 拟变更范围), the ground that is added to it (扩大范围, 新增范围), or
// another range beside it (资源储量估算范围, 重叠范围). Names of places and numbers of areas say nothing.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

enum class OutlineOf { unsaid, before, after, added, beside };

OutlineOf outline_of(std::string const& title);
bool may_name_outline(std::string const& line);  // it does, and is neither an area nor what is deducted

}  // namespace redline
