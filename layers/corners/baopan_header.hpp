// The lines of 【属性描述】 of a TXT, key=value. A header below parcels (of files that were put together) has to place
// its parcels as the one above does: another zone or system there, one that only it says, or one that it leaves out is
// an error of the file and of no parcel.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <set>
#include <utility>

#include "layers/corners/line_book.hpp"

namespace redline {

using HeaderLine = std::pair<std::string, std::string>;
// 带号=28, 带号：28; with an equals sign any key, with a colon one that a header has.
std::optional<HeaderLine> header_line(std::string const& text);
bool known_header_key(std::string const& key);
bool same_in_header(std::string const& key, std::string const& a, std::string const& b);  // 3 and 3度, 28 and 028

class BaopanHeader {
 public:
  BaopanHeader(CornerList& out, LineBook& book) : m_out(&out), m_book(&book) {}
  void begin(int line, bool below_parcels) { m_line = line, m_below = below_parcels, m_said.clear(), m_late.clear(); }
  void take(int n, HeaderLine const& said);
  void elsewhere(int n, HeaderLine const& said);  // in a section that is not read
  void parcel_begins();
  void finish();

 private:
  struct Said {
    int line;
    HeaderLine of;
  };
  struct Doubt {
    int line;
    char const* why;
    HeaderLine of;
  };
  void contradicted(int n, HeaderLine const& before, std::string const& now);

  CornerList* m_out;
  LineBook* m_book;
  int m_line = 0;
  bool m_below = false;  // parcels
  std::set<std::string> m_said;
  std::vector<Said> m_late, m_elsewhere;
  std::vector<Doubt> m_doubts;  // unless the eastings have the zone
};

}  // namespace redline
