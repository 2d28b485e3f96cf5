// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/said_kind.hpp"

#include <algorithm>
#include <iterator>
#include <regex>
#include <string_view>
#include <utility>

#include "layers/corners/corner_text.hpp"
#include "layers/corners/right_kind.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_OF_KIND = 500;

std::vector<std::string> clauses_of_kind(std::string const& line) {
  auto text = narrow(line);
  for (std::string_view const mark : {"，", "；", "。", ",", ";", "|"}) text = replaced(text, mark, "\t");
  return split_at(text, "\t");
}

// Of another right than the one the list is of.
bool tells_of_others(std::string const& clause) {
  static std::regex const words(
      "周边|周围|相邻|邻近|附近|毗邻|邻矿|其他|其它|其余|已有|已设|重叠|压覆|避让|(?:无|没有|不涉及|未设)[^:]{0,12}(?:"
      "探矿|采矿|勘查)|"
      "转为?采矿|转为?探矿|探转采|发证机关|登记管理办法|条例|办法|规定|通知|规范|法》");
  return std::regex_search(clause, words);
}

void add_kinds(std::vector<KindWord>& out, std::string const& clause, std::regex const& form, char const* kind) {
  for (std::sregex_iterator i(clause.begin(), clause.end(), form), end; i != end; ++i) {
    auto const word = (*i)[2].str();
    bool const there = std::any_of(out.begin(), out.end(), [&](auto const& k) { return k.word == word; });
    if (!(*i)[1].matched && !there) out.push_back({kind, word});
  }
}

}  // namespace

std::vector<KindWord> kind_words(std::string const& text) {
  static std::regex const exploration(
      "(原\\s*)?(探矿权|探矿许可证|勘查许可证|勘查权|勘查项目|勘查矿种|勘查(?:区|区块|区域|范围|面积|工作区)(?:拐点|"
      "范围|坐标|面积|边界|"
      "$|:)|勘查(?:登记|申请)|(?:^|[^0-9A-Za-z])T[0-9]{10,25})"),
      mining("(原\\s*)?(采矿权|采矿许可证|采矿(?:登记|申请)|(?:^|[^0-9A-Za-z])C[0-9]{10,25})");
  std::vector<KindWord> out;
  if (text.size() > LONGEST_OF_KIND) return out;
  for (auto const& clause : clauses_of_kind(text)) {
    if (tells_of_others(clause)) continue;
    add_kinds(out, clause, exploration, "exploration_right");
    add_kinds(out, clause, mining, "mining_right");
  }
  for (auto& k : out) k.word = trimmed_text(replaced(k.word, ":", ""));
  return out;
}

void take_kinds_of_line(int line, std::string const& text, CornerList& list) {
  for (auto& k : kind_words(text)) {
    k.line = line;
    list.said_kinds.push_back(std::move(k));
  }
}

namespace {

bool all_alike(std::vector<KindWord> const& all) {
  return std::all_of(all.begin(), all.end(), [&](auto const& k) { return k.kind == all.front().kind; });
}

int first_line(Parcel const& p) { return p.rings.empty() ? p.line : p.rings.front().corners.front().line; }

std::vector<KindWord> between(std::vector<KindWord> const& all, int after, int before) {
  std::vector<KindWord> out;
  std::copy_if(all.begin(), all.end(), std::back_inserter(out),
               [&](auto const& k) { return k.line > after && k.line <= before; });
  return out;
}

}  // namespace

void give_kinds_to_parcels(CornerList& list) {
  auto const all = std::exchange(list.said_kinds, {});
  if (all.empty() || list.parcels.empty()) return;
  bool const headed = !all_alike(all) && !between(all, -1, first_line(list.parcels.front())).empty();
  int before = -1;
  for (auto& p : list.parcels) {
    auto const own = headed ? between(all, before, first_line(p)) : all;
    p.kind_words = own.empty() ? all : own;
    before = first_line(p);
  }
}

}  // namespace redline
