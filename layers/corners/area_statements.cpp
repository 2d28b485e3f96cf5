// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/area_statements.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <regex>
#include <string_view>

#include "layers/corners/corner_text.hpp"
#include "layers/corners/page_words.hpp"
#include "layers/corners/remarks.hpp"
#include "layers/corners/thousands.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_STATEMENT = 500;

bool holds(std::string const& text, std::regex const& words) { return std::regex_search(text, words); }

// From the last mark that parts sentences.
std::string words_before(std::string const& text, std::size_t from, std::size_t begin) {
  auto words = text.substr(from, begin - from);
  for (std::string_view const mark : {"，", "；", "。", "、", ",", ";"})
    if (auto const at = words.rfind(mark); at != std::string::npos) words.erase(0, at + mark.size());
  auto const first = words.find_first_not_of(" ()[]:-"), last = words.find_last_not_of(" ()[]:-");
  return first == std::string::npos ? std::string{} : words.substr(first, last - first + 1);
}

AreaOf of_words(std::string const& words) {
  static std::regex const after("后(?:的)?(?:矿区|矿权|采矿权|探矿权|勘查区|范围|区块|剩余|保留)?(?:总)?$"),
      taken_off("扣|剔|减|避让|挖"), deducted("扣除|扣减|剔除|挖除|挖空|天窗|空洞|内圈|内边界|内环"),
      net("净|实际|有效|剩余|保留|余下"), outer("外圈|外环|外围|外边界"),
      before(
          "(?:^|与|同|和|较|比|由|从|将|把|在|对)原|原有|原来|^较|^比(?!例)|上(?:一)?(?:次|期|轮)|前(?:的)?(?:矿区|"
          "矿权|采矿权|探矿权|勘查区|范围|区块)?(?:总)?$"),
      other(
          "保护|公园|红线|景区|林地|林场|草地|草原|耕地|农田|湿地|水域|占用|重叠|重合|压覆|其中|建筑|构筑|基底|绿化|"
          "资源量|储量|"
          "矿体|估算|采空|塌陷|排土|尾矿|场地|道路|复垦|治理|恢复|破坏|损毁|影响|缩减|核减|减少|增加|扩大|新增|退出|"
          "相邻|邻近"),
      own("(?:区|矿|权|地|范围|地块|图斑|井田|块段|矿段|登记|申请|批准|批复|核定|许可|证|证载|设|划定|出让|延续|变更|"
          "项目|总|实测|测量|计算|本次|现|平面|投影|椭球|圈定|拐点|坐标|合计|计|号)$");
  if (holds(words, after)) return holds(words, taken_off) ? AreaOf::net : AreaOf::parcel;
  if (holds(words, deducted)) return AreaOf::deducted;
  if (holds(words, net)) return AreaOf::net;
  if (holds(words, before) || holds(words, other)) return AreaOf::other;
  if (holds(words, outer)) return AreaOf::outer;
  return words.empty() || holds(words, own) || !named_area(words).empty() ? AreaOf::parcel : AreaOf::unknown;
}

std::regex const& statement() {
  static std::string const number = "([0-9]+(?:\\.[0-9]+)?)", unit = std::string("(") + AREA_UNITS + ")";
  static std::regex const out(
      "(?:(面积|总计|合计|共计|累计)[^0-9]{0,12}(?:[0-9]+\\s*(?:块|个|宗)[^0-9]{0,6})?|"
      "(?:^|[^A-Za-z0-9])S\\s*=\\s*)" +
      number + "\\s*" + unit + R"(|(面积)\s*[(\[]\s*)" + unit + R"(\s*[)\]]\s*[:=]?\s*)" + number);
  return out;
}

// Neither a unit nor another word behind the number says what it counts (面积3块, 面积1:2000地形图).
std::regex const& bare_statement() {
  static std::string const unit = std::string("(?:") + AREA_UNITS + ")";
  static std::regex const out(R"((面积(?:\s|:|=|约|为|是|共|计|有|\((?![^()]*)" + unit +
                              R"()[^()0-9]*\))*|)"
                              R"((?:^|[^A-Za-z0-9])S\s*=\s*)([0-9]+(?:\.[0-9]+)?))"
                              R"((?![0-9.]|\s*(?:)" +
                              unit + R"(|[%:/~°′-]|万|块|个|宗|处|幅|张|项|号|元|吨|米|年|月|日)))");
  return out;
}

StatedArea area_of(std::string const& number, std::string const& unit, std::string words) {
  auto const m2 = square_metres(unit);
  return {*number_of_cell(number) * m2, std::pow(10.0, -printed_decimals(number)) * m2, std::move(words)};
}

StatedArea made(std::smatch const& m, std::string words) {
  static std::regex const total("总|合计|共计|累计");
  bool const behind = m[4].matched;
  auto out = area_of(m[behind ? 6 : 2].str(), m[behind ? 5 : 3].str(), std::move(words));
  out.of = of_words(out.words);
  out.total = (m[1].matched && m[1].str() != "面积") || holds(out.words, total);
  return out;
}

// 面积由0.03平方公里变更为0.02平方公里, also without the first unit; 变更后（为）0.02平方公里.
std::regex const& change() {
  static std::string const number = "([0-9]+(?:\\.[0-9]+)?)", unit = std::string("(") + AREA_UNITS + ")",
                           between = "(?:(?!，|。|；)[^0-9,;])",
                           words =
                               "(?:变更|变|调整|调|缩减|缩小|减少|减小|减|核减|压缩|扩大|增加|增|扩|改|修改|修正|更正)";
  static std::regex const out("面积" + between + "{0,45}" + number + "\\s*" + unit + "?\\s*" + words +
                              "(?:为|至|到|成)" + between + "{0,30}" + number + "\\s*" + unit);
  return out;
}

