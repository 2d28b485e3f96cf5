// The cells of a spreadsheet (XLSX, ODS, XLS), row by row, all as texts, with the value of a merged region (XLSX) in
// each of its cells. Errors: read.not_vector, read.no_layer, read.which_layer. SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/rows.hpp"

namespace redline {

class CellSource {
 public:
  virtual ~CellSource() = default;
  virtual bool next(TableRow& row) = 0;
};

std::unique_ptr<CellSource> open_sheet(std::string const& file, std::string const& sheet);  // sheet empty: the only one

}  // namespace redline
