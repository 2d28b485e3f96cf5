// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/right_terms.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <regex>
#include <string_view>

#include "engine/core/letters.hpp"
#include "layers/corners/corner_text.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_TERM = 120;  // bytes; the patterns recurse with each
constexpr double HIGHEST_M = 9000;

// 有效期（止） and 开采标高(m) without their brackets.
std::string bare(std::string const& heading) {
  auto text = small_letters(narrow(heading));
  std::erase_if(text, [](char c) { return std::string_view(" \t\r\n()[]:_/").find(c) != std::string_view::npos; });
  return text;
}

bool is(std::string const& text, char const* pattern) { return std::regex_match(text, std::regex(pattern)); }

std::string const OWNER = "(?:原|现|采矿|探矿|勘查|矿业|矿|权|许可|证|照|登记|批准|的)*";
std::string const OF_GROUND =
    "(?:原|现|拟|申请|变更前|变更后|调整前|调整后|登记|批准|许可|矿区|矿山|矿业权|矿权|采矿权)*";

std::optional<TermPart> part_of_days(std::string const& text) {
  static std::regex const form("(?:" + OWNER +
                               "有效(?:期限|期|日期|时间)?((?:起|始|自|止|至|到|讫|截|终|开始|结束|届满)*)"
                               "(?:日期|时间|日)?|" +
                               OWNER + "(起始|起止|终止|到期|截止|届满)(?:日期|时间|日))");
  std::smatch m;
  if (is(text, "validto|yxqz|expiry(?:date)?")) return TermPart::valid_to;
  if (is(text, "validfrom|yxqq")) return TermPart::valid_from;
  if (!std::regex_match(text, m, form)) return std::nullopt;
  auto const which = m[1].str() + m[2].str();
  auto const says = [&](std::initializer_list<char const*> words) {
    return std::any_of(words.begin(), words.end(), [&](char const* w) { return which.find(w) != std::string::npos; });
  };
  bool const begins = says({"起", "始", "自"}), ends = says({"止", "至", "到", "讫", "截", "终", "结束", "届满"});
  if (begins == ends)
    return text.find("有效") == std::string::npos && !begins ? std::nullopt : std::optional(TermPart::validity);
  return begins ? TermPart::valid_from : TermPart::valid_to;
}

std::optional<TermPart> part_of_elevations(std::string const& text) {
  // In a .dbf a name may end after nine bytes: 开采标.
  static std::string const height = "(?:(?:开采|准采|采矿)(?:标高|深度|高程)|采深|标高)", unit = "(?:m|米)?";
  static std::regex const both(OF_GROUND + "(?:开采标|开采深|" + height +
                               ")(?:范围|区间|上下限|起止|(?:由|自).{0,24}至.{0,24})?" + unit),
      top(OF_GROUND + "(?:" + height + "(?:上限|上|最高|起|顶)(?:标高)?|(?:最高|上限|起始|上)" + height + ")" + unit),
      bottom(OF_GROUND + "(?:" + height + "(?:下限|下|最低|止|底)(?:标高)?|(?:最低|下限|终止|截止|下)" + height + ")" +
             unit);
  if (is(text, "topm")) return TermPart::top;
  if (is(text, "bottomm")) return TermPart::bottom;
  if (text == "elevation" || std::regex_match(text, both)) return TermPart::elevations;
  if (std::regex_match(text, top)) return TermPart::top;
  return std::regex_match(text, bottom) ? std::optional(TermPart::bottom) : std::nullopt;
}

std::optional<std::string> taken_out(std::string& text, std::regex const& what) {
  std::smatch m;
  if (!std::regex_search(text, m, what)) return std::nullopt;
  auto const found = m[0].str();
  text = m.prefix().str() + " " + m.suffix().str();
  return found;
}

std::optional<std::vector<Date>> days_in(std::string& text) {
  static std::regex const time(R"([T ]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)"),
      day(R"(\d{4}\s*(?:-|/|\.|年)\s*\d{1,2}\s*(?:-|/|\.|月)\s*\d{1,2}\s*(?:日)?|\d{8})"),
      duration(R"(\d{1,3}(?:\.\d+)?\s*(?:年|个月|月|天))");
  while (taken_out(text, time)) {
  }
  std::vector<Date> out;
  while (auto const one = taken_out(text, day)) {
    auto const date = parse_date(*one);
    if (!date) return std::nullopt;
    out.push_back(*date);
  }
  while (taken_out(text, duration)) {
  }
  return text.find_first_of("0123456789") == std::string::npos ? std::optional(out) : std::nullopt;
}

