// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/text_between.hpp"

#include <regex>

#include "layers/corners/page_words.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_BETWEEN = 200;

bool speaks_of_ground(std::string const& text) {
  static std::regex const words("范围|拐点|坐标|界址|边界|区|矿|地块|宗地|图斑");
  return text.size() <= LONGEST_BETWEEN && std::regex_search(text, words);
}

}  // namespace

void TextBetween::text(std::string const& line) {
  if (m_title.empty() || !speaks_of_ground(m_title)) m_title = line;
}

void TextBetween::page(std::string const& line) {
  if (m_page.empty() || !speaks_of_ground(m_page)) m_page = line;
}

bool TextBetween::may_go_on() const {
  static std::regex const side("(?:东|西|南|北).{0,9}(?:边|侧|界)");
  return m_title.empty() || (m_title.size() <= LONGEST_BETWEEN && std::regex_search(m_title, side));
}

std::string TextBetween::title() const { return m_title.empty() ? m_page : m_title; }

}  // namespace redline
