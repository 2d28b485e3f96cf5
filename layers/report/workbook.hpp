// The tables of a document as a workbook (XLSX): a sheet for each name, texts as texts (never formulas), numbers as
// numbers in the decimals that are printed, headings frozen, filters on. The same document gives the same bytes.
// Error(output, write.…).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/report/document.hpp"

namespace redline::report {

void write_workbook(Document const& document, std::string const& path, bool overwrite);

}  // namespace redline::report
