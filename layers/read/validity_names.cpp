// SPDX-License-Identifier: Apache-2.0
#include "layers/read/validity_names.hpp"

#include <algorithm>
#include <array>

namespace redline {
namespace {

constexpr std::array<std::string_view, 4> FIRST{"起", "始", "自", "开始"};
constexpr std::array<std::string_view, 6> LAST{"止", "至", "终", "结束", "到期", "届满"};
constexpr std::array<std::string_view, 6> NO_DAY{"剩余", "年限", "天数", "月数", "是否", "期内"};
// 营业执照有效期止, 安全生产许可证有效期: of no right.
constexpr std::array<std::string_view, 10> OF_OTHERS{"营业", "安全", "排污", "爆",   "取水",
                                                     "用地", "土地", "合同", "保险", "资质"};

}  // namespace

std::string_view validity_meaning(std::string_view name) {
  auto const says = [&](auto const& words) {
    return std::any_of(words.begin(), words.end(), [&](auto w) { return name.find(w) != std::string_view::npos; });
  };
  if (name.find("有效") == std::string_view::npos || says(NO_DAY) || says(OF_OTHERS)) return {};
  bool const first = says(FIRST), last = says(LAST);
  if (first != last) return first ? "valid_from" : "valid_to";
  return first || name.find("有效期") != std::string_view::npos ? "term" : std::string_view{};
}

}  // namespace redline
