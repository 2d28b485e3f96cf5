// Signs of GCJ-02 and BD-09, the coordinates of Chinese phone maps, which are shifted by 100–600 m against WGS 84 and
// CGCS2000 by a rule that is not published: nothing here moves a coordinate.
// phone_map_of(): the word of a KML or KMZ that names a program of such maps; `shifted` where its exports are known to
// be, not where they can be.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

namespace redline {

struct PhoneMap {
  std::string word;
  bool shifted = false;
};

std::optional<PhoneMap> phone_map_of(std::string const& path);

}  // namespace redline
