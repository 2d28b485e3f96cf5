// A header over two rows, as offices draw it: 治理面积 over 亩 and 公顷, 面积（亩） over 应治理 and 已治理, 累计完成
// over 治理面积 and 验收面积. `header` is the upper row, `below` the row under it. Merged cells hold their value
// everywhere (XLSX) or only at their left end (CSV). combined() gives one name for each column, none where `below` is a
// row of data: it then holds a digit, or something under a name of one column that is neither its unit nor a heading
// (heading_cells.hpp). A unit goes behind the name in brackets. A name of time (header_groups.hpp) goes in front of the
// other: 本年治理面积, 累计治理面积, 2017年/治理面积. Of other words the first that is `known` counts: behind the
// upper name, alone, before it. No two columns get one name: of those that would a running sum goes first, the others
// are called group/heading, as every column of two names is in `grouped` (else empty).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace redline {

using Known = std::function<bool(std::string const& heading)>;

inline constexpr char const* PART_OF_SUM = "（分项）";  // behind a name: its sum is read in its place

struct Headings {
  std::vector<std::string> names, grouped;
};
std::optional<Headings> combined(std::vector<std::string> header, std::vector<std::string> const& below,
                                 Known const& known);

}  // namespace redline
