// Areas that the sheets of a workbook state. One is that of the whole where that fits, else that of the corners of its
// own sheet: with what a sheet called 扣除 takes off them or without. take(): as the sheets come; settle(): once the
// parcels are placed, `m2` of each; what is said of one parcel goes to it, of the whole to the list, and what is said
// of several parcels of a sheet stays in CornerList::sheet_areas. Where a parcel failed, what is said of its ground is
// not compared.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/corner_list.hpp"

namespace redline {

void take_sheet_areas(CornerList& all, CornerList const& sheet, std::string const& ground);  // its worksheet
void deduct_from_sheet(CornerList& all, CornerList const& deducted, std::string const& ground);
void declare_of_sheets(CornerList& all);  // when all have come: of the only ground, or what they say together
void settle_sheet_areas(CornerList& placed, std::vector<double> const& m2);
double area_of_sheet(CornerList const& placed, std::vector<double> const& m2, std::string const& sheet);
SaidArea with_or_without(SaidArea const& said, double m2);  // what is deducted, as it fits

}  // namespace redline
