// The report of a ledger as a document: one page for the director, then by reserve, by prefecture and county, by kind,
// the overlaps of each reserve, contacts, rights, findings, layers, decisions, manifest. Every number comes from the
// ledger by SQL. A page shows at most rows_per_reserve overlaps of a reserve and says how many more there are; the
// workbook has all. Prefectures come from `register_file` (empty: the built-in one) where that is the register the
// ledger was made with; else they are "not stated" and the report says so. Errors: those of LedgerFile.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "layers/report/document.hpp"

namespace redline {

struct LedgerReportOptions {
  std::string ledger, register_file;
  std::string name;  // of the ledger, as the report gives it; empty: that of the file
  std::size_t rows_per_reserve = 10;
  Language language = Language::zh;
  bool with_pictures = true;
};

report::Document ledger_document(LedgerReportOptions const& options);

}  // namespace redline
