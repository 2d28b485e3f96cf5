// The text since the last corner of a printed list, which names the table below it where corners are numbered anew. Of
// several the first one that speaks of an area or of corners, else the last. A page's own words (副本, the title again)
// part where the numbers do not go on, and no title stands below what is deducted.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

class TextBetween {
 public:
  void text(std::string const& line);
  void page(std::string const& line);
  void deducted() { m_deducted = true; }
  void clear() { *this = {}; }
  bool any() const { return !m_deducted && !(m_title.empty() && m_page.empty()); }
  bool may_go_on() const;  // words of a page, or of one side of the ground
  std::string title() const;

 private:
  std::string m_title, m_page;
  bool m_deducted = false;
};

}  // namespace redline
