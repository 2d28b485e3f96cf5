// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/said_terms.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <regex>
#include <string_view>
#include <utility>

#include "layers/corners/corner_text.hpp"
#include "layers/corners/page_words.hpp"
#include "layers/corners/said_identity.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_TERMS = 500, LONGEST_CLAUSE = 120;

// Without a bracket that states the datum or the unit of heights.
std::vector<std::string> clauses(std::string const& line) {
  static std::regex const of_heights(
      "(标高|深度|高程|采深)\\s*[(](?:m|米|单位[^()0-9]*|[^()]*(?:高程|基准|黄海)[^()]*)[)]");
  static std::regex const count_behind(  // 由800米至500米标高 共有4个拐点圈定
      "(?:由|共)(?:由|有|计|以下){0,2}\\s*(?:[0-9]{1,4}|(?:一|二|三|四|五|六|七|八|九|十|百){1,5})\\s*个\\s*(?:拐|界址|"
      "角|顶|"
      "坐标)点");
  auto text = std::regex_replace(narrow(line), of_heights, "$1");
  text = std::regex_replace(text, count_behind, "\t$&");
  for (std::string_view const mark : {"，", "；", "。", "、", ",", ";", "(", ")", "[", "]"})
    text = replaced(text, mark, "\t");
  return split_at(text, "\t");
}

// The heading may stand behind the name of an area.
std::optional<SaidTerm> term_of(std::string const& clause) {
  static std::regex const form(
      "^(.*?)((?:原|现|拟|申请|批准|登记|变更前|变更后|矿区|矿山|采矿权)*(?:(?:开采|准采|采矿)(?:标高|深度|高程)|采深|"
      "标高)"
      "(?:范围|区间)?)\\s*[:=]?\\s*(?:为|是)?\\s*((?:由|自|从)?\\s*(?:[+-]|海拔|标高)?\\s*[0-9].*)$");
  std::smatch m;
  if (clause.size() > LONGEST_CLAUSE || !std::regex_match(clause, m, form)) return std::nullopt;
  auto const before = trimmed_text(m[1].str());
  auto const area = named_area(before);
  if (area.empty() && !before.empty()) return std::nullopt;
  SaidTerm out{{TermPart::elevations, m[2].str(), trimmed_text(m[3].str())}, 0, area};
  bool const mined = out.term.heading.find("采") != std::string::npos;
  if (!read_elevations(out.term) && (!mined || is_one_number(out.term.text))) return std::nullopt;
  return out;
}

// 1150m至900m、1450m至1250m: a further range under the same heading.
bool range_goes_on(SaidTerm const& before, std::string const& clause) {
  static std::regex const range(
      "[0-9]\\s*(?:m|米)\\s*(?:至|到|-|~|～|—|–)+\\s*[+-]?[0-9]|[0-9]\\s*(?:至|到|-|~|～|—|–)+\\s*[+-]?[0-9]+(?:\\.[0-"
      "9]+)?\\s*(?:m(?![0-9²³])|米)");
  if (clause.size() > LONGEST_CLAUSE) return false;
  return read_elevations({TermPart::elevations, before.term.heading, clause}) || std::regex_search(clause, range);
}

// 申请事项：延续 on a line of its own.
std::optional<SaidTerm> act_of(std::string const& line) {
  static std::regex const form("((?:申请|办理|登记|业务)(?:事项|业务))\\s*[:=]\\s*(\\S.{0,119})");
  auto const text = trimmed_text(narrow(line));
  std::smatch m;
  if (!std::regex_match(text, m, form)) return std::nullopt;
  return SaidTerm{{TermPart::action, m[1].str(), trimmed_text(m[2].str())}, 0, ""};
}

class Giving {
 public:
  explicit Giving(CornerList& list)
      : m_list(&list),
        m_terms(std::exchange(list.said_terms, {})),
        m_layer(std::filesystem::path(list.shown).stem().string()) {
    for (std::size_t i = 0; i < list.parcels.size(); ++i) {
      auto line = list.parcels[i].line;
      if (!list.parcels[i].rings.empty()) line = list.parcels[i].rings.front().corners.front().line;
      m_blocks.emplace_back(line, static_cast<int>(i));
    }
    for (auto const& f : list.failed_parcels) m_blocks.emplace_back(f.line, -1);
    std::sort(m_blocks.begin(), m_blocks.end());
  }

