// Writes the rows of a run into one GeoPackage (EPSG:4490, x = longitude), tables and columns as ledger_schema.hpp
// lists them. The file appears under its name only by commit(): it is filled beside its place, reopened, counted
// against what was added, brought to the disk and renamed; until then, and whatever fails, an older file stays
// untouched. The same rows give the same bytes. Text that is empty and numbers that are not finite become NULL. One
// thread at a time; memory grows by the entries of the spatial indexes, 24 bytes a feature. Errors (kind
// output): write.exists, write.locked (another program has the old file open), write.failed {path, reason}; (kind
// invariant): write.unbalanced, write.geometry, write.row.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/text.hpp"
#include "engine/ledger/rows.hpp"
#include "layers/write/style_table.hpp"

namespace redline {

struct LedgerOptions {
  std::string path;
  bool overwrite = false;
  Language language = Language::zh;   // of texts of findings and of the titles of columns
  bool aside = false;                 // under a new name where the old file is in use or would be a loss
  std::vector<StyleRow> styles = {};  // to be added: what people changed in the old file is kept by one of them
};

class LedgerWriter {
 public:
  // Rows name a protected area by its place in `areas`; one that becomes known later is added behind them.
  explicit LedgerWriter(LedgerOptions options, std::vector<ProtectedArea> areas = {});
  ~LedgerWriter();  // without commit() nothing stays behind
  LedgerWriter(LedgerWriter&&) noexcept;
  LedgerWriter& operator=(LedgerWriter&&) noexcept;

  void add_area(ProtectedArea const& area);
  void add(ActivityRecord const& record);
  void add_basemap(BasemapRow const& row);
  void add_layer(LayerRow const& row);
  void add_rows(RowsRow const& row);
  void add_summary(SummaryRow const& row);
  void add_rights_overlap(RightsOverlapRow const& row);
  void add_decision(DecisionRow const& row);
  void add_finding(Finding const& finding);
  void add_style(StyleRow const& style);
  void set_run(std::vector<std::pair<std::string, std::string>> const& manifest);  // key, value; once

  // The tables of activities and conflicts are indexed, and the disk may begin. Any thread, while no other uses the
  // writer; add() is over.
  void no_more_activities();
  void commit();
  std::string const& path() const;  // where it stands after commit(): aside it may be another one

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace redline
