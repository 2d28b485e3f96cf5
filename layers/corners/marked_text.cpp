// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/marked_text.hpp"

#include <algorithm>
#include <cctype>
#include <regex>
#include <string_view>
#include <utility>

#include "engine/core/letters.hpp"
#include "layers/corners/corner_number.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/hidden_coordinate.hpp"
#include "layers/corners/page_words.hpp"
#include "layers/corners/printed_row.hpp"
#include "layers/corners/titles_in_words.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_MARKED = 20000, LONGEST_CORNER = 200, LONGEST_BEFORE = 2000, FEWEST_TITLED = 3;

std::string const& number() {
  static std::string const out =
      R"(((?:[EN]\s*)?(?:[0-9]{1,3}\s*°\s*[0-9]{1,2}(?:\.[0-9]+)?\s*′\s*(?:[0-9]{1,2}(?:\.[0-9]+)?\s*(?:″|"))?)"
      R"(|[0-9]{1,3}\.[0-9]{4,}(?:\s*°)?|[0-9]{6,8}(?:\.[0-9]+)?)(?:\s*[EN])?)(?![0-9A-Za-z]))";
  return out;
}

std::regex const& numbered() {
  static std::regex const out(
      R"(\s*\(?\s*(?:(?:拐|界址|角|顶)?点(?:号)?\s*)?([A-Za-z]{0,3}-?[0-9]{1,4}(?:-[0-9]{1,3})?'?|\xE2\x91[\xA0-\xB3])(?:(?:号)?(?:拐|界址|角)?点|号|#)?)"
      R"((\s*(?:、|:|\)\s*:?|\.(?![0-9])|\.(?=[0-9]{6,8}\.[0-9])|,|，)\s*|\s+))" +
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

// （1）1,X,Y and 一、1,X,Y: a number before that of the corner is a title.
bool is_title(std::string const& words) { return !title_in(words).empty() || is_bare_number(words); }

bool is_letter_or_digit(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

// Where a sentence comes to its next corners, behind a colon or a title (；矿区二5,X,Y); 0: nowhere.
std::size_t behind_words(std::string const& text, std::size_t from) {
  auto const limit = std::min(text.size(), from + LONGEST_BEFORE);
  for (auto at = from + 1; at < limit; ++at) {
    bool const colon = text[at - 1] == ':';
    if (!colon && (!is_letter_or_digit(text[at]) || is_letter_or_digit(text[at - 1]))) continue;
    if (!corner_at(std::string_view(text).substr(at))) continue;
    auto const words = text.substr(from, at - from);
    if (hides_coordinate(words)) return 0;
    if (colon || is_title(words)) return at;
  }
  return 0;
}

bool has_mark(std::string const& text) {
  return text.find_first_of(",:;)=") != std::string::npos || text.find("，") != std::string::npos ||
         text.find("、") != std::string::npos || text.find(". ") != std::string::npos;
}

class MarkedTextReader {
 public:
  explicit MarkedTextReader(std::string text) : m_text(std::move(text)) {}

  std::optional<RunningText> read() {
    m_at = corner_at(m_text) ? 0 : behind_words(m_text, 0);
    m_words = m_out.before = trimmed_text(m_text.substr(0, m_at));
    m_sure = !m_words.empty();
    m_titled = !has_mark(m_text.substr(m_at));
    if (m_titled && title_in(m_words).empty()) return std::nullopt;
    while (m_at < m_text.size() && corner()) {
    }
    if (!m_sure || m_out.corners.empty()) return std::nullopt;
    if (m_titled && m_out.corners.size() < FEWEST_TITLED) return std::nullopt;
    auto const rest = trimmed_text(m_text.substr(m_at));
    bool const words = m_marked && !hides_coordinate(rest);
    if (!rest.empty() && m_out.corners.size() == 1 && !words) return std::nullopt;
    if (hides_coordinate(rest))
      m_out.wrong += rest;
    else
      beside(rest);
    m_out.behind = rest;
    return std::move(m_out);
  }

 private:
  bool corner() {
    if (!(m_goes_on && corner_at(rest())) && !m_out.corners.empty()) take_words();
    auto const c = m_goes_on ? corner_at(rest()) : std::nullopt;
    if (!c) return false;
    m_at += c->size, m_sure = m_sure || c->marked || c->ended, m_marked = c->marked || c->ended,
                     m_goes_on = c->marked || c->ended || m_titled || next_behind_comma(c->corner.name);
    m_out.corners.push_back(c->corner);
    auto& made = m_out.corners.back();
    made.words = std::exchange(m_words, {}), made.numbered = is_bare_number(made.words);
    return true;
  }

  // 工业场地：1，X，Y，2，X，Y，…: behind a colon the next number goes on.
  bool next_behind_comma(std::string const& name) const {
    auto const next = m_out.before.ends_with(':') ? corner_at(rest()) : std::nullopt;
    return next && corner_number(next->corner.name).follows(corner_number(name));
  }

  void take_words() {
    auto const next = behind_words(m_text, m_at);
    auto words = trimmed_text(m_text.substr(m_at, next > 0 ? next - m_at : 0));
    if (words.empty() || (!m_goes_on && !is_title(words))) return;
    beside(words);
    m_words = std::move(words), m_at = next, m_goes_on = m_sure = true;
  }

  // What follows a word of its own is not its words: 其中不包括：1，…。面积…
  void beside(std::string const& words) {
    bool const apart = m_out.beside.ends_with(':') && !words.empty();
    m_out.beside += (apart ? "；" : "") + words;
  }

  std::string_view rest() const { return std::string_view(m_text).substr(m_at); }

  std::string m_text, m_words;
  std::size_t m_at = 0;
  RunningText m_out;
  bool m_sure = false, m_goes_on = true, m_marked = false;
  bool m_titled = false;  // nothing but spaces part the corners behind a title
};

}  // namespace

std::optional<RunningText> marked_text(std::string const& line) {
  if (line.size() > LONGEST_MARKED) return std::nullopt;
  auto text = trimmed_text(narrow(line));
  bool const words = std::any_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) < 0; });
  return words || has_mark(text) ? MarkedTextReader(std::move(text)).read() : std::nullopt;
}

