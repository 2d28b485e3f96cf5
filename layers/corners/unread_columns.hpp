// Columns of a printed list that hold another corner in each row and are not read (变更后X | 变更后Y beside X | Y, or
// without a heading): from three different ones on an outline of its own, two where nothing is written above. The same
// corner on another datum, in another zone or as degrees is none; neither are columns of points (井口X).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace redline {

class UnreadCornerColumns {
 public:
  struct Unread {
    int line = 0;                     // the first
    std::vector<std::string> titles;  // of its columns
  };

  explicit UnreadCornerColumns(std::vector<std::string> titles) : m_titles(std::move(titles)) {}
  // `read`: the cells of the corners that are read; `unread`: the columns of the others. True where it is an outline.
  bool row(int n, std::vector<std::string> const& cells, std::vector<std::size_t> const& read,
           std::vector<std::size_t> const& unread);
  Unread const& found() const { return m_found; }

 private:
  std::string title(std::size_t column) const;
  void add(int n, std::vector<std::string> const& cells, std::vector<std::size_t> const& of, std::string const& corner);

  std::vector<std::string> m_titles;
  std::set<std::string> m_corners;
  Unread m_found;
  bool m_said = false, m_titled = false;
};

}  // namespace redline
