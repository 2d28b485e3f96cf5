// A header over two rows, as offices draw it: 治理面积 over 亩 and 公顷, 面积（亩） over 应治理 and 已治理. `header` is
// the upper row, `below` the row under it. Merged cells hold their value everywhere (XLSX) or only at their left end
// (CSV). combined() gives one name for each column, none where `below` is a row of data: it then holds a digit, or
// something under a name that stands over one column alone. Under a name over several columns a unit goes behind it in
// brackets; of other words the first that is `known` counts: alone, before, behind the upper name.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace redline {

using Known = std::function<bool(std::string const& heading)>;
std::optional<std::vector<std::string>> combined(std::vector<std::string> header, std::vector<std::string> const& below,
                                                 Known const& known);

}  // namespace redline
