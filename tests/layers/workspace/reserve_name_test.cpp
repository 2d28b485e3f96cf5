// Names as people write them.
// SPDX-License-Identifier: Apache-2.0
#include "layers/workspace/reserve_name.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>
#include <vector>

using namespace redline;

namespace {

// The textbook table over whole characters, as the oracle.
std::size_t distance(std::vector<int> const& a, std::vector<int> const& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j)
      d[i][j] = i == 0 ? j
                : j == 0
                    ? i
                    : std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
  return d[a.size()][b.size()];
}

std::string text(std::vector<int> const& letters) {
  static char const* const LETTERS[] = {"阿", "b", "湖"};
  std::string out;
  for (auto const l : letters) out += LETTERS[l];
  return out;
}

std::vector<std::vector<int>> all_words(std::size_t longest) {
  std::vector<std::vector<int>> out{{}};
  for (std::size_t begin = 0, length = 1; length <= longest; ++length) {
    auto const end = out.size();
    for (; begin < end; ++begin)
      for (int l = 0; l < 3; ++l) {
        auto w = out[begin];
        w.push_back(l);
        out.push_back(std::move(w));
      }
  }
  return out;
}

}  // namespace

TEST_CASE("one edit agrees with the full table for all short words") {
  auto const words = all_words(4);
  REQUIRE(words.size() == 1 + 3 + 9 + 27 + 81);
  std::size_t wrong = 0;
  for (auto const& a : words)
    for (auto const& b : words) wrong += within_one_edit(text(a), text(b)) != (distance(a, b) <= 1);
  CHECK(wrong == 0);
}

TEST_CASE("a replaced character counts once, however many bytes it has") {
  CHECK(within_one_edit("温泉北鲟", "温泉北鲵"));
  CHECK(within_one_edit("夏尔西里", "夏尔希里"));
  CHECK(within_one_edit("a", "湖"));
  CHECK_FALSE(within_one_edit("ab", "湖"));
}

TEST_CASE("names without level, region, suffix, spaces and marks") {
  CHECK(normal_name("新疆罗布泊野骆驼国家级自然保护区") == "罗布泊野骆驼");
  CHECK(normal_name("罗布泊野骆驼 国家级　自然保护区\n") == "罗布泊野骆驼");
  CHECK(normal_name("新疆维吾尔自治区罗布泊野骆驼自然保护区") == "罗布泊野骆驼");
  CHECK(normal_name("羅布泊野駱駝國家級自然保護區") == "罗布泊野骆驼");
  CHECK(normal_name("“伊犁黑蜂”保护区") == "伊犁黑蜂");
  CHECK(normal_name("卡拉麦里山有蹄类野生动物自治区级自然保护区") == "卡拉麦里山有蹄类野生动物");
  CHECK(normal_name("新疆国家级自然保护区").empty());
  CHECK(normal_name("").empty());
}

TEST_CASE("a zone in the name of a reserve") {
  CHECK(zone_in_name("甲湖自然保护区核心区") == "核心区");
  CHECK(zone_in_name("甲湖自然保护区核心保护区") == "核心保护区");
  CHECK(zone_in_name("甲湖自然保护区（实验区）") == "实验区");
  CHECK(zone_in_name("甲湖自然保护区缓冲区(调整后)") == "缓冲区");
  CHECK(zone_in_name("甲湖自然保护区").empty());
  CHECK(zone_in_name("甲湖核心区").empty());
  CHECK(name_without_zone("甲湖自然保护区核心保护区") == "甲湖自然保护区");
  CHECK(name_without_zone("甲湖自然保护区（实验区）") == "甲湖自然保护区");
  CHECK(name_without_zone("甲湖自然保护区") == "甲湖自然保护区");
  CHECK(normal_name("甲湖自然保护区（调整前）") != normal_name("甲湖自然保护区"));
}
