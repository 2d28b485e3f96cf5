// Figures in order of amount, to find those that say the same. Some stand for others, which were taken for the same
// figure and do not count; of one source a figure stands for one row only. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "engine/restoration/rounding.hpp"

namespace redline {

class Claims {  // of records that have an amount
 public:
  using Record = RestorationRecord;
  using List = std::vector<Record const*>;
  void clear() { m_list.clear(), m_also.clear(), m_coarsest = {}; }
  Record const* only() const { return m_list.size() == 1 ? m_list.front() : nullptr; }
  void add(Record const& r);
  void remember(Record const& r);                   // instead of an equal one of its source
  List::const_iterator equal(Amount amount) const;  // the first of that amount, or where it would stand
  List::const_iterator end() const { return m_list.end(); }

  // Of another source and equal but for the rounding: the nearest; else nullptr.
  Record const* rounded(Record const& r) const;
  void stand_for(Record const& counted, Record const& other);
  void take_place(Record const& of, Record const& r);  // r counts instead, and stands for all that `of` did
  // One of another source, within a year of r, that says the same; else nullptr.
  Record const* like(Record const& r) const;

 private:
  std::pair<List::const_iterator, List::const_iterator> near(Record const& r) const;  // all that may be like r
  bool one_of(Record const& counted, Record const& r) const;

  List m_list;
  std::vector<std::pair<Record const*, Record const*>> m_also;  // the one that counts, one that does not
  Amount m_coarsest;
};

bool within_a_year(std::optional<Date> a, std::optional<Date> b);  // true where one is not known

}  // namespace redline
