// The lines of register.csv and aliases.csv as values: numbers, days or years, words; each failure names file, line and
// column.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "layers/workspace/register.hpp"

namespace redline {

std::vector<Reserve> read_reserves(std::string const& text, std::string const& file);
std::vector<Alias> read_aliases(std::string const& text, std::string const& file);

}  // namespace redline
