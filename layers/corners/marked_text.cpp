// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/marked_text.hpp"

#include <algorithm>
#include <regex>
#include <string_view>

#include "layers/corners/corner_text.hpp"
#include "layers/corners/printed_row.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST = 20000, LONGEST_CORNER = 200, LONGEST_BEFORE = 2000;

std::string const& number() {
  static std::string const out =
      R"(((?:[EN]\s*)?(?:[0-9]{1,3}\s*°\s*[0-9]{1,2}(?:\.[0-9]+)?\s*′\s*(?:[0-9]{1,2}(?:\.[0-9]+)?\s*(?:″|"))?)"
      R"(|[0-9]{1,3}\.[0-9]{4,}(?:\s*°)?|[0-9]{6,8}(?:\.[0-9]+)?)(?:\s*[EN])?)(?![0-9A-Za-z]))";
  return out;
}

std::regex const& numbered() {
  static std::regex const out(
      R"(\s*\(?\s*(?:(?:拐|界址|角|顶)?点(?:号)?\s*)?([A-Za-z]{0,3}-?[0-9]{1,4}(?:-[0-9]{1,3})?'?|\xE2\x91[\xA0-\xB3])(?:(?:号)?(?:拐|界址|角)?点|号|#)?)"
      R"((\s*(?:、|:|\)\s*:?|\.(?![0-9])|,|，)\s*|\s+))" +
      number() + R"((\s*(?:,|，|、)\s*|\s+))" + number() + R"((\s*(?:;|。|、|,|，|\.|$)\s*|\s*))");
  return out;
}

std::regex const& lettered() {  // X1=… Y1=…
  static std::regex const out(R"(\s*[Xx]([0-9]{1,4})\s*[=:]\s*)" + number() +
                              R"(\s*(?:,|，|、|;)?\s*[Yy]([0-9]{1,4})\s*[=:]\s*)" + number() +
                              R"(\s*(?:;|。|、|,|，|\.)?\s*)");
  return out;
}

struct Read {
  LabelledCorner corner;
  std::size_t size = 0;
  bool marked = false, ended = false;  // by a mark that cells are not parted by
};

bool is_one_of(std::string const& text, std::string_view marks) {
  auto const t = trimmed_text(text);
  return !t.empty() && marks.find(t) != std::string_view::npos;
}

std::optional<Read> corner_at(std::string_view text) {
  text = text.substr(0, LONGEST_CORNER);
  std::match_results<std::string_view::const_iterator> m;
  auto const begins = std::regex_constants::match_continuous;
  if (std::regex_search(text.begin(), text.end(), m, lettered(), begins) && m[1].str() == m[3].str())
    return Read{{m[1].str(), m[2].str(), m[4].str(), false}, static_cast<std::size_t>(m.length()), true, true};
  if (!std::regex_search(text.begin(), text.end(), m, numbered(), begins)) return std::nullopt;
  bool const marked = !is_one_of(m[2].str(), ",，") && !trimmed_text(m[2].str()).empty();
  bool const comma_alone = trimmed_text(m[2].str()).empty() && !trimmed_text(m[4].str()).empty();  // 1 X,Y
  return Read{{corner_name(m[1].str()), trimmed_text(m[3].str()), trimmed_text(m[5].str()), false},
              static_cast<std::size_t>(m.length()),
              marked || comma_alone,
              is_one_of(m[6].str(), ";。、")};
}

bool may_hold_corner(std::string const& words) {
  static std::regex const other("(?:电话|手机|面积|邮编|标高|深度)[^0-9]{0,12}[0-9.-]+"),
      coordinate(R"([0-9]{6,}|[0-9]\s*°|[0-9]{2,3}\.[0-9]{4,}[^0-9]{1,6}[0-9]{2,3}\.[0-9]{4,})");
  return std::regex_search(std::regex_replace(words, other, " "), coordinate);
}

// Where a sentence comes to its corners.
std::size_t behind_words(std::string const& text) {
  auto const limit = std::min(text.size(), LONGEST_BEFORE);
  for (auto at = text.find(':'); at < limit; at = text.find(':', at + 1))
    if (corner_at(std::string_view(text).substr(at + 1)) && !may_hold_corner(text.substr(0, at))) return at + 1;
  return 0;
}

bool has_digit(std::string const& text) { return text.find_first_of("0123456789") != std::string::npos; }

bool has_mark(std::string const& text) {
  return text.find_first_of(",:;)=") != std::string::npos || text.find("，") != std::string::npos ||
         text.find("、") != std::string::npos || text.find(". ") != std::string::npos;
}

}  // namespace

std::optional<RunningText> marked_text(std::string const& line) {
  if (line.size() > LONGEST) return std::nullopt;
  auto const text = trimmed_text(narrow(line));
  if (!has_mark(text)) return std::nullopt;
  RunningText out;
  auto at = corner_at(text) ? 0 : behind_words(text);
  out.before = trimmed_text(text.substr(0, at));
  bool sure = !out.before.empty(), goes_on = true, marked = false;
  while (goes_on && at < text.size()) {
    auto const c = corner_at(std::string_view(text).substr(at));
    if (!c) break;
    at += c->size, sure = sure || c->marked || c->ended, marked = c->marked, goes_on = c->marked || c->ended;
    out.corners.push_back(c->corner);
  }
  if (!sure || out.corners.empty()) return std::nullopt;
  auto const rest = trimmed_text(text.substr(at));
  bool const words = marked && !has_digit(rest);
  if (!rest.empty() && out.corners.size() == 1 && !words) return std::nullopt;
  (may_hold_corner(rest) ? out.wrong : out.beside) = rest;
  return out;
}

bool meant_as_marked(std::string const& line) {
  static std::regex const begins(
      R"(\(?\s*(?:(?:拐|界址|角|顶)?点(?:号)?\s*)?[A-Za-z]{0,3}-?[0-9]{1,4}(?:号点|号|#)?\s*(?:、|:|\)|\.)\s*)"
      R"((?:[0-9OoIl.]{7,}|[EN]?[0-9OoIl]{1,3}\s*°|[0-9]{2,3}\.[0-9OoIl]{4,}))");
  return line.size() <= LONGEST_BEFORE &&
         std::regex_search(narrow(line), begins, std::regex_constants::match_continuous);
}

}  // namespace redline
