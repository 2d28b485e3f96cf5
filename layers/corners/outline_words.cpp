// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/outline_words.hpp"

#include <regex>

#include "layers/corners/area_statements.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/page_words.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST = 80;

std::string const CHANGE =
    "(?:变更|调整|缩减|缩小|扩大|扩界|扩边|扩充|扣除|扣减|剔除|核减|退出|避让|优化|整合|修改|调出|压缩|延续)";
std::string const GROUND = "(?:矿区|范围|矿权|采矿权|探矿权|勘查区|拐点|坐标|界址|边界|区块)";
std::string const ENDS = "(?=$|[:()0-9 ]|的|面积|剩余|保留|登记|" + GROUND + ")";

bool is_before(std::string const& text) {
  static std::regex const words(
      CHANGE + ".{0,36}前" + ENDS +
      "|^(?:[0-9]{1,2}|一|二|三|四|五)?(?:[)]|、|\\.|:)?\\s*(?:原(?:有|来|批准|登记|核定|许可|设|申请|证|" + GROUND +
      ")|现(?:有|登记|持有|采矿许可|采矿权|探矿权)|已设|已有)");
  return std::regex_search(text, words);
}

bool is_after(std::string const& text) {
  static std::regex const words(
      CHANGE + ".{0,36}后" + ENDS +
      "|拟(?:变更|调整|申请|设|缩减|缩小|划定|出让|新设|延续|保留)|(?:本次|现)?申请(?:登记|变更|延续)?(?:的)?" +
      GROUND + "|^新(?:的)?(?:矿区范围|范围|边界)|^(?:剩余|保留)" + GROUND +
      "|[(]不(?:包括|包含|含)|不(?:包括|包含|含).{3,}的" + GROUND);
  return std::regex_search(text, words);
}

// 扩大范围: the ground that comes on top of the right there is.
bool is_added(std::string const& text) {
  static std::regex const words(
      "^(?:[0-9]{1,2}|一|二|三|四|五)?(?:[)]|、|\\.|:)?\\s*(?:本次|拟|申请|拟申请|本次申请|本次拟)?"
      "(?:扩大|扩界|扩边|扩充|扩增|外扩|新增|增划|增扩|增加|新扩)(?:的)?(?:的|申请|采矿权|探矿权|矿权|矿区|勘查区|"
      "区块|范围|部分|区域|区|地块|边界|拐点|界址点|坐标|表)*\\s*(?::|$|[(])");
  return std::regex_search(text, words);
}

bool is_beside(std::string const& text) {
  static std::regex const words(
      "估算|资源量|储量|首采|场地|排土|尾矿|塌陷|采空|影响|评估|治理|复垦|损毁|占用|建设|规划|重叠|重合|压覆|矿体|禁采|"
      "限采|基本农田|煤柱|露天采场");
  return std::regex_search(text, words);
}

}  // namespace

OutlineOf outline_of(std::string const& title) {
  if (title.empty() || title.size() > LONGEST || !named_area(title).empty()) return OutlineOf::unsaid;
  auto const text = trimmed_text(narrow(title));
  if (text.find("前后") != std::string::npos) return OutlineOf::unsaid;
  if (is_after(text)) return OutlineOf::after;
  if (is_before(text)) return OutlineOf::before;
  if (is_added(text)) return OutlineOf::added;
  return is_beside(text) ? OutlineOf::beside : OutlineOf::unsaid;
}

bool may_name_outline(std::string const& line) {
  return outline_of(line) != OutlineOf::unsaid && !is_area_line(line) && !is_deducted(line);
}

}  // namespace redline
