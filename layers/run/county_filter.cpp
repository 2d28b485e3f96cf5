// SPDX-License-Identifier: Apache-2.0
#include "layers/run/county_filter.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace redline {
namespace {

constexpr std::size_t SHOWN = 10;

std::string without_spaces(std::string text) {
  for (std::string_view const space : {" ", "\t", "\n", "\r", "\xC2\xA0", "　"})
    for (auto at = text.find(space); at != std::string::npos; at = text.find(space)) text.erase(at, space.size());
  return text;
}

bool states_no_county(std::string const& county) {
  constexpr std::array<std::string_view, 20> WORDS{"",     "无",   "空",   "不详", "未知",   "不明",   "暂无",
                                                   "待定", "待查", "缺",   "未填", "未填写", "未注明", "null",
                                                   "NULL", "none", "None", "N/A",  "n/a",    "unknown"};
  return std::find(WORDS.begin(), WORDS.end(), county) != WORDS.end();
}

struct Signs {
  bool digits = false, latin = false, han = false, other = false;
  bool none() const { return !digits && !latin && !han && !other; }
};

Signs signs_of(std::string const& text) {
  Signs s;
  for (char const c : text) {
    auto const b = static_cast<unsigned char>(c);
    s.digits = s.digits || (b >= '0' && b <= '9');
    s.latin = s.latin || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
    s.han = s.han || (b >= 0xE4 && b <= 0xE9);      // first byte of U+4000 to U+9FFF
    s.other = s.other || (b >= 0xC3 && b <= 0xDF);  // Cyrillic, Arabic, …
  }
  return s;
}

// A name can be compared with a name in the same script, a code with a code.
bool comparable(Signs const& a, Signs const& b) {
  bool const words = (a.latin && b.latin) || (a.han && b.han) || (a.other && b.other);
  bool const codes = a.digits && b.digits && !(a.latin || a.han || a.other);
  return words || codes;
}

bool is_prefecture(std::string const& name) {
  constexpr std::array<std::string_view, 6> ENDS{"州", "地区", "自治区", "新疆", "盟", "省"};
  return std::any_of(ENDS.begin(), ENDS.end(), [&](auto const end) { return name.ends_with(end); });
}

}  // namespace

CountyFilter::CountyFilter(std::string const& wanted) : m_shown(wanted), m_wanted(without_spaces(wanted)) {}

Message CountyFilter::reason(std::string const& county) {
  if (m_wanted.empty()) return {};
  auto const name = without_spaces(county);
  if (!states_no_county(name) && name.find(m_wanted) != std::string::npos) return {};
  auto const signs = signs_of(name);
  if (states_no_county(name) || signs.none()) {
    ++m_unknown;
    return {"run.county_not_stated", {}};
  }
  if (!comparable(signs_of(m_wanted), signs) || is_prefecture(name) != is_prefecture(m_wanted) ||
      m_wanted.find(name) != std::string::npos) {
    ++m_unknown;
    return {"run.county_unclear", {county}};
  }
  ++m_others;
  m_seen.insert(county);
  if (m_seen.size() > SHOWN + 1) m_seen.erase(std::prev(m_seen.end()));
  return {"run.other_county", {county}};
}

Findings CountyFilter::findings(std::string const& layer) const {
  Findings out;
  if (m_others > 0)
    out.push_back(
        {"run.other_counties", Severity::info, layer, "", {m_shown, std::to_string(m_others), listed(m_seen)}});
  if (m_unknown > 0)
    out.push_back({"run.county_unknown", Severity::warning, layer, "", {m_shown, std::to_string(m_unknown)}});
  return out;
}

std::string listed(std::set<std::string> const& counties) {
  std::string out;
  std::size_t n = 0;
  for (auto const& county : counties) {
    if (++n > SHOWN) return out + ", …";
    out.append(n > 1 ? ", " : "").append(county);
  }
  return out;
}

}  // namespace redline
