// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/datum_words.hpp"

#include <algorithm>
#include <initializer_list>
#include <regex>
#include <string_view>

#include "engine/core/letters.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/datum_spellings.hpp"
#include "layers/corners/detective.hpp"
#include "layers/corners/offset_system.hpp"

namespace redline {
namespace {

// Of bytes: a letter that may be missing is a group.
constexpr char const* WORD =
    "(GCJ-?02|火星坐标(?:系)?|BD-?09|百度坐标(?:系)?|CGCS ?2000|2000国家(?:大地坐标系)?|2000坐标|国家2000|"
    "西安 ?(?:19)?80|(?:19)?80(?:西安|国家|坐标)|北京 ?(?:19)?54|(?:19)?54(?:年)?(?:北京|坐标)|WGS ?-?84|";
constexpr char const* BEHIND = "(?:国家)?(?:大地)?(?:坐标)?(?:系)?(?:统)?";

bool has_one_of(std::string const& text, std::initializer_list<char const*> words) {
  return std::any_of(words.begin(), words.end(), [&](char const* w) { return text.find(w) != std::string::npos; });
}

// Rows of corners need no search.
bool may_name(std::string const& text) {
  return has_one_of(text, {"坐标", "国家", "西安", "北京", "转", "CGCS", "WGS", "GCJ", "BD"}) || may_be_spelling(text);
}

bool within_number(std::string const& text, std::size_t begin) {
  return begin > 0 && is_digit(text[begin]) && (is_digit(text[begin - 1]) || text[begin - 1] == '.');
}

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

bool within_word(std::string const& text, std::size_t begin) {
  return begin > 0 && is_letter(text[begin]) && (is_letter(text[begin - 1]) || is_digit(text[begin - 1]));
}

void find_words(std::string const& text, std::vector<DatumWord>& out) {
  static std::regex const word(WORD + further_spellings() + ")" + BEHIND);
  for (auto i = std::sregex_iterator(text.begin(), text.end(), word); i != std::sregex_iterator(); ++i) {
    auto const begin = static_cast<std::size_t>(i->position());
    auto const end = begin + static_cast<std::size_t>(i->length());
    if (!within_number(text, begin) && !within_word(text, begin) && !names_thing(std::string_view(text).substr(end)))
      out.push_back({(*i)[1].str(), begin, end});
  }
}

// 2000与1980坐标, 80转2000: numbers that are words only side by side.
void find_pairs(std::string const& text, std::vector<DatumWord>& out) {
  static std::regex const pair(
      "(2000|1980|80|1954|54)(?:坐标)? ?(?:与|和|、|及|/|(?:转换|换算|转)(?:为|到|成|至)?|→|至|-|->) "
      "?(2000|1980|80|1954|54)(?![0-9])");
  std::smatch m;
  if (out.size() > 1 || !has_one_of(text, {"坐标", "转", "→"})) return;
  if (!std::regex_search(text, m, pair) || within_number(text, static_cast<std::size_t>(m.position()))) return;
  for (std::size_t i : {1U, 2U}) {
    auto const begin = static_cast<std::size_t>(m.position(i));
    auto const inside = [&](DatumWord const& w) { return begin >= w.begin && begin < w.end; };
    if (std::none_of(out.begin(), out.end(), inside))
      out.push_back({m[i].str(), begin, begin + static_cast<std::size_t>(m.length(i))});
  }
  std::sort(out.begin(), out.end(), [](auto const& a, auto const& b) { return a.begin < b.begin; });
}

bool ends_with_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](auto w) { return text.ends_with(w); });
}

bool names_cgcs2000(std::vector<DatumWord> const& words, std::size_t from, std::size_t to) {
  return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(from), words.begin() + static_cast<std::ptrdiff_t>(to),
                     [](DatumWord const& w) { return is_cgcs2000(w.said); });
}

void mark_sources(std::string const& text, std::vector<DatumWord>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto const before = std::string_view(text).substr(0, words[i].begin);
    auto const end = i + 1 < words.size() ? words[i + 1].begin : text.size();
    auto const behind = text.substr(words[i].end, end - words[i].end);
    bool const from = ends_with_one_of(before, {"由", "从", "自", "原", "转换前", "转换前(", "不得使用", "不使用",
                                                "不采用", "未采用", "勿用", "禁用", "非"});
    bool const converted = has_one_of(behind, {"转", "换算", "→", "->"});
    bool const onward = i + 1 < words.size();  // X转Y
    bool const was = ends_with_one_of(before, {"原坐标为", "原坐标系为", "原为", "原坐标:", "原坐标系:"}) &&
                     names_cgcs2000(words, i + 1, words.size());
    bool const made_of = (behind.starts_with("转") || behind.starts_with("换算")) && names_cgcs2000(words, 0, i);
    words[i].source = from || (onward && converted) || was || made_of;
  }
}

}  // namespace

std::vector<DatumWord> datum_words(std::string const& text) {
  std::vector<DatumWord> out;
  if (!may_name(text)) return out;
  find_words(text, out);
  find_pairs(text, out);
  mark_sources(text, out);
  return out;
}

std::string datum_of_heading(std::string const& cell) {
  auto const text = narrow(cell);
  auto const words = datum_words(text);
  if (!words.empty()) return words.size() == 1 ? words[0].said : std::string{};
  for (auto const* bare : {"2000", "1980", "1954", "80", "54"}) {
    auto const at = text.find(bare);
    auto const end = at == std::string::npos ? at : at + std::string_view(bare).size();
    if (at == std::string::npos || within_number(text, at) ||
        (end < text.size() && (is_digit(text[end]) || text[end] == '.')))
      continue;
    return bare;
  }
  return {};
}

std::string without_datum(std::string const& heading) {
  auto text = narrow(heading);
  auto const words = datum_words(text);
  for (auto w = words.rbegin(); w != words.rend(); ++w) text.erase(w->begin, w->end - w->begin);
  static std::regex const bare("^(?:2000|1980|1954|80|54)(?=[XYxy])");
  return trimmed_text(std::regex_replace(text, bare, ""));
}

std::string same_datum(std::string const& said) {
  if (is_offset_system(said)) return "GCJ-02";
  auto const datum = datum_of_text(said);
  return datum ? to_string(*datum) : said;
}

bool is_cgcs2000(std::string const& said) { return datum_of_text(said) == Datum::cgcs2000; }

}  // namespace redline
