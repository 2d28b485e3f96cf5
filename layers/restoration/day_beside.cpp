// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/day_beside.hpp"

#include <algorithm>
#include <array>
#include <regex>

#include "layers/restoration/day_phrases.hpp"

namespace redline {
namespace {

struct Found {
  Date day;
  std::string before, behind;
};

bool fits_form(std::string const& text, std::regex const& form) { return std::regex_search(text, form); }

std::string cut(std::string const& text) {
  constexpr char const* BLANKS = " \t\n,;:";
  auto const from = text.find_first_not_of(BLANKS);
  if (from == std::string::npos) return {};
  return text.substr(from, text.find_last_not_of(BLANKS) - from + 1);
}

// A day, or a month, that begins there; no year alone, no quarter.
std::optional<Found> found_at(std::string const& cell, std::size_t at) {
  static std::regex const form(R"(^\d{2,4}\s*(?:年|-|/|\.)\s*\d{1,2}(?:\s*(?:月|-|/|\.)|$|\s))");
  auto const day = day_phrase(cell, at);
  if (!day || day->year_alone || !fits_form(cell.substr(at, day->length + 1), form)) return std::nullopt;
  return Found{day->last, cell.substr(0, at), cell.substr(at + day->length)};
}

// The only one of a cell.
std::optional<Found> only_day(std::string const& cell) {
  static std::regex const year(R"((?:^|[^\d])((?:19|20)\d\d)(?!\d))");
  std::sregex_iterator const it(cell.begin(), cell.end(), year), end;
  if (it == end || std::next(it) != end) return std::nullopt;
  return found_at(cell, static_cast<std::size_t>(it->position(1)));
}

bool has_day_of_month(std::string const& cell, Found const& f) {
  static std::regex const form(R"(\d\s*(?:月|-|/|\.)\s*\d{1,2}\s*(?:日|号)?$)");
  return fits_form(cell.substr(0, cell.size() - f.behind.size()), form);
}

// Words of a letter, an inspection, a deadline: their day is not that of the table.
bool of_another(std::string const& text) {
  static std::regex const words(
      R"(根据|依据|按照|通报|通知|反馈|印发|下达|下发|发布|公布|检查|督察|巡查|排查|核查|批复|批准|文件|会议|遥感|卫星|影像|时限|期限|限期|整改于|实施|施行|\d+号)");
  return fits_form(text, words);
}

bool of_office(std::string const& text) {
  static std::regex const words(R"(单位|填报|上报|报送|制表|编制|填表|盖章|公章|签章)"),
      office(R"((?:局|厅|委|政府|管委会|委员会|管理处|管理站|中心|公司|大队|总队|办公室)(?:\([^()]*\))?$)");
  return fits_form(text, words) || fits_form(text, office);
}

bool of_title(std::string const& before) {
  static std::regex const form(R"((?:表|台账|台帐|清单|名单|情况|汇总|明细|统计|进展|简报)(?:\([^()]*\))?$)");
  return fits_form(before, form);
}

}  // namespace

std::string spelled_days(std::string const& cell) {
  static std::regex const form(R"((^|[^\d])((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d))");
  return std::regex_replace(cell, form, "$1$2年$3月$4日");
}

void find_labelled(std::string const& text, std::set<Date>& out) {
  static std::regex const form(R"((?:^|[\s(,;。])(?:日期|时间|年月)\s*(?:为|是)?\s*:?\s*(?=\d))"),
      open(R"(^\s*(?:前|以前|之前|起|开始|至|-))");
  for (std::sregex_iterator it(text.begin(), text.end(), form), end; it != end; ++it) {
    auto const at = static_cast<std::size_t>(it->position() + it->length());
    auto const day = day_phrase(text, at);
    if (day && !day->year_alone && !fits_form(text.substr(at + day->length), open)) out.insert(day->last);
  }
}

void find_beside(std::string const& cell, std::set<Date>& out) {
  auto const found = only_day(cell);
  if (!found || of_another(found->before) || of_another(found->behind)) return;
  auto const before = cut(found->before), behind = cut(found->behind);
  bool const until = (before == "至" || before == "到") && behind.empty();
  bool const updated = before.empty() && (behind == "更新" || behind == "止" || behind == "填报" || behind == "制表");
  bool const title = behind.empty() && of_title(before);
  bool const whole = has_day_of_month(cell, *found);
  bool const beside = whole && (before.empty() || behind.empty()) && of_office(before.empty() ? behind : before);
  if (until || updated || title || beside) out.insert(found->day);
}

}  // namespace redline
