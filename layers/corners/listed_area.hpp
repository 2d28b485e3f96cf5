// The area that a column beside the corners states for a parcel: repeated in each row, or once over merged cells. A new
// value where each ring begins is that of the ring, and they are added up; other values that differ are a doubt.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/line_book.hpp"

namespace redline {

class ListedArea {
 public:
  void take(int line, std::string const& area, std::string const& unit);  // empty: as above
  void settle(Parcel& parcel, LineBook& book);                            // of whose rows it is; forgets it

 private:
  struct Value {
    int line;
    std::string area, unit;
    double number;
  };
  bool one_per_ring(Parcel const& parcel) const;

  std::vector<Value> m_values;
};

}  // namespace redline
