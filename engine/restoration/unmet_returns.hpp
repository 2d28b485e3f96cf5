// Ground is sent back (退回再整改), or disturbed again, under the name of a site of which nobody had reported that
// anything was restored or accepted: nothing is taken back by it. A return is told where nothing else is known of that
// name, and both where a site of the reserve that has something restored is called nearly so (一号铁矿 and 1号铁矿,
// 磁海铁矿 and 哈密磁海铁矿): restoration.returned_unmet {row, names}, .returned_unknown {row}. Numbers in names must
// agree: 1号矿 is not 2号矿.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/tally.hpp"

namespace redline {

bool like_named(std::string_view site, std::string_view other);
void tell_unmet(std::string_view reserve, std::vector<SiteTally> const& sites, Findings& findings);

}  // namespace redline
