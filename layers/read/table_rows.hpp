// A table whose first row need not be its header (spreadsheets; CSV with title lines): finds the row that names columns
// of coordinates among the first 30, and gives the rows below it as a layer in memory. The fid is the row number of the
// sheet. An empty header cell takes the cell above it (headers over two rows) or F<column>. Wholly empty rows are no
// features. Rows above the header are a finding (read.title_rows). Error(input, "read.no_coordinates") where no row is
// such a header.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <string>
#include <vector>

#include "layers/read/coordinate_columns.hpp"

namespace redline {

struct TableRows {
  GDALDatasetUniquePtr dataset;
  OGRLayer* layer = nullptr;
  std::vector<std::string> titles;  // cells above the header
};

TableRows rows_below_header(OGRLayer& sheet, std::string const& x_field, std::string const& y_field,
                            TableName const& table, Findings& findings);

}  // namespace redline
