// Corners whose numbers a mark parts from their coordinates: "1、4940500.00，28421950.00", "1. X, Y", "1：X,Y", "1） X,
// Y", "拐点1：83°01′00″E，44°35′45″N；", "1,X,Y;2,X,Y", "X1=… Y1=…", one or several in a line, perhaps in a sentence.
// Rows that cells alone tell (1,X,Y) are none of these. A number behind the corners that may be of another one is
// `wrong`.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "layers/corners/running_text.hpp"

namespace redline {

std::optional<RunningText> marked_text(std::string const& line);
struct RowWithWords {
  std::vector<std::string> row;  // number and coordinates
  std::string words;
};
std::optional<RowWithWords> row_with_words(std::string const& line);  // 5 X Y，开采标高1200-900m
bool meant_as_marked(std::string const& line);                        // begins like one: 3、4940600.00，2842205O.00

}  // namespace redline
