// Parts of sites that keep accounts of their own: all that was said of the site names a part (a pit, a patch; a zone
// where one table tells its zones apart), or, where no row names one, each row of its tables says how much had to be
// restored there, and no two of a table the same. What is claimed, accepted and required of the site is the sum of its
// parts, at whatever stages these stand and in whatever tables they are named. Names of two tables are of one list
// where a table has both, or where they differ in a number alone; alike in their end, they are taken for that, and it
// is asked: restoration.parts_apart. All parts have figures of one quantity. Not so sites with polygons, with rows that
// speak of the whole, or with relations to other records. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <set>
#include <unordered_map>

#include "engine/restoration/tally.hpp"

namespace redline {

inline constexpr char const* REQUIRED_OF_SITE = "治理点应治理面积";  // a measure: of all parts

class SiteParts {
 public:
  using Records = std::vector<RestorationRecord const*>;
  explicit SiteParts(Records const& records);             // of one reserve, in force and in order
  char const* account(RestorationRecord const& r) const;  // its address tells the accounts apart
  bool of_site(char const* account) const { return m_of_site.count(account) > 0; }  // what is required of all parts
  Findings const& findings() const { return m_findings; }

 private:
  void divide(Records const& of_site);
  void name(Records const& of_site, bool by_zone);
  void by_figure(Records const& of_site);
  void enter(RestorationRecord const& r, std::string const& part);

  std::map<std::string, char, std::less<>> m_parts;
  std::unordered_map<RestorationRecord const*, char const*> m_account;
  std::unordered_map<char const*, char const*> m_first;  // of a site in parts
  std::set<char const*> m_of_site;
  Findings m_findings;
};

bool is_of_site(RestorationRecord const& r);
void join_parts(std::vector<SiteTally>& sites);  // in order of name: the parts of one become it

}  // namespace redline
