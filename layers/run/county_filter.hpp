// Which activities --county leaves out. reason() says why, as a text key; an empty one: the activity is wanted. One
// whose county is not known is left out too, but for that reason: nothing is written, a word for nothing (无, 不详),
// only a code for a name or a name for a code, another script, a prefecture, or only the beginning of the wanted name
// (若羌 for 若羌县). findings() tells of a layer how many were left out, and how many of them because nothing is known.
// Spaces do not count.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <set>
#include <string>

#include "engine/core/finding.hpp"
#include "engine/core/text.hpp"

namespace redline {

class CountyFilter {
 public:
  explicit CountyFilter(std::string const& wanted);
  Message reason(std::string const& county);
  Findings findings(std::string const& layer) const;
  std::uint64_t left_out() const { return m_others + m_unknown; }
  std::uint64_t unknown() const { return m_unknown; }
  std::set<std::string> const& others() const { return m_seen; }  // some ten of the counties left out

 private:
  std::string m_shown, m_wanted;
  std::uint64_t m_others = 0, m_unknown = 0;
  std::set<std::string> m_seen;
};

std::string listed(std::set<std::string> const& counties);

}  // namespace redline
