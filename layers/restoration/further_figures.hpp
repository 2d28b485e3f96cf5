// Figures in columns of their own. Running sums: 累计治理面积 is the figure of its row and stands for all before it;
// 本年 治理面积 beside it (or a plain figure) is compared with its rise, alone it is the new figure of the row.
// Acceptance: 验收面积 and 验收时间 are a record of their own, "/accepted", of the row's stage of acceptance, else of
// the first one; without an area it accepts the figure of the row, its area is a running sum where it is called
// so (累计验收面积) or the row gives one (累计治理面积) and it is not called new (本年验收面积, which beside a running
// sum is compared with its rise, too), without a day it has that of the row; restoration without a day has that of
// acceptance. take_further_figures moves what is the row's own figure to its place;
// add_further_figures adds the rest to the draft of the row.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/draft.hpp"

namespace redline {

struct FurtherFigures {
  bool accepts = false, cumulative = false;
  bool accepts_sum = false;  // what is accepted is a running sum
  bool accepts_new = false;  // what is accepted is called new: 本年验收面积
  bool restored = false;     // the row's own figure is of what was restored
  std::string stage;         // of acceptance
  std::string figure, unit;  // accepted
  std::string increment;     // beside a running sum, with its unit
  std::string accepted_increment;
};

// `at`: the stage of acceptance that the columns name (销号时间), where they name one.
FurtherFigures take_further_figures(RowValues& values, bool has_geometry, RestorationModel const& model,
                                    std::string const& at, std::vector<Message>& problems);
// 销号 of 销号时间, 验收销号面积: the furthest stage of acceptance whose word the heading holds; empty: none.
std::string acceptance_named(std::string const& heading, RestorationModel const& model);
void add_further_figures(RowDraft& draft, FurtherFigures const& further, RowValues const& values, bool workbook);

std::optional<Amount> amount_of(std::string const& value, std::string const& unit);  // as written
Amount half_digit(std::string const& value, std::string const& unit);                // of the last, as written

}  // namespace redline
