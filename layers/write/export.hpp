// The conflicts of a ledger as one file, by the ending of out_path; rows in the order of the table conflicts.
// .csv: all columns, for Excel: UTF-8 with byte order mark, RFC 4180 (CRLF, quotes doubled), dot decimals; square
// metres and metres with 2 decimals, shares with 6, degrees with 7, rounded half-even; NULL is an empty field. Text is
// written as it is.
// .geojson: RFC 7946, all columns, full numbers, coordinates with 9 decimals, longitude first, CGCS2000 taken as WGS 84
// (their difference lies below the accuracy of any boundary); a contact has a null geometry. The file appears complete
// or not at all.
// Errors: write.format {path} (kind usage), write.not_a_ledger {path, reason} (kind input), AtomicFile's.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

void check_export_format(std::string const& out_path);
void export_conflicts(std::string const& ledger_path, std::string const& out_path, bool overwrite);

}  // namespace redline
