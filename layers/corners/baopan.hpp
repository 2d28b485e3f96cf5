// The 报盘 / 勘测定界 TXT form: [属性描述] with KEY=VALUE, [地块坐标] with a line per parcel (…,面,…,@) and a line per
// corner (点号,圈号,X = north,Y = east). Other sections and lines before the first one are ignored with a finding;
// counts, areas and 圈号 are kept as said and never trusted. looks_like_baopan(): by its sections, or by a parcel line.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/corner_list.hpp"

namespace redline {

bool looks_like_baopan(std::vector<std::string> const& lines);
void parse_baopan(std::vector<std::string> const& lines, std::string const& layer, CornerList& out);

}  // namespace redline
