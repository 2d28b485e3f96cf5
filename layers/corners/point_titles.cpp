// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/point_titles.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "layers/corners/corner_text.hpp"
#include "layers/corners/page_words.hpp"

namespace redline {
namespace {

constexpr std::array<std::string_view, 8> CORNERS{"拐点", "界址", "范围", "边界", "矿界", "圈定", "顶点", "角点"};
constexpr std::array<std::string_view, 17> POINTS{"中心", "井口",   "井筒",   "主井", "副井",  "风井",
                                                  "斜井", "竖井",   "立井",   "平硐", "硐口",  "钻孔",
                                                  "孔口", "控制点", "水准点", "测站", "采样点"};
constexpr std::array<std::string_view, 10> GROUND{"区", "矿", "井田", "块段", "地块", "用地", "场", "库", "一带", "厂"};

// Where the last of the words ends; 0: none is there.
template <class Words>
std::size_t last_of(std::string const& text, Words const& words) {
  std::size_t out = 0;
  for (std::string_view const word : words)
    if (auto const at = text.rfind(word); at != std::string::npos) out = std::max(out, at + word.size());
  return out;
}

template <class Words>
bool says_one_of(std::string const& text, Words const& words) {
  return last_of(text, words) > 0;
}

}  // namespace

bool of_corners(std::string const& text) { return says_one_of(text, CORNERS); }

bool of_centre(std::string const& text) { return text.find("中心") != std::string::npos; }

TitleOf title_of(std::string const& text) {
  auto const whole = narrow(text);
  if (!says_one_of(whole, POINTS)) return TitleOf::others;
  if (!says_one_of(whole, GROUND)) return TitleOf::points;
  auto const title = bare_title(whole);
  auto const head = title.substr(0, title.rfind("坐标"));
  return last_of(head, GROUND) > last_of(head, POINTS) ? TitleOf::ground : TitleOf::points_of_ground;
}

}  // namespace redline
