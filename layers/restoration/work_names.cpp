// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/work_names.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace redline {
namespace {

constexpr std::string_view AREA = "面积", FINISHED = "完成";

constexpr std::array<std::string_view, 8> WORK_WORDS{"治理", "恢复", "修复", "整治", "整改", "复垦", "复绿", "复耕"};
constexpr std::array<std::string_view, 3> DONE{"已", "完成", "实际"};

struct Words {
  bool work = false, finished = false, accepts = false, other = false;
};

// The words of a name without 面积 at its end; `other`: one of them is unknown.
Words words_of(std::string_view text) {
  constexpr std::array<std::string_view, 4> ACCEPTED{"验收", "销号", "通过", "合格"};
  constexpr std::array<std::string_view, 8> GROUND{"地质环境", "生态", "植被", "环境", "矿山", "矿区", "土地", "草原"};
  Words out;
  auto const take = [&](auto const& words) {
    auto const it = std::find_if(words.begin(), words.end(), [&](auto w) { return text.starts_with(w); });
    if (it == words.end()) return false;
    text.remove_prefix(it->size());
    return true;
  };
  while (!text.empty() && !out.other) {
    bool const finished = text.starts_with(FINISHED);
    if (take(WORK_WORDS))
      out.work = true;
    else if (take(DONE))
      out.finished = out.finished || finished;
    else if (take(ACCEPTED))
      out.accepts = true;
    else
      out.other = !take(GROUND);
  }
  return out;
}

template <std::size_t N>
bool holds(std::string_view name, std::array<std::string_view, N> const& words) {
  return std::any_of(words.begin(), words.end(), [&](auto w) { return name.find(w) != std::string_view::npos; });
}

}  // namespace

std::size_t meaning_by_words(std::string const& name) {
  if (!name.ends_with(AREA)) return MEANING_COUNT;
  auto const words = words_of(std::string_view(name).substr(0, name.size() - AREA.size()));
  if (words.other) return MEANING_COUNT;
  if (!words.accepts) return words.work || words.finished ? M_VALUE : MEANING_COUNT;
  constexpr std::array<std::string_view, 2> ACT{"验收", "销号"};
  return !words.work && holds(name, ACT) ? M_ACCEPTED_AREA : MEANING_COUNT;
}

bool says_done(std::string const& name) { return holds(name, DONE); }

bool says_treated(std::string const& name) {
  return holds(name, WORK_WORDS) || holds(name, std::array<std::string_view, 1>{FINISHED});
}

}  // namespace redline
