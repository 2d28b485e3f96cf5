// Names of GCJ-02 and BD-09 (火星坐标, 高德地图坐标, 百度经纬度): systems that nothing here converts (phone_maps.hpp).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

bool is_offset_system(std::string const& name);

}  // namespace redline
