// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/part_names.hpp"

#include <algorithm>
#include <array>

namespace redline {
namespace {

constexpr std::array<std::pair<std::string_view, int>, 33> DIGITS{
    {{"零", 0}, {"〇", 0}, {"一", 1}, {"二", 2}, {"三", 3}, {"四", 4}, {"五", 5}, {"六", 6}, {"七", 7},
     {"八", 8}, {"九", 9}, {"０", 0}, {"１", 1}, {"２", 2}, {"３", 3}, {"４", 4}, {"５", 5}, {"６", 6},
     {"７", 7}, {"８", 8}, {"９", 9}, {"①", 1},  {"②", 2},  {"③", 3},  {"④", 4},  {"⑤", 5},  {"⑥", 6},
     {"⑦", 7},  {"⑧", 8},  {"⑨", 9},  {"Ⅰ", 1},  {"Ⅱ", 2},  {"Ⅲ", 3}}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t length(unsigned char first) { return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4; }

// 十 between digits is a place: 十二 is 12, 二十 is 20, 二十三 is 23.
std::string place_of_ten(bool before, bool after) { return before ? (after ? "" : "0") : (after ? "1" : "10"); }

std::string digit(std::string_view c) {
  auto const it = std::find_if(DIGITS.begin(), DIGITS.end(), [&](auto const& d) { return d.first == c; });
  return it == DIGITS.end() ? "" : std::to_string(it->second);
}

std::string without_numbers(std::string const& name) {
  std::string out;
  for (char const c : name)
    if (!is_digit(c))
      out += c;
    else if (out.empty() || out.back() != '#')
      out += '#';
  return out;
}

std::string last_letter(std::string const& name) {
  auto at = name.size();
  while (at > 0 && (static_cast<unsigned char>(name[at - 1]) & 0xc0) == 0x80) --at;
  return name.substr(at > 0 ? at - 1 : 0);
}

}  // namespace

std::string PartNames::normal(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    auto const size = std::min(length(static_cast<unsigned char>(name[at])), name.size() - at);
    auto const c = name.substr(at, size);
    auto const next = name.substr(at + size);
    bool const after = !next.empty() && (is_digit(next[0]) ||
                                         !digit(next.substr(0, length(static_cast<unsigned char>(next[0])))).empty());
    auto const d = c == "十" ? place_of_ten(!out.empty() && is_digit(out.back()), after) : digit(c);
    if (c != " ") out += d.empty() && c != "十" ? std::string(c) : d;
    at += size;
  }
  return out;
}

std::string PartNames::lead(Leaders const& leaders, std::string name) {
  for (auto it = leaders.find(name); it->second != name; it = leaders.find(name)) name = it->second;
  return name;
}

void PartNames::join(Leaders& leaders, std::string const& a, std::string const& b) {
  leaders[lead(leaders, b)] = lead(leaders, a);
}

std::size_t PartNames::groups(Leaders const& leaders) {
  return static_cast<std::size_t>(
      std::count_if(leaders.begin(), leaders.end(), [](auto const& x) { return x.first == x.second; }));
}

void PartNames::add(std::string_view source, std::string_view zone, std::string_view kind) {
  auto const own = normal(kind), name = std::string(zone) + "\n" + own;
  if (m_leader.try_emplace(name, name).second) {
    m_said[name] = kind.empty() ? zone : kind;
    auto const series = without_numbers(own);
    if (series != own) join(m_leader, m_of_series.try_emplace(series, name).first->second, name);
  }
  join(m_leader, m_of_table.try_emplace(std::string(source), name).first->second, name);
}

bool PartNames::linked() const {
  auto leaders = m_leader;
  std::map<std::string, std::string> of_end;
  for (auto const& [name, said] : m_said)
    join(leaders, of_end.try_emplace(last_letter(name), name).first->second, name);
  return groups(leaders) == 1;
}

bool PartNames::doubtful() const { return groups(m_leader) > 1; }

std::string PartNames::list() const {
  std::string out;
  for (auto const& [name, said] : m_said) out += (out.empty() ? "" : "、") + said;
  return out;
}

}  // namespace redline
