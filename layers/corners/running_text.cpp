// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/running_text.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "layers/corners/corner_text.hpp"
#include "layers/corners/printed_row.hpp"
#include "layers/corners/titles_in_words.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_PAIR = 200, LONGEST_CORNER_NAME = 24;
constexpr std::string_view DIGITS = "0123456789";

long digits_in(std::string_view s) {
  return std::count_if(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// As one that may be a coordinate: 83.0134, 4940966, 83°00′48″.
bool has_its_digits(std::string_view s) {
  auto const n = digits_in(s);
  return n >= 6 || (n >= 4 && (s.find('.') != std::string_view::npos || s.find("°") != std::string_view::npos));
}

// The two of a pair; another number of pieces where it is none.
std::vector<std::string> pieces(std::string const& inner) {
  auto text = inner;
  for (auto const* mark : {"，", "、", "；", ";"}) text = replaced(text, mark, ",");
  if (text.find(',') != std::string::npos) return split_at(text, ",");
  return filled(cells_of(text));
}

std::optional<LabelledCorner> pair_in(std::string const& inner) {
  if (inner.size() > LONGEST_PAIR) return std::nullopt;
  if (auto const labelled = labelled_corners(inner); labelled.size() == 1 && labelled[0].name.empty())
    return labelled[0];
  auto const two = pieces(inner);
  if (two.size() != 2 || !two_numbers(two[0], two[1]) || !has_its_digits(two[0]) || !has_its_digits(two[1]))
    return std::nullopt;
  return LabelledCorner{"", two[0], two[1], false};
}

// Not a pair, but meant as one: 4940966.78O，28421670.31.
bool meant_as_pair(std::string const& inner) {
  auto const two = inner.size() > LONGEST_PAIR ? std::vector<std::string>{} : pieces(inner);
  return two.size() >= 2 && std::all_of(two.begin(), two.end(), [](std::string const& s) {
           bool const plain = std::all_of(s.begin(), s.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
           return has_its_digits(s) && (plain || s.find("°") != std::string::npos);
         });
}

struct Brackets {
  std::size_t begin = 0, end = 0;  // with the brackets themselves
};

std::optional<Brackets> next_brackets(std::string const& text, std::size_t from) {
  auto const close = text.find_first_of(")]", std::min(text.find_first_of("([", from), text.size()));
  if (close == std::string::npos) return std::nullopt;
  return Brackets{text.find_last_of("([", close), close + 1};
}

// Where the number of a corner begins at the end of the words before it; their length where there is none.
std::size_t name_at(std::string const& words) {
  auto const end = words.find_last_not_of(" .") + 1;
  auto at = words.find_last_not_of(std::string(DIGITS) + "-'", end == 0 ? 0 : end - 1);
  at = at == std::string::npos ? 0 : at + 1;
  if (at >= end || digits_in(words.substr(at, end - at)) == 0) return words.size();
  for (int letters = 0; letters < 3 && at > 0 && std::isalpha(static_cast<unsigned char>(words[at - 1])) != 0;
       ++letters)
    --at;
  return end - at <= LONGEST_CORNER_NAME ? at : words.size();
}

// "1号点" or "拐点1#" with its digits inside: no mark parts them from the bracket.
std::size_t word_at(std::string const& words) {
  std::size_t at = 0;
  for (std::string_view const mark : {"，", "；", "。", "、", "：", ",", ";", ":", " ", ")", "]"})
    if (auto const found = words.rfind(mark); found != std::string::npos) at = std::max(at, found + mark.size());
  auto const size = words.size() - at;
  return size <= LONGEST_CORNER_NAME && digits_in(words.substr(at)) > 0 ? at : words.size();
}

bool says_something(std::string text) {
  for (auto const* mark : {"，", "；", "。", "、", "：", "和", "及", ",", ";", ":", ".", "-"})
    text = replaced(text, mark, " ");
  return !trimmed_text(text).empty();
}

// Two numbers side by side, or a bracket without its other one beside a number: a corner that was not found.
bool hides_corner(std::string const& words) {
  constexpr std::string_view BETWEEN = " ,;:=()[]XYxy";
  auto text = words;
  for (auto const* mark : {"，", "、", "；", "：", "东经", "北纬", "经度", "纬度"}) text = replaced(text, mark, ",");
  bool number_before = false;
  for (std::size_t i = 0; i < text.size();) {
    auto const end = std::min(text.find_first_of(BETWEEN, i), text.size());
    bool const number = has_its_digits(text.substr(i, end - i)) && is_number(text.substr(i, end - i));
    if (number && number_before) return true;
    number_before = number || (number_before && end == i);
    i = std::max(end, i + 1);
  }
  bool const balanced = std::count(words.begin(), words.end(), '(') + std::count(words.begin(), words.end(), '[') ==
                        std::count(words.begin(), words.end(), ')') + std::count(words.begin(), words.end(), ']');
  return !balanced && digits_in(words) >= 4;
}

class RunningTextReader {
 public:
  explicit RunningTextReader(std::string const& line)
      : m_text(replaced(replaced(narrow(line), "\t", " "), "\n", " ")) {}

  std::optional<RunningText> read() {
    std::size_t at = 0;  // behind the last corner
    std::size_t from = 0;
    while (auto const b = next_brackets(m_text, from)) {
      from = b->end;
      auto const inner = trimmed_text(m_text.substr(b->begin + 1, b->end - b->begin - 2));
      auto corner = pair_in(inner);
      if (!corner && meant_as_pair(inner)) wrong(inner);
      if (!corner) continue;
      words(m_text.substr(at, b->begin - at), *corner);
      m_out.corners.push_back(std::move(*corner));
      at = b->end;
    }
    if (m_out.corners.empty() && m_out.wrong.empty()) return std::nullopt;
    auto const behind = m_text.substr(at);
    if (hides_corner(behind)) wrong(behind);
    if (says_something(behind)) m_out.beside += m_out.behind = trimmed_text(behind);
    return std::move(m_out);
  }

 private:
  void wrong(std::string const& what) {
    if (m_out.wrong.empty()) m_out.wrong = trimmed_text(what);
  }

  void words(std::string const& between, LabelledCorner& corner) {
    auto const name = place_of_name(between);
    corner.name = trimmed_text(between.substr(name));
    while (!corner.name.empty() && corner.name.back() == '.') corner.name.pop_back();
    auto const rest = between.substr(0, name);
    bool const first = m_out.corners.empty();
    if (hides_corner(rest) || (!first && unread_number(rest))) wrong(rest);
    if (!says_something(rest)) return;
    corner.words = trimmed_text(rest);
    (first ? m_out.before : m_out.beside) += trimmed_text(rest);
  }

  std::string m_text;
  RunningText m_out;
};

}  // namespace

std::size_t place_of_name(std::string const& words) {
  auto const number = name_at(words);
  return number < words.size() ? number : word_at(words);
}

std::optional<RunningText> running_text(std::string const& line) { return RunningTextReader(line).read(); }

}  // namespace redline
