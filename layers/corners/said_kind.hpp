// Whose right a list is of, by its words: 探矿权, 勘查许可证, 勘查项目, T and digits; 采矿权, 采矿许可证, C and digits.
// Rights that are told of only (周边, 相邻, 原, 无, …) do not count. take_kinds_of_line() keeps what a line beside the
// corners or a title says until give_kinds_to_parcels() (at its end): of all parcels where all say the same; else each
// has what stands above it, from the one before it on, and one above which nothing stands has all that is said.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "layers/corners/corner_list.hpp"

namespace redline {

std::vector<KindWord> kind_words(std::string const& text);
void take_kinds_of_line(int line, std::string const& text, CornerList& list);
void give_kinds_to_parcels(CornerList& list);

}  // namespace redline
