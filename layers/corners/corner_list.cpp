// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/corner_list.hpp"

#include <algorithm>

namespace redline {

std::string CornerList::header_value(std::string const& key) const {
  for (auto const& [name, value] : header)
    if (name == key) return value;
  return {};
}

bool CornerList::has_failed_lines() const {
  return std::any_of(lines.begin(), lines.end(), [](LineRecord const& r) { return r.fate == Fate::failed; });
}

}  // namespace redline
