// Which of several outlines of a file is the one applied for, as their titles say (outline_words.hpp): beside one after
// a change, an untitled one is that before it, and the other way round. Each is screened by itself, whatever it is;
// this says what it is. Rows of registers and features speak for themselves alone.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "layers/corners/corner_list.hpp"

namespace redline {

// Of the i-th parcel; nothing where the titles of the file tell no outlines apart.
std::optional<Finding> outline_in_file(CornerList const& list, std::size_t i);

}  // namespace redline
