// The words of a text that name a datum or a shifted system: 2000国家大地坐标系, 1980西安, 54坐标, WGS 84, GCJ-02; and
// bare numbers where two stand together (2000与1980坐标对照表). `source`: by its words what the coordinates were
// converted from (由1980西安坐标系转换为…). In the cell of a heading bare numbers count, too (X80, 2000Y).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

namespace redline {

struct DatumWord {
  std::string said;
  std::size_t begin = 0, end = 0;  // with 坐标系 behind it, in the text with narrow letters
  bool source = false;
};

std::vector<DatumWord> datum_words(std::string const& narrowed);
std::string datum_of_heading(std::string const& cell);  // empty: none, or two
std::string without_datum(std::string const& heading);  // X of 1980西安坐标系X and of 80X
std::string same_datum(std::string const& said);        // equal for words of one datum
bool is_cgcs2000(std::string const& said);

}  // namespace redline