std::optional<RowWithWords> row_with_words(std::string const& line) {
  if (line.size() > LONGEST_BEFORE) return std::nullopt;
  auto const text = trimmed_text(narrow(line));
  auto const c = corner_at(text);
  if (!c) return std::nullopt;
  auto const rest = trimmed_text(text.substr(c->size));
  // 2.8468461.27, 28468461.OO: no number ends there
  auto const last = text[c->size - 1];
  bool const goes_on = !rest.empty() && is_letter_or_digit(rest[0]) && (is_letter_or_digit(last) || last == '.');
  bool const fraction = rest.size() > 1 && rest[0] == '.' && is_letter_or_digit(rest[1]);
  if (goes_on || fraction || hides_coordinate(rest)) return std::nullopt;
  return RowWithWords{{c->corner.name, c->corner.first, c->corner.second}, rest};
}

bool meant_as_marked(std::string const& line) {
  static std::regex const begins(
      R"(\(?\s*(?:(?:拐|界址|角|顶)?点(?:号)?\s*)?[A-Za-z]{0,3}-?[0-9]{1,4}(?:号点|号|#)?\s*(?:、|:|\)|\.)\s*)"
      R"((?:[0-9OoIl.]{7,}|[EN]?[0-9OoIl]{1,3}\s*°|[0-9]{2,3}\.[0-9OoIl]{4,}))");
  return line.size() <= LONGEST_BEFORE &&
         std::regex_search(narrow(line), begins, std::regex_constants::match_continuous);
}

}  // namespace redline