// Signs between two numbers as "~"; what else may stand there taken away.
std::string numbers_of(std::string const& printed) {
  auto text = small_letters(narrow(printed));
  for (std::string_view const sign : {"－", "−", "﹣"}) text = replaced(text, sign, "-");
  for (std::string_view const to : {"～", "〜", "∼", "—", "–", "―", "─", "至", "到", "→"})
    text = replaced(text, to, "~");
  for (std::string_view const word :
       {"米", "标高", "高程", "海拔", "开采", "准采", "深度", "由", "自", "从", "正", "范围", "区间"})
    text = replaced(text, word, "");
  text = replaced(text, "负", "-");
  std::erase_if(text, [](char c) { return std::string_view(" \t\r\n():m。;").find(c) != std::string_view::npos; });
  return replaced(text, "。", "");
}

std::string const NUMBER = R"(([+-]?\d{1,4}(?:\.\d{1,4})?))";

}  // namespace

std::optional<TermPart> part_of_term(std::string const& heading) {
  if (heading.size() > LONGEST_TERM) return std::nullopt;
  auto const text = bare(heading);
  if (is(text, "(?:申请|办理|登记|业务)(?:事项|业务)|action")) return TermPart::action;
  auto const days = part_of_days(text);
  return days ? days : part_of_elevations(text);
}

bool may_be_heights(std::string const& heading) { return is(bare(heading), "(?:标高|elevation)(?:m|米)?"); }

bool is_left_open(std::string const& text) {
  auto const cell = trimmed_text(text);
  return cell.empty() || cell == "无" || cell == "—" || cell == "——" ||
         cell.find_first_not_of("-/\\") == std::string::npos;
}

bool is_one_number(std::string const& text) { return read_elevation(text).has_value(); }

void add_term(std::vector<PrintedTerm>& all, PrintedTerm one) {
  bool const there = std::any_of(all.begin(), all.end(), [&](PrintedTerm const& t) {
    return t.part == one.part && t.heading == one.heading && t.text == one.text;
  });
  if (!there && !is_left_open(one.text)) all.push_back(std::move(one));
}

std::optional<ReadDays> read_days(TermPart part, std::string const& printed) {
  auto text = printed.size() > LONGEST_TERM ? std::string("0") : narrow(printed);
  auto const days = days_in(text);
  if (!days || days->empty() || days->size() > 2) return std::nullopt;
  if (days->size() == 2)
    return days->at(0) < days->at(1) ? std::optional(ReadDays{days->at(0), days->at(1)}) : std::nullopt;
  if (part == TermPart::valid_from) return ReadDays{days->front(), std::nullopt};
  bool const ends = std::regex_search(text, std::regex("止|至|到|截|前|届满"));
  if (part == TermPart::validity && !ends && std::regex_search(text, std::regex("自|从|由|起"))) return std::nullopt;
  return ReadDays{std::nullopt, days->front(), part == TermPart::validity && !ends};
}

std::optional<double> read_elevation(std::string const& text) {
  if (text.size() > LONGEST_TERM) return std::nullopt;
  static std::regex const one(NUMBER);
  auto const number = numbers_of(text);
  if (!std::regex_match(number, one)) return std::nullopt;
  auto const value = std::stod(number);
  return std::abs(value) <= HIGHEST_M ? std::optional(value) : std::nullopt;
}

std::optional<std::pair<double, double>> read_elevations(PrintedTerm const& term) {
  if (term.text.size() > LONGEST_TERM) return std::nullopt;
  static std::regex const two(NUMBER + "(?:~{1,2}|-)" + NUMBER);
  auto const numbers = numbers_of(term.text);
  std::smatch m;
  if (!std::regex_match(numbers, m, two)) return std::nullopt;
  auto const a = read_elevation(m[1].str()), b = read_elevation(m[2].str());
  if (!a || !b || *a == *b) return std::nullopt;
  auto const words = term.heading + term.text;
  bool const below_ground = words.find("标高") == std::string::npos && words.find("深") != std::string::npos && *a < *b;
  return below_ground ? std::nullopt : std::optional(std::pair(*a, *b));
}

}  // namespace redline
