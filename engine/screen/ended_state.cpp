// SPDX-License-Identifier: Apache-2.0
#include "engine/screen/ended_state.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/core/letters.hpp"

namespace redline {
namespace {

enum class Part { deed, done, joint, filler, only_when_done };

struct Word {
  std::string_view text;
  Part part;
};

constexpr std::size_t LONGEST = 200, DIGITS_OF_YEAR = 4;
constexpr std::array<Word, 75> WORDS{{{"注销", Part::deed},
                                      {"吊销", Part::deed},
                                      {"撤销", Part::deed},
                                      {"废止", Part::deed},
                                      {"CANCELLED", Part::deed},
                                      {"CANCELED", Part::deed},
                                      {"REVOKED", Part::deed},
                                      {"已经", Part::done},
                                      {"已", Part::done},
                                      {"完毕", Part::done},
                                      {"完成", Part::done},
                                      {"办结", Part::done},
                                      {"并", Part::joint},
                                      {"及", Part::joint},
                                      {"和", Part::joint},
                                      {"、", Part::joint},
                                      {"，", Part::joint},
                                      {",", Part::joint},
                                      {"；", Part::joint},
                                      {";", Part::joint},
                                      {"/", Part::joint},
                                      {"AND", Part::joint},
                                      {"公告", Part::only_when_done},
                                      {"到期", Part::only_when_done},
                                      {"过期", Part::only_when_done},
                                      {"期满", Part::only_when_done},
                                      {"逾期", Part::only_when_done},
                                      {"关闭", Part::only_when_done},
                                      {"闭坑", Part::only_when_done},
                                      {"采矿许可证", Part::filler},
                                      {"勘查许可证", Part::filler},
                                      {"许可证", Part::filler},
                                      {"采矿证", Part::filler},
                                      {"勘查证", Part::filler},
                                      {"采矿权", Part::filler},
                                      {"探矿权", Part::filler},
                                      {"矿业权", Part::filler},
                                      {"矿权", Part::filler},
                                      {"矿山", Part::filler},
                                      {"该", Part::filler},
                                      {"证", Part::filler},
                                      {"被", Part::filler},
                                      {"依法", Part::filler},
                                      {"现", Part::filler},
                                      {"业", Part::filler},
                                      {"予以", Part::filler},
                                      {"自行", Part::filler},
                                      {"自动", Part::filler},
                                      {"主动", Part::filler},
                                      {"政策性", Part::filler},
                                      {"登记", Part::filler},
                                      {"手续", Part::filler},
                                      {"状态", Part::filler},
                                      {"了", Part::filler},
                                      {"是", Part::filler},
                                      {"于", Part::filler},
                                      {"年", Part::filler},
                                      {"月", Part::filler},
                                      {"日", Part::filler},
                                      {"第", Part::filler},
                                      {"批", Part::filler},
                                      {"（", Part::filler},
                                      {"）", Part::filler},
                                      {"：", Part::filler},
                                      {"。", Part::filler},
                                      {"LICENCE", Part::filler},
                                      {"LICENSE", Part::filler},
                                      {"PERMIT", Part::filler},
                                      {"REGISTRATION", Part::filler},
                                      {"HAS BEEN", Part::filler},
                                      {"ALREADY", Part::done},
                                      {"WAS", Part::filler},
                                      {"ON", Part::filler},
                                      {"IN", Part::filler},
                                      {"IS", Part::filler}}};
constexpr std::string_view MARKS = " ()[]:.-", BEGUN_ANEW = "撤销";

Word const* longest_word(std::string_view rest) {
  Word const* out = nullptr;
  for (auto const& w : WORDS)
    if (rest.starts_with(w.text) && (out == nullptr || w.text.size() > out->text.size())) out = &w;
  return out;
}

class Reader {
 public:
  Reader(std::string_view state, int year) : m_rest(state), m_year(year) {}

  bool ended() {
    while (!m_rest.empty())
      if (!mark() && !number() && !word()) return false;
    return m_deeds > 0 && (m_done || !m_needs_done) && !m_to_come;
  }

 private:
  bool mark() {
    if (MARKS.find(m_rest[0]) == std::string_view::npos) return false;
    return m_rest.remove_prefix(1), true;
  }

  bool number() {
    auto const end = std::min(m_rest.find_first_not_of("0123456789"), m_rest.size());
    if (end == 0) return false;
    if (end >= DIGITS_OF_YEAR)
      m_to_come = m_to_come || std::stoi(std::string(m_rest.substr(0, DIGITS_OF_YEAR))) > m_year;
    return m_rest.remove_prefix(end), true;
  }

  // 注销公告已撤销: what was done is undone; 吊销并注销, 已吊销、已注销: it is not.
  bool word() {
    auto const* w = longest_word(m_rest);
    if (w == nullptr) return false;
    if (w->part == Part::deed && m_deeds++ > 0 && (!m_joined || w->text == BEGUN_ANEW)) return false;
    m_joined = w->part == Part::joint || (m_joined && w->part != Part::deed);
    m_done = m_done || w->part == Part::done;
    m_needs_done = m_needs_done || w->part == Part::only_when_done;
    return m_rest.remove_prefix(w->text.size()), true;
  }

  std::string_view m_rest;
  int m_year, m_deeds = 0;
  bool m_joined = false, m_done = false, m_needs_done = false, m_to_come = false;
};

}  // namespace

bool says_ended(std::string const& state, Date as_of) {
  auto const text = large_letters(state);
  return state.size() <= LONGEST && Reader(text, static_cast<int>(as_of.year())).ended();
}

}  // namespace redline
