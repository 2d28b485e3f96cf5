// Bars stacked by verdict, and how pieces come together on one sheet. chart(): the rows of a SELECT with a name, then
// one count for each of OVERLAP_VERDICTS; rows without any are left out and counted in a line below, rows beyond `most`
// stand together in one bar that says how many. Lengths are linear from 0.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "layers/ledger_report/region_map.hpp"

namespace redline {

struct ChartRequest {
  std::string title, sql;
  double width = 300;
  std::size_t most = 30;
  std::function<std::string(std::string const&)> name;  // how a name of the SELECT is shown
};

SvgPiece chart(LedgerFile& ledger, ChartRequest const& request, Language language);
SvgPiece verdict_legend(double width, Language language);

struct Placed {
  SvgPiece piece;
  double x, y;
};
std::string sheet(std::vector<Placed> const& pieces, double width, double height, std::string const& title);

}  // namespace redline
