// What stands beside the corners of a printed list and is none of them: rows of heights and sums (标高 1200 900,
// 合计 4 0.01), footers with numbers (附图 1:2000 2019年3月1日, 联系电话 …), and points that lie elsewhere:
// 中心点坐标： X=… Y=… in one line, or a title of them (井口坐标) with its rows, up to the next text, heading or empty
// line.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "layers/corners/labelled_row.hpp"

namespace redline {

bool is_height_or_sum(std::vector<std::string> const& cells);
// Not a row of the list that cannot be read: 1 4940500.0O 28421950.00 面积.
bool is_footer(std::string const& text, std::vector<std::string> const& cells);

class OtherPoints {
 public:
  struct Left {
    int line, last;
    std::size_t rows;
    bool of_ground, numbered;  // 采区平硐坐标; 1, 2, 3, …
    std::string title;
  };

  bool takes(int n, std::string const& text, std::vector<std::string> const& cells);
  bool open() const { return m_open; }
  void blank() { m_open = m_open && m_rows == 0; }
  std::vector<Left> like_corners() const;  // what was left out and might be an outline by its rows

 private:
  bool opens(int n, std::string const& text);
  bool goes_on(int n, std::string const& text, std::vector<std::string> const& cells);
  bool takes_line(int n, std::string const& words, std::string const& text, std::vector<std::string> const& cells);
  void count(int n, std::vector<LabelledCorner> const& rows);

  std::vector<Left> m_left;
  bool m_open = false, m_one = false;  // one: 中心点, of which there is one
  int m_rows = 0;
};

}  // namespace redline
