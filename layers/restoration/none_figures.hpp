// 0 in a report of what is done so far (已治理面积, 累计验收面积, any area under 截至…), also 未验收 in place of an
// accepted area: it says that nothing is, which takes back what stood before. Kept as records of their own.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/report_figures.hpp"
#include "layers/restoration/table_words.hpp"

namespace redline {

inline constexpr char const *NONE_TREATED = "已治理面积为零", *NONE_ACCEPTED = "已验收面积为零";  // measures

struct NoneFigures {
  std::string treated, accepted;                   // as written
  bool treated_sum = false, accepted_sum = false;  // 累计…
  bool alone = false;                              // the row says nothing else
  bool any() const { return !treated.empty() || !accepted.empty(); }
};

// `written`: the row before its empty cells were left out (empty_cells.hpp), `values`: after.
NoneFigures none_figures(RowValues const& written, RowValues const& values, ReportFigures const& figures,
                         TableWords const& words, RestorationModel const& model);
void add_none(RowDraft& draft, NoneFigures const& none);

}  // namespace redline
