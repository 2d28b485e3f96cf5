// How many corners a text says there are: 共有6个拐点, 由六个拐点圈定, 拐点个数：6, 共6点,
// 由1、2、3、4、5、6号拐点圈定, 由1-6号拐点圈定. Nothing where it says so of some of them only. `text` is narrowed.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <optional>
#include <string>

namespace redline {

std::optional<std::size_t> said_count(std::string const& text);

}  // namespace redline
