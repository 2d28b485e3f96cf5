// Corners written as words with numbers: "1、东经83°00′48.281″，北纬44°35′59.917″；", "J2 X=4940966.78 Y=28421670.31",
// one or several in a line. Nothing where a line holds no whole pair, or numbers besides; but words behind numbered
// corners may hold some that are none of coordinates (。开采深度由1200米至900米标高).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

namespace redline {

struct LabelledCorner {
  std::string name;           // empty: none
  std::string first, second;  // as printed: north and east, or X and Y
  bool north_first = false;   // known by the words
  std::string words = {};     // behind the corner before, and before its name
  bool numbered = false;      // words: the number of an area, (1) or 一、
};

struct LabelledLine {
  std::vector<LabelledCorner> corners;
  std::string behind;  // the words behind the last of them
};

LabelledLine labelled_line(std::string const& line);
std::vector<LabelledCorner> labelled_corners(std::string const& line);

}  // namespace redline
