// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/corner_number.hpp"

#include <cstdlib>

namespace redline {

CornerNumber corner_number(std::string const& name) {
  auto const last = name.find_last_not_of("0123456789");
  auto const start = last == std::string::npos ? 0 : last + 1;
  if (start == name.size() || name.size() - start > 9) return {name, -1};
  return {name.substr(0, start), std::strtol(name.c_str() + start, nullptr, 10)};
}

}  // namespace redline
