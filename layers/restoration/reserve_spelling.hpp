// Names of reserves in a table that the register does not know: rows without polygons under them count in no reserve.
// Findings restoration.reserve_unknown {file, name, rows, the nearest name of the register} or, where none is near,
// restoration.reserve_elsewhere {file, name, rows}. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>

#include "layers/workspace/register.hpp"

namespace redline {

std::string reserve_in(std::string const& text, Register const& known);  // the only one that it names; else empty
Findings reserve_findings(std::string const& file, std::map<std::string, int> const& rows_by_name,
                          Register const& known);

}  // namespace redline
