// The cells of a workbook (XLSX, XLS, ODS) as texts, sheet by sheet: the sheet that is named as layer, or all. Row n of
// a sheet is rows[n - 1]; all rows of a sheet have one length, columns that are empty throughout are left out. Numbers
// are given with the 15 digits that Excel shows. Errors as of open_source().
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "layers/read/open.hpp"

namespace redline {

struct SheetCells {
  std::string name;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> columns = {};  // their letters: A, B, D
  bool ends_early = false;                // of an ODS: rows behind 10,000 empty ones were not read
};

bool is_workbook(SourceOptions const& options);  // by its ending, also FILE:SHEET
std::vector<SheetCells> read_sheets(SourceOptions const& options);

}  // namespace redline
