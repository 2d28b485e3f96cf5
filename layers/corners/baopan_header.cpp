// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/baopan_header.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/core/letters.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/datum_words.hpp"
#include "layers/corners/stated_zones.hpp"

namespace redline {
namespace {

constexpr std::string_view SYSTEM = "坐标系", WIDTH = "几度分带";
constexpr std::array<std::string_view, 10> KEYS{"格式版本号", "数据产生单位", "数据产生日期", SYSTEM, WIDTH,
                                                "投影类型",   "计量单位",     "带号",         "精度", "转换参数"};
// What says nothing of where or what the parcels are.
constexpr std::array<std::string_view, 16> OF_THE_FILE{
    "格式版本号", "数据产生单位", "数据产生日期", "精度",     "转换参数", "投影类型", "数据来源", "制表日期",
    "日期",       "地块数",       "联系人",       "联系电话", "填表人",   "审核人",   "制图人",   "电话"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> SPELLINGS{
    {{"三", "3"}, {"六", "6"}, {"度", ""}, {"带", ""}, {"°", ""}, {"米", "m"}, {"第", ""}}};

template <class Words>
bool is_among(std::string const& key, Words const& words) {
  return std::find(words.begin(), words.end(), key) != words.end();
}

bool places(std::string const& key) { return key == SYSTEM || names_zones(key); }

std::string plain(std::string const& value) {
  auto text = trimmed_text(narrow(value));
  for (auto const& [said, spelling] : SPELLINGS) text = replaced(text, std::string(said), std::string(spelling));
  return trimmed_text(text);
}

// 28465247.10: whatever a header leaves out of the zone.
bool eastings_have_zones(CornerList const& list) {
  constexpr double FIRST_ZONE = 13e6;
  auto const has = [](Corner const& c) { return std::max(c.x, c.y) >= FIRST_ZONE; };
  auto const all = [&](CornerRing const& r) { return std::all_of(r.corners.begin(), r.corners.end(), has); };
  return std::all_of(list.parcels.begin(), list.parcels.end(),
                     [&](Parcel const& p) { return std::all_of(p.rings.begin(), p.rings.end(), all); });
}

HeaderLine* said_of(CornerList& list, std::string const& key) {
  auto const at = std::find_if(list.header.begin(), list.header.end(), [&](auto const& kv) { return kv.first == key; });
  return at == list.header.end() ? nullptr : &*at;
}

}  // namespace

bool known_header_key(std::string const& key) { return is_among(key, KEYS) || names_zones(key); }

std::optional<HeaderLine> header_line(std::string const& text) {
  auto const narrowed = narrow(text);
  bool const equals = narrowed.find('=') != std::string::npos;
  auto const key = trimmed_text(narrowed.substr(0, narrowed.find(equals ? '=' : ':')));
  if (!equals && (narrowed.find(':') == std::string::npos || !known_header_key(key))) return std::nullopt;
  std::size_t from = std::string::npos, size = 0;
  for (std::string_view const mark : {equals ? "＝" : "：", equals ? "=" : ":"})
    if (auto const at = text.find(mark); at < from) from = at, size = mark.size();
  return HeaderLine{key, trimmed_text(text.substr(from + size))};
}

bool same_in_header(std::string const& key, std::string const& a, std::string const& b) {
  if (key == SYSTEM && !a.empty() && !b.empty()) return a == b || same_datum(a) == same_datum(b);
  auto const x = number_of_cell(plain(a)), y = number_of_cell(plain(b));
  return x && y ? *x == *y : plain(a) == plain(b);
}

void BaopanHeader::contradicted(int n, HeaderLine const& before, std::string const& now) {
  m_book->fail(n, m_below ? "corner.header_apart" : "corner.header_contradicts",
               {before.first, shortened(before.second), shortened(now)});
}

void BaopanHeader::take(int n, HeaderLine const& said) {
  auto const& [key, value] = said;
  if (!value.empty()) m_said.insert(key);
  auto* const before = said_of(*m_out, key);
  if (before == nullptr || before->second.empty()) {
    if (m_below && !value.empty() && !is_among(key, OF_THE_FILE)) m_late.push_back({n, said});
    before == nullptr ? m_out->header.push_back(said) : void(before->second = value);
    return m_book->use(n);
  }
  if (value.empty() || same_in_header(key, before->second, value))
    return m_book->ignore(n, "corner.line.header_again", {key});
  if (!is_among(key, OF_THE_FILE)) return contradicted(n, *before, value);
  m_book->ignore(n, "corner.line.header_other", {key, shortened(before->second)});
}

void BaopanHeader::elsewhere(int n, HeaderLine const& said) {
  if ((places(said.first) || said.first == WIDTH) && !said.second.empty()) m_elsewhere.push_back({n, said});
}

// What the parcels below a second header are placed by has to be what those above it are.
void BaopanHeader::parcel_begins() {
  if (!std::exchange(m_below, false)) return;
  for (auto const& late : m_late) m_doubts.push_back({late.line, "corner.header_late", late.of});
  bool const whole = std::any_of(m_said.begin(), m_said.end(), known_header_key);
  for (auto const& line : m_out->header)
    if (whole && places(line.first) && !line.second.empty() && m_said.count(line.first) == 0)
      m_doubts.push_back({m_line, "corner.header_lacks", line});
}

void BaopanHeader::finish() {
  m_below = true;
  for (auto const& e : m_elsewhere)
    if (auto const* before = said_of(*m_out, e.of.first);
        before != nullptr && !before->second.empty() && !same_in_header(e.of.first, before->second, e.of.second))
      contradicted(e.line, *before, e.of.second);
  bool const in_numbers = eastings_have_zones(*m_out);
  for (auto const& d : m_doubts)
    if (!in_numbers || !names_zones(d.of.first)) m_book->fail(d.line, d.why, {d.of.first, shortened(d.of.second)});
}

}  // namespace redline
