// One site however its name is written: letters, digits and brackets of full and half width and spaces tell no names
// apart. unify_sites() gives all records of such a site in a reserve one name, the shortest that was written (of equals
// the first in order of bytes), so that it does not depend on the order of import; `site_text` of a record keeps what
// it says. Reserves must be known by then. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "engine/restoration/book.hpp"

namespace redline {

struct SiteNames {
  std::string_view reserve, name;
  std::vector<std::string_view> others;  // in order of bytes
};

std::string folded_site(std::string_view name);
std::vector<SiteNames> unify_sites(RestorationBook& book);  // that were written in several ways; by reserve and name

}  // namespace redline
