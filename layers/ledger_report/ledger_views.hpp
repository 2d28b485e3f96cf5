// What the report asks of a ledger, as temporary tables of its connection (the file does not change):
// rl_activity: each activity once, points, lines and areas; who = layer, id and occurrence in one text
// rl_conflict: every row of the three layers without geometry and trace, with who, place (the reserve of the register,
//              else the area) and rank (0 the most severe verdict); contacts stand there too: filter by certainty
// rl_place:    protected areas by place: name, kind, level, boundary (given, none), schematic, prefecture; contacts;
//              summed_m2, the dissolved ground of summary over its areas, zones and kinds of activity
// Prefectures come from `reserves` where it is the register the ledger was made with (its hash); else they are ''.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <string_view>

#include "layers/ledger_report/ledger_file.hpp"
#include "layers/workspace/register.hpp"

namespace redline {

// Verdicts of overlaps from the most severe on; their places are the ranks.
inline constexpr std::array<std::string_view, 6> OVERLAP_VERDICTS{"prohibited",  "must_exit",  "review",
                                                                  "conditional", "incomplete", "allowed"};

void make_ledger_views(LedgerFile& ledger, Register const* reserves);

// "甲州(乙县)、丙市(丁县、戊县)" -> "甲州、丙市": the prefectures alone.
std::string prefectures_alone(std::string const& text);

}  // namespace redline
