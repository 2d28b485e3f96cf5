// What the columns of a register say of a parcel beside its corners: number of the licence, name, mineral, kind, the
// days and elevations between which it holds, and the area as printed, with its unit.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/printed_row.hpp"
#include "layers/corners/register_columns.hpp"

namespace redline {

Parcel described(std::vector<std::string> const& cells, RegisterColumns const& columns);  // no corners
// Of a row of one corner, whose 标高 may be its own.
Parcel described_by_row(std::vector<std::string> const& cells, RegisterColumns const& columns);
// Of a heading over rows of corners; none where it says nothing of the parcels. Counts the columns in `corners`.
std::optional<RegisterColumns> register_beside(std::vector<std::string> heading, CornerColumns const& corners);
std::string trimmed_cell(std::vector<std::string> const& cells, int column);  // empty where there is none

}  // namespace redline
