// Which column of a table has which meaning, by the names in the model and by the user's own map; a unit in brackets
// behind a name ("治理面积（亩）") is the unit of the bare numbers below it. Of two names for one meaning the one that
// holds the other counts (治理面积 before 面积), else the first; the other stays unknown. Columns of one name in
// several units (亩, 公顷) are one: the first that is filled counts, and contradictions() compares them within half of
// the coarser last digit. Where no column names the site one of the model's site_headings does; beside one that does,
// part_headings (图斑编号) tell kinds apart as names of pits do. `grouped`: other names by which `given` may call them.
// `begins`: what is left of headings that may have lost their end (cut_headings.hpp); a whole name that only one of
// them begins calls it. Errors: restoration.no_column, .unknown_meaning, .two_columns.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "layers/restoration/draft.hpp"

namespace redline {

struct ColumnHeading {
  std::string name, unit;  // 治理面积, 亩; without blanks, brackets of either width
};
ColumnHeading heading_of_column(std::string text);

class RowColumns {
 public:
  RowColumns(std::vector<std::string> const& header, RestorationModel const& model,
             std::map<std::string, std::string> const& given, std::string const& file,
             std::vector<std::string> const& begins = {}, std::vector<std::string> const& grouped = {});
  static bool is_known(std::string const& heading, RestorationModel const& model);
  static std::size_t meaning_named(std::string const& heading, RestorationModel const& model);  // MEANING_COUNT: none
  RowValues values(std::vector<std::string> const& cells) const;
  std::vector<Message> contradictions(std::vector<std::string> const& cells) const;  // one figure in two units
  std::size_t meaning_at(std::size_t column) const;                                  // MEANING_COUNT: none
  std::string const& cell(Meaning m, std::vector<std::string> const& cells) const;   // as it stands; empty: no column
  bool known(std::size_t column) const;                                              // has a meaning
  bool figure(std::size_t column) const;  // value, required, disturbed or volume
  std::string const& heading_of(Meaning m) const { return m_columns[m].heading; }         // empty: no column
  std::string const& heading_in(Meaning m, std::vector<std::string> const& cells) const;  // of the cell that counts
  std::string const& name_of(Meaning m) const { return m_columns[m].name; }               // in whole, without its unit
  std::vector<std::string> const& unknown() const { return m_unknown; }
  // 治理面积 beside 完成面积, which goes before it: what it says where that one is empty, and its unit.
  std::pair<std::string, std::string> less_than_done(std::vector<std::string> const& cells) const;
  std::string const& less_than_done() const { return m_less.heading; }
  bool names_sites() const { return m_columns[M_SITE].index >= 0 || !m_columns[M_SITE].constant.empty(); }
  std::vector<std::string> const& sites_by() const { return m_sites_by; }  // site_headings, the one in use first

 private:
  struct InUnit {
    int index;
    std::string unit, heading;
  };
  struct Column {
    int index = -1;
    std::string unit, constant, heading;
    std::vector<InUnit> others{};  // the same name in other units
    std::string name{};
  };
  void take_unit_of_heading(RowValues& values) const;
  static bool at(Column const& c, std::size_t column);
  static std::string in_unit(std::vector<std::string> const& cells, InUnit const& column);
  void recognise(std::vector<std::string> const& header, RestorationModel const& model,
                 std::vector<std::string> const& begins);
  void find_sites(std::vector<std::string> const& header, RestorationModel const& model,
                  std::vector<std::string> const& begins);
  void find_parts(std::vector<std::string> const& header, RestorationModel const& model);
  void apply(std::map<std::string, std::string> const& given, std::vector<std::string> const& header,
             std::vector<std::string> const& begins, std::vector<std::string> const& grouped, std::string const& file);

  std::array<Column, MEANING_COUNT> m_columns;
  InUnit m_less{-1, "", ""};
  std::vector<std::string> m_unknown, m_sites_by;
};

}  // namespace redline
