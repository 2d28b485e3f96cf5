// A small CSV table in UTF-8 (a byte order mark is fine) with a header line, every line checked: as many values as the
// header has columns, all columns known, none twice. Lines count from 1, the header being 1. Blank lines are skipped;
// values are trimmed. Errors: Error(input, "workspace.csv_…") with file and line.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace redline {

struct CsvRecord {
  int line = 0;
  std::map<std::string, std::string, std::less<>> values;
};

std::vector<CsvRecord> read_csv(std::string const& text, std::string const& file,
                                std::vector<std::string_view> const& columns);

}  // namespace redline
