// Brings a table of restoration records into the store of a workspace. Rows keep their source and are recognised by
// their content: the same file, or the same row in another file, changes nothing. A row whose id is there with other
// content is refused: a correction is a new row with its own id that names what it `replaces`; not so a running sum of
// another day (next_reports.hpp). A file that was imported before is read again where `reported_on` is given. If any
// row cannot be used nothing is written: Error(input, restoration.rows_unusable) lists them. Polygons come to
// EPSG:4490; points and lines are refused with a row message. A store is no table: Error(input, restoration.is_store
// {path}).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <map>
#include <optional>
#include <string>

#include "engine/core/date.hpp"
#include "engine/core/finding.hpp"
#include "engine/core/progress.hpp"
#include "engine/core/text.hpp"

namespace redline {

struct ImportOptions {
  std::string workspace, source;  // source: FILE[:LAYER]
  std::string encoding, crs;
  std::optional<Date> reported_on;             // for rows that carry no day
  std::map<std::string, std::string> columns;  // meaning -> COLUMN or =VALUE
  std::string now;                             // as the store shall remember the moment
  std::chrono::milliseconds patience{30'000};
  Language language = Language::zh;
  Progress* progress = nullptr;
};

struct ImportResult {
  std::int64_t rows = 0, added = 0, known = 0, records = 0, tasks = 0, polygons = 0;
  std::string before;                        // when this very file was imported, where nothing was done now
  std::vector<std::string> unknown_columns;  // kept with the row, not used
  Findings findings;
};

ImportResult import_restoration(ImportOptions const& options);

}  // namespace redline
