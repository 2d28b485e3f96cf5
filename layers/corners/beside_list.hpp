// What stands beside the corners of a printed list and is none of them: rows of heights and sums (标高 1200 900,
// 合计 4 0.01), footers with numbers (附图 1:2000 2019年3月1日, 联系电话 …), and points that lie elsewhere:
// 中心点坐标： X=… Y=… in one line, or a title of them (井口坐标) with its rows, up to the next text, heading or empty
// line.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

namespace redline {

bool is_height_or_sum(std::vector<std::string> const& cells);
// Not a row of the list that cannot be read: 1 4940500.0O 28421950.00 面积.
bool is_footer(std::string const& text, std::vector<std::string> const& cells);

class OtherPoints {
 public:
  bool takes(std::string const& text, std::vector<std::string> const& cells);
  bool open() const { return m_open; }
  void blank() { m_open = m_open && m_rows == 0; }

 private:
  bool opens(std::string const& text);
  bool goes_on(std::string const& text, std::vector<std::string> const& cells);

  bool m_open = false, m_one = false;  // one: 中心点, of which there is one
  int m_rows = 0;
};

}  // namespace redline
