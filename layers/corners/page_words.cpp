// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/page_words.hpp"

#include <regex>

#include "layers/corners/corner_text.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_PAGE_WORDS = 80;

}  // namespace

bool refers_elsewhere(std::string const& line) {
  static std::regex const left_out("[( ]*(?:(?:以下|中间|其余|其他|后)?(?:从|省)?略|(?:\\.|…|。){2,}|…)[) .…。]*"),
      corners("坐标|拐点|界址点|[0-9]\\s*(?:号)?点|点号|其余|其他|余下"),
      elsewhere("(?:见|参见|参照|详)(?:本)?(?:附|另|图|后附|电子)|另附|另册|另页|另表|从略|省略|[(]略[)]");
  if (line.size() > LONGEST_PAGE_WORDS) return false;
  auto const text = trimmed_text(narrow(line));
  return std::regex_match(text, left_out) || (std::regex_search(text, corners) && std::regex_search(text, elsewhere));
}

bool is_page_number(std::string const& line) {
  static std::regex const chinese(
      R"([\s(\-]*(?:第\s*[0-9]+\s*页[\s,/)(]*(?:(?:共|总)\s*[0-9]+\s*页)?|(?:共|总)\s*[0-9]+\s*页[\s,/]*第\s*[0-9]+\s*页)[\s)\-]*)"),
      latin(R"([\s(\-]*[Pp]age\s*[0-9]+(?:\s*(?:of|/)\s*[0-9]+)?[\s)\-]*)");
  if (line.size() > LONGEST_PAGE_WORDS) return false;
  auto text = narrow(line);
  for (auto const* mark : {"，", "、", "—", "–"}) text = replaced(text, mark, " ");
  return std::regex_match(text, chinese) || std::regex_match(text, latin);
}

std::string named_area(std::string const& line) {
  static std::string const chinese = "(?:一|二|三|四|五|六|七|八|九|十){1,3}",
                           roman = "(?:Ⅰ|Ⅱ|Ⅲ|Ⅳ|Ⅴ|Ⅵ|Ⅶ|Ⅷ|Ⅸ|Ⅹ|[IVX]{1,4})";
  static std::string const which =
      "(?:[0-9]{1,3}|[A-Za-z]|" + chinese + "|" + roman + "|甲|乙|丙|丁|(?:东|西|南|北|中|上|下){1,2})";
  static std::string const area =
      "(?:矿区|采区|矿段|矿块|块段|区块|区段|片区|井田|地块|宗地|图斑|范围|区域|矿|区|片|块|部|段)";
  static std::string const rest = "(?:范围)?(?:拐点|界址点)?(?:坐标)?(?:表)?\\s*:?";
  static std::regex const one("(?:(?:第)?\\s*" + which + "\\s*(?:号)?\\s*" + area + "|" + area + "\\s*" + which +
                              "\\s*(?:号)?)\\s*" + rest),
      number(R"(\(\s*(?:)" + chinese + "|" + roman + R"()\s*\)\s*:?)");
  if (line.size() > LONGEST_PAGE_WORDS) return {};
  auto text = trimmed_text(narrow(line));
  if (!std::regex_match(text, one) && !std::regex_match(text, number)) return {};
  return without_colon(text);
}

std::string without_colon(std::string const& line) {
  auto const text = trimmed_text(narrow(line));
  return text.ends_with(':') ? trimmed_text(text.substr(0, text.size() - 1)) : line;
}

bool is_area_word(std::string const& text) {
  static std::regex const end("(?:区|范围|矿|井田|块段|矿段|采段|地块|图斑|片|部)$");
  return text.size() <= LONGEST_PAGE_WORDS && (std::regex_search(text, end) || !named_area(text).empty());
}

bool is_part_word(std::string const& text) {
  return is_area_word(text) || (text.size() <= LONGEST_PAGE_WORDS && (text.ends_with("前") || text.ends_with("后")));
}

