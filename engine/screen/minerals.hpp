// Words for minerals, as registers and licences write them (金, 金矿, 岩金；铅、锌；油气；Gold), compared by what they
// name: each text becomes a set of minerals. known_to_differ: both texts are understood word for word, name at least
// one mineral each, and have none in common. A word that is not in the table, 多金属 or 等 leaves a text open: such
// texts are never known to differ.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

namespace redline {

bool known_to_differ(std::string_view minerals, std::string_view others);

}  // namespace redline