// In place of what a text says of two areas, the new one alone; the old one is another thing.
std::string with_new_areas(std::string text, std::vector<StatedArea>& old) {
  std::smatch m;
  while (std::regex_search(text, m, change())) {
    auto const unit = m[2].matched ? m[2].str() : m[4].str();
    old.push_back(area_of(m[1].str(), unit, "原"));
    old.back().of = AreaOf::other;
    text = m.prefix().str() + "面积" + m[3].str() + m[4].str() + m.suffix().str();
  }
  static std::regex const after("((?:变更|调整|缩减|缩小|核减|压缩|扩大)后)(?:的)?(?:为)?\\s*(?=[0-9])");
  return std::regex_replace(text, after, "$1面积");
}

// 相比 behind an area: what it is compared with.
bool is_compared(std::string const& behind) {
  static std::regex const words("^\\s*(?:相比|相较|比较|对比)");
  return std::regex_search(behind, words);
}

// The parts of a whole by their names: 矿区面积0.05平方公里，其中：一采区面积0.02平方公里. Of another thing
// (其中耕地面积) the word stays.
std::string part_named(std::string const& words) {
  static std::regex const among("^其中\\s*:?\\s*(?:包括)?");
  auto const name = std::regex_replace(words, among, "");
  return name.size() < words.size() ? named_area(name) : std::string{};
}

void take_parts(std::vector<StatedArea>& areas) {
  for (std::size_t i = 0; i < areas.size(); ++i) {
    auto const name = part_named(areas[i].words);
    if (name.empty()) continue;
    areas[i].words = name, areas[i].of = AreaOf::parcel;
    if (i > 0 && areas[i - 1].of == AreaOf::parcel && named_area(areas[i - 1].words).empty()) areas[i - 1].total = true;
  }
}

std::string without_brackets(std::string const& text) {
  static std::regex const group(R"([(\[][^()\[\]]*[)\]])");
  return std::regex_replace(text, group, " ");
}

std::size_t end_of_title(std::string const& text) {
  auto out = text.find_first_of("([:,; ");
  for (std::string_view const mark : {"，", "；", "。", "、"}) out = std::min(out, text.find(mark));
  return std::min(out, text.size());
}

}  // namespace

std::vector<StatedArea> area_statements(std::string const& line) {
  std::vector<StatedArea> out;
  if (line.size() > LONGEST_STATEMENT) return out;
  auto const text = with_new_areas(trimmed_text(areas_without_thousands(narrow(line))), out);
  std::size_t from = 0;
  for (auto m = std::sregex_iterator(text.begin(), text.end(), statement()); m != std::sregex_iterator(); ++m) {
    auto const begin = static_cast<std::size_t>(m->position());
    auto words = words_before(text, from, begin);
    bool const alone = words.size() == begin && named_area(words).empty();
    out.push_back(made(*m, std::move(words)));
    out.back().alone = alone;
    from = begin + static_cast<std::size_t>(m->length());
    if (is_compared(m->suffix().str())) out.back().of = AreaOf::other;
  }
  take_parts(out);
  return out;
}

std::vector<StatedArea> areas_without_unit(std::string const& line) {
  std::vector<StatedArea> out;
  if (line.size() > LONGEST_STATEMENT) return out;
  static std::regex const no_number("^\\s*[0-9]{1,2}\\s*(?:、|\\.(?![0-9])|\\))");
  auto const text = std::regex_replace(trimmed_text(areas_without_thousands(narrow(line))), no_number, "");
  std::size_t from = 0;
  for (auto m = std::sregex_iterator(text.begin(), text.end(), bare_statement()); m != std::sregex_iterator(); ++m) {
    auto const begin = static_cast<std::size_t>(m->position());
    auto const number = (*m)[2].str();
    auto a = area_of(number, "", words_before(text, from, begin));
    a.of = of_words(a.words), a.number = number;
    a.alone = text.find_first_of("0123456789") >= begin;
    from = begin + static_cast<std::size_t>(m->length());
    if (a.m2 > 0 && a.of != AreaOf::other && !is_compared(m->suffix().str())) out.push_back(std::move(a));
  }
  return out;
}

std::string titled_area(std::string const& line) {
  static std::regex const tail("^(?:矿区|开采|登记|占地|用地)?(?:面积|标高|高程|深度|拐点|坐标|S\\s*=|共|由)");
  if (line.size() > LONGEST_STATEMENT) return {};
  auto const text = trimmed_text(narrow(line));
  if (auto name = named_area(text); !name.empty()) return name;
  auto const end = end_of_title(text);
  auto name = named_area(text.substr(0, end));
  if (name.empty()) return {};
  auto const rest = without_brackets(text.substr(end));
  auto const first = rest.find_first_not_of(" :,;.");
  if (first != std::string::npos && !holds(rest.substr(first), tail)) return {};
  auto const areas = area_statements(text);
  bool const others = std::any_of(areas.begin(), areas.end(), [&](auto const& a) {
    auto const other = named_area(a.words);
    return !other.empty() && other != name;
  });
  return others ? std::string{} : name;
}

bool is_area_line(std::string const& line) {
  static std::regex const begin("^\\s*(?:(?:矿区|宗地|占地|用地|地块|图斑)?面积|S\\s*=)");
  if (line.size() > LONGEST_STATEMENT) return false;
  auto const areas = area_statements(line);
  return std::regex_search(narrow(line), begin) || (!areas.empty() && areas.front().alone);
}

}  // namespace redline
