// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/offset_system.hpp"

#include <algorithm>
#include <array>

#include "engine/core/letters.hpp"
#include "layers/corners/corner_text.hpp"

namespace redline {
namespace {

constexpr std::array<char const*, 7> OFFSET{"gcj", "火星", "bd-09", "bd09", "百度", "高德", "腾讯"};

}  // namespace

bool is_offset_system(std::string const& name) {
  auto const text = small_letters(narrow(name));
  return std::any_of(OFFSET.begin(), OFFSET.end(), [&](char const* w) { return text.find(w) != std::string::npos; });
}

}  // namespace redline
