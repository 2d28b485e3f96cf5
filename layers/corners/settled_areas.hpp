// Of the areas that a list states, those to be held against its corners: not those of other things; of words that are
// not known only where no other is said; and what is deducted taken off. 总面积, 扣除面积 and 净面积 that agree are the
// net one, those that do not are two. Where the net one is not said, the area may be with or without what is deducted.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/corner_list.hpp"

namespace redline {

struct SettledAreas {
  std::vector<SaidArea> kept, left;  // left: not compared
};

SettledAreas settled_areas(std::vector<SaidArea> const& said);
bool same_area_said(double a, double b, double step);  // within 0.1 % or the last printed place

}  // namespace redline
