// The rows of a table of restoration records, one after another, as texts: CSV (any encoding, decided with evidence), a
// spreadsheet, or a layer with polygons (GeoPackage, Shapefile, …), by FILE[:LAYER]. In CSV and spreadsheets the header
// is the first of the first thirty rows in which at least three columns are known by name, with the rows below
// that belong to it (header_rows.hpp, below_header.hpp); what stands above is passed over. Merged cells of a
// spreadsheet hold their value in every cell. Row numbers are those of the file (line, row of the sheet, or feature
// id). A row below that repeats one of the header is passed over; one that looks like headings is an error. Errors:
// those of layers/read, restoration.no_header {path}, .heading_row {path, row, cells}.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/core/finding.hpp"
#include "engine/core/text.hpp"
#include "engine/geometry/geometry.hpp"
#include "layers/restoration/day_above.hpp"
#include "layers/restoration/header_rows.hpp"
#include "layers/restoration/units_above.hpp"

namespace redline {

// What one of the parts of a row that was read as several (year_rows.hpp) says of the state of the row; one acceptance
// speaks of all of them (part_states.hpp).
struct PartRole {
  bool figures_alone = false;  // the state of the row stands in another part, or in its figures of acceptance
  bool state_alone = false;    // no figures
  std::string whole;           // of the state: all that the row says was restored, "300亩"
  int since = 0;               // a day of acceptance from this year up to its own day is its day; 0: none
};

// heads: sums up the rows below it; of_which, part: of the one above, a part also where it has the name of a zone
enum class RowSum { none, heads, of_which, part };

struct TableRow {
  std::int64_t number = 0;
  std::vector<std::string> cells;
  std::vector<std::size_t> uncomputed;  // columns of formulas whose value the file does not hold
  std::vector<std::size_t> merged;      // columns whose value is that of a merged region that began before this cell
  Wkb wkb;
  Message geometry_problem;           // why the geometry cannot be used, or no key
  std::vector<std::size_t> of_parts;  // columns that the rows of its parts speak for (whole_rows.hpp)
  RowSum sum = RowSum::none;          // sum_rows.hpp, of_which.hpp
  bool sum_fits = false;              // all its figures are the sums
  int sum_rank = 0;                   // of its number; 0: none
  bool required_of_site = false;      // not of the part that it names (site_required.hpp)
  int part = 0;                       // of a row that was read as several (year_rows.hpp)
  PartRole role;
  Findings findings;  // what is to be said of the row
  void take_sum(TableRow const& o) { sum = o.sum, sum_rank = o.sum_rank, sum_fits = o.sum_fits, of_parts = o.of_parts; }
};

class RowSource {
 public:
  virtual ~RowSource() = default;
  virtual std::vector<std::string> const& header() const = 0;
  virtual std::vector<std::string> const& grouped() const;  // other names of the columns, if any: 累计完成/治理面积
  virtual std::string const& crs_text() const = 0;          // empty: a table without geometry, or an unknown system
  virtual bool spatial() const = 0;
  virtual UnitsAbove units_above() const { return {}; }
  virtual std::optional<Date> day_above() const { return std::nullopt; }
  virtual std::optional<Date> latest_above() const { return std::nullopt; }  // no day of the table is later
  virtual std::string unread_above() const { return {}; }                    // 截至… before what is no day
  virtual std::string period_above() const { return {}; }                    // 2018年, 2018年10月
  virtual std::string text_above() const { return {}; }
  virtual bool until_above() const { return false; }       // the day above is that until which work was done: 截至…
  virtual bool new_above() const { return false; }         // what stands above calls the figures new: 年度, 本月
  virtual std::vector<std::string> const& begins() const;  // of the headings, which may have lost their end; or none
  virtual bool by_year() const { return false; }           // its rows are read as several
  virtual bool workbook() const { return false; }          // days may stand as numbers
  virtual std::vector<std::int64_t> const& repeated_headings() const;  // rows so far that repeat a row of the header
  virtual bool next(TableRow& row) = 0;
};

std::unique_ptr<RowSource> open_rows(std::string const& path_and_layer, std::string const& encoding,
                                     Known const& known);
std::string file_of(std::string const& path_and_layer);  // without :LAYER

}  // namespace redline
