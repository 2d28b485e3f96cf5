// The name of a corner as a running number: 7 of J7, behind the prefix J. No number: value is -1.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

struct CornerNumber {
  std::string prefix;
  long value = -1;
  bool follows(CornerNumber const& before) const {
    return value >= 0 && prefix == before.prefix && value == before.value + 1;
  }
};

CornerNumber corner_number(std::string const& name);

}  // namespace redline
