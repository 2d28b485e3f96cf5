// What a title with words of points names: the points (井口坐标, 矿区钻孔坐标), or ground that is called by them
// (二号平硐采区坐标, 风井场地坐标). Its last such word before 坐标 tells. Points whose title speaks of ground, too, may
// be an outline.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

enum class TitleOf { others, points, points_of_ground, ground };

TitleOf title_of(std::string const& text);
bool of_centre(std::string const& text);   // of which there is one
bool of_corners(std::string const& text);  // 拐点, 范围, …

}  // namespace redline
