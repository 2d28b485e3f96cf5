// Names of reserves in a table that the register does not know: rows without polygons under them count in no reserve.
// Findings restoration.reserve_unknown {file, name, rows, the nearest name of the register} or, where none is near,
// restoration.reserve_elsewhere {file, name, rows}. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <unordered_map>

#include "layers/workspace/register.hpp"

namespace redline {

// All names of the reserves: do two texts name the same one?
class ReserveSpellings {
 public:
  explicit ReserveSpellings(Register const& known);
  bool same(std::string const& a, std::string const& b) const;

 private:
  std::string const& id_of(std::string const& name) const;  // empty: none

  std::unordered_map<std::string, std::string> m_ids;            // by normal name
  mutable std::unordered_map<std::string, std::string> m_asked;  // by name
};

std::string reserve_in(std::string const& text, Register const& known);  // the only one that it names; else empty
Findings reserve_findings(std::string const& file, std::map<std::string, int> const& rows_by_name,
                          Register const& known);

}  // namespace redline
