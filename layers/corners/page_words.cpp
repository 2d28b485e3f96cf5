// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/page_words.hpp"

#include <regex>

#include "layers/corners/corner_text.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST = 80;

}  // namespace

bool is_page_number(std::string const& line) {
  static std::regex const chinese(
      R"([\s(\-]*(?:第\s*[0-9]+\s*页[\s,/)(]*(?:(?:共|总)\s*[0-9]+\s*页)?|(?:共|总)\s*[0-9]+\s*页[\s,/]*第\s*[0-9]+\s*页)[\s)\-]*)"),
      latin(R"([\s(\-]*[Pp]age\s*[0-9]+(?:\s*(?:of|/)\s*[0-9]+)?[\s)\-]*)");
  if (line.size() > LONGEST) return false;
  auto text = narrow(line);
  for (auto const* mark : {"，", "、", "—", "–"}) text = replaced(text, mark, " ");
  return std::regex_match(text, chinese) || std::regex_match(text, latin);
}

std::string named_area(std::string const& line) {
  static std::string const which =
      "(?:[0-9]{1,3}|[A-Za-z]|(?:一|二|三|四|五|六|七|八|九|十){1,3}|甲|乙|丙|丁|东|西|南|北|中)";
  static std::string const area = "(?:矿区|采区|矿段|矿块|区块|地块|宗地|图斑|范围|区域)";
  static std::regex const one("(?:(?:第)?\\s*" + which + "\\s*(?:号)?\\s*" + area + "|" + area + "\\s*" + which +
                              "\\s*(?:号)?)\\s*:?");
  if (line.size() > LONGEST) return {};
  auto text = trimmed_text(narrow(line));
  if (!std::regex_match(text, one)) return {};
  return text.back() == ':' ? trimmed_text(text.substr(0, text.size() - 1)) : text;
}

}  // namespace redline
