// Areas of which a row does not say that they were restored. A bare one (面积, 整改面积) without stage, day of
// completion or acceptance and word of work (in the title, 治理内容, 备注) is an area of something: it is kept as it
// was written and never added, and its site has not begun. Beside a column of work (治理措施, 恢复方式, 治理年度) it is
// being worked on: nothing says that it is done. Where a column asks whether work is done (是否完成整改) and
// the row, without any such day, gives no answer, its area is being worked on. Not so of corrections; bare areas of
// polygons are what their polygon is.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/row_columns.hpp"
#include "layers/restoration/rows.hpp"

namespace redline {

class BareAreas {
 public:
  BareAreas(RowSource const& source, RowColumns const& columns, RestorationModel const& model);
  // A bare one: its measure and stage; the heading of what tells of work beside it, if any.
  std::optional<std::string> take(RowValues& values, std::vector<std::string> const& cells, bool has_geometry) const;
  bool take_unanswered(RowValues& values, bool has_geometry) const;  // its stage

 private:
  bool says_work(RowValues const& values) const;
  std::string beside(std::vector<std::string> const& cells) const;

  RestorationModel const& m_model;
  bool m_bare;                                              // the heading, under a title that does not speak of work
  std::vector<std::pair<std::size_t, std::string>> m_work;  // columns
};

}  // namespace redline
