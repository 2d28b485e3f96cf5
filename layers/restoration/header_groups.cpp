// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/header_groups.hpp"

#include <algorithm>
#include <array>
#include <regex>

#include "layers/corners/corner_text.hpp"
#include "layers/restoration/days.hpp"
#include "layers/restoration/row_columns.hpp"

namespace redline {
namespace {

template <std::size_t N>
bool begins(std::string const& text, std::array<char const*, N> const& words) {
  return std::any_of(words.begin(), words.end(), [&](auto const* w) { return text.starts_with(w); });
}

template <std::size_t N>
bool holds(std::string const& text, std::array<char const*, N> const& words) {
  return std::any_of(words.begin(), words.end(), [&](auto const* w) { return text.find(w) != std::string::npos; });
}

bool of_plan(std::string const& text) {
  constexpr std::array PLAN{"计划", "目标", "任务", "拟治理", "拟整改", "预计"};
  constexpr std::array DONE{"完成", "实际", "落实", "进展"};
  return holds(text, PLAN) && !holds(text, DONE);
}

}  // namespace

HeaderGroup header_group(std::string const& heading) {
  constexpr std::array RUNNING{"累计", "截至", "截止", "开工以来", "自开工以来"};
  constexpr std::array NEW{"本年", "当年", "今年", "本期", "本次", "本月", "当月", "本季", "当季", "新增"};
  constexpr std::array SUM{"合计", "总计", "共计", "小计"};
  static std::regex const year(
      R"(^(?:其中:?)?((?:19|20)\d\d)(?:年(?:度)?)?(?:实际)?(?:任务)?(?:治理|整改|恢复|治理恢复|完成|整治)?(?:完成)?(?:情况|进展|进展情况)?$)");
  auto const text = heading_of_column(narrow(heading)).name;
  if (of_plan(text)) return {GroupKind::plan};
  constexpr std::array END_OF_YEAR{"底累计", "末累计", "止累计"};
  if (begins(text, RUNNING) || holds(text, END_OF_YEAR)) return {GroupKind::running};
  if (begins(text, NEW)) return {GroupKind::increment};
  if (begins(text, SUM)) return {GroupKind::total};
  std::smatch m;
  constexpr std::size_t LONGEST = 60;
  if (text.size() > LONGEST || !std::regex_match(text, m, year)) return {};
  return {GroupKind::year, std::stoi(m[1])};
}

std::string without_done(std::string const& name) {
  for (std::string_view const word : {"实际完成", "已完成", "完成", "已"})
    if (name.starts_with(word) && name.size() > word.size()) return name.substr(word.size());
  return name;
}

NewIn new_in(std::string const& heading) {
  struct Word {
    char const* begins;
    Basis basis;
    char const* word;
  };
  constexpr std::array WORDS{Word{"本月", Basis::of_month, "本月"},   Word{"当月", Basis::of_month, "本月"},
                             Word{"本季", Basis::of_quarter, "本季"}, Word{"当季", Basis::of_quarter, "本季"},
                             Word{"本年", Basis::of_year, "本年"},    Word{"当年", Basis::of_year, "本年"},
                             Word{"今年", Basis::of_year, "本年"},    Word{"年度", Basis::of_year, "本年"},
                             Word{"全年", Basis::of_year, "本年"},    Word{"本期", Basis::declared, "本期"},
                             Word{"本次", Basis::declared, "本期"},   Word{"新增", Basis::declared, "新增"}};
  auto const text = replaced(narrow(heading), " ", "");
  for (auto const& w : WORDS)
    if (text.starts_with(w.begins)) return {w.basis, w.word};
  return {};
}

PartOfYear part_of_year(std::string const& name) {
  static std::regex const form(
      R"(^(?:((?:19|20)\d\d)年(?:度)?/?)?((?:第)?(一|二|三|四|1|2|3|4)季(?:度)?|(上|下)半年(?:度)?|(\d{1,2})月(?:份)?)$)");
  constexpr std::size_t LONGEST = 40;
  constexpr int QUARTER = 3, HALF = 6, YEAR = 12;
  std::smatch m;
  auto const text = replaced(narrow(name), " ", "");
  if (text.size() > LONGEST || !std::regex_match(text, m, form)) return {};
  PartOfYear out{m[1].matched ? std::stoi(m[1]) : 0, 0, 0, m[2]};
  if (m[3].matched) {
    constexpr std::array NUMBERS{"一1", "二2", "三3", "四4"};
    for (std::size_t i = 0; i < NUMBERS.size(); ++i)
      if (std::string(NUMBERS[i]).find(m[3].str()) != std::string::npos) out.month = QUARTER * static_cast<int>(i + 1);
    out.months = QUARTER;
  } else if (m[4].matched) {
    out.month = m[4] == "上" ? HALF : YEAR, out.months = HALF;
  } else if (auto const month = std::stoi(m[5]); month >= 1 && month <= YEAR) {
    out.month = month, out.months = 1;
  }
  return out.months > 0 ? out : PartOfYear{};
}

TimedName timed_name(std::string const& name) {
  constexpr std::array<std::string_view, 15> NEW{"本年度", "本年", "当年", "今年",   "年度", "全年", "本期", "本次",
                                                 "本月份", "本月", "当月", "本季度", "本季", "当季", "新增"};
  constexpr std::array<std::string_view, 2> RUNNING{"截至目前", "累计"};
  TimedName out{GroupKind::other, name};
  auto const strip = [&](auto const& words, GroupKind kind) {
    for (auto const word : words)
      if (out.name.starts_with(word) && out.name.size() > word.size())
        return out.name.erase(0, word.size()), out.kind = kind, true;
    return false;
  };
  while (out.kind != GroupKind::running && strip(NEW, GroupKind::increment)) continue;
  constexpr std::array<std::string_view, 1> SO_FAR{"累计"};  // 本年累计: in the year so far
  if (out.kind == GroupKind::increment && of_period(new_in(name).basis)) strip(SO_FAR, GroupKind::increment);
  while (out.kind != GroupKind::increment && strip(RUNNING, GroupKind::running)) continue;
  out.name = without_done(out.name);
  return out;
}

namespace {

constexpr char const* UNTIL =
    R"(^(?:截至|截止到|截止|至)?((?:19|20)\d\d年(?:度)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:(?:年)?(?:底|末))?)(?:止)?)";

// 2018年累计 may be what was done in that year.
std::optional<Date> day_until(std::string const& whole, std::string const& day) {
  constexpr std::array END{"截", "至", "底", "末", "止"};
  return holds(whole, END) ? last_day_of(replaced(day, "年度", "年")) : std::nullopt;
}

}  // namespace

std::string day_of_running(std::string const& group) {
  static std::regex const form(std::string(UNTIL) + "/?(?:累计|总计|合计)?.*$");
  auto const text = replaced(narrow(group), " ", "");
  std::smatch m;
  constexpr std::size_t LONGEST = 120;
  bool const dated = text.size() <= LONGEST && std::regex_match(text, m, form) && day_until(text, m[1]);
  return dated ? replaced(m[1].str(), "年度", "年") : std::string{};
}

YearHeading year_heading(std::string const& heading) {
  static std::regex const running(std::string(UNTIL) + R"(/?(累计\S+)$)");
  static std::regex const form(R"(^(?:其中:?)?((?:19|20)\d\d)年(?:度)?(?:实际)?/?(\S+)$)");
  auto const text = replaced(narrow(heading), " ", "");
  std::smatch m;
  constexpr std::size_t LONGEST = 120;
  if (text.size() > LONGEST) return {};
  if (std::regex_match(text, m, running))
    if (auto const day = day_until(text, m[1])) return {static_cast<int>(day->year()), m[2], day};
  static std::regex const part(
      R"(^(?:其中:?)?((?:19|20)\d\d年(?:度)?/?(?:(?:第)?(?:一|二|三|四|1|2|3|4)季(?:度)?|(?:上|下)半年|\d{1,2}月(?:份)?))/?(\S+)$)");
  if (std::regex_match(text, m, part))
    if (auto const p = part_of_year(m[1].str()); p.months > 0) return {p.year, m[2], std::nullopt, p.month, p.months};
  if (!std::regex_match(text, m, form)) return {};
  return {std::stoi(m[1]), m[2]};
}

}  // namespace redline
