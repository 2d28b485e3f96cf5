// How a list says its degrees are written: 单位：度.分秒, DD.MMSS, 度分秒 (with a point, 83.5945 for 83°59′45″) or
// 十进制度, DD.DDDD (decimal); 单位：度 alone does not say. The words themselves; empty: nothing is said.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

struct DegreeWords {
  std::string decimal, pointed;
  bool any() const { return !decimal.empty() || !pointed.empty(); }
  void add(DegreeWords const& more);  // what was said first stays
};

DegreeWords degree_words(std::string const& text);

}  // namespace redline
