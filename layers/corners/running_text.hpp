// Corners in the running text of a licence: "…圈定：1（4940966.78，28421670.31）、2（4940966.78；28421770.25）…": a
// pair in brackets, full-width or not, behind its number. Inside, a comma, 、, a semicolon or a space parts the two, or
// their labels do. Nothing where a line holds no such pair. `wrong`: what would be lost, a broken pair or a number
// between two corners; then the others do not count. place_of_name(): where the number of a corner begins at the end of
// the words before its bracket; their length where there is none.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "layers/corners/labelled_row.hpp"

namespace redline {

struct RunningText {
  std::string before, beside;  // the words before the first corner; between and behind
  std::string behind;          // the last of them
  std::vector<LabelledCorner> corners;
  std::string wrong;
};

std::optional<RunningText> running_text(std::string const& line);
std::size_t place_of_name(std::string const& words);

}  // namespace redline
