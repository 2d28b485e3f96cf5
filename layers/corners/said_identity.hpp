// Whose right a list is of, as lines beside its corners say: 采矿许可证号：C65…, 项目名称：…, 申请人：…, one or several
// in a line. It names the right and its holder, nothing more: a number of a licence is no renewal.
// identity_of_heading(): the same of a key in a header. settled_identity(): what all that is said agrees on; several
// that differ are none.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "layers/corners/right_terms.hpp"

namespace redline {

std::vector<PrintedTerm> identities_of_line(std::string const& line);
std::optional<TermPart> identity_of_heading(std::string const& heading);
bool is_identity_line(std::string const& line);

struct SettledIdentity {
  std::string text;                // empty: none
  std::vector<std::string> apart;  // several that differ
};
SettledIdentity settled_identity(std::vector<PrintedTerm> const& terms, TermPart part);

}  // namespace redline
