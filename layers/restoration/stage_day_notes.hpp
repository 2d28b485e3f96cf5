// What an import says of columns of days of stages (stage_days.hpp): how many rows have such days, cells that hold no
// day, and rows that call themselves done though the last of their days is that of a return.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/noted_words.hpp"
#include "layers/restoration/stage_days.hpp"

namespace redline {

class StageDayNotes {
 public:
  void add(RowDays const& days, std::int64_t row);
  Findings findings(std::string const& file, std::vector<std::string> const& headings, Language language) const;

 private:
  int m_rows = 0;
  NotedWords m_unread, m_returned;
};

}  // namespace redline
