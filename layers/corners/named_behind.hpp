// Corners behind whose coordinates stands what is none (5 X Y 井口): a remark, unless the last corners of a ring bear
// it and no other does. Then it may be a point: the finding corner.last_named {words}, a warning.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>

#include "layers/corners/corner_list.hpp"
#include "layers/corners/line_book.hpp"

namespace redline {

class NamedBehind {
 public:
  void note(int line, std::string const& words);
  void tell(CornerList const& list, LineBook& book) const;

 private:
  void tell(CornerRing const& ring, LineBook& book) const;
  std::map<int, std::string> m_words;  // by line
};

}  // namespace redline
