// A word of status with a remark in brackets behind it, which says no more than where and when that was written: 已销号
// （新环发〔2018〕12号） is 已销号. The remark is a document with its number, a title in 《》, a day, or a word that
// nobody has accepted yet beside restored ground (已完成（待验收）). Any other one (50%, 部分, 1号井) may change what
// the word says, so that the cell stays as it is. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "engine/restoration/stages.hpp"
#include "layers/restoration/draft.hpp"
#include "layers/restoration/table_words.hpp"

namespace redline {

struct RemarkedWord {
  std::string word;  // of a stage; empty: the cell is no such word with a remark
  std::string day;   // of the remark, as written
};
RemarkedWord without_remark(std::string const& cell, RestorationModel const& model, TableWords const& words);

// The same for the words of a row. The day of acceptance is taken where the row names none.
void drop_remarks(RowValues& values, RestorationModel const& model, TableWords const& words);

}  // namespace redline
