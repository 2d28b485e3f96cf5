// All that is told of a row by those around it: sums and parts of other rows (whole_rows.hpp, sum_rows.hpp,
// numbered_parts.hpp, of_which.hpp, site_required.hpp), in this order.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/numbered_parts.hpp"
#include "layers/restoration/of_which.hpp"
#include "layers/restoration/site_required.hpp"
#include "layers/restoration/whole_rows.hpp"

namespace redline {

class RowLooks {
 public:
  RowLooks(RowSource const& source, RowColumns const& columns, RestorationModel const& model, TableWords const& words,
           ReserveSpellings const& names, std::string const& file)
      : m_wholes(source, columns, model, words, file),
        m_sums(source, columns, model, words, names, file),
        m_numbered(source, columns, model, words, names, m_sums),
        m_parts(source, columns, model, words, names, file),
        m_required(source, columns, model, words, names, file) {}
  void look(TableRow& row, RowsAhead& ahead) {
    m_wholes.look(row, ahead), m_sums.look(row, ahead), m_numbered.look(row, ahead), m_parts.look(row, ahead);
    m_required.look(row, ahead);
  }
  Findings findings() const {
    Findings out;
    for (auto const& more :
         {m_wholes.findings(), m_sums.findings(), m_numbered.findings(), m_parts.findings(), m_required.findings()})
      out.insert(out.end(), more.begin(), more.end());
    return out;
  }

 private:
  WholeRows m_wholes;
  SumRows m_sums;
  NumberedParts m_numbered;
  OfWhich m_parts;
  SiteRequired m_required;
};

}  // namespace redline
