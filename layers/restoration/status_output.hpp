// The state of restoration as text: JSON (redline-restoration/1) and CSV (UTF-8 with byte order mark, CRLF) for
// programs and Excel, lines for people. Areas in m², volumes in m³, rounded once, half to even, to 2 decimals; shares
// unrounded, for people cut to 0.01 %. `reserve`: only this row (id), empty: all. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "layers/restoration/status_run.hpp"
#include "layers/restoration/words.hpp"       // IWYU pragma: export
#include "layers/workspace/reserve_name.hpp"  // IWYU pragma: export

namespace redline {

std::string status_json(StatusRun const& run, Language language, std::string const& reserve);
std::string status_csv(StatusRun const& run, Language language, std::string const& reserve);
std::vector<std::string> status_lines(StatusRun const& run, Language language, std::string const& reserve);
// The id behind a name or id of a reserve. Errors (usage): restoration.no_such_reserve {name, nearest},
// restoration.no_reserve_like {name}.
std::string reserve_id(std::string const& workspace, std::string const& name);

}  // namespace redline
