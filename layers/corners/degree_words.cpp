// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/degree_words.hpp"

#include <regex>
#include <string_view>

#include "engine/core/letters.hpp"
#include "layers/corners/corner_text.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_DEGREES = 500;

std::string found(std::string const& text, std::regex const& words) {
  std::smatch m;
  return std::regex_search(text, m, words) ? m[0].str() : std::string{};
}

}  // namespace

void DegreeWords::add(DegreeWords const& more) {
  if (decimal.empty()) decimal = more.decimal;
  if (pointed.empty()) pointed = more.pointed;
}

DegreeWords degree_words(std::string const& line) {
  static std::regex const decimal(R"((?:十|10)\s*进制(?:的)?(?:度)?|小数(?:的)?度|decimal degrees?|\bd{1,3}\.d{2,}\b)"),
      pointed(
          R"(度\s*(?:\.|·|、|/)?\s*分\s*(?:\.|·|、|/)?\s*秒|\bd{1,3}\.mm(?:ss|\.ss)\w*|\(\s*°\s*(?:′|')\s*(?:″|")\s*\)|\bdms\b)");
  if (line.size() > LONGEST_DEGREES) return {};
  auto const text = small_letters(narrow(line));
  return {found(text, decimal), found(text, pointed)};
}

}  // namespace redline
