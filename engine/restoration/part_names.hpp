// The names of the parts of one site, over all tables that speak of it: are they of one list? Equal: the same but for
// how numbers are written (一号坑, 1号坑). SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <string_view>

namespace redline {

class PartNames {
 public:
  static std::string normal(std::string_view name);
  void add(std::string_view source, std::string_view zone, std::string_view kind);
  bool several() const { return m_leader.size() > 1; }
  bool linked() const;    // all of them, perhaps by their ends alone
  bool doubtful() const;  // so
  std::string list() const;

 private:
  using Leaders = std::map<std::string, std::string>;
  static std::string lead(Leaders const& leaders, std::string name);
  static void join(Leaders& leaders, std::string const& a, std::string const& b);
  static std::size_t groups(Leaders const& leaders);

  Leaders m_leader;
  std::map<std::string, std::string> m_said, m_of_table, m_of_series, m_of_end;  // the first name of each
};

}  // namespace redline
