// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/phone_maps.hpp"

#include <cpl_string.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <memory>

#include "engine/core/letters.hpp"
#include "layers/corners/corner_text.hpp"

namespace redline {
namespace {

constexpr std::size_t HEAD = 1 << 16;  // bytes in which a program names itself

struct Sign {
  char const* word;
  bool shifted;
};
// Maps of AutoNavi, Baidu and Tencent are in GCJ-02 or BD-09; Ovital's (奥维) export is in WGS 84 or in GCJ-02 as its
// user has set it.
constexpr std::array<Sign, 14> SIGNS{{{"gcj-02", true},
                                      {"gcj02", true},
                                      {"火星坐标", true},
                                      {"bd-09", true},
                                      {"bd09", true},
                                      {"autonavi", true},
                                      {"amap.com", true},
                                      {"高德地图", true},
                                      {"百度地图", true},
                                      {"map.baidu", true},
                                      {"腾讯地图", true},
                                      {"map.qq", true},
                                      {"ovital", false},
                                      {"奥维", false}}};

std::string head_of(std::string const& path) {
  std::unique_ptr<VSILFILE, int (*)(VSILFILE*)> const file(VSIFOpenL(path.c_str(), "rb"), VSIFCloseL);
  std::string out(HEAD, '\0');
  out.resize(file ? VSIFReadL(out.data(), 1, HEAD, file.get()) : 0);
  return out;
}

std::string head_of_kmz(std::string const& path) {
  auto const root = "/vsizip/{" + path + "}";
  CPLStringList const files(VSIReadDirRecursive(root.c_str()), TRUE);
  for (int i = 0; i < files.size(); ++i)
    if (small_letters(files[i]).ends_with(".kml")) return head_of(root + "/" + files[i]);
  return {};
}

}  // namespace

std::optional<PhoneMap> phone_map_of(std::string const& path) {
  auto const text = small_letters(small_letters(path).ends_with(".kmz") ? head_of_kmz(path) : head_of(path));
  for (auto const& sign : SIGNS)
    if (text.find(sign.word) != std::string::npos) return PhoneMap{sign.word, sign.shifted};
  return std::nullopt;
}

}  // namespace redline