bool is_deducted(std::string const& text) {
  static std::regex const words(
      "扣除|扣减|剔除|挖除|挖空|除外|除去|减去|天窗|空洞|内边界|内部边界|内圈|里圈|内环|"
      "不(?:得包括|包括|包含|含)(?:$|:|以下|下列|.{0,60}(?:范围|区|区域|部分|地块)(?:$|:))|(?:核减|调出|退出|避让)(?:"
      "的)?(?:(?:.{0,36})(?:范围|部分|地块|区域)|区)|"
      "^\\(?(?:内)?孔(?:洞)?\\)?:?$"),
      over(
          "(?:已|未|不|无)(?:经|作|需|予)?(?:扣|剔|挖)|(?:扣除|扣减|剔除|除去|减去|核减|调出|退出|避让).*后|"
          "(?:扣除|扣减|剔除|核减|调出|退出)前|(?:面积|坐标|标高|储量|资源量)不(?:得)?(?:包|含)|^(?:注|备注|说明).*不(?"
          ":得)?(?:包|含)|"
          "\\(不(?:包括|包含|含)|不(?:包括|包含|含).{3,}的(?:矿区|矿权|采矿权|探矿权|勘查区|范围)");
  if (text.size() > LONGEST_PAGE_WORDS) return false;
  auto const line = narrow(text);
  return std::regex_search(line, words) && !std::regex_search(line, over);
}

bool counts_rings(std::string const& text) {
  static std::string const number = "(?:[0-9]{1,3}|(?:一|二|三|四|五|六|七|八|九|十){1,3})";
  static std::regex const one("(?:第)?\\s*" + number + "\\s*圈\\s*:?|圈\\s*(?:号)?\\s*:?\\s*" + number + "\\s*:?");
  return text.size() <= LONGEST_PAGE_WORDS && std::regex_match(trimmed_text(narrow(text)), one);
}

bool is_bare_number(std::string const& text) {
  static std::regex const one("\\(\\s*[0-9]{1,3}\\s*\\)\\s*:?|(?:一|二|三|四|五|六|七|八|九|十){1,3}\\s*(?:、|\\.|:)?");
  return text.size() <= LONGEST_PAGE_WORDS && std::regex_match(trimmed_text(narrow(text)), one);
}

std::string number_of_area(std::string const& text) {
  auto out = without_colon(trimmed_text(narrow(text)));
  if (out.ends_with("、")) out.resize(out.size() - std::string("、").size());
  if (out.ends_with('.')) out.pop_back();
  return trimmed_text(out);
}

bool names_own_range(std::string const& text) {
  static std::regex const words(
      "估算|储量|资源量|首采|场地|变更|调整|延续|扩大|扩界|扩边|新增|增划|原|现|新|拟|前|后|采区|采段|采空|矿体|矿段|"
      "块段|井田|重叠|重合|"
      "压覆|"
      "采矿权|探矿权|矿权|勘查|露天|排土|尾矿|塌陷|影响|评估|治理|复垦|损毁|占用|建设|规划|实测|复核|校核|许可"),
      no_range("禁采|禁止|限采|避让|煤柱|内部");
  return text.size() <= LONGEST_PAGE_WORDS && std::regex_search(text, words) && !std::regex_search(text, no_range);
}

bool is_page_text(std::string const& text) {
  static std::regex const words(
      "附页|续页|副本|正本|有效期|许可证(?:编)?号|证号|发证机关|(?:采|探)矿权人|许可证$|(?:公司|集团|矿业|厂)$");
  return text.size() <= LONGEST_PAGE_WORDS && std::regex_search(bare_title(text), words);
}

std::string bare_title(std::string const& text) {
  static std::regex const group(R"([(\[][^()\[\]]*[)\]])");
  if (text.size() > LONGEST_PAGE_WORDS) return text;
  auto const bare = trimmed_text(std::regex_replace(narrow(text), group, ""));
  return bare.empty() ? text : bare;  // （一）
}

bool goes_on_here(std::string const& text) {
  static std::regex const words("续表|续上|接上|上接|下接|转下|接下|\\(续|^续");
  return text.size() <= LONGEST_PAGE_WORDS && std::regex_search(narrow(text), words);
}

}  // namespace redline
