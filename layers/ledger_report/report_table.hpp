// The tables of the report of a ledger: each is one SELECT over the ledger (and the tables of ledger_views.hpp), with a
// meaning behind each column of its result. Numbers are rounded once, half to even: m² 2 decimals, ha and km² 4, metres
// and shares in % 2, degrees 6. Headings are the texts ledger_report.col.KEY or, as in the ledger itself,
// column.KEY; names of tables and sheets ledger_report.table.KEY. filled(): its rows; `where` replaces {where} in the
// SQL. Rows are found by links to their conflict_id and activity_id.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "layers/ledger_report/ledger_file.hpp"
#include "layers/report/document.hpp"

namespace redline {

enum class Format {
  text,
  word,
  stated,
  named,
  schematic,
  finding,
  count,
  m2,
  km2,
  ha,
  metres,
  percent,
  degrees,
  residue
};

struct ReportColumn {
  std::string key;
  Format format = Format::text;
  std::string words = {};  // Format::word: the group of texts
  double share = 1;        // of the width of a page
  bool wide = false;       // in the workbook only
  bool if_any = false;     // a number: on the page only where one is not 0
};

struct ReportTable {
  std::string key, sql;
  std::vector<ReportColumn> columns;
};

std::vector<ReportTable> const& report_tables();
ReportTable const& report_table(std::string_view key);
report::Table filled(LedgerFile& ledger, ReportTable const& table, Language language, std::string const& where = "1");

}  // namespace redline
