// Two rows of one table for one site that differ in zone or in kind (of activity, or the pit) speak of two parts of it,
// or, without a site, of two in the reserve: equal figures of theirs are not one said twice. So it is with a correction
// of such a row, wherever it stands. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <set>

#include "engine/restoration/book.hpp"

namespace redline {

bool other_part(RestorationRecord const& a, RestorationRecord const& b);  // of one site

// By site the zones that it lies in part by part: of these one table has figures of one day, stage and quantity.
using ZonesOfParts = std::map<std::string_view, std::set<std::string_view>>;
ZonesOfParts zones_of_parts(std::vector<RestorationRecord const*> const& records);  // of one reserve

}  // namespace redline
