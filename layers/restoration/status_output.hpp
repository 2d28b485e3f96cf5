// The state of restoration as text: JSON (redline-restoration/1) and CSV (UTF-8 with byte order mark, CRLF) for
// programs and Excel, lines for people. Areas in m², volumes in m³, rounded once, half to even, to 2 decimals; shares
// to 6. `reserve`: only this row (id), empty: all. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "layers/restoration/status_run.hpp"
#include "layers/workspace/reserve_name.hpp"  // IWYU pragma: export

namespace redline {

std::string status_json(StatusRun const& run, Language language, std::string const& reserve);
std::string status_csv(StatusRun const& run, Language language, std::string const& reserve);
std::vector<std::string> status_lines(StatusRun const& run, Language language, std::string const& reserve);
std::string text_of(Finding const& finding, Language language);
std::string status_text(std::string const& code, Language language);
std::string stage_text(Stage const& stage, Language language);    // as offices call it, or its code in words
std::string zone_text(std::string_view zone, Language language);  // of a code, or the word itself

std::string balance_text(GroundTotals const& ground, Language language);
std::string thousands(std::string number);  // 9519800 -> 9,519,800

// The id behind a name or id of a reserve. Error(usage, restoration.no_such_reserve {name}).
std::string reserve_id(std::string const& workspace, std::string const& name);

}  // namespace redline