  void work() {
    give_acts();
    auto const all = std::exchange(m_terms, {});
    for (auto const part : {TermPart::elevations, TermPart::licence_no, TermPart::name, TermPart::holder}) {
      m_terms.clear();
      std::copy_if(all.begin(), all.end(), std::back_inserter(m_terms),
                   [&](SaidTerm const& t) { return t.term.part == part; });
      if (!m_terms.empty()) give();
    }
  }

 private:
  void give() {
    bool const apart = std::any_of(m_terms.begin(), m_terms.end(), [&](auto const& t) {
      return t.area.empty() && above(t) > 0 && above(t) < m_blocks.size();
    });
    bool const headings = above(m_terms.front()) == 0 || !behind_last(m_terms.back());
    if (apart && headings && above(m_terms.front()) > 0) say_of_next(m_terms.front());
    for (auto const& t : m_terms) {
      if (by_name(t)) continue;
      if (!apart)
        for (auto& p : m_list->parcels) add_term(p.terms, t.term);
      else
        to_block(headings ? above(t) : above(t) - 1, t);
    }
  }

  // Behind each table stands one behind the last, too.
  bool behind_last(SaidTerm const& t) const { return above(t) >= m_blocks.size(); }

  // The first table has none then, or its own is taken for that of the next.
  void say_of_next(SaidTerm const& t) {
    auto const line = std::to_string(t.line);
    m_list->findings.push_back({"corner.term_of_next",
                                Severity::warning,
                                m_layer,
                                "",
                                {line, shortened(t.term.heading + ": " + t.term.text)}});
  }

  // What is applied for is that of the whole list, wherever it stands.
  void give_acts() {
    for (auto const& t : m_terms)
      for (auto& p : m_list->parcels)
        if (t.term.part == TermPart::action) add_term(p.terms, t.term);
    std::erase_if(m_terms, [](SaidTerm const& t) { return t.term.part == TermPart::action; });
  }

  std::size_t above(SaidTerm const& t) const {
    return static_cast<std::size_t>(
        std::count_if(m_blocks.begin(), m_blocks.end(), [&](auto const& b) { return b.first <= t.line; }));
  }

  bool by_name(SaidTerm const& t) {
    if (t.area.empty()) return false;
    bool found = false;
    for (auto& p : m_list->parcels)
      if (p.name == t.area) add_term(p.terms, t.term), found = true;
    return found;
  }

  void to_block(std::size_t block, SaidTerm const& t) {
    if (block < m_blocks.size() && m_blocks[block].second >= 0)
      add_term(m_list->parcels[static_cast<std::size_t>(m_blocks[block].second)].terms, t.term);
  }

  CornerList* m_list;
  std::vector<SaidTerm> m_terms;
  std::string m_layer;
  std::vector<std::pair<int, int>> m_blocks;  // line of the first corner; which parcel, -1: one that failed
};

}  // namespace

bool take_terms_of_line(int line, std::string const& text, CornerList& list) {
  if (text.size() > LONGEST_TERMS) return false;
  if (auto act = act_of(text)) {
    act->line = line;
    list.said_terms.push_back(std::move(*act));
    return true;
  }
  bool any = false;
  if (auto said = identities_of_line(text); !said.empty()) {
    any = true;
    for (auto& t : said) list.said_terms.push_back({std::move(t), line, ""});
  }
  for (auto const& clause : clauses(text)) {
    auto term = term_of(clause);
    bool const ranges = any && list.said_terms.back().term.part == TermPart::elevations;
    if (!term && ranges && range_goes_on(list.said_terms.back(), clause)) {
      term = list.said_terms.back();
      term->term.text = trimmed_text(clause);
    }
    if (!term) continue;
    any = true, term->line = line;
    list.said_terms.push_back(std::move(*term));
  }
  return any;
}

bool is_line_of_terms(std::string const& text) {
  CornerList scratch;
  return take_terms_of_line(0, text, scratch) && std::all_of(scratch.said_terms.begin(), scratch.said_terms.end(),
                                                             [](auto const& t) { return t.area.empty(); });
}

void give_terms_to_parcels(CornerList& list) { Giving(list).work(); }

}  // namespace redline
