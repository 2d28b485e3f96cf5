// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/no_corners.hpp"

#include <algorithm>
#include <regex>

#include "layers/corners/corner_number.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/printed_row.hpp"
#include "layers/corners/ring_area.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_FILE_NAME = 60;

// 甲, 界桩, 1号井; not 3, J3', 3a.
bool lacks_number(Corner const& c) {
  static std::regex const numbered(R"([A-Za-z]{0,3}-?\d+['a-zA-Z]?)");
  return !c.name.empty() && corner_number(c.name).value < 0 && c.name.size() <= LONGEST_FILE_NAME &&
         !std::regex_match(c.name, numbered);
}

// How many names without a number stand before the corner 1; before 2, one of them is the first corner.
std::size_t before_first(CornerRing const& ring) {
  auto const& corners = ring.corners;
  auto const one = std::find_if(corners.begin(), corners.end(), [](auto const& c) { return !lacks_number(c); });
  bool const series = corners.end() - one >= static_cast<std::ptrdiff_t>(FEWEST_CORNERS);
  return series && corner_number(one->name).value == 1 ? static_cast<std::size_t>(one - corners.begin()) : 0;
}

// Behind three corners with numbers, and before the first.
std::vector<bool> others_of(CornerRing const& ring) {
  std::vector<bool> out(before_first(ring), true);
  std::size_t numbered = 0;
  for (auto i = out.size(); i < ring.corners.size(); ++i) {
    auto const& c = ring.corners[i];
    out.push_back(numbered >= FEWEST_CORNERS && lacks_number(c));
    numbered += corner_number(c.name).value >= 0 ? 1 : 0;
  }
  return out;
}

CornerRing without(CornerRing ring, std::vector<bool> const& others) {
  std::vector<Corner> kept;
  for (std::size_t i = 0; i < ring.corners.size(); ++i)
    if (!others[i]) kept.push_back(ring.corners[i]);
  ring.corners = std::move(kept);
  return ring;
}

void leave_all(CornerRing& ring, std::vector<bool> const& others, bool doubtful, LineBook& book) {
  auto const less = without(ring, others);
  auto doubts = ring.doubts;
  for (std::size_t i = 0; i < others.size(); ++i) {
    if (!others[i]) continue;
    auto const& c = ring.corners[i];
    if (doubtful)
      doubts.push_back({"corner.name_left", c.line, c.name}), book.ignore(c.line, "corner.line.no_corner");
    else
      leave_out(c.line, c.name, book);
  }
  ring = less, ring.doubts = std::move(doubts);
}

void settle(std::size_t which, std::vector<CornerRing>& rings, SaidOfRings const& said, LineBook& book) {
  auto& ring = rings[which];
  auto const others = others_of(ring);
  auto const first = std::find(others.begin(), others.end(), true);
  if (first == others.end()) return;
  auto changed = rings;
  changed[which] = without(ring, others);
  bool const with_them = fits_area(rings, said), fits_without = fits_area(changed, said);
  if (with_them && !fits_without) return;
  if (fits_without && !with_them) return leave_all(ring, others, false, book);
  bool const kept_sound = sound(ring), left_sound = sound(changed[which]);
  bool const keep = kept_sound == left_sound ? !others.back() : kept_sound;
  if (!keep) return leave_all(ring, others, true, book);
  for (std::size_t i = 0; i < others.size(); ++i)
    if (others[i]) ring.doubts.push_back({"corner.name_kept", ring.corners[i].line, ring.corners[i].name});
}

}  // namespace

bool is_void_corner(std::vector<std::string> const& row) {
  static std::regex const words("作废|已废|已删除|已取消|不采用|不再使用");
  auto const numbers = std::count_if(row.begin(), row.end(), is_number);
  return numbers >= 2 && std::any_of(row.begin(), row.end(), [](auto const& c) {
           return c.size() <= LONGEST_FILE_NAME && std::regex_search(c, words);
         });
}

bool names_no_corner(std::string const& name, bool may_have_digits) {
  static std::regex const words(
      "中心|重心|质心|形心|平均|均值|最大|最小|极值|井口|主井|副井|风井|竖井|斜井|井筒|平硐|硐口|坑口|"
      "实测点|观测点|检查点|校核点|控制点|基准点|参考点"),
      wells("中心|平均|最大|最小|井口|主井|副井|风井|竖井|斜井|井筒|平硐|硐口|坑口|号井");
  if (name.empty() || name.size() > LONGEST_FILE_NAME) return false;
  bool const digits = name.find_first_of("0123456789") != std::string::npos;
  return digits ? may_have_digits && std::regex_search(name, wells) : std::regex_search(name, words);
}

void leave_out(int line, std::string const& name, LineBook& book) {
  book.ignore(line, "corner.line.no_corner");
  book.find("corner.no_corner", Severity::warning, line, {shortened(name)});
}

void settle_names(std::vector<CornerRing>& rings, SaidOfRings const& said, LineBook& book) {
  for (std::size_t i = 0; i < rings.size(); ++i) settle(i, rings, said, book);
}

}  // namespace redline
