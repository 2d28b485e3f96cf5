// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/hidden_coordinate.hpp"

#include <regex>

#include "layers/corners/corner_text.hpp"
#include "layers/corners/point_titles.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_HIDING = 2000, LONGEST_BEGINNING = 300;

std::string const COORDINATE =
    R"((?:[0-9][0-9OoIl]{5,7}(?:\.[0-9OoIl]*)?(?![0-9A-Za-z])|[0-9]{1,3},[0-9]{3},[0-9]{3}\.[0-9]{2,}(?![0-9]))"
    R"(|[0-9OoIl]{1,3}\s*°\s*[0-9]|[0-9]{1,3}\.[0-9OoIl]{4,}))";

// Words whose numbers are no coordinates, with their numbers.
std::string without_other_numbers(std::string const& words) {
  static std::regex const other(
      "(?:电话|手机|联系|传真|邮编|邮政编码|证号|编号|文号|号码)[^0-9]{0,24}[A-Za-z]{0,2}[0-9-]+|"
      "(?:面积|标高|高程|深度|储量|资源量|产量|规模)[^0-9]{0,24}[0-9.,-]+|S\\s*=\\s*[0-9.]+|"
      "(?:中央|子午)[^0-9]{0,24}[0-9.]+(?:\\s*°(?:\\s*[0-9]{1,2}\\s*′)?(?:\\s*[0-9]{1,2}\\s*″)?)?|"
      "[A-Z][0-9]{2}[A-Z][0-9]{6}|[A-Z][0-9]{15,}|"
      "(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9.])");
  return std::regex_replace(words, other, " ");
}

}  // namespace

bool hides_coordinate(std::string const& words) {
  static std::regex const one("(?:^|[^0-9.])" + COORDINATE);
  auto const text = narrow(words);
  return std::regex_search(text.size() > LONGEST_HIDING ? text : without_other_numbers(text), one);
}

bool names_corner(std::string const& word) {
  static std::regex const one(
      "(?:(?:拐|界址|角|顶)?点(?:号)?)?[A-Za-z]{0,3}-?[0-9]{1,4}'?(?:(?:号)?(?:拐|界址|角)?点|号|#)?");
  return word.size() <= 24 && std::regex_match(word, one);
}

namespace {

std::string const NAME = R"(\(?\s*(?:(?:拐|界址|角|顶)?点(?:号)?\s*)?[A-Za-z]{0,3}-?[0-9]{1,4}'?)"
                         R"((?:(?:号)?(?:拐|界址|角)?点|号|#)?\s*(?:、|:|\)|\.|,|，|;|；|\||\s)+)";
std::string const LABEL = "(?:[XxYyEN]\\s*[0-9]{0,4}\\s*[=:]?|东经|北纬|经度|纬度|(?:纵|横)坐标)\\s*[:=(]?\\s*";

bool is_range(std::string const& behind) {
  static std::regex const range("^[0-9.°′″\\s]*(?:-|—|～|~|–|至|到)");
  return std::regex_search(behind, range);
}

// 采矿权由以下4个拐点圈定：1、X=…
bool holds_labelled_corner(std::string const& text) {
  static std::regex const row("(?::|;|；|。|，|,|、|\\)|\\s|为)\\s*" + NAME + LABEL + COORDINATE);
  std::smatch m;
  if (!std::regex_search(text, m, row) || title_of(m.prefix().str()) != TitleOf::others) return false;
  auto const behind = m.suffix().str();
  return !is_range(behind) && hides_coordinate(behind);
}

}  // namespace

bool meant_as_corner(std::string const& line) {
  static std::regex const row("(?:" + NAME + ")?(?:" + LABEL + ")?" + COORDINATE);
  auto const text = trimmed_text(narrow(line.substr(0, LONGEST_HIDING)));
  auto const start = text.substr(0, LONGEST_BEGINNING);
  std::smatch m;
  if (!std::regex_search(start, m, row, std::regex_constants::match_continuous)) return holds_labelled_corner(text);
  auto const behind = m.suffix().str();
  return !is_range(behind) && hides_coordinate(behind);
}

}  // namespace redline
